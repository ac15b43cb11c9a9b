import Fetching
import NewsModel

/// The feeds that are due but wait for others of their host, so that a host with thousands of feeds takes no place from
/// the rest. Pure.
///
/// Feeds that were never polled and those that were take turns: neither keeps the other waiting.
struct HostCrowds: Sendable {
    private struct Crowd: Sendable {
        var underWay = 0
        var known = FIFO<FeedID>()
        var new = FIFO<FeedID>()
        var isNewFirst = false

        /// The first of those that still wait, from the queue whose turn it is if there is one.
        mutating func next(of waiting: Set<FeedID>) -> FeedID? {
            defer { isNewFirst.toggle() }
            return isNewFirst
                ? Self.first(of: waiting, in: &new) ?? Self.first(of: waiting, in: &known)
                : Self.first(of: waiting, in: &known) ?? Self.first(of: waiting, in: &new)
        }

        private static func first(of waiting: Set<FeedID>, in queue: inout FIFO<FeedID>) -> FeedID? {
            while let feed = queue.popFirst() {
                if waiting.contains(feed) { return feed }
            }
            return nil
        }
    }

    private var crowds: [String: Crowd] = [:]
    /// The host of each poll under way, as it was when the poll began.
    private var hosts: [FeedID: String] = [:]
    /// Who waits. What a queue holds beyond them was planned otherwise meanwhile.
    private var waiting: Set<FeedID> = []

    /// Polls under way.
    var underWay: Int { hosts.count }

    func isUnderWay(_ feed: FeedID) -> Bool { hosts[feed] != nil }

    /// Begins a poll, or has the feed wait for its turn.
    ///
    /// - Parameter limit: polls of one host under way at once.
    /// - Returns: whether the poll begins.
    mutating func admit(_ feed: FeedID, host: String, isNew: Bool, limit: Int) -> Bool {
        guard crowds[host, default: Crowd()].underWay >= limit else {
            crowds[host, default: Crowd()].underWay += 1
            hosts[feed] = host
            waiting.remove(feed)
            return true
        }
        if waiting.insert(feed).inserted {
            if isNew {
                crowds[host, default: Crowd()].new.append(feed)
            } else {
                crowds[host, default: Crowd()].known.append(feed)
            }
        }
        return false
    }

    /// The feed does not wait any more: it is planned for another time, or not at all.
    mutating func forget(_ feed: FeedID) {
        waiting.remove(feed)
    }

    /// A poll is over. - Returns: the feed of that host whose turn it is.
    mutating func finish(_ feed: FeedID) -> FeedID? {
        guard let host = hosts.removeValue(forKey: feed) else { return nil }
        crowds[host]?.underWay -= 1
        return next(of: host)
    }

    /// The feed of a host whose turn it is, once those before it have begun or gave their turn up.
    mutating func next(of host: String) -> FeedID? {
        guard var crowd = crowds.removeValue(forKey: host) else { return nil }
        let next = crowd.next(of: waiting)
        if crowd.underWay > 0 || next != nil { crowds[host] = crowd }
        return next
    }

    /// Nobody waits any more; polls go on.
    mutating func disperse() {
        waiting = []
        for host in crowds.keys {
            crowds[host]?.known.removeAll()
            crowds[host]?.new.removeAll()
        }
    }
}
