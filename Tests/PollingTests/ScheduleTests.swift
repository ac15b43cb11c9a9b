import NewsModel
import Testing

@testable import Polling

@Suite("Which feed is due")
struct ScheduleTests {
    private let now = Timestamp(seconds: 1_789_000_000)

    private func feed(_ name: String) -> FeedSettings {
        FeedSettings(id: FeedID(name)!, url: "https://\(name).example/feed")
    }

    private func take(_ schedule: inout Schedule, at time: Timestamp, limit: Int = 100) -> [String] {
        schedule.takeDue(now: time, limit: limit, luck: { 0.5 }).map(\.feed.id.name)
    }

    @Test("a new feed is due at once, and not again while it is under way")
    func underWay() {
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        #expect(take(&schedule, at: now) == ["a"])
        #expect(take(&schedule, at: now + .seconds(86_400)) == [])
        #expect(schedule.underWay == 1)
    }

    @Test("a finished feed comes back when its plan says")
    func comesBack() {
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        var record = schedule.takeDue(now: now, limit: 1, luck: { 0 })[0].record
        record.plan = .init(at: now + .seconds(300), reason: "test")
        schedule.finish(record)
        #expect(schedule.nextDue == now + .seconds(300))
        #expect(take(&schedule, at: now + .seconds(299)) == [])
        #expect(take(&schedule, at: now + .seconds(300)) == ["a"])
    }

