package import NewsModel

/// The feeds by the time of their next poll: a binary heap, so that ten thousand feeds cost nothing to wait for.
package struct DueQueue: Sendable {
    package struct Entry: Equatable, Sendable {
        package let at: Timestamp
        package let feed: FeedID
    }

    private var heap: [Entry] = []
    /// The time that counts for a feed; entries of the heap that say otherwise are leftovers.
    private var current: [FeedID: Timestamp] = [:]

    package init() {}

    package var count: Int { current.count }

    /// Plans a feed, in place of what was planned for it.
    package mutating func plan(_ feed: FeedID, at time: Timestamp) {
        current[feed] = time
        heap.append(Entry(at: time, feed: feed))
        siftUp(from: heap.count - 1)
        if heap.count > 2 * current.count + 64 { rebuild() }
    }

    package mutating func remove(_ feed: FeedID) {
        current[feed] = nil
    }

    /// The feed that is due first.
    package var first: Entry? {
        mutating get {
            while let top = heap.first {
                if current[top.feed] == top.at { return top }
                dropTop()
            }
            return nil
        }
    }

    /// Takes out the feeds due at `now`, first ones first, at most `limit`.
    package mutating func takeDue(now: Timestamp, limit: Int) -> [Entry] {
        var taken: [Entry] = []
        while taken.count < limit, let top = first, top.at <= now {
            taken.append(top)
            current[top.feed] = nil
            dropTop()
        }
        return taken
    }

    private mutating func rebuild() {
        heap = current.map { Entry(at: $0.value, feed: $0.key) }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(from: index) }
    }

    private mutating func dropTop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown(from: 0)
    }

    private mutating func siftUp(from start: Int) {
        var index = start
        while index > 0, heap[index].at < heap[(index - 1) / 2].at {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func siftDown(from start: Int) {
        var index = start
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].at < heap[least].at {
                least = child
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
