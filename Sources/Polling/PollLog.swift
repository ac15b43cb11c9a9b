package import Logging
import NewsModel
import Synchronization

/// The log of the watch: a constant message, the data beside it. One line for each change of state, not for each try;
/// of what the web can bring by the thousand only the first, and then their number.
package final class PollLog: Sendable {
    private struct Line {
        let level: Logger.Level
        let message: Logger.Message
        let metadata: Logger.Metadata
    }

    private let logger: Logger
    private let throttle = Mutex(LogThrottle())

    package init(_ logger: Logger) {
        self.logger = logger
    }

    /// Writes an event's line, if it has one.
    ///
    /// - Parameter host: the host it is about.
    package func note(_ event: WatchEvent, host: String? = nil, now: ContinuousClock.Instant = .now) {
        guard let line = line(for: event), logger.logLevel <= line.level else { return }
        let name = event.logName
        // Lines for those who hunt a fault are not counted against what the others are told.
        if let name, name.isThrottled, line.level > .debug, !throttle.withLock({ $0.admits(name, now: now) }) { return }
        var metadata = line.metadata
        if let name { metadata["event"] = "\(name.rawValue)" }
        if let host { metadata["host"] = "\(host)" }
        logger.log(level: line.level, line.message, metadata: metadata)
    }

    /// Tells how much was not told one by one, once its time is over.
    ///
    /// - Parameter isFinal: nothing comes after this.
    package func summarise(now: ContinuousClock.Instant = .now, isFinal: Bool = false) {
        for (event, count) in throttle.withLock({ $0.takeUntold(now: now, isFinal: isFinal) }) {
            logger.notice(
                "more of the same, not told one by one", metadata: ["event": "\(event.rawValue)", "count": "\(count)"])
        }
    }

    /// A feed that did not answer is the web's normal life; one that is gone wants an operator.
    private func line(for event: WatchEvent) -> Line? {
        switch event {
        case .started(let feeds, let outbox):
            write(.notice, "watching", ["feeds": "\(feeds)", "outbox": "\(outbox)"])
        case .polled(let feed, _, let newItems, _):
            write(newItems > 0 ? .info : .debug, "feed polled", ["feed.id": "\(feed)", "items.new": "\(newItems)"])
        case .unchanged(let feed):
            write(.debug, "feed unchanged", ["feed.id": "\(feed)"])
        case .failed(let feed, let failure, let next, let isNews):
            write(
                isNews ? .info : .debug, "feed not polled",
                [
                    "feed.id": "\(feed)", "error.code": "\(failure.code)", "error": "\(failure.message)",
                    "next": "\(next.at.rfc3339)",
                ])
        case .recovered(let feed, let tries):
            write(.info, "feed recovered", ["feed.id": "\(feed)", "failures": "\(tries)"])
        case .gone(let feed):
            write(.warning, "feed is gone", ["feed.id": "\(feed)"])
        case .paused(let feed):
            write(.notice, "feed paused by an operator", ["feed.id": "\(feed)"])
        case .resumed(let feed):
            write(.notice, "feed resumed by an operator", ["feed.id": "\(feed)"])
        case .moved(let feed, let target):
            write(.notice, "feed moved for good", ["feed.id": "\(feed)", "feed.url": "\(target)"])
        case .siteFeeds(let feed, let found):
            write(
                .notice, "feed not found, its site names others",
                ["feed.id": "\(feed)", "site.feeds": "\(found.joined(separator: " "))"])
        default:
            articleLine(event)
        }
    }

    private func articleLine(_ event: WatchEvent) -> Line? {
        switch event {
        case .published(let file, let feed, _, let version):
            write(.info, "article published", ["file": "\(file)", "feed.id": "\(feed)", "version": "\(version)"])
        case .duplicate(let article, let original, let feed, _):
            write(
                .info, "copy recognised",
                ["article.id": "\(article)", "original.id": "\(original)", "feed.id": "\(feed)"])
        case .setAside(let article, let feed, let reason):
            write(.info, "no article", ["article.id": "\(article)", "feed.id": "\(feed)", "reason": "\(reason)"])
        case .pageFailed(let article, let feed, let url, let reason):
            write(
                .info, "page not fetched",
                ["article.id": "\(article)", "feed.id": "\(feed)", "page.url": "\(url)", "error": "\(reason)"])
        default:
            processLine(event)
        }
    }

    private func processLine(_ event: WatchEvent) -> Line? {
        switch event {
        case .network(let isUp):
            write(isUp ? .notice : .warning, isUp ? "network is back" : "network seems down", [:])
        case .outboxFailed(let reason):
            write(.error, "outbox cannot be written", ["error": "\(reason)"])
        case .outboxRecovered:
            write(.notice, "outbox can be written again", [:])
        case .indexDamaged(let fault):
            write(.error, "index is damaged", ["error": "\(fault)"])
        case .indexNotChecked(let reason):
            write(.warning, "index could not be looked through", ["error": "\(reason)"])
        case .metricsFailed(let reason):
            write(.warning, "metrics cannot be handed on", ["error": "\(reason)"])
        case .metricsRecovered:
            write(.notice, "metrics are handed on again", [:])
        case .diskLow(let words):
            write(.warning, "disk is low", ["disk": "\(words)"])
        case .diskRecovered:
            write(.notice, "disk is no longer low", [:])
        case .reloaded(let feeds):
            write(.notice, "configuration reloaded", ["feeds": "\(feeds)"])
        case .reloadRefused(let reason):
            write(.error, "configuration refused, the old one stays", ["error": "\(reason)"])
        case .stopping:
            write(.notice, "stopping", [:])
        default:
            nil
        }
    }

    private func write(_ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata) -> Line {
        Line(level: level, message: message, metadata: metadata)
    }
}