    @Test("what was planned before a restart still holds")
    func restart() {
        var record = FeedRecord(id: FeedID("a")!, url: "https://a.example/feed", now: now)
        record.polls = 3
        record.lastAttempt = now - .seconds(100)
        record.plan = .init(at: now + .seconds(200), reason: "test")
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [record], now: now)
        #expect(take(&schedule, at: now) == [])
        #expect(take(&schedule, at: now + .seconds(200)) == ["a"])
    }

    @Test("another URL under the same name is another feed: nothing learnt is kept")
    func changedURL() {
        var record = FeedRecord(id: FeedID("a")!, url: "https://old.example/feed", now: now)
        record.validators = [Validators(url: "https://old.example/feed", etag: "\"1\"")]
        record.plan = .init(at: now + .seconds(5000), reason: "test")
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [record], now: now)
        let polls = schedule.takeDue(now: now, limit: 1, luck: { 0 })
        #expect(polls.first?.record.validators == [])
    }

    @Test("paused and gone feeds are never due")
    func pausedAndGone() {
        var paused = feed("paused")
        paused.isPaused = true
        var gone = FeedRecord(id: FeedID("gone")!, url: "https://gone.example/feed", now: now)
        gone.state = .gone
        var schedule = Schedule()
        schedule.replaceFeeds([paused, feed("gone")], records: [gone], now: now)
        #expect(take(&schedule, at: now + .seconds(1_000_000)) == [])
    }

    @Test("a reload keeps what is under way and forgets what is gone from the file")
    func reload() {
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a"), feed("b")], records: [], now: now)
        let polls = schedule.takeDue(now: now, limit: 2, luck: { 0 })
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        #expect(take(&schedule, at: now) == [])
        for poll in polls {
            var record = poll.record
            record.plan = .init(at: now + .seconds(10), reason: "test")
            schedule.finish(record)
        }
        #expect(take(&schedule, at: now + .seconds(10)) == ["a"])
    }

    @Test("many feeds overdue at once are spread, each still polled")
    func noBurst() {
        let names = (0..<500).map { "f\($0)" }
        let records = names.map { name in
            var record = FeedRecord(id: FeedID(name)!, url: "https://\(name).example/feed", now: now)
            record.polls = 1
            record.lastAttempt = now - .seconds(90_000)
            record.plan = .init(at: now - .seconds(80_000), reason: "test")
            return record
        }
        var schedule = Schedule()
        schedule.replaceFeeds(names.map(feed), records: records, now: now)
        var luck = 0.0
        let first = schedule.takeDue(
            now: now, limit: 10_000,
            luck: {
                luck = (luck + 0.37).truncatingRemainder(dividingBy: 1)
                return luck
            })
        #expect(first.count == 64)
        var taken = Set(first.map(\.feed.id.name))
        for second in 1...60 {
            taken.formUnion(take(&schedule, at: now + .seconds(Int64(second)), limit: 10_000))
        }
        #expect(taken.count == 500)
    }

    @Test("ten thousand new feeds do not push aside the five that were here, and have their turn within a minute")
    func manyNewFeeds() {
        let old = (0..<5).map { feed("old\($0)") }
        let records = old.map { feed in
            var record = FeedRecord(id: feed.id, url: feed.url, now: now)
            record.polls = 1
            record.plan = .init(at: now + .seconds(1), reason: "test")
            return record
        }
        var schedule = Schedule()
        schedule.replaceFeeds(old, records: records, now: now)
        schedule.replaceFeeds(old + (0..<10_000).map { feed("new\($0)") }, records: [], now: now)
        #expect(take(&schedule, at: now, limit: 20_000).count == 64)
        let next = take(&schedule, at: now + .seconds(1), limit: 256)
        #expect(next.count { $0.hasPrefix("old") } == 5)
        var taken = 64 + next.count
        for tenth in 11..<600 {
            taken += take(&schedule, at: now + .milliseconds(Int64(tenth) * 100), limit: 256).count
        }
        #expect(taken == 10_005)
    }

    @Test("a host with thousands of feeds takes no place from the others, and each of its own has its turn")
    func crowdedHost() {
        let crowd = (0..<3_000).map { FeedSettings(id: FeedID("c\($0)")!, url: "https://crowd.example/\($0)") }
        var schedule = Schedule()
        schedule.replaceFeeds(crowd + (0..<20).map { feed("f\($0)") }, records: [], now: now)
        var polled: [String: Int] = [:]
        var underWay: [FeedRecord] = []
        var time = now
        while polled.count < 3_020, time < now + .seconds(3_600) {
            for poll in schedule.takeDue(now: time, limit: 256 - schedule.underWay, perHost: 4, luck: { 0.5 }) {
                polled[poll.feed.id.name, default: 0] += 1
                underWay.append(poll.record)
            }
            if time == now + .seconds(10) {
                #expect(underWay.count == 4, "the others are done, of the crowd four are under way")
                #expect(polled.keys.count { $0.hasPrefix("f") } == 20)
            }
            // One poll of the crowd ends each half second, the others at once.
            let slow = underWay.filter { $0.url.contains("crowd") }
            for record in underWay.filter({ !$0.url.contains("crowd") }) + slow.prefix(1) {
                var record = record
                record.polls += 1
                record.plan = .init(at: time + .seconds(86_400), reason: "test")
                schedule.finish(record)
            }
            underWay = Array(slow.dropFirst())
            time = time + .milliseconds(500)
        }
        #expect(polled.count == 3_020 && polled.values.allSatisfy { $0 == 1 })
    }

    @Test("with more hosts of new feeds than places, a feed that was here before has the next place")
    func crowdedPlaces() throws {
        var old = FeedRecord(id: feed("old").id, url: feed("old").url, now: now)
        old.polls = 1
        old.plan = .init(at: now + .seconds(10), reason: "test")
        let new = (0..<4_000).map {
            FeedSettings(id: FeedID("n\($0)")!, url: "https://h\($0 % 100).example/\($0)")
        }
        var schedule = Schedule()
        schedule.replaceFeeds([feed("old")] + new, records: [old], now: now)
        var underWay: [FeedRecord] = []
        var time = now
        var polledAt: Timestamp?
        while polledAt == nil, time < now + .seconds(600) {
            let polls = schedule.takeDue(now: time, limit: 100 - schedule.underWay, perHost: 4, luck: { 0.5 })
            if polls.contains(where: { $0.feed.id == old.id }) { polledAt = time }
            underWay += polls.map(\.record)
            // Ten of a hundred places become free each second.
            for var record in underWay.prefix(10) {
                record.polls = 1
                record.plan = .init(at: time + .seconds(86_400), reason: "test")
                schedule.finish(record)
            }
            underWay.removeFirst(min(10, underWay.count))
            time = time + .seconds(1)
        }
        let wait = try #require(polledAt) - (now + .seconds(10))
        #expect(wait <= .seconds(1), "\(wait)")
    }

    @Test("of a crowded host feeds that are polled regularly and new ones take turns")
    func turns() throws {
        var crowds = HostCrowds()
        let ids = try ["busy", "new1", "new2", "old1", "gone", "old2"].map { try #require(FeedID($0)) }
        for id in ids {
            let begins = crowds.admit(id, host: "a", isNew: id.name.hasPrefix("new"), limit: 1)
            #expect(begins == (id.name == "busy"))
        }
        crowds.forget(ids[4])
        var order: [String] = []
        var current = ids[0]
        while let next = crowds.finish(current) {
            order.append(next.name)
            let begins = crowds.admit(next, host: "a", isNew: false, limit: 1)
            #expect(begins)
            current = next
        }
        #expect(order == ["old1", "new1", "old2", "new2"])
        #expect(crowds.underWay == 0)
    }

    @Test("a feed that gives its turn up at a crowded host passes it on")
    func passesOn() {
        let shut = (0..<6).map { FeedSettings(id: FeedID("s\($0)")!, url: "https://crowd.example/\($0)") }
        var schedule = Schedule()
        schedule.replaceFeeds(shut, records: [], now: now)
        let first = schedule.takeDue(now: now, limit: 10, perHost: 1, luck: { 0 })
        #expect(first.count == 1)
        var paused = 0
        for feed in shut where feed.id != first[0].feed.id && paused < 2 {
            paused += schedule.setPaused(true, feed.id, now: now) == nil ? 0 : 1
        }
        var record = first[0].record
        record.polls = 1
        record.plan = .init(at: now + .seconds(86_400), reason: "test")
        var taken = 1
        while true {
            schedule.finish(record)
            guard let poll = schedule.takeDue(now: now, limit: 10, perHost: 1, luck: { 0 }).first else { break }
            taken += 1
            record = poll.record
            record.polls = 1
            record.plan = .init(at: now + .seconds(86_400), reason: "test")
        }
        #expect(taken == 4)
    }

    @Test("a clock set back does not freeze a feed")
    func clockSetBack() {
        var record = FeedRecord(id: FeedID("a")!, url: "https://a.example/feed", now: now)
        record.lastAttempt = now
        record.plan = .init(at: now + .seconds(900), reason: "test")
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [record], now: now)
        let dayBefore = now - .seconds(86_400)
        #expect(take(&schedule, at: dayBefore) == [])
        #expect(schedule.nextDue == dayBefore + .seconds(900))
    }

    @Test("a clock set back is noticed whichever feeds were polled before, and when none ever was")
    func clockSetBackForSome() throws {
        let right = now - .seconds(10 * 365 * 86_400)
        var schedule = Schedule()
        let records = try ["old", "new", "offline"].map { name in
            var record = FeedRecord(id: try #require(FeedID(name)), url: "https://\(name).example/feed", now: now)
            record.plan = .init(at: now + .seconds(900), reason: "test")
            return record
        }
        var old = records[0]
        old.lastAttempt = right - .seconds(600)
        old.plan = .init(at: right + .seconds(300), reason: "test")
        var offline = records[2]
        offline.lastAttempt = right - .seconds(600)
        schedule.replaceFeeds(
            ["old", "new", "offline"].map(feed), records: [old, records[1], offline], now: right)
        #expect(take(&schedule, at: right) == [])
        #expect(take(&schedule, at: right + .seconds(300)) == ["old", "offline"])
        #expect(take(&schedule, at: right + .seconds(900)) == ["new"])
    }

    @Test("a clock set back while feeds are watched is noticed too")
    func clockSetBackLater() throws {
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        var record = try #require(schedule.takeDue(now: now, limit: 1, luck: { 0 }).first?.record)
        record.lastAttempt = now
        record.plan = .init(at: now + .seconds(900), reason: "test")
        schedule.finish(record)
        #expect(take(&schedule, at: now + .seconds(10)) == [])
        #expect(take(&schedule, at: now - .seconds(7200)) == [])
        #expect(take(&schedule, at: now - .seconds(6300)) == ["a"])
    }

    @Test("beyond the limit feeds stay in their order")
    func limit() {
        var schedule = Schedule()
        let records = (0..<5).map { index in
            var record = FeedRecord(id: FeedID("f\(index)")!, url: "https://f\(index).example/feed", now: now)
            record.plan = .init(at: now - .seconds(Int64(index)), reason: "test")
            return record
        }
        schedule.replaceFeeds((0..<5).map { feed("f\($0)") }, records: records, now: now)
        #expect(take(&schedule, at: now, limit: 2) == ["f4", "f3"])
        #expect(take(&schedule, at: now, limit: 2) == ["f2", "f1"])
        #expect(take(&schedule, at: now, limit: 0) == [])
        #expect(take(&schedule, at: now, limit: 2) == ["f0"])
    }

    @Test("a feed removed and added again during its poll is not polled twice at once")
    func addedAgain() throws {
        var schedule = Schedule()
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        let poll = try #require(schedule.takeDue(now: now, limit: 1, luck: { 0 }).first)
        schedule.replaceFeeds([feed("b")], records: [], now: now)
        schedule.replaceFeeds([feed("a")], records: [], now: now)
        #expect(take(&schedule, at: now) == [])
        schedule.finish(poll.record)
        #expect(take(&schedule, at: now) == ["a"])
    }
}

@Suite("The queue of due feeds")
struct DueQueueTests {
    @Test("feeds come out in the order of their time, the newest plan counts")
    func order() {
        var queue = DueQueue()
        let base = Timestamp(seconds: 1000)
        for (name, seconds) in [("c", 30), ("a", 10), ("b", 20), ("a", 40)] as [(String, Int64)] {
            queue.plan(FeedID(name)!, at: base + .seconds(seconds))
        }
        let due = queue.takeDue(now: base + .seconds(100), limit: 10)
        #expect(due.map(\.feed.name) == ["b", "c", "a"])
        #expect(queue.first == nil)
    }

    @Test("plans made over and over do not grow the queue")
    func bounded() {
        var queue = DueQueue()
        for round in 0..<10_000 {
            queue.plan(FeedID("f\(round % 7)")!, at: Timestamp(seconds: Int64(round)))
        }
        #expect(queue.count == 7)
        #expect(queue.takeDue(now: Timestamp(seconds: 1_000_000), limit: .max).count == 7)
    }
}
