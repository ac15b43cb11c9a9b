import NewsModel
import Testing

@testable import Storing

@Suite("Intake")
struct IntakeTests {
    private static let day = Duration.seconds(86_400)

    /// Polls a feed once for each document and counts the new items of each.
    private func newItems(_ documents: [[FeedItem]]) throws -> [Int] {
        let scratch = try Scratch()
        let archive = try scratch.open()
        return try documents.enumerated().map { index, items in
            let now = Scratch.now + .seconds(60 * index)
            let recorded = try archive.record(items, of: Sample.record(), now: now)
            let batch = recorded.pending.map { Sample.publication($0, Sample.article($0.id.text.hashValue)) }
            try archive.publish(batch, now: now)
            return recorded.pending.count
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let documents: [[FeedItem]]
        let new: [Int]
        var testDescription: String { name }
    }

    private static func item(
        _ id: String?, _ link: String?, _ title: String, _ published: Int? = nil, draft: Bool = false
    ) -> FeedItem {
        var item = FeedItem()
        item.id = id
        item.link = link
        item.title = title
        item.published = published.map { Scratch.now - .seconds($0) }
        item.isDraft = draft
        return item
    }

    static let cases = [
        Case(
            name: "the same items again", documents: [[item("a", "http://x/1", "A")], [item("a", "http://x/1", "A")]],
            new: [1, 0]),
        Case(
            name: "another item", documents: [[item("a", "http://x/1", "A")], [item("b", "http://x/2", "B")]],
            new: [1, 1]),
        Case(
            name: "ids are compared byte for byte",
            documents: [[item("http://x/a", nil, "A")], [item("http://x/A", nil, "B")]], new: [1, 1]),
        Case(
            name: "a changed id with the same link",
            documents: [[item("a", "http://x/1", "A")], [item("a2", "https://x/1#top", "A")]], new: [1, 0]),
        Case(
            name: "ids that change at each poll",
            documents: (0..<4).map { poll in (0..<3).map { item("\(poll)-\($0)", "http://x/\($0)", "T\($0)") } },
            new: [3, 0, 0, 0]),
        Case(
            name: "a second item with the link of one that is still there",
            documents: [[item("a", "http://x/", "A")], [item("b", "http://x/", "B"), item("a", "http://x/", "A")]],
            new: [1, 1]),
        Case(
            name: "new items that all lead to the front page, one at a time",
            documents: [[item("a", "http://x/", "A", 60)], [item("b", "http://x/", "B", 30)]], new: [1, 1]),
        Case(
            name: "one id for several items",
            documents: [
                [item("0", "http://x/1", "A"), item("0", "http://x/2", "B")],
                [item("0", "http://x/3", "C"), item("0", "http://x/1", "A"), item("0", "http://x/2", "B")],
            ],
            new: [2, 1]),
        Case(
            name: "one id for all items, one item at a time",
            documents: [[item("0", "http://x/1", "A", 60)], [item("0", "http://x/2", "B", 30)]], new: [1, 1]),
        Case(
            name: "one id twice in a document, link the same",
            documents: [[item("a", "http://x/1", "A"), item("a", "http://x/1", "A, again")]], new: [1]),
        Case(
            name: "without ids the link names the item",
            documents: [[item(nil, "http://x/1", "A")], [item(nil, "http://x/1", "A")]], new: [1, 0]),
        Case(
            name: "without ids and links title and date do",
            documents: [[item(nil, nil, "A", 60)], [item(nil, nil, "A", 60)], [item(nil, nil, "A", 30)]],
            new: [1, 0, 1]),
        Case(
            name: "without ids and links one title on two days",
            documents: [[item(nil, nil, "A", 60), item(nil, nil, "A", 30)]], new: [2]),
        Case(
            name: "without ids all link to the front page",
            documents: [
                [item(nil, "http://x/", "A", 60), item(nil, "http://x/", "B", 50)],
                [item(nil, "http://x/", "B", 50)],
                [item(nil, "http://x/", "C", 40), item(nil, "http://x/", "B", 50)],
            ],
            new: [2, 0, 1]),
        Case(
            name: "a draft is no item",
            documents: [[item("a", "http://x/1", "A", draft: true)], [item("a", "http://x/1", "A")]], new: [0, 1]),
        Case(
            name: "an empty id is none", documents: [[item("", "http://x/1", "A"), item("", "http://x/2", "B")]],
            new: [2]),
        Case(
            name: "an item that is missing for a while",
            documents: [[item("a", "http://x/1", "A")], [], [item("a", "http://x/1", "A")]], new: [1, 0, 0]),
    ]

    @Test("what is the same item", arguments: cases)
    func sameItem(_ c: Case) throws {
        #expect(try newItems(c.documents) == c.new)
    }

    @Test("of an id twice in a document the newest is taken")
    func newestOfTwo() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        var old = Sample.item(1, id: "a", title: "قديم")
        old.updated = Scratch.now - .seconds(60)
        var new = Sample.item(1, id: "a", title: "جديد")
        new.updated = Scratch.now

        for items in [[old, new], [new, old]] {
            let feed = Sample.feed(items[0] == old ? "one" : "two")
            let recorded = try archive.record(items, of: Sample.record(feed), now: Scratch.now)
            #expect(recorded.pending.map(\.item.title) == ["جديد"])
        }
    }

