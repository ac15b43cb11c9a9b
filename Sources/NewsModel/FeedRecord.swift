/// What the server gave with a body, to be sent back byte for byte. Belongs to the URL that gave it.
///
/// Source: RFC 9110 sections 8.8 and 13.1.
package struct Validators: Hashable, Codable, Sendable {
    /// The URL whose answer carried them.
    package var url: String
    package var etag: String?
    package var lastModified: String?

    package init(url: String, etag: String? = nil, lastModified: String? = nil) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// All that is remembered of a feed between two polls and over restarts. A value: whoever decides takes one and
/// returns one, the archive keeps it.
package struct FeedRecord: Hashable, Codable, Sendable {
    package enum State: String, Codable, Sendable {
        /// Never polled.
        case new
        case ok
        case failing
        /// The server said 410, twice and a day apart.
        case gone
    }

    /// Why the next poll is when it is, for `rasid feed`.
    package struct Plan: Hashable, Codable, Sendable {
        package var at: Timestamp
        /// A sentence: "Retry-After 3600 at 13:10".
        package var reason: String
        /// The publisher named the time (`Retry-After`, `skipHours`, `skipDays`), so that no shorter setting moves it.
        /// `false` when an operator did, so that no hour to be left alone does. `nil` for neither.
        package var isAsked: Bool?
        /// The wait that server and feed asked for (`Cache-Control`, `ttl`), below which no shorter setting brings it.
        /// `nil` for none.
        package var leastWait: Duration?

        package init(at: Timestamp, reason: String, isAsked: Bool? = nil, leastWait: Duration? = nil) {
            self.at = at
            self.reason = reason
            self.isAsked = isAsked
            self.leastWait = leastWait
        }
    }

    /// What a feed itself asks of those who poll it. Said in its body, so a 304 does not repeat it.
    package struct Wishes: Hashable, Codable, Sendable {
        /// RSS `ttl`.
        package var timeToLive: Duration?
        /// `sy:updatePeriod` / `sy:updateFrequency`.
        package var updateInterval: Duration?
        /// Hours in GMT, 0…23.
        package var skipHours: [Int] = []
        /// 0 is Sunday.
        package var skipDays: [Int] = []

        package init() {}
    }

    package struct Failure: Hashable, Codable, Sendable {
        /// `timeout`, `http-403`, `not-a-feed` …
        package var code: String
        package var message: String

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }

    package var id: FeedID
    /// As configured. When it changes, validators and the learnt redirect no longer count.
    package var url: String
    package var state = State.new
    package var stateSince: Timestamp
    /// The feed's own title, as last read.
    package var title: String?
    package var validators: [Validators] = []
    /// Hash of the last body that was parsed.
    package var bodyHash: UInt64?
    /// What that body asked for.
    package var wishes: Wishes?
    package var plan: Plan
    package var lastAttempt: Timestamp?
    package var lastSuccess: Timestamp?
    /// HTTP status of the last answer.
    package var lastStatus: Int?
    package var lastFailure: Failure?
    /// Failed polls in a row.
    package var failures = 0
    package var failingSince: Timestamp?
    /// First time in a row that the server said 410.
    package var goneSince: Timestamp?
    package var lastNewItem: Timestamp?
    /// Times at which new items came, newest last, at most 50: the feed's rhythm.
    package var arrivals: [Timestamp] = []
    /// Where a permanent redirect leads, how often in a row it did, and since when.
    package var redirect: Redirect?
    /// An operator asked not to poll it, then; until it is resumed.
    package var pausedSince: Timestamp?
    /// Feeds that the site's front page named while this one was not found; `nil` when the site was not asked. A hint
    /// for the operator, not obeyed.
    package var siteFeeds: [String]?
    /// Whether its pages give text; `nil` before the first.
    package var pages: PageYield?
    /// Polls done, new items seen, over the feed's life.
    package var polls = 0
    package var itemsSeen = 0

    package struct Redirect: Hashable, Codable, Sendable {
        package var target: String
        package var since: Timestamp
        package var count: Int
        /// The target is asked instead of the configured URL.
        package var isAdopted: Bool

        package init(target: String, since: Timestamp, count: Int = 1, isAdopted: Bool = false) {
            self.target = target
            self.since = since
            self.count = count
            self.isAdopted = isAdopted
        }
    }

    package init(id: FeedID, url: String, now: Timestamp) {
        self.id = id
        self.url = url
        stateSince = now
        plan = Plan(at: now, reason: "never polled")
    }
}
