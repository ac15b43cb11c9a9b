import NewsModel
import Storing
import Testing

@testable import Polling

@Suite("The items that wait for their article")
struct PageQueueTests {
    private let start = Timestamp(seconds: 1_700_000_000)

    private func item(_ number: Int, host: String, version: Int = 1) throws -> PendingItem {
        var item = FeedItem()
        item.link = "https://\(host)/\(number)"
        let feed = try #require(FeedID("a"))
        return PendingItem(
            id: ArticleID(hash: StableHash.of(host, "\(number)")), feed: feed, identity: "\(number)", link: nil,
            item: item, firstSeen: Timestamp(seconds: 0), version: version)
    }

    @Test("hosts take turns, and a busy one holds up no other")
    func turns() throws {
        var queue = PageQueue()
        for number in 0..<10 { queue.add(try item(number, host: "slow.example"), now: start) }
        queue.add(try item(0, host: "other.example"), now: start)
        var taken: [String] = []
        while let next = queue.next() { taken.append(next.item.link ?? "") }
        #expect(taken.count == 5, "four of the slow host at once, one of the other")
        #expect(taken.contains("https://other.example/0"))
    }

    @Test("an item is here once, until it is dealt with")
    func once() throws {
        var queue = PageQueue()
        let first = try item(1, host: "a.example")
        let isTaken = queue.add(first, now: start)
        let again = queue.add(first, now: start)
        #expect(isTaken && !again)
        let upcoming = queue.next()
        let next = try #require(upcoming)
        let whileUnderWay = queue.add(first, now: start)
        #expect(!whileUnderWay && !queue.isIdle)
        queue.finish(next)
        #expect(queue.isIdle)
        let isTakenOnceMore = queue.add(first, now: start)
        #expect(isTakenOnceMore)
    }

    @Test("an article that changes while its last version is being written comes again")
    func nextVersion() throws {
        var queue = PageQueue()
        let first = try item(1, host: "a.example")
        let second = try item(1, host: "a.example", version: 2)
        queue.add(first, now: start)
        let underWay = queue.next()
        let isTaken = queue.add(second, now: start)
        let again = queue.add(second, now: start)
        #expect(isTaken && !again)
        queue.finish(try #require(underWay))
        let next = queue.next()
        #expect(next == second)
        queue.finish(second)
        #expect(queue.isIdle)
    }

    @Test("what does not fit is refused, and may come when there is room")
    func full() throws {
        var queue = PageQueue()
        for number in 0..<PageQueue.capacity {
            let isTaken = queue.add(try item(number, host: "a.example"), now: start)
            #expect(isTaken)
        }
        let late = try item(PageQueue.capacity, host: "b.example")
        let isTaken = queue.add(late, now: start)
        #expect(!isTaken && queue.isFull)
        _ = queue.next()
        let isTakenLater = queue.add(late, now: start)
        #expect(isTakenLater)
    }

    @Test("finishing one item lets the next of its host go")
    func next() throws {
        var queue = PageQueue()
        for number in 0..<6 { queue.add(try item(number, host: "a.example"), now: start) }
        var underWay: [PendingItem] = []
        while let next = queue.next() { underWay.append(next) }
        #expect(underWay.count == 4)
        queue.finish(underWay[0])
        let fifth = queue.next()
        let sixth = queue.next()
        #expect(fifth != nil && sixth == nil)
    }
}
