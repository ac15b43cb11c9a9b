package import NewsModel

/// A cleaned and placed article, ready to be published.
package struct Publication: Sendable {
    package let item: PendingItem
    package let article: Article
    /// The boilerplate that was taken out.
    package let removed: [Removal]
    package let placement: Placement
    /// What the duplicate search compares, in its own form; empty for none.
    package let fingerprint: [UInt8]
    /// Where `article.published` is from; does not count when it is `nil`.
    package let dateSource: ArticleDocument.DateSource
    /// What the publication is called when the page does not say.
    package let feedTitle: String?
    /// What the article's page gave to be asked again with.
    package let pageValidators: Validators?

    package init(
        item: PendingItem, article: Article, removed: [Removal] = [], placement: Placement, fingerprint: [UInt8] = [],
        dateSource: ArticleDocument.DateSource = .page, feedTitle: String? = nil, pageValidators: Validators? = nil
    ) {
        self.item = item
        self.article = article
        self.removed = removed
        self.placement = placement
        self.fingerprint = fingerprint
        self.dateSource = dateSource
        self.feedTitle = feedTitle
        self.pageValidators = pageValidators
    }
}

/// What became of a publication.
package enum PublicationOutcome: Sendable, Equatable {
    case written(file: String, seq: Int64)
    case updated(file: String, version: Int, seq: Int64)
    /// The same text or page was told before; there is no file.
    case duplicate(of: ArticleID, seq: Int64)
    /// The publisher took it back; the file stays.
    case withdrawn(seq: Int64)
    /// The published text says the same.
    case unchanged
}

package struct PublicationResult: Sendable, Equatable {
    package let id: ArticleID
    package let outcome: PublicationOutcome

    package init(id: ArticleID, outcome: PublicationOutcome) {
        self.id = id
        self.outcome = outcome
    }

    /// What was stored, with the names and numbers of what was told since.
    package static func joined(_ stored: [PublicationResult], told: [PublicationResult]) -> [PublicationResult] {
        var last: [ArticleID: PublicationOutcome] = [:]
        for result in told { last[result.id] = result.outcome }
        return stored.map { PublicationResult(id: $0.id, outcome: last[$0.id] ?? $0.outcome) }
    }
}

/// What the duplicate search remembers of an article.
package struct StoredFingerprint: Sendable, Equatable {
    package let id: ArticleID
    package let bytes: [UInt8]
    package let published: Timestamp?
    package let seen: Timestamp
    package let story: StoryID
    package let duplicateOf: ArticleID?

    package init(
        id: ArticleID, bytes: [UInt8], published: Timestamp?, seen: Timestamp, story: StoryID, duplicateOf: ArticleID?
    ) {
        self.id = id
        self.bytes = bytes
        self.published = published
        self.seen = seen
        self.story = story
        self.duplicateOf = duplicateOf
    }
}
