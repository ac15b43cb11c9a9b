import NewsModel
import Synchronization

/// What has been counted and timed since the start, where it happened.
package struct Measurements: Equatable, Sendable {
    /// From the request to the stored items, failures included. Bounds from a fast 304 to the default time limit twice.
    package var pollTime = Histogram(bounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60])
    /// Of one page, without the wait for a thread.
    package var extractTime = Histogram(bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5])
    /// Of one article, from handing it over until it is on disk and announced.
    package var publishTime = Histogram(bounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10])
    /// What became of the items.
    package var articles = Tally(ArticleOutcome.allCases.map(\.rawValue))
    /// Pieces of boilerplate taken out of published articles, by reason.
    package var removals = Tally(Removal.Reason.allCases.map(\.rawValue))
    /// How copies were recognised.
    package var duplicates = Tally(DuplicateLevel.allCases.map(\.rawValue))
    /// Failed writes, by the name of the error number.
    package var writeErrors = Tally(["EACCES", "EDQUOT", "EIO", "ENOSPC", "EROFS"])

    package enum ArticleOutcome: String, CaseIterable, Sendable {
        case written, updated, duplicate, filtered
        case tooShort = "too_short"
        case noText = "no_text"
        case robots, error
    }

    /// By what an item was recognised as one that is told already.
    package enum DuplicateLevel: String, CaseIterable, Sendable {
        /// The feed lists it again, under its id or link.
        case id
        /// Another feed told of the same page.
        case url
        /// The same text, word for word.
        case hash
        /// Nearly the same text.
        case near
    }

    package init() {}
}

/// The measurements of the process, shared by all who measure: a lock around ``Measurements``.
package final class MetricsRegistry: Sendable {
    private let measurements = Mutex(Measurements())

    package init() {}

    /// Counts or times something. `body` runs under the lock, so it does nothing else.
    package func note(_ body: (inout Measurements) -> Void) {
        measurements.withLock { body(&$0) }
    }

    package var current: Measurements { measurements.withLock { $0 } }
}
