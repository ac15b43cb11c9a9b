internal import LibXML
package import NewsModel
internal import NewsText

/// The article of a web page.
package struct Extractor: Sendable {
    /// Bytes of a page.
    package static let sizeLimit = 24 * 1024 * 1024

    package init() {}

    /// The article of a page: its text without what surrounds it, and what the page says about it.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was sent, in any encoding.
    ///   - hints: what feeds.yaml knows of the site; they outrank what is found.
    package func extract(
        _ bytes: [UInt8], context: PageContext, hints: ExtractionHints = ExtractionHints()
    ) throws(ExtractionError) -> Extraction {
        guard bytes.count <= Extractor.sizeLimit else {
            throw ExtractionError(.tooLarge(limit: Extractor.sizeLimit), url: context.url)
        }
        let decoded = Charset.decode(bytes, httpCharset: context.charset, kind: .html)
        let guarded = decoded.utf8.withUnsafeBufferPointer { HTMLGuard($0) }
        guard let document = guarded.markup.withUnsafeBufferPointer({ Document.html(utf8: $0) }) else {
            throw ExtractionError(.empty, url: context.url)
        }
        let extraction = document.read { root in
            root.map { Extractor.extract(PageBuilder.page(of: $0), guarded.linkedData, context) }
        }
        guard let extraction else { throw ExtractionError(.empty, url: context.url) }
        guard !extraction.article.paragraphs.isEmpty else { throw ExtractionError(.noArticle, url: context.url) }
        return extraction
    }

    private static func extract(_ page: Page, _ linkedData: [[UInt8]], _ context: PageContext) -> Extraction {
        let details = Details(page: page, linkedData: linkedData, context: context)
        let title = details.title
        let body = Body(page, title: title, description: details.description)
        var article = details.article(title: title, story: body.place)
        article.paragraphs = body.paragraphs
        article.language = LanguageGuess.language(of: article.text) ?? details.declaredLanguage
        return Extraction(article: article, fates: body.fates, lines: page.blocks.map(page.string))
    }

    /// The paragraphs of an item's content as a feed has it: a piece of HTML without page around it.
    package func paragraphs(ofFragment html: String, baseURL: String?) -> [Paragraph] {
        var html = html
        let guarded = html.withUTF8 { HTMLGuard($0) }
        guard let document = guarded.markup.withUnsafeBufferPointer({ Document.html(utf8: $0) }) else { return [] }
        return document.read { root in
            guard let root else { return [] }
            return Body(wholeOf: PageBuilder.page(of: root)).paragraphs
        }
    }
}
