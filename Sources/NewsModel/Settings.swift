/// feeds.yaml, read and checked: every setting in its unit. Read once, passed down by value.
package struct Settings: Equatable, Sendable {
    package var outbox = OutboxSettings()
    /// The directory of the index, the snapshot and the lock. Absolute.
    package var state = ""
    /// An URL or mail address for those who wonder who asks; part of the User-Agent.
    package var contact: String?
    package var poll = PollSettings()
    package var fetch = FetchSettings()
    package var articles = ArticleSettings()
    /// How long an article is remembered for duplicates and stories.
    package var duplicateWindow = Duration.seconds(14 * 86_400)
    /// How long the index keeps an article; `nil` for ever.
    package var indexRetention: Duration?
    package var metrics = MetricsSettings()
    package var feeds: [FeedSettings] = []

    package init() {}
}

/// The watched directory.
package struct OutboxSettings: Equatable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case markdown, json, text

        /// Without the dot.
        package var fileExtension: String {
            switch self {
            case .markdown: "md"
            case .json: "json"
            case .text: "txt"
            }
        }
    }

    /// In which directories below the outbox the files lie.
    package enum Layout: String, CaseIterable, Sendable {
        /// In none: all in the outbox itself.
        case flat
        /// `2026-09-22`, the day an article was first seen (UTC).
        case daily
        /// `3f`, the first two digits of the article's id.
        case hashed
    }

    /// What a new version of an article does.
    package enum Updates: String, CaseIterable, Sendable {
        /// Takes the place of the file.
        case replace
        /// Gets a file of its own, `…-v2.md`, beside the earlier one.
        case newFile = "new-file"
        /// Nothing: the first version stays, in the outbox and in the index.
        case ignore
    }

    /// Where a file is written before it is renamed.
    package enum Temporary: String, CaseIterable, Sendable {
        /// In `.tmp` below the outbox: a watcher of the outbox sees nothing but the rename.
        case hiddenDirectory = "hidden-dir"
        /// Under a hidden name in the directory of the file itself, for watchers that lose a file that comes from
        /// elsewhere.
        case sameDirectory = "same-dir"
    }

    /// Absolute.
    package var directory = ""
    package var format = Format.markdown
    package var layout = Layout.flat
    package var updates = Updates.replace
    package var temporary = Temporary.hiddenDirectory
    /// How long files stay; `nil` for ever.
    package var retention: Duration?
    /// While the outbox holds so many files, articles wait; `nil` for no limit.
    package var mostFiles: Int?
    /// While its files have so many bytes, articles wait; `nil` for no limit.
    package var mostBytes: Int?
    /// While its disk has less room, in bytes, articles wait; `nil` for no limit.
    package var leastFree: Int? = 64 << 20

    package init() {}
}

/// How often feeds are asked.
package struct PollSettings: Equatable, Sendable {
    package var interval = Duration.seconds(15 * 60)
    package var min = Duration.seconds(5 * 60)
    package var max = Duration.seconds(24 * 3600)

    package init() {}
}

/// How the web is asked, and what is refused.
package struct FetchSettings: Equatable, Sendable {
    /// Transfers under way at once.
    package var concurrency = 64
    /// Connections to one host at once.
    package var perHost = 2
    /// Between the starts of two requests to one host.
    package var hostDelay = Duration.seconds(1)
    /// Hosts at one IP address have ``perHost`` and ``hostDelay`` together.
    package var byAddress = false
    /// Statuses that pause their whole host; others only the feed.
    package var hostPauses = [429]
    /// Feeds are not polled either where robots.txt forbids it. Else what the operator lists is asked for.
    package var feedsObeyRobots = false
    /// A whole transfer, redirects included.
    package var timeout = Duration.seconds(30)
    /// Bytes of a body after decoding.
    package var maxBody = 8 * 1024 * 1024
    /// Private addresses that may be reached all the same.
    package var allowPrivate: [AddressRange] = []
    /// A PEM file of certificate authorities; `nil` for the system's.
    package var caFile: String?
    /// `http://host:port` or `socks5h://host:port`; `nil` for none.
    package var proxy: String?

    package init() {}
}

/// What is done with the items of feeds.
package struct ArticleSettings: Equatable, Sendable {
    package enum FullText: String, CaseIterable, Sendable {
        /// The page is fetched when the feed does not carry the whole text.
        case auto
        case always
        case never
    }

    package var fullText = FullText.auto
    /// Items taken from a feed at its first poll.
    package var backlog = 50
    /// Older items of a feed's first poll are left alone.
    package var backlogAge = Duration.seconds(7 * 86_400)
    /// Languages to keep, BCP 47 primary tags; empty for all.
    package var languages: [String] = []

    package init() {}
}

/// One feed of feeds.yaml, defaults filled in.
package struct FeedSettings: Equatable, Sendable {
    package var id: FeedID
    package var url: String
    /// As the operator calls it; else the feed's own title is used.
    package var title: String?
    package var poll: PollSettings
    package var fullText: ArticleSettings.FullText
    package var backlog: Int
    package var backlogAge: Duration
    package var languages: [String]
    /// Keep only articles that hold one of these in title, text or tags. Folded comparison; empty keeps all.
    package var keep: [String] = []
    /// Leave out articles that hold one of these.
    package var drop: [String] = []
    /// XPath of the article in the page, when the extractor needs a hint.
    package var content: String?
    /// XPaths of what is to go from the page.
    package var remove: [String] = []
    /// Sent with every request to the feed's own origin.
    package var headers: [String: String] = [:]
    /// The credential `user:password` is read from, a file of this name in `$CREDENTIALS_DIRECTORY`.
    package var credential: String?
    package var userAgent: String?
    /// Added to the tags of each article.
    package var tags: [String] = []
    package var isPaused = false

    package init(id: FeedID, url: String, defaults: Settings = Settings()) {
        self.id = id
        self.url = url
        poll = defaults.poll
        fullText = defaults.articles.fullText
        backlog = defaults.articles.backlog
        backlogAge = defaults.articles.backlogAge
        languages = defaults.articles.languages
    }
}
