package import NewsModel

/// An item of a feed that waits to be made an article.
package struct PendingItem: Sendable, Equatable {
    package let id: ArticleID
    package let feed: FeedID
    /// What names the item in its feed for ever: its id, else its canonical link, else title and date.
    package let identity: String
    /// Canonical, as ``WebLink/canonical(_:)`` gives it: for comparing, not for fetching.
    package let link: String?
    package let item: FeedItem
    package let firstSeen: Timestamp
    /// Tries that failed.
    package let attempts: Int
    /// 1 for a new article, more when a published one changed in its feed.
    package let version: Int
    /// The file of the published article, `nil` for a new one.
    package let fileName: String?
    /// What the page of the published article is to be asked with.
    package let pageValidators: Validators?

    package init(
        id: ArticleID, feed: FeedID, identity: String, link: String?, item: FeedItem, firstSeen: Timestamp,
        attempts: Int = 0, version: Int = 1, fileName: String? = nil, pageValidators: Validators? = nil
    ) {
        self.id = id
        self.feed = feed
        self.identity = identity
        self.link = link
        self.item = item
        self.firstSeen = firstSeen
        self.attempts = attempts
        self.version = version
        self.fileName = fileName
        self.pageValidators = pageValidators
    }
}

/// What a feed answer brought.
package struct Recorded: Sendable, Equatable {
    /// New and changed items, oldest first.
    package var pending: [PendingItem] = []
    /// Items that were known and have not changed.
    package var known = 0
    /// Old items of a feed's first answer, remembered so that they never come.
    package var tooOld = 0
    /// New items beyond the limit of one answer. They were not remembered: the next poll brings them again, which is
    /// why the stored record has then no validators.
    package var held = 0
    /// Published articles that the feed took back.
    package var withdrawn: [ArticleID] = []
    /// As it was stored.
    package var record: FeedRecord

    package init(record: FeedRecord) {
        self.record = record
    }
}

/// How much of a feed answer is taken.
package struct IntakeLimits: Sendable, Equatable {
    /// Items taken from a feed that was never read before, the newest.
    package var backlog: Int
    /// Older items of such a feed are left alone.
    package var backlogAge: Duration
    /// New items taken from one answer of a known feed: a publisher that changed all its ids floods nobody.
    package var mostNew: Int

    package init(backlog: Int = 50, backlogAge: Duration = .seconds(7 * 86_400), mostNew: Int = 200) {
        self.backlog = backlog
        self.backlogAge = backlogAge
        self.mostNew = mostNew
    }
}

/// Why no file came of an item.
package enum SetAsideReason: String, Sendable, CaseIterable {
    /// A keyword rule left it out.
    case filtered
    /// Neither the page nor the feed holds a text.
    case noText = "no_text"
    case tooShort = "too_short"
    /// robots.txt forbids the page.
    case robots
    case tooOld = "too_old"
    /// Not one of the wanted languages.
    case language
    /// The publisher took it back before it was published.
    case withdrawn
    /// Every try failed.
    case error
}
