package import NewsModel

/// What one file of the outbox says: the article, and what Rasid knows of it.
package struct ArticleDocument: Equatable, Sendable {
    /// Where the date of an article comes from, best first.
    package enum DateSource: String, Sendable, CaseIterable {
        case page
        case feed
        /// Nobody named one: the time the item was first seen.
        case firstSeen = "first-seen"
    }

    /// Its `published` is never `nil`; `site` is the name readers know the publication by.
    package let article: Article
    package let id: ArticleID
    package let feed: FeedID
    package let story: StoryID
    /// 1, and one more for each time its text changed.
    package let version: Int
    package let dateSource: DateSource
    /// Blocks of boilerplate that were taken out.
    package let removed: Int
    /// When this version was written, whole seconds.
    package let written: Timestamp

    /// - Parameter article: its text is made storable; a missing date becomes `written`.
    package init(
        article: Article, id: ArticleID, feed: FeedID, story: StoryID, version: Int, dateSource: DateSource,
        removed: Int, written: Timestamp
    ) {
        self.init(
            storable: article.storable(), id: id, feed: feed, story: story, version: version, dateSource: dateSource,
            removed: removed, written: written)
    }

    /// The same for an article that was made storable before.
    init(
        storable article: Article, id: ArticleID, feed: FeedID, story: StoryID, version: Int, dateSource: DateSource,
        removed: Int, written: Timestamp
    ) {
        var article = article
        article.site = article.site ?? feed.name
        article.published = article.published ?? PublicationDate(timestamp: Timestamp(seconds: written.seconds))
        self.article = article
        self.id = id
        self.feed = feed
        self.story = story
        self.version = version
        self.dateSource = dateSource
        self.removed = removed
        self.written = Timestamp(seconds: written.seconds)
    }
}

extension OutboxSettings.Format {
    /// The bytes of the file.
    func bytes(of document: ArticleDocument) -> [UInt8] {
        switch self {
        case .markdown: MarkdownForm.bytes(of: document)
        case .json: JSONForm.bytes(of: document)
        case .text: PlainForm.bytes(of: document)
        }
    }

    /// Reads what ``bytes(of:)`` wrote; `nil` for anything else. A plain text has lost the kinds of its paragraphs.
    func document(from bytes: [UInt8]) -> ArticleDocument? {
        switch self {
        case .markdown: MarkdownForm.document(from: bytes)
        case .json: JSONForm.document(from: bytes)
        case .text: PlainForm.document(from: bytes)
        }
    }
}
