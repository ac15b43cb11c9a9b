import Monitoring
import NewsModel

/// What is wrong with one feed, though its polls may be fine.
extension StatusProblems {
    /// The problem of a feed; at most one, the worst.
    static func problem(of poll: Schedule.Poll, now: Timestamp) -> StatusSnapshot.Problem? {
        failure(of: poll.record) ?? thinPages(of: poll.record) ?? silence(of: poll.record, now: now)
    }

    /// A feed that fails is news after so many polls in a row: one miss is the web's normal life.
    private static let failuresWorthTelling = 3

    private static func failure(of record: FeedRecord) -> StatusSnapshot.Problem? {
        let name = record.id.name
        if record.state == .gone {
            return .init(
                id: "feed-gone", severity: .warning, feed: name, since: record.stateSince, count: record.failures,
                message: "410 Gone: remove it from feeds.yaml or give its new address")
        }
        guard record.failures >= failuresWorthTelling, let failure = record.lastFailure else { return nil }
        return .init(
            id: id(of: failure), severity: .warning, feed: name,
            since: record.failingSince ?? record.stateSince, count: record.failures,
            message: failure.message + hint(record), nextTry: record.plan.at)
    }

    /// Where a feed that is not found may be now.
    private static func hint(_ record: FeedRecord) -> String {
        guard let first = record.siteFeeds?.first else { return "" }
        return "; its site names the feed \(first)"
    }

    /// `feed-403`, `feed-timeout`, `feed-html-page`.
    private static func id(of failure: FeedRecord.Failure) -> String {
        var code = failure.code[...]
        for prefix in ["http-", "feed-"] where code.hasPrefix(prefix) { code = code.dropFirst(prefix.count) }
        return "feed-" + code.map { $0 == "_" ? "-" : $0 }
    }

    /// Pages that stopped giving text.
    private static func thinPages(of record: FeedRecord) -> StatusSnapshot.Problem? {
        guard let pages = record.pages, let since = pages.lowSince else { return nil }
        return .init(
            id: "extract-low", severity: .warning, feed: record.id.name, since: since, count: pages.withoutText,
            message: "\(pages.withoutText) of the last \(pages.pages) pages gave no text: layout changed?",
            nextTry: record.plan.at)
    }

    /// A feed that is read and brings nothing, unusually long for its own rhythm.
    private static func silence(of record: FeedRecord, now: Timestamp) -> StatusSnapshot.Problem? {
        guard record.state == .ok, let last = record.lastNewItem, let usual = FeedRhythm.usualGap(record) else {
            return nil
        }
        let silence = now - last
        guard silence > max(shortestSilence, usual.longest * 3, usual.mean * 10) else { return nil }
        return .init(
            id: "feed-quiet", severity: .warning, feed: record.id.name, since: last,
            message: "polls are fine, but nothing new came; usual is something every \(usual.mean.brief)",
            nextTry: record.plan.at)
    }

    /// A long weekend is no problem.
    private static let shortestSilence = Duration.seconds(4 * 86_400)
}

extension FeedRhythm {
    /// Arrivals before a silence can be called unusual.
    private static let neededForSilence = 10

    /// The mean and the longest time between two arrivals; `nil` while too little is known.
    static func usualGap(_ record: FeedRecord) -> (mean: Duration, longest: Duration)? {
        let arrivals = record.arrivals
        guard arrivals.count >= neededForSilence, let first = arrivals.first, let last = arrivals.last, last > first
        else { return nil }
        let longest = zip(arrivals.dropFirst(), arrivals).map { $0 - $1 }.max() ?? .zero
        return ((last - first) / (arrivals.count - 1), longest)
    }
}
