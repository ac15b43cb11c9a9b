import NewsModel

extension Article {
    /// The article as a file can hold it and give it back: text clean and bounded, dates as precise as they are
    /// printed, kinds of paragraphs that plain Markdown knows. Twice is once.
    func storable() -> Article {
        var article = self
        article.url = url.flatMap(Article.storableLink)
        article.title = title.flatMap { Article.storableLine($0) }
        article.paragraphs = Article.storable(paragraphs)
        article.authors = Article.storableLines(authors)
        article.tags = Article.storableLines(tags)
        article.robots = Article.storableLines(robots)
        article.published = published.flatMap { PublicationDate(rfc3339: $0.iso8601) }
        article.modified = modified.flatMap { PublicationDate(rfc3339: $0.iso8601) }
        article.statedDate = statedDate.flatMap { PublicationDate(rfc3339: $0.iso8601) }
        article.site = site.flatMap { Article.storableLine($0, limit: 300) }
        article.outlet = outlet.flatMap { Article.storableLine($0, limit: 300) }
        article.source = source.flatMap { Article.storableLine($0, limit: 300) }
        article.language = language.flatMap { Article.storableLine($0, limit: 35) }
        article.image = image.flatMap(Article.storableLink)
        article.description = description.flatMap { Article.storableLine($0, limit: 8192) }
        return article
    }

    /// `nil` for what is empty. `limit` is in bytes.
    static func storableLine(_ text: String, limit: Int = 2048) -> String? {
        let line = StorableText.line(text, limit: limit)
        return line.isEmpty ? nil : line
    }

    /// A link that is too long leads nowhere when it is cut, so it goes.
    static func storableLink(_ link: String) -> String? {
        let line = StorableText.line(link, limit: longestLink + 1)
        return line.isEmpty || line.utf8.count > longestLink ? nil : line
    }

    private static func storableLines(_ texts: [String]) -> [String] {
        texts.prefix(mostNames).compactMap { storableLine($0, limit: 300) }
    }

    private static func storable(_ paragraphs: [Paragraph]) -> [Paragraph] {
        var room = mostText
        var kept: [Paragraph] = []
        for paragraph in paragraphs {
            guard let paragraph = storable(paragraph) else { continue }
            room -= paragraph.text.utf8.count
            guard room >= 0 else { break }
            kept.append(paragraph)
        }
        return kept
    }

    private static func storable(_ paragraph: Paragraph) -> Paragraph? {
        let kind: Paragraph.Kind
        let text: String
        switch paragraph.kind {
        case .heading(let level):
            (kind, text) = (.heading(level: min(max(level, 2), 6)), StorableText.line(paragraph.text, limit: mostText))
        case .listItem:
            (kind, text) = (.listItem, StorableText.line(paragraph.text, limit: mostText))
        case .quotation:
            (kind, text) = (.quotation, StorableText.lines(paragraph.text, keepsEmpty: false))
        case .preformatted:
            (kind, text) = (.preformatted, StorableText.lines(paragraph.text, keepsEmpty: true))
        case .line, .paragraph, .tableRow:
            (kind, text) = (.paragraph, StorableText.lines(paragraph.text, keepsEmpty: false))
        }
        return text.isEmpty ? nil : Paragraph(text, kind: kind)
    }

    /// Bytes. Twice the body limit of most servers' own forms.
    private static let longestLink = 4096
    /// Authors, tags.
    private static let mostNames = 100
    /// Bytes of text in one file: a novel is shorter.
    private static let mostText = 4 * 1024 * 1024
}
