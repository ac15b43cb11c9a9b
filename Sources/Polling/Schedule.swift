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
        var isUnderWay = false
    }

    private var entries: [FeedID: Entry] = [:]
    private var queue = DueQueue()

    /// More feeds than this, overdue at once, are spread instead of asked in one go.
    private static let burst = 64
    /// Between two polls of feeds that came overdue together.
    private static let burstSpacing = Duration.milliseconds(20)

    package init() {}

    /// Takes the feeds of a new configuration in place of the old. What was remembered of a feed stays with it.
    ///
    /// - Parameter records: what the archive remembers, for feeds that are not here yet.
    package mutating func replaceFeeds(_ feeds: [FeedSettings], records: [FeedRecord], now: Timestamp) {
        let remembered = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
        let old = entries
        entries = [:]
        queue = DueQueue()
        for feed in feeds {
            var record = old[feed.id]?.record ?? remembered[feed.id] ?? FeedRecord(id: feed.id, url: feed.url, now: now)
            if record.url != feed.url { record = renewed(record, for: feed.url, now: now) }
            // A shorter interval in the new settings counts from the last poll on.
            if let last = record.lastAttempt, record.failures == 0, record.plan.at > last + feed.poll.max * 2 {
                record.plan = .init(at: last + feed.poll.max, reason: "the configured maximum")
            }
            entries[feed.id] = Entry(feed: feed, record: record, isUnderWay: old[feed.id]?.isUnderWay ?? false)
            plan(feed.id)
        }
    }

    /// Feeds that are due, first ones first. Each is under way until ``finish(_:)``.
    ///
    /// - Parameters:
    ///   - luck: 0..<1 for each feed that must be spread.
    ///   - isSpread: feeds that came overdue together are spread; without it all are handed out.
    package mutating func takeDue(
        now: Timestamp, limit: Int, isSpread: Bool = true, luck: () -> Double
    ) -> [Poll] {
        setStraysRight(now: now)
        let due = queue.takeDue(now: now, limit: .max)
        var polls: [Poll] = []
        let spread = Self.burstSpacing * due.count
        for (position, entry) in due.enumerated() {
            guard var known = entries[entry.feed] else { continue }
            let isLate = isSpread && position >= Self.burst && known.record.polls > 0
            if polls.count >= limit || isLate {
                queue.plan(entry.feed, at: isLate && polls.count < limit ? now + spread * luck() : entry.at)
                continue
            }
            known.isUnderWay = true
            entries[entry.feed] = known
            polls.append(Poll(feed: known.feed, record: known.record))
        }
        return polls
    }

    /// A poll is over: what is remembered from now on, with the next plan in it.
    package mutating func finish(_ record: FeedRecord) {
        guard var entry = entries[record.id] else { return }
        entry.isUnderWay = false
        // The configuration changed meanwhile: what was learnt belongs to another URL.
        if entry.feed.url == record.url { entry.record = record }
        entries[record.id] = entry
        plan(record.id)
    }

    /// When the next feed is due; `nil` when none is waiting.
    package var nextDue: Timestamp? {
        mutating get { queue.first?.at }
    }

    package var underWay: Int { entries.values.count(where: \.isUnderWay) }

    /// Settings and memory of every feed, by name.
    package var all: [Poll] {
        entries.values.map { Poll(feed: $0.feed, record: $0.record) }.sorted { $0.feed.id < $1.feed.id }
    }

    package func feed(_ id: FeedID) -> FeedSettings? { entries[id]?.feed }

    private mutating func plan(_ id: FeedID) {
        guard let entry = entries[id], !entry.isUnderWay, !entry.feed.isPaused, entry.record.state != .gone else {
            queue.remove(id)
            return
        }
        queue.plan(id, at: entry.record.plan.at)
    }

    private func renewed(_ record: FeedRecord, for url: String, now: Timestamp) -> FeedRecord {
        var fresh = FeedRecord(id: record.id, url: url, now: now)
        fresh.title = record.title
        return fresh
    }

    /// Plans made before the clock was set back would freeze a feed: they are made anew.
    private mutating func setStraysRight(now: Timestamp) {
        guard let sample = entries.values.first(where: { $0.record.lastAttempt != nil }),
            PollDecision(limits: sample.feed.poll, now: now, luck: 0).isStray(sample.record)
        else { return }
        for (id, entry) in entries where PollDecision(limits: entry.feed.poll, now: now, luck: 0).isStray(entry.record)
        {
            var entry = entry
            entry.record.lastAttempt = now
            entry.record.plan = .init(at: now + entry.feed.poll.interval, reason: "the clock was set back")
            entries[id] = entry
            plan(id)
        }
    }
}
