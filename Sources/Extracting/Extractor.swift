internal import LibXML
package import NewsModel
internal import NewsText

/// Takes the article out of a web page.
package struct Extractor: Sendable {
    /// Bytes of a page.
    package static let sizeLimit = 24 * 1024 * 1024

    package init() {}

    /// The article of a page: its text without what surrounds it, and what the page says about it.
    ///
    /// Takes time in proportion to the page's size, and no page can make it fail but by holding no text.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was sent, in any encoding.
    ///   - hints: what feeds.yaml knows of the site; they outrank what is found.
    ///   - site: what other pages of the site have as well.
    ///   - explains: whether the verdict on each line is wanted too.
    package func extract(
        _ bytes: [UInt8], context: PageContext, hints: ExtractionHints = ExtractionHints(),
        site: SiteBlocks = SiteBlocks(), explains: Bool = false
    ) throws(ExtractionError) -> Extraction {
        guard bytes.count <= Extractor.sizeLimit else {
            throw ExtractionError(.tooLarge(limit: Extractor.sizeLimit), url: context.url)
        }
        if FileSignature.isForeign(bytes) { throw ExtractionError(.notHTML, url: context.url) }
        let decoded = Charset.decode(bytes, httpCharset: context.charset, kind: .html)
        let request = Request(context: context, hints: hints, site: site, explains: explains)
        let (extraction, fallback) = try request.extract(decoded, keepsFallbacks: false)
        let length = extraction?.article.paragraphs.reduce(0) { $0 + $1.text.utf8.count } ?? 0
        var chosen = extraction
        // The page's own text may be what is shown to readers without scripts.
        if length < Extractor.shortText, fallback > 2 * length,
            let other = try request.extract(decoded, keepsFallbacks: true).0
        {
            chosen = other
        }
        guard let chosen else { throw ExtractionError(.empty, url: context.url) }
        guard !chosen.article.paragraphs.isEmpty else { throw ExtractionError(.noArticle, url: context.url) }
        return chosen
    }

    /// Bytes. A longer text is not doubted.
    private static let shortText = 1200

    /// The paragraphs of an item's content as a feed has it: a piece of HTML without a page around it, or plain text.
    package func paragraphs(ofFragment html: String) -> [Paragraph] {
        var html = html
        let guarded = html.withUTF8 { HTMLGuard($0) }
        guard let document = guarded.markup.withUnsafeBufferPointer({ Document.html(utf8: $0) }) else { return [] }
        return document.read { root in
            guard let root else { return [] }
            return Body(wholeOf: PageBuilder.page(of: root)).paragraphs
        }
    }
}

/// All that is asked of a page, and what is known beside it.
private struct Request {
    let context: PageContext
    let hints: ExtractionHints
    let site: SiteBlocks
    let explains: Bool

    /// - Returns: what was found, `nil` where there is no tree, and how much text the page keeps for readers without
    ///   scripts, in bytes.
    func extract(
        _ text: DecodedText, keepsFallbacks: Bool
    ) throws(ExtractionError) -> (Extraction?, Int) {
        let guarded = text.utf8.withUnsafeBufferPointer {
            HTMLGuard($0, keepsEveryAttribute: !hints.isEmpty, keepsFallbacks: keepsFallbacks)
        }
        guard let document = guarded.markup.withUnsafeBufferPointer({ Document.html(utf8: $0) }) else {
            return (nil, guarded.fallbackText)
        }
        let selected = try select(in: document)
        let extraction = document.read { root -> Extraction? in
            guard let root else { return nil }
            let page = PageBuilder.page(of: root)
            let configured = ConfiguredElements(content: selected.content, removed: selected.removed, in: page)
            return extract(page, guarded.linkedData, configured)
        }
        return (extraction, guarded.fallbackText)
    }

    private func extract(
        _ page: Page, _ linkedData: [[UInt8]], _ configured: ConfiguredElements
    ) -> Extraction {
        let details = Details(page: page, linkedData: linkedData, context: context)
        let title = details.title
        var body = Body(page, title: title, description: details.description, configured: configured)
        body.removeRepeated(on: site)
        var article = details.article(title: title, story: body.place)
        article.paragraphs = body.paragraphs
        if let declared = details.body, body.keptLetters < Body.short, configured.content.isEmpty {
            let paragraphs = Extractor().paragraphs(ofFragment: declared)
            if paragraphs.reduce(0, { $0 + $1.text.count }) > 2 * body.keptLetters { article.paragraphs = paragraphs }
        }
        article.language = LanguageGuess.language(of: article.text) ?? details.declaredLanguage
        return Extraction(article: article, body: body, explains: explains)
    }

    /// What the hints select. Selecting nothing is no error: a site changes its pages one by one.
    private func select(in document: Document) throws(ExtractionError) -> (content: [Node], removed: [Node]) {
        func nodes(_ expression: String) throws(ExtractionError) -> [Node] {
            guard let found = document.elements(xpath: expression) else {
                throw ExtractionError(.badXPath(expression), url: context.url)
            }
            return found
        }
        var removed: [Node] = []
        for expression in hints.remove { removed += try nodes(expression) }
        guard let content = hints.content else { return ([], removed) }
        return (try nodes(content), removed)
    }
}
