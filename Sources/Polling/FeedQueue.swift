import NewsModel

/// The feeds by the time of their next poll. While feeds that were polled before and new ones are due they take turns:
/// ten thousand new feeds do not push the others out of their rhythm, nor the others them.
struct FeedQueue: Sendable {
    private var known = DueQueue()
    private var new = DueQueue()
    private var isNewFirst = false

    /// Plans a feed, in place of what was planned for it.
    mutating func plan(_ feed: FeedID, at time: Timestamp, isNew: Bool) {
        if isNew {
            known.remove(feed)
            new.plan(feed, at: time)
        } else {
            new.remove(feed)
            known.plan(feed, at: time)
        }
    }

    mutating func remove(_ feed: FeedID) {
        known.remove(feed)
        new.remove(feed)
    }

    /// When the next feed is due; `nil` when none is planned.
    var nextDue: Timestamp? {
        mutating get { [known.first?.at, new.first?.at].compactMap(\.self).min() }
    }

    /// Takes out the feed whose turn it is; `nil` when none is due.
    mutating func takeDue(now: Timestamp) -> FeedID? {
        defer { isNewFirst.toggle() }
        return isNewFirst
            ? new.takeFirst(now: now) ?? known.takeFirst(now: now)
            : known.takeFirst(now: now) ?? new.takeFirst(now: now)
    }
}

extension DueQueue {
    fileprivate mutating func takeFirst(now: Timestamp) -> FeedID? { takeDue(now: now, limit: 1).first?.feed }
}
