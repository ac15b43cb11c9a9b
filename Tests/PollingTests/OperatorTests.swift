import NewsModel
import Testing

@testable import Polling

@Suite("What an operator asks of a feed")
struct OperatorTests {
    private let now = Timestamp(seconds: 1_789_000_000)

    private func schedule(isPaused: Bool = false, _ change: (inout FeedRecord) -> Void) throws -> (Schedule, FeedID) {
        let id = try #require(FeedID("a"))
        var feed = FeedSettings(id: id, url: "https://a.example/")
        feed.isPaused = isPaused
        var record = FeedRecord(id: id, url: feed.url, now: now)
        record.polls = 1
        record.plan = .init(at: now + .seconds(900), reason: "the configured interval")
        change(&record)
        var schedule = Schedule()
        schedule.replaceFeeds([feed], records: [record], now: now)
        return (schedule, id)
    }

    private func take(_ schedule: inout Schedule, at time: Timestamp? = nil) -> [FeedID] {
        schedule.takeDue(now: time ?? now, limit: 1, luck: { 0 }).map(\.feed.id)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isAsked: Bool
        let isForced: Bool
        let change: @Sendable (inout FeedRecord, Timestamp) -> Void

        init(
            _ name: String, isAsked: Bool, isForced: Bool,
            _ change: @escaping @Sendable (inout FeedRecord, Timestamp) -> Void
        ) {
            testDescription = name
            self.isAsked = isAsked
            self.isForced = isForced
            self.change = change
        }
    }

    static let cases = [
        Case("a feed at rest", isAsked: true, isForced: true) { record, now in
            record.lastAttempt = now - .seconds(60)
        },
        Case("polled a moment ago", isAsked: false, isForced: true) { record, now in
            record.lastAttempt = now - .seconds(59)
        },
        Case("polled in the future, before the clock was set back", isAsked: true, isForced: true) { record, now in
            record.lastAttempt = now + .seconds(5)
        },
        Case("the server asked for a pause", isAsked: false, isForced: true) { record, now in
            record.plan = .init(at: now + .seconds(600), reason: "the server's Retry-After", isAsked: true)
        },
        Case("that pause is over", isAsked: true, isForced: true) { record, now in
            record.plan = .init(at: now, reason: "the server's Retry-After", isAsked: true)
        },
        Case("failing, with a long wait of our own", isAsked: true, isForced: true) { record, now in
            record.failures = 9
            record.state = .failing
            record.plan = .init(at: now + .seconds(86_400), reason: "9 failed polls in a row")
        },
        Case("gone", isAsked: false, isForced: true) { record, _ in record.state = .gone },
        Case("paused by an operator", isAsked: false, isForced: false) { record, now in record.pausedSince = now },
    ]

    @Test("poll now keeps what servers asked for, unless it is forced", arguments: cases)
    func pollNow(_ c: Case) throws {
        for (isForced, isPolled) in [(false, c.isAsked), (true, c.isForced)] {
            var (schedule, id) = try schedule { c.change(&$0, now) }
            let objection = schedule.objection(to: id, isForced: isForced, now: now)
            #expect((objection == nil) == isPolled, "\(objection ?? "none")")
            guard objection == nil else { continue }
            let isPlanned = schedule.planNow(id, isForced: isForced, now: now)
            #expect(isPlanned)
            #expect(take(&schedule) == [id])
        }
    }

