package import NewsModel

/// What happens while feeds are watched, for logs and for a person who looks on.
package enum WatchEvent: Sendable {
    case started(feeds: Int, outbox: String)
    case polled(FeedID, title: String?, newItems: Int, known: Int)
    case unchanged(FeedID)
    /// - Parameter isNews: the feed was well before, or fails in another way than before.
    case failed(FeedID, FeedRecord.Failure, next: FeedRecord.Plan, isNews: Bool)
    case recovered(FeedID, after: Int)
    case gone(FeedID)
    case moved(FeedID, to: String)
    /// An operator does not want it polled, or wants it again.
    case paused(FeedID)
    case resumed(FeedID)
    /// The feed is not found; these its site names instead.
    case siteFeeds(FeedID, [String])
    case published(file: String, feed: FeedID, title: String?, version: Int)
    case duplicate(ArticleID, of: ArticleID, feed: FeedID, title: String?)
    case setAside(ArticleID, feed: FeedID, reason: String)
    case pageFailed(ArticleID, feed: FeedID, url: String, reason: String)
    case network(isUp: Bool)
    case outboxFailed(String)
    case outboxRecovered
    case indexDamaged(String)
    case indexNotChecked(String)
    case metricsFailed(String)
    case metricsRecovered
    case diskLow(String)
    case diskRecovered
    case reloaded(feeds: Int)
    case reloadRefused(String)
    case stopping
}
