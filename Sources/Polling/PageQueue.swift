package import NewsModel
package import Storing

extension PendingItem {
    /// Where the article's page is: the publisher's own address before that of a redirector.
    var pageLink: String? { item.originalLink ?? item.link }
}

/// The items that wait for their article, handed out host by host so that a slow or long one holds up no other.
package struct PageQueue: Sendable {
    /// Items by host, first come first, and since when; `""` holds those that need no page.
    private var waiting: [String: [(item: PendingItem, since: Timestamp)]] = [:]
    /// Hosts in the order of their turn.
    private var turns: [String] = []
    private var underWay: [String: Int] = [:]
    /// By version: an article may change while its last version is still being written.
    private var known: Set<Key> = []
    package private(set) var count = 0

    /// Items held in memory; what does not fit stays in the archive and is asked for again.
    package static let capacity = 4096
    /// Items of one host under way at once. The fetcher paces them; more would only wait there.
    private static let perHost = 4

    private struct Key: Hashable {
        let id: ArticleID
        let version: Int

        init(_ item: PendingItem) {
            id = item.id
            version = item.version
        }
    }

    package init() {}

    /// Whether nothing waits and nothing is under way.
    package var isIdle: Bool { known.isEmpty }

    package var isFull: Bool { count >= Self.capacity }

    /// Since when the first one waits.
    package var oldest: Timestamp? { waiting.values.compactMap(\.first?.since).min() }

    /// Adds an item that is not yet here. - Returns: whether it was taken.
    @discardableResult
    package mutating func add(_ item: PendingItem, now: Timestamp) -> Bool {
        guard !isFull, known.insert(Key(item)).inserted else { return false }
        let host = item.pageLink.flatMap { WebLink.host(of: $0) } ?? ""
        if waiting[host] == nil { turns.append(host) }
        waiting[host, default: []].append((item, now))
        count += 1
        return true
    }

    /// The next item of the host whose turn it is; `nil` when every host with items is busy.
    package mutating func next() -> PendingItem? {
        for position in turns.indices {
            let host = turns[position]
            guard underWay[host, default: 0] < Self.perHost, var items = waiting[host], !items.isEmpty else { continue }
            let item = items.removeFirst().item
            turns.remove(at: position)
            if items.isEmpty {
                waiting[host] = nil
            } else {
                waiting[host] = items
                turns.append(host)
            }
            underWay[host, default: 0] += 1
            count -= 1
            return item
        }
        return nil
    }

    /// The item is dealt with, one way or another.
    package mutating func finish(_ item: PendingItem) {
        let host = item.pageLink.flatMap { WebLink.host(of: $0) } ?? ""
        known.remove(Key(item))
        let left = underWay[host, default: 1] - 1
        underWay[host] = left > 0 ? left : nil
    }
}