    @Test("of a new feed the newest few are taken, if they are young")
    func backlog() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let items = (0..<20).map { Sample.item($0, published: Scratch.now - Self.day * $0) }
        let limits = IntakeLimits(backlog: 5, backlogAge: Self.day * 10)

        let first = try archive.record(items, of: Sample.record(), limits: limits, now: Scratch.now)
        let second = try archive.record(items, of: Sample.record(), limits: limits, now: Scratch.now)

        #expect(first.pending.map(\.item.id) == ["guid-4", "guid-3", "guid-2", "guid-1", "guid-0"])
        #expect(first.tooOld == 15)
        #expect(second.pending.isEmpty && second.known == 20)
    }

    @Test("undated items of a new feed are young, first in the document first")
    func undatedBacklog() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let items = (0..<20).map { Sample.item($0, published: nil) }

        let recorded = try archive.record(
            items, of: Sample.record(), limits: IntakeLimits(backlog: 3), now: Scratch.now)

        #expect(Set(recorded.pending.map(\.item.id)) == ["guid-0", "guid-1", "guid-2"])
    }

    @Test("an empty first answer does not use up the rules of a new feed")
    func emptyFirstAnswer() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        _ = try archive.record([], of: Sample.record(), now: Scratch.now)

        let recorded = try archive.record(
            [Sample.item(1, published: Scratch.now - Self.day * 30)], of: Sample.record(), now: Scratch.now)

        #expect(recorded.tooOld == 1)
    }

    @Test("a flood is held back, and the next poll is not to be answered by 304")
    func flood() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let limits = IntakeLimits(mostNew: 10)
        _ = try archive.record([Sample.item(1000)], of: Sample.record(), limits: limits, now: Scratch.now)
        let items = (0..<25).map { Sample.item($0) }

        let answers = try (0..<3).map { _ in
            try archive.record(items, of: Sample.record(), limits: limits, now: Scratch.now)
        }

        #expect(answers.map(\.pending.count) == [10, 10, 5])
        #expect(answers.map(\.held) == [15, 5, 0])
        #expect(answers.map(\.record.validators.count) == [0, 0, 1])
        #expect(try archive.feedRecords().map(\.validators.count) == [1])
    }

    @Test("an item nobody finished is handed out again after half an hour")
    func lease() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        _ = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now)

        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(1799)).isEmpty)
        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(1800)).count == 1)
    }

    @Test("an item given back is handed out again at once, one that is dealt with is not")
    func givenBack() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let items = try archive.record([Sample.item(1), Sample.item(2)], of: Sample.record(), now: Scratch.now).pending
        try #require(items.count == 2)
        try archive.setAside(items[1].id, outcome: .filtered, detail: "", now: Scratch.now)
        try archive.giveBack(items.map(\.id), now: Scratch.now)

        #expect(try archive.pendingItems(limit: 10, now: Scratch.now).map(\.id) == [items[0].id])
    }

    @Test("a postponed item comes when it is due, and knows its tries")
    func postponed() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let item = try #require(
            try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now).pending.first)
        try archive.postpone(item.id, until: Scratch.now + .seconds(9000), failure: "timeout", attempts: 2)

        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(8999)).isEmpty)
        let again = try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(9000))
        #expect(again.map(\.attempts) == [2])
        #expect(again.map(\.item) == [Sample.item(1)])
    }

    @Test("what was set aside never returns, unless it had no text and changed", arguments: SetAsideReason.allCases)
    func setAside(_ reason: SetAsideReason) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let item = try #require(
            try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now).pending.first)
        try archive.setAside(item.id, outcome: reason, detail: "because", now: Scratch.now)

        let same = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now)
        let changed = try archive.record([Sample.item(1, title: "آخر")], of: Sample.record(), now: Scratch.now)

        #expect(same.pending.isEmpty && same.known == 1)
        let returns = [SetAsideReason.noText, .tooShort, .filtered, .error].contains(reason)
        #expect(changed.pending.count == (returns ? 1 : 0))
        #expect(try archive.reader.status(of: item.id)?.state == (returns ? "pending" : "aside"))
        #expect(try archive.reader.tallies(of: try #require(Scratch.now.civilDate)) == [reason.rawValue: 1])
    }

    @Test(
        "articles that are gone from a complete feed, or named as deleted, are withdrawn and stay",
        arguments: [true, false])
    func withdrawn(_ isComplete: Bool) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2, 3])
        let files = try scratch.files()

        let recorded = try archive.record(
            isComplete ? [1, 3].map { Sample.item($0) } : [], of: Sample.record(), isComplete: isComplete,
            deletedIDs: isComplete ? [] : ["guid-2", "guid-9"], now: Scratch.now)
        try archive.publishOutgoing(now: Scratch.now)

        let id = try #require(recorded.withdrawn.first)
        #expect(recorded.withdrawn.count == 1)
        #expect(try scratch.files() == files)
        let line = try #require(try scratch.journal().last)
        #expect(line.event == .withdraw && line.id == id && line.seq == 4)
        #expect(try archive.reader.article(id)?.withdrawn == Scratch.now)
        let again = try archive.record([], of: Sample.record(), deletedIDs: ["guid-2"], now: Scratch.now)
        #expect(again.withdrawn.isEmpty)
    }

    @Test("an item the publisher took back before it was published is not published")
    func withdrawnEarly() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let pending = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now).pending
        _ = try archive.record([], of: Sample.record(), deletedIDs: ["guid-1"], now: Scratch.now)

        let results = try archive.publish(pending.map { Sample.publication($0, Sample.article(1)) }, now: Scratch.now)

        #expect(results.map(\.outcome) == [.unchanged])
        #expect(try scratch.files().isEmpty)
    }

    @Test("an item that changes at every poll is looked at ever more rarely")
    func restlessItem() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        var looks = 0
        for minute in 0..<(24 * 60) {
            let now = Scratch.now + .seconds(minute * 60)
            guard minute % 5 == 0 else { continue }
            var pending = try archive.record([Sample.item(1, title: "\(minute)")], of: Sample.record(), now: now)
                .pending
            pending += try archive.pendingItems(limit: 10, now: now)
            for item in pending {
                looks += 1
                try archive.publish([Sample.publication(item, Sample.article(1))], now: now)
            }
        }

        #expect((5...12).contains(looks), "\(looks) looks in a day")
    }
}
