package import Monitoring
package import NewsModel

/// What the jobs of the watch share. A value; ``Watch`` puts a lock around it.
package struct WatchState: Sendable {
    package var schedule = Schedule()
    package var pages = PageQueue()
    package var network = NetworkHealth()
    package var counters = Counters()
    package var recent = RecentPolls()
    package var history = MinuteHistory()
    /// As it was last looked at.
    package private(set) var disk: Disk?
    /// Records that changed since they were last stored.
    package var unsaved: [FeedID: FeedRecord] = [:]
    /// Records before the failures that may turn out to be our own outage, and when those failures began.
    package var suspects: [FeedID: (before: FeedRecord, since: Timestamp)] = [:]
    /// What cannot be stored now, why and since when.
    private(set) var storageFailures: [StorageUse: StorageFailure] = [:]
    /// Items whose articles could not be stored: to be given back, so that they come as soon as something can be.
    package var unstored: [ArticleID] = []
    package var reloadFailure: (message: String, since: Timestamp)?
    /// When the index was last looked through, and what was wrong with it.
    package var indexCheck: (at: Timestamp, faults: [String])?
    package var metricsFailure: (message: String, since: Timestamp)?
    /// Of a run with `--once`: every feed that was due has been polled.
    package var isPollingDone = false
    /// Page jobs under way.
    package var pageJobs = 0
    /// Totals of a run with `--once`, and what the progress line shows.
    package var progress = WatchProgress()

    package typealias StorageFailure = (message: String, since: Timestamp)

    package init() {}

    /// Why the outbox or the index cannot be written, since when.
    package var storageFailure: StorageFailure? { storageFailures.values.min { $0.since < $1.since } }

    /// Articles can be stored, so that their pages are not fetched in vain. The status is a convenience.
    package var takesArticles: Bool { storageFailures[.articles] == nil && storageFailures[.records] == nil }

    /// Takes note of a failed or a successful write; `nil` is success. One use that works says nothing of another: on
    /// a full disk what needs no room goes on.
    ///
    /// - Returns: the event, when storing began to fail or nothing fails any more.
    package mutating func noteStorage(_ use: StorageUse, failure: String?, now: Timestamp) -> WatchEvent? {
        let wasWell = storageFailures.isEmpty
        if let failure {
            storageFailures[use] = (failure, storageFailures[use]?.since ?? now)
            schedule.hold(!takesArticles)
            return wasWell ? .outboxFailed(failure) : nil
        }
        storageFailures[use] = nil
        schedule.hold(!takesArticles)
        return !wasWell && storageFailures.isEmpty ? .outboxRecovered : nil
    }

    /// Takes note of how long the disk will do.
    ///
    /// - Returns: the event, when it became low or is no longer.
    package mutating func note(_ outlook: DiskOutlook, now: Timestamp) -> WatchEvent? {
        let before = disk?.lowSince
        let lowSince = outlook.severity == nil ? nil : before ?? now
        let noted = Disk(outlook: outlook, lowSince: lowSince)
        disk = noted
        guard (before == nil) != (lowSince == nil) else { return nil }
        return lowSince == nil ? .diskRecovered : .diskLow(noted.words)
    }

    /// The disk of the outbox, and since when it is low.
    package struct Disk: Equatable, Sendable {
        package let outlook: DiskOutlook
        package let lowSince: Timestamp?

        var words: String {
            let days = outlook.daysLeft.map { ", \($0) days at this rate" } ?? ""
            return "\(outlook.free >> 20) MB of \(outlook.total >> 20) MB free\(days)"
        }
    }

    /// Keeps the record of a feed as it was before a failure that may be our own outage's.
    package mutating func suspect(_ before: FeedRecord, now: Timestamp) {
        if let known = suspects[before.id], now - known.since <= NetworkHealth.memory { return }
        suspects[before.id] = (before, now)
    }

    /// Takes out the records before the failures of the last minutes. Feeds that failed for longer failed by themselves.
    package mutating func takeSuspects(now: Timestamp) -> [FeedRecord] {
        defer { suspects = [:] }
        return suspects.values.filter { now - $0.since <= NetworkHealth.memory }.map(\.before)
    }
}

/// For what something is stored.
package enum StorageUse: Sendable {
    case articles, records, status
}

/// How far a run is.
package struct WatchProgress: Equatable, Sendable {
    package var feedsDue = 0
    package var feedsDone = 0
    package var feedsFailed = 0
    package var itemsFound = 0
    package var itemsDone = 0
    package var itemsPostponed = 0

    package init() {}
}

/// What a run did, for its last line.
package struct WatchSummary: Equatable, Sendable {
    package let feedsDone: Int
    package let feedsFailed: Int
    package let written: Int
    package let updated: Int
    package let duplicates: Int
    /// Items of which no article came: filtered, without text, refused by robots.txt.
    package let leftOut: Int
    /// Items that wait for another try.
    package let waiting: Int
    package let storageFailure: String?

    init(_ state: WatchState) {
        let articles = state.counters.articles
        feedsDone = state.progress.feedsDone
        feedsFailed = state.progress.feedsFailed
        written = articles.written
        updated = articles.updated
        duplicates = articles.duplicates
        leftOut = articles.filtered + articles.withoutText + articles.refusedByRobots + articles.failed
        waiting = state.progress.itemsPostponed
        storageFailure = state.storageFailure?.message
    }
}
