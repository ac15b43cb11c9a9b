package import NewsModel

/// What happened since the start. A value; whoever shares it puts a lock around it.
package struct Counters: Codable, Equatable, Sendable {
    package var polls = Polls()
    package var articles = Articles()

    package struct Polls: Codable, Equatable, Sendable {
        package var withNews = 0
        package var withoutNews = 0
        package var notModified = 0
        package var failed = 0

        package init() {}
    }

    package struct Articles: Codable, Equatable, Sendable {
        package var written = 0
        package var updated = 0
        package var duplicates = 0
        package var filtered = 0
        package var withoutText = 0
        package var refusedByRobots = 0
        package var failed = 0

        package init() {}
    }

    package enum ArticleOutcome: Sendable {
        case written, updated, duplicate, filtered, noText, robots, failed
    }

    package init() {}

    package mutating func count(_ outcome: ArticleOutcome) {
        switch outcome {
        case .written: articles.written += 1
        case .updated: articles.updated += 1
        case .duplicate: articles.duplicates += 1
        case .filtered: articles.filtered += 1
        case .noText: articles.withoutText += 1
        case .robots: articles.refusedByRobots += 1
        case .failed: articles.failed += 1
        }
    }
}

/// The last few thousand polls, for "how is it just now".
package struct RecentPolls: Sendable {
    package enum Result: Sendable { case new, unchanged, notModified, error }

    private struct Poll {
        let at: Timestamp
        let result: Result
        let milliseconds: Int64
    }

    private var polls: [Poll] = []
    package static let window = Duration.seconds(300)
    private static let capacity = 10_000

    package init() {}

    package mutating func add(_ result: Result, took: Duration, now: Timestamp) {
        polls.append(Poll(at: now, result: result, milliseconds: took.wholeMilliseconds))
        if polls.count > Self.capacity { polls.removeFirst(polls.count / 2) }
    }

    package func summary(now: Timestamp) -> StatusSnapshot.Polls {
        let recent = polls.filter { now - $0.at <= Self.window }
        let times = recent.map(\.milliseconds).sorted()
        var summary = StatusSnapshot.Polls()
        summary.new = recent.count { $0.result == .new }
        summary.notModified = recent.count { $0.result == .notModified }
        summary.unchanged = recent.count { $0.result == .unchanged } + summary.notModified
        summary.errors = recent.count { $0.result == .error }
        if !times.isEmpty { summary.p95Milliseconds = times[min(times.count - 1, times.count * 95 / 100)] }
        return summary
    }
}
