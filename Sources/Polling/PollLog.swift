package import Logging
import NewsModel

/// The log of the watch: a constant message, the data beside it. One line for each change of state, not for each try.
package struct PollLog: Sendable {
    private let logger: Logger

    package init(_ logger: Logger) {
        self.logger = logger
    }

    /// A feed that did not answer is the web's normal life; one that is gone wants an operator.
    package func note(_ event: WatchEvent) {
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
            noteArticle(event)
        }
    }

    private func noteArticle(_ event: WatchEvent) {
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
            noteProcess(event)
        }
    }

    private func noteProcess(_ event: WatchEvent) {
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
        case .reloaded(let feeds):
            write(.notice, "configuration reloaded", ["feeds": "\(feeds)"])
        case .reloadRefused(let reason):
            write(.error, "configuration refused, the old one stays", ["error": "\(reason)"])
        case .stopping:
            write(.notice, "stopping", [:])
        default:
            break
        }
    }

    private func write(_ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata) {
        logger.log(level: level, message, metadata: metadata)
    }
}
