import FeedParsing
package import Fetching
package import NewsModel

/// What one request for a feed brought.
package struct PolledFeed: Sendable {
    package var outcome: PollOutcome
    /// The feed, when a new body was read.
    package var feed: Feed?
    /// To be remembered with the items, in one step. `nil` leaves those that are remembered.
    package var validators: Validators?
    package var bodyHash: UInt64?
    /// What the feed asks of those who poll, when a new body was read.
    package var wishes: FeedRecord.Wishes?
    /// Whether any server was reached, for telling our own outage; `nil` when none was asked.
    package var isHostReached: Bool? = true
    /// The host whose answer the status of an error is, after redirects.
    package var refusingHost: String?
    /// Feeds that the site's front page names, when it was asked.
    package var siteFeeds: [String]?
    /// What it brought is in the archive, or nothing was to be stored.
    package var isStored = true
}

/// Asks for one feed and reads it. Decides nothing about when or what next.
package struct FeedPoller: Sendable {
    package let fetcher: Fetcher
    package let workers: WorkQueues
    /// `user:password` of a credential's name; `nil` when there is none.
    package let credential: @Sendable (String) -> String?
    private let now: @Sendable () -> Timestamp

    package init(
        fetcher: Fetcher, workers: WorkQueues, now: @escaping @Sendable () -> Timestamp,
        credential: @escaping @Sendable (String) -> String?
    ) {
        self.fetcher = fetcher
        self.workers = workers
        self.now = now
        self.credential = credential
    }

    /// One poll: at most one request and its redirects.
    package func poll(_ feed: FeedSettings, _ record: FeedRecord) async -> PolledFeed {
        do {
            return await read(try await fetcher.fetch(request(feed, record)), record)
        } catch {
            return failed(error)
        }
    }

    func request(_ feed: FeedSettings, _ record: FeedRecord) -> FetchRequest {
        var request = FetchRequest(feed.url, kind: .feed)
        if let redirect = record.redirect, redirect.isAdopted, mayMove(feed, to: redirect.target) {
            request.url = redirect.target
        }
        request.validators = record.validators
        request.headers = feed.headers
        request.credentials = feed.credential.flatMap(credential)
        request.userAgent = feed.userAgent
        return request
    }

    /// What is meant for the feed's own origin must not be sent to another: such a feed is asked where it was, and
    /// the redirect followed without.
    private func mayMove(_ feed: FeedSettings, to target: String) -> Bool {
        (feed.headers.isEmpty && feed.credential == nil) || WebLink.origin(of: feed.url) == WebLink.origin(of: target)
    }

    private func read(_ response: FetchResponse, _ record: FeedRecord) async -> PolledFeed {
        var hints = ServerHints(response)
        hints.wishes = record.wishes ?? FeedRecord.Wishes()
        if response.isNotModified {
            var polled = PolledFeed(outcome: PollOutcome(.unchanged, status: response.status, hints: hints))
            // A 304 may bring new validators; RFC 9111 section 4.3.4.
            polled.validators = response.validators.isEmpty ? nil : response.validators
            polled.outcome.permanentTarget = response.permanentTarget
            return polled
        }
        let hash = StableHash.of(response.body)
        if hash == record.bodyHash {
            var polled = PolledFeed(outcome: PollOutcome(.unchanged, status: response.status, hints: hints))
            polled.validators = response.validators
            polled.bodyHash = hash
            polled.outcome.permanentTarget = response.permanentTarget
            return polled
        }
        let context = FeedContext(response)
        let body = response.body
        switch await workers.run({ Result<Feed, FeedError>(catching: parse(body, context)) }) {
        case .success(var feed):
            // Only what changed, so nothing that is not in it was withdrawn. RFC 3229.
            if response.status == 226 { feed.isComplete = false }
            hints.wishes = FeedRecord.Wishes(feed)
            feed.markCalendar(now: now())
            var outcome = PollOutcome(.read(newItems: 0), status: response.status, hints: hints)
            outcome.permanentTarget = response.permanentTarget
            return PolledFeed(
                outcome: outcome, feed: feed, validators: response.validators, bodyHash: hash, wishes: hints.wishes)
        case .failure(let error):
            let failure = FeedRecord.Failure(code: "feed-\(error.code.rawValue)", message: "\(error)")
            return PolledFeed(outcome: PollOutcome(.failed(failure), status: response.status, hints: hints))
        }
    }

    private func failed(_ error: FetchError) -> PolledFeed {
        if error.kind == .held {
            return PolledFeed(outcome: PollOutcome(.held(error.retryAfter ?? .seconds(60))), isHostReached: nil)
        }
        var hints = ServerHints()
        hints.retryAfter = error.retryAfter
        let failure = FeedRecord.Failure(code: error.code, message: "\(error)")
        var polled = PolledFeed(outcome: PollOutcome(.failed(failure), status: error.status, hints: hints))
        polled.isHostReached = error.saysHostWasReached
        if error.status != nil { polled.refusingHost = Fetcher.host(of: error.url) }
        return polled
    }
}

extension FetchError {
    /// `nil` for what failed before any host was asked.
    fileprivate var saysHostWasReached: Bool? {
        switch kind {
        case .resolve, .connect: false
        case .badURL, .badRequestHeader, .refusedAddress, .refusedScheme, .held, .cancelled, .closed, .system: nil
        default: true
        }
    }
}

/// Parsing as a closure that throws what it says.
private func parse(
    _ body: [UInt8], _ context: FeedContext
) -> () throws(FeedError) -> Feed {
    { () throws(FeedError) -> Feed in try FeedParser.parse(body, context: context) }
}

extension FeedContext {
    fileprivate init(_ response: FetchResponse) {
        let names = ["content-type", "content-location", "content-language"]
        self.init(
            url: response.finalURL,
            headers: names.compactMap { name in response.headers[name].map { (name, $0) } })
    }
}

extension Feed {
    /// Marks the items of a feed whose dates all lie more than a day ahead; one such date alone is a mistake.
    fileprivate mutating func markCalendar(now: Timestamp) {
        let dates = items.compactMap { $0.published ?? $0.updated }
        guard dates.count > 1, dates.allSatisfy({ $0 > now + PollDecision.day }) else { return }
        for index in items.indices { items[index].isCalendarEntry = true }
    }
}

extension ServerHints {
    fileprivate init(_ response: FetchResponse) {
        self.init()
        retryAfter = response.freshness.retryAfter
        freshness = response.freshness.lifetime
        hasValidators = !response.validators.isEmpty || response.isNotModified
    }

}

extension FeedRecord.Wishes {
    fileprivate init(_ feed: Feed) {
        self.init()
        timeToLive = feed.timeToLive.flatMap { $0 > 0 ? .seconds(Int64(min($0, 100_000)) * 60) : nil }
        updateInterval = feed.updateInterval
        skipHours = feed.skipHours
        let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        skipDays = feed.skipDays.compactMap { names.firstIndex(of: $0.lowercased()) }
    }
}
