import Extracting
package import NewsModel

/// What a feed itself says of an item, as an article.
package struct FeedText: Sendable {
    package let article: Article
    /// The text looks like the whole article, so that its page need not be fetched.
    package let isWhole: Bool

    /// Characters of a text that is taken for the whole article. News in brief is shorter, teasers are: most feeds cut
    /// theirs at 200…500.
    private static let wholeLength = 1200
    /// Characters of a text that is worth a file when the page cannot be had.
    private static let tellingLength = 80

    package init(_ item: FeedItem, link: String?) {
        let extractor = Extractor()
        let richest = [item.content, item.summary].compactMap(\.self).max { $0.value.utf8.count < $1.value.utf8.count }
        let paragraphs = richest.map { FeedText.paragraphs(of: $0, extractor) } ?? []
        var article = Article(url: link, title: item.title, paragraphs: paragraphs)
        article.authors = item.authors.compactMap(\.name)
        article.published = (item.published ?? item.updated).map { PublicationDate(timestamp: $0) }
        article.language = item.language
        article.image = item.image
        article.tags = item.categories.map(\.term)
        article.source = item.source?.title
        if let summary = item.summary, let content = item.content, summary.value.utf8.count < content.value.utf8.count {
            article.description = FeedText.paragraphs(of: summary, extractor).map(\.text)
                .joined(separator: " ")
        }
        self.article = article
        let length = paragraphs.reduce(0) { $0 + $1.text.count }
        isWhole = length >= Self.wholeLength && !FeedText.isCut(paragraphs.last?.text ?? "")
    }

    /// The text as one line, for comparing with a page.
    package var plainText: String? {
        article.paragraphs.isEmpty ? nil : article.paragraphs.map(\.text).joined(separator: " ")
    }

    /// Enough to stand for the article when the page cannot be had.
    package var isTelling: Bool {
        article.paragraphs.reduce(0) { $0 + $1.text.count } >= Self.tellingLength
    }

    private static func paragraphs(of text: Feed.RichText, _ extractor: Extractor) -> [Paragraph] {
        text.kind == .text
            ? Article(plainText: text.value).paragraphs
            : extractor.paragraphs(ofFragment: text.value)
    }

    /// A teaser says so at its end.
    private static func isCut(_ last: String) -> Bool {
        ["...", "…", "[…]", "[...]", "»", "→"].contains { last.hasSuffix($0) }
    }
}
