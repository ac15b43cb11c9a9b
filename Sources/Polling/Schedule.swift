package import NewsModel

/// Every configured feed: its settings, what is remembered of it, and when it is due. Pure: it is told the time.
package struct Schedule: Sendable {
    /// A feed to be polled now.
    package struct Poll: Sendable {
        package let feed: FeedSettings
        package let record: FeedRecord
    }

    private struct Entry: Sendable {
        var feed: FeedSettings
        var record: FeedRecord
    }

    private var entries: [FeedID: Entry] = [:]
    private var queue = FeedQueue()
    /// Handed out and not finished, those of an earlier configuration included.
    private var crowds = HostCrowds()
    /// Articles can not be stored: each feed is asked only at its longest interval.
    private(set) var isHeld = false
    /// The time of the last look; `nil` when plans may have come from anywhere.
    private var lastLook: Timestamp?

    /// A feed that waits for its host's turn is looked at again at the latest then.
    private static let longestWait = Duration.seconds(60)

    /// Feeds that are due at once: the first go at once, the others a moment apart.
    private struct Crowd {
        private var known = 0
        private var new = 0

        private static let burst = 64
        /// From one to the next of feeds that came overdue together.
        private static let spacing = Duration.milliseconds(20)
        /// From one to the next of new feeds. About what a quick network and one processor manage: the feeds that were
        /// here before stay in their rhythm while ten thousand others come.
        private static let spacingOfNew = Duration.milliseconds(2)

        /// How long the next feed waits; `nil` for not at all.
        mutating func pause(isNew: Bool, luck: () -> Double) -> Duration? {
            if isNew { new += 1 } else { known += 1 }
            guard (isNew ? new : known) > Self.burst else { return nil }
            return isNew ? Self.spacingOfNew * (Double(new) + luck()) : Self.spacing * (Double(known) + luck())
        }
    }

    package init() {}

    /// Takes the feeds of a new configuration in place of the old. What was remembered of a feed stays with it.
    ///
    /// - Parameter records: what the archive remembers, for feeds that are not here yet.
    package mutating func replaceFeeds(_ feeds: [FeedSettings], records: [FeedRecord], now: Timestamp) {
        let remembered = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
        let old = entries
        entries = [:]
        queue = FeedQueue()
        crowds.disperse()
        lastLook = nil
        for feed in feeds {
            var record = old[feed.id]?.record ?? remembered[feed.id] ?? FeedRecord(id: feed.id, url: feed.url, now: now)
            if record.url != feed.url { record = renewed(record, for: feed.url, now: now) }
            record = PollDecision(limits: feed.poll, now: now, luck: 0).shortened(record)
            entries[feed.id] = Entry(feed: feed, record: record)
            plan(feed.id)
        }
    }

    /// Feeds that are due, first ones first. Each is under way until ``finish(_:)``.
    ///
    /// - Parameters:
    ///   - perHost: polls of one host under way at once; more would only wait for its pace.
    ///   - luck: 0..<1 for each feed that must be spread.
    ///   - isSpread: feeds that came overdue together, and new ones, are spread; without it all are handed out.
    package mutating func takeDue(
        now: Timestamp, limit: Int, perHost: Int = 4, isSpread: Bool = true, luck: () -> Double
    ) -> [Poll] {
        setStraysRight(now: now)
        var polls: [Poll] = []
        var crowd = Crowd()
        // What is due beyond the limit stays in the queue, untouched: with ten thousand feeds this is asked often.
        while polls.count < limit, let id = queue.takeDue(now: now) {
            guard let known = entries[id] else { continue }
            let host = WebLink.host(of: known.feed.url) ?? ""
            if let later = PollDecision(limits: known.feed.poll, now: now, luck: luck()).postponed(known.record) {
                entries[id]?.record.plan = later
                plan(id)
                if let next = crowds.next(of: host) { plan(next) }
                continue
            }
            let isNew = known.record.polls == 0
            if isSpread, let pause = crowd.pause(isNew: isNew, luck: luck) {
                plan(id, at: now + pause)
                continue
            }
            guard crowds.admit(id, host: host, isNew: isNew, limit: perHost) else {
                plan(id, at: now + Self.longestWait)
                continue
            }
            polls.append(Poll(feed: known.feed, record: known.record))
        }
        return polls
    }

    /// A poll is over: what is remembered from now on, with the next plan in it.
    ///
    /// - Returns: the record to be stored. What an operator said during the poll stays said.
    @discardableResult
    package mutating func finish(_ record: FeedRecord) -> FeedRecord {
        if let next = crowds.finish(record.id) { plan(next) }
        guard let entry = entries[record.id] else { return record }
        // The configuration changed meanwhile: what was learnt belongs to another URL.
        guard entry.feed.url == record.url else {
            plan(record.id)
            return entry.record
        }
        let kept = keepingWhatIsNotThePolls(record)
        remember(kept)
        return kept
    }

    /// The record of a poll, with what others came to know of the feed meanwhile.
    func keepingWhatIsNotThePolls(_ record: FeedRecord) -> FeedRecord {
        guard let known = entries[record.id]?.record else { return record }
        var record = record
        record.pausedSince = known.pausedSince
        record.pages = known.pages
        return record
    }

    /// Takes note of a page of a feed. - Returns: the record to be stored; `nil` when the feed is not here.
    mutating func notePage(of id: FeedID, hasText: Bool, now: Timestamp) -> FeedRecord? {
        guard var record = entries[id]?.record else { return nil }
        var pages = record.pages ?? PageYield()
        pages.note(hasText: hasText, now: now)
        record.pages = pages
        entries[id]?.record = record
        return record
    }

    /// Takes a changed record of a feed that is here, and plans it anew.
    mutating func remember(_ record: FeedRecord) {
        entries[record.id]?.record = record
        plan(record.id)
    }

    func poll(of id: FeedID) -> Poll? { entries[id].map { Poll(feed: $0.feed, record: $0.record) } }

    /// When the next feed is due; `nil` when none is waiting.
    package var nextDue: Timestamp? {
        mutating get { queue.nextDue }
    }

    package var underWay: Int { crowds.underWay }

    package func isUnderWay(_ id: FeedID) -> Bool { crowds.isUnderWay(id) }

    /// Settings and memory of every feed, in no order.
    package var all: [Poll] { entries.values.map { Poll(feed: $0.feed, record: $0.record) } }

    package func feed(_ id: FeedID) -> FeedSettings? { entries[id]?.feed }

    private mutating func plan(_ id: FeedID) {
        crowds.forget(id)
        guard let entry = entries[id], !crowds.isUnderWay(id), !entry.feed.isPaused, entry.record.pausedSince == nil,
            entry.record.state != .gone
        else {
            queue.remove(id)
            return
        }
        plan(id, at: isHeld ? heldPlan(entry) : entry.record.plan.at)
    }

    private mutating func plan(_ id: FeedID, at time: Timestamp) {
        queue.plan(id, at: time, isNew: entries[id]?.record.polls == 0)
    }

    private func heldPlan(_ entry: Entry) -> Timestamp {
        guard let last = entry.record.lastAttempt else { return entry.record.plan.at }
        return max(entry.record.plan.at, last + entry.feed.poll.max)
    }

    /// While nothing can be stored, feeds are asked at their longest interval, and after that as they were planned.
    package mutating func hold(_ isHeld: Bool) {
        guard isHeld != self.isHeld else { return }
        self.isHeld = isHeld
        for id in entries.keys { plan(id) }
    }

    private func renewed(_ record: FeedRecord, for url: String, now: Timestamp) -> FeedRecord {
        var fresh = FeedRecord(id: record.id, url: url, now: now)
        fresh.title = record.title
        fresh.pausedSince = record.pausedSince
        return fresh
    }

    /// Plans made before the clock was set back would freeze a feed: they are made anew.
    private mutating func setStraysRight(now: Timestamp) {
        defer { lastLook = now }
        if let lastLook, now >= lastLook { return }
        for (id, entry) in entries where PollDecision(limits: entry.feed.poll, now: now, luck: 0).isStray(entry.record)
        {
            var entry = entry
            entry.record.lastAttempt = entry.record.lastAttempt.map { min($0, now) }
            entry.record.stateSince = min(entry.record.stateSince, now)
            entry.record.plan = .init(at: now + entry.feed.poll.interval, reason: "the clock was set back")
            entries[id] = entry
            plan(id)
        }
    }
}