    @Test("poll all asks what may be asked, leaves paused feeds alone, and tells of the others")
    func pollAll() throws {
        var schedule = Schedule()
        let names = ["asked", "gone", "paused", "rested", "shut"]
        let feeds = try names.map { FeedSettings(id: try #require(FeedID($0)), url: "https://\($0).example/") }
        let records = feeds.map { feed in
            var record = FeedRecord(id: feed.id, url: feed.url, now: now)
            record.polls = 1
            record.plan = .init(at: now + .seconds(900), reason: "the configured interval")
            switch feed.id.description {
            case "asked": record.plan = .init(at: now + .seconds(600), reason: "Retry-After", isAsked: true)
            case "gone": record.state = .gone
            case "paused": record.pausedSince = now
            default: break
            }
            return record
        }
        schedule.replaceFeeds(feeds, records: records, now: now)
        let outcome = schedule.planAllNow(now: now)
        #expect(outcome.status == 3)
        #expect(
            outcome.text.hasPrefix(
                """
                feeds polled now: 2, not now: 2, paused: 1; rasid status --feeds tells what came
                asked: not polled: not before
                """))
        #expect(outcome.text.contains("gone: not polled: its server said 410 Gone"))
        let polled = schedule.takeDue(now: now, limit: 9, luck: { 0 }).map(\.feed.id.description)
        #expect(Set(polled) == ["rested", "shut"])
    }

    @Test("of thousands that are not polled some are named and the others counted")
    func pollAllIsBrief() throws {
        var schedule = Schedule()
        let feeds = try (0..<5_000).map {
            FeedSettings(id: try #require(FeedID("f\($0)")), url: "https://a.example/\($0)")
        }
        let records = feeds.map { feed in
            var record = FeedRecord(id: feed.id, url: feed.url, now: now)
            record.lastAttempt = now - .seconds(5)
            return record
        }
        schedule.replaceFeeds(feeds, records: records, now: now)
        let outcome = schedule.planAllNow(now: now)
        #expect(outcome.status == 1)
        #expect(outcome.text.hasPrefix("feeds polled now: 0, not now: 5000, paused: 0\nf0: not polled: the last poll"))
        #expect(outcome.text.hasSuffix("\nand 4980 more"))
    }

    @Test("a feed that the configuration pauses, and one that is not there, are not polled by force either")
    func never() throws {
        let (schedule, id) = try schedule(isPaused: true) { _ in }
        #expect(schedule.objection(to: id, isForced: true, now: now) == "the configuration says paused")
        let other = try #require(FeedID("b"))
        #expect(schedule.objection(to: other, isForced: true, now: now) != nil)
    }

    @Test("while nothing can be stored nothing is polled, by force neither")
    func held() throws {
        var (schedule, id) = try schedule { _ in }
        schedule.hold(true)
        #expect(
            schedule.objection(to: id, isForced: true, now: now) == "nothing can be stored now; rasid status tells why")
        schedule.hold(false)
        #expect(schedule.objection(to: id, isForced: true, now: now) == nil)
    }

    @Test("a poll under way is not doubled")
    func underWay() throws {
        var (schedule, id) = try schedule { $0.plan.at = now }
        #expect(take(&schedule) == [id])
        #expect(schedule.objection(to: id, isForced: false, now: now) == nil)
        let isPlanned = schedule.planNow(id, isForced: true, now: now)
        #expect(isPlanned)
        #expect(take(&schedule).isEmpty)
    }

    @Test("a paused feed is not polled, also after a restart, until it is resumed")
    func paused() throws {
        var (schedule, id) = try schedule { $0.plan.at = now }
        let paused = schedule.setPaused(true, id, now: now)
        let record = try #require(paused)
        let again = schedule.setPaused(true, id, now: now)
        #expect(again == nil)
        #expect(take(&schedule).isEmpty)

        var restarted = Schedule()
        restarted.replaceFeeds([FeedSettings(id: id, url: record.url)], records: [record], now: now)
        #expect(take(&restarted).isEmpty)
        // Another address under the same name does not wake it.
        restarted.replaceFeeds([FeedSettings(id: id, url: "https://new.example/")], records: [record], now: now)
        #expect(take(&restarted).isEmpty)
        let resumed = restarted.setPaused(false, id, now: now)
        #expect(resumed != nil && resumed?.pausedSince == nil)
        #expect(take(&restarted) == [id])
    }

    @Test("a feed paused while it is polled stays paused when the poll is over")
    func pausedMeanwhile() throws {
        var (schedule, id) = try schedule { $0.plan.at = now }
        let polled = schedule.takeDue(now: now, limit: 1, luck: { 0 })
        let paused = schedule.setPaused(true, id, now: now)
        #expect(paused != nil)
        let finished = schedule.finish(try #require(polled.first).record)
        #expect(finished.pausedSince == now)
        #expect(take(&schedule, at: now + .seconds(86_400)).isEmpty)
    }

    @Test(
        "ten thousand feeds become five and ten thousand again: nothing is polled twice, none is lost, all keep their history"
    )
    func largeReload() throws {
        let feeds = try (0..<10_000).map { number in
            FeedSettings(id: try #require(FeedID("f\(number)")), url: "https://h\(number).example/")
        }
        var schedule = Schedule()
        schedule.replaceFeeds(feeds, records: [], now: now)
        let polled = schedule.takeDue(now: now, limit: 7_000, isSpread: false, luck: { 0 })
        var records: [FeedRecord] = []
        for poll in polled.prefix(6_000) {
            var record = poll.record
            record.polls = 1
            record.plan.at = now + .seconds(900)
            records.append(schedule.finish(record))
        }
        // A thousand polls are under way while the list shrinks and grows.
        let five = Set(records.prefix(5).map(\.id))
        schedule.replaceFeeds(feeds.filter { five.contains($0.id) }, records: records, now: now)
        #expect(schedule.all.count == 5)
        #expect(take(&schedule).isEmpty)
        schedule.replaceFeeds(feeds, records: records, now: now)
        let rest = schedule.takeDue(now: now, limit: 10_000, isSpread: false, luck: { 0 })
        #expect(rest.count == 3_000)
        #expect(Set(rest.map(\.feed.id)).isDisjoint(with: polled.map(\.feed.id)))
        #expect(schedule.all.count { $0.record.polls == 1 } == 6_000)
        for poll in polled.dropFirst(6_000) + rest {
            var record = poll.record
            record.polls += 1
            record.plan.at = now + .seconds(900)
            schedule.finish(record)
        }
        #expect(schedule.underWay == 0)
        #expect(schedule.all.allSatisfy { $0.record.polls == 1 && $0.record.plan.at == now + .seconds(900) })
    }
}

@Suite("What is waited for by key")
struct AwaitedTests {
    @Test("all who wait for a key get its value, and nobody else")
    func byKey() async {
        let awaited = Awaited<Int, String>()
        async let other = awaited.value(of: 2) {}
        let values = await withTaskGroup(of: String?.self) { group in
            let asked = AsyncStream.makeStream(of: Void.self)
            for _ in 0..<3 { group.addTask { await awaited.value(of: 1) { asked.continuation.yield() } } }
            var count = 0
            for await _ in asked.stream {
                count += 1
                if count == 3 { break }
            }
            awaited.resolve(1, "one")
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == ["one", "one", "one"])
        awaited.close()
        #expect(await other == nil)
    }

    @Test("nobody waits after the end")
    func closed() async {
        let awaited = Awaited<Int, String>()
        awaited.close()
        #expect(await awaited.value(of: 1) { Issue.record("asked") } == nil)
    }
}
