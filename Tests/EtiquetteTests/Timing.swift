import Loopback
import Monitoring
import NewsModel
import Testing

@testable import Polling

@Suite("Etiquette B: timing")
struct Timing {
    private static let shortest = Duration.seconds(300)

    @Test("etiquette 13: five restarts never bring two polls closer than min", arguments: [false, true])
    func restarts(afterCrash: Bool) async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            for _ in 0..<5 {
                await scene.watch.pollDue()
                try await scene.watch.restart(afterCrash: afterCrash)
                scene.watch.advance(by: .seconds(7))
            }
            await scene.watch.poll(for: .seconds(3600))
            #expect(scene.site.gaps().count > 2)
            #expect(scene.site.gaps().allSatisfy { $0 >= Self.shortest })
        }
    }

    @Test("etiquette 13: killed during the poll, the next run keeps its distance")
    func killedDuringPoll() async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            for _ in 0..<5 {
                try await scene.watch.killDuringPoll()
                scene.watch.advance(by: .seconds(7))
            }
            #expect(scene.site.visits.count == 1)
            await scene.watch.poll(times: 2)
            #expect(scene.site.gaps().allSatisfy { $0 >= Self.shortest })
        }
    }

    struct Wish: Sendable, CustomTestStringConvertible {
        let name: String
        var headers: [(String, String)] = []
        var channel = ""
        var isFirstOnly = false
        /// Seconds, of every gap.
        let atLeast: Int64
        var atMost: Int64 = 100_000

        var testDescription: String { name }
    }

    private func gaps(_ wish: Wish, status: Int = 200, settings: String = "") async throws -> [Duration] {
        var gaps: [Duration] = []
        try await scene(settings: settings) { visit, number in
            if status == 304, number > 1 { return .status(304, [("ETag", "\"e\"")] + wish.headers) }
            return .ok(rss([Story(number)], channel: wish.channel), wish.headers + [("ETag", "\"e\"")])
        } _: { scene in
            await scene.watch.poll(times: 4)
            gaps = scene.site.gaps()
            #expect(gaps.count == 3)
        }
        return gaps
    }

    private func expect(_ gaps: some Sequence<Duration>, _ wish: Wish) {
        for gap in gaps { #expect(gap >= .seconds(wish.atLeast) && gap <= .seconds(wish.atMost), "\(gap)") }
    }

    @Test("etiquette 14: without validators a feed is asked at most hourly")
    func withoutValidators() async throws {
        try await scene { _, number in
            .ok(rss([Story(number)]))
        } _: { scene in
            await scene.watch.poll(times: 4)
            #expect(scene.site.gaps().allSatisfy { $0 >= .seconds(3600) })
        }
    }

    @Test("etiquette 15: max-age less Age moves the next poll")
    func maxAge() async throws {
        let wish = Wish(
            name: "", headers: [("Cache-Control", "public, max-age=7200"), ("Age", "600")], atLeast: 6600, atMost: 9000)
        expect(try await gaps(wish), wish)
    }

    @Test("etiquette 16: the same after a 304")
    func maxAgeOfNotModified() async throws {
        let wish = Wish(name: "", headers: [("Cache-Control", "max-age=7200")], atLeast: 7200, atMost: 9000)
        expect(try await gaps(wish, status: 304), wish)
    }

    @Test("etiquette 17: an absurd max-age is cut to a day")
    func absurdMaxAge() async throws {
        let wish = Wish(
            name: "", headers: [("Cache-Control", "max-age=31536000")], atLeast: 86_400, atMost: 108_000)
        expect(try await gaps(wish), wish)
    }

    @Test(
        "etiquette 18: what says stale at once does not mean poll more",
        arguments: [
            Wish(name: "no-cache", headers: [("Cache-Control", "no-cache")], atLeast: 300),
            Wish(name: "no-store", headers: [("Cache-Control", "no-store")], atLeast: 300),
            Wish(name: "max-age=0", headers: [("Cache-Control", "max-age=0, must-revalidate")], atLeast: 300),
            Wish(name: "Expires: 0", headers: [("Expires", "0")], atLeast: 300),
            Wish(name: "Expires in the past", headers: [("Expires", "Thu, 01 Jan 1998 00:00:00 GMT")], atLeast: 300),
        ])
    func staleAtOnce(_ wish: Wish) async throws {
        // A feed that always has news would be asked as often as is allowed.
        expect(try await gaps(wish, settings: "poll: { interval: 5m }"), wish)
    }

    @Test("etiquette 19: Expires counts from the server's own Date, however wrong its clock")
    func expires() async throws {
        let wish = Wish(
            name: "",
            headers: [("Date", "Mon, 01 Sep 2025 08:00:00 GMT"), ("Expires", "Mon, 01 Sep 2025 11:00:00 GMT")],
            atLeast: 10_800, atMost: 13_500)
        expect(try await gaps(wish), wish)
    }

    @Test(
        "etiquette 20: ttl and updatePeriod lengthen and never shorten",
        arguments: [
            Wish(name: "ttl of three hours", channel: "<ttl>180</ttl>", atLeast: 10_800, atMost: 13_500),
            Wish(name: "ttl of a minute", channel: "<ttl>1</ttl>", atLeast: 300),
            Wish(
                name: "updatePeriod",
                channel: "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
                atLeast: 21_600, atMost: 27_000),
            Wish(
                name: "a hundred times an hour",
                channel: "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>100</sy:updateFrequency>",
                atLeast: 300),
        ])
    func wishesOfTheFeed(_ wish: Wish) async throws {
        expect(try await gaps(wish), wish)
    }

    @Test("etiquette 20: a 304 does not make the feed's ttl forgotten")
    func wishesAfterNotModified() async throws {
        let wish = Wish(name: "", channel: "<ttl>180</ttl>", atLeast: 10_800, atMost: 13_500)
        expect(try await gaps(wish, status: 304), wish)
    }

    @Test("etiquette 21: a feed is asked in the one hour it leaves, and on no other")
    func skipHours() async throws {
        let hours = (0...23).filter { $0 != 7 }.map { "<hour>\($0)</hour>" }.joined()
        try await scene { _, number in
            number == 4 ? .status(500) : .feed(rss([Story(number)], channel: "<skipHours>\(hours)</skipHours>"))
        } _: { scene in
            await scene.watch.poll(times: 4)
            try await scene.watch.restart()
            // The machine slept; what is overdue waits for its hour too.
            scene.watch.advance(by: .seconds(30 * 3600))
            await scene.watch.poll(times: 4)
            let hours = scene.site.visits.dropFirst().map { $0.at.seconds / 3600 % 24 }
            #expect(hours.count >= 5 && hours.allSatisfy { $0 == 7 }, "\(hours)")
        }
    }

    @Test("etiquette 21: a feed is not asked on the days it names")
    func skipDays() async throws {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"]
            .map { "<day>\($0)</day>" }.joined()
        try await scene { _, number in
            .feed(rss([Story(number)], channel: "<skipDays>\(days)</skipDays>"))
        } _: { scene in
            await scene.watch.poll(times: 4)
            #expect(scene.site.visits.dropFirst().allSatisfy { $0.at.civilDate?.weekday == 5 })
            #expect(scene.site.visits.count >= 3)
        }
    }

    @Test("etiquette 22: a busy feed is polled at least ten times as often as a silent one")
    func adaptive() async throws {
        try await scene(
            settings: "poll: { min: 30m, interval: 30m, max: 12h }",
            feeds: [
                Listed(name: "busy", path: "/busy", more: ", full_text: never"),
                Listed(name: "silent", path: "/silent"),
            ]
        ) { visit, number in
            visit.path == "/busy" ? .feed(rss([Story(number, link: "")])) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(for: .seconds(32 * 86_400))
            let before = (scene.site.visits(to: "/busy").count, scene.site.visits(to: "/silent").count)
            await scene.watch.poll(for: .seconds(5 * 86_400))
            let busy = scene.site.visits(to: "/busy").count - before.0
            let silent = scene.site.visits(to: "/silent").count - before.1
            #expect(silent >= 3 && busy >= 10 * silent, "\(busy) to \(silent)")
        }
    }

    @Test("etiquette 23: feeds that were added together are soon apart")
    func jitter() throws {
        var schedule = Schedule()
        let feeds = try (0..<1000).map { number in
            FeedSettings(id: try #require(FeedID("f\(number)")), url: "https://h\(number).example/feed")
        }
        var now = TestClock.start
        schedule.replaceFeeds(feeds, records: [], now: now)
        // The same luck each time: Knuth's linear congruential generator.
        var seed: UInt64 = 1
        func luck() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) / Double(1 << 53)
        }
        var polls: [Int64: Int] = [:]
        while now < TestClock.start + .seconds(3 * 3600) {
            for poll in schedule.takeDue(now: now, limit: 10_000, luck: luck) {
                let decision = PollDecision(limits: poll.feed.poll, now: now, luck: luck())
                schedule.finish(decision.record(poll.record, after: PollOutcome(.unchanged, status: 304), started: now))
                polls[now.seconds, default: 0] += 1
            }
            now = now + .seconds(1)
        }
        let late = polls.filter { $0.key >= TestClock.start.seconds + 3600 }
        #expect(late.values.reduce(0, +) > 5000)
        #expect((late.values.max() ?? 0) <= 15, "in one second, of a thousand feeds")
    }

    @Test("etiquette 26: poll now keeps a pause and a minute's distance, says why, and can be forced")
    func pollNow() async throws {
        try await scene { visit, number in
            number == 1 ? .status(429, [("Retry-After", "900")]) : .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDue()
            scene.watch.advance(by: .seconds(120))
            let refused = await scene.watch.order()
            #expect(refused.status == 1 && refused.text.contains("Retry-After"), "\(refused.text)")
            #expect(scene.site.visits.count == 1)
            let forced = await scene.watch.order(isForced: true)
            #expect(forced.status == 0 && scene.site.visits.count == 2, "\(forced.text)")
            scene.watch.advance(by: .seconds(30))
            let tooSoon = await scene.watch.order()
            #expect(tooSoon.status == 1 && tooSoon.text.contains("30 s ago"), "\(tooSoon.text)")
            scene.watch.advance(by: .seconds(31))
            let granted = await scene.watch.order()
            #expect(granted.status == 0 && scene.site.visits.count == 3, "\(granted.text)")
        }
    }

    @Test("etiquette 26: an hour to be left alone is kept unless forced")
    func pollNowInSkippedHours() async throws {
        let hours = (0...23).filter { $0 != 7 }.map { "<hour>\($0)</hour>" }.joined()
        try await scene { _, number in
            .feed(rss([Story(number)], channel: "<skipHours>\(hours)</skipHours>"))
        } _: { scene in
            await scene.watch.pollDue()
            scene.watch.advance(by: .seconds(120))
            let refused = await scene.watch.order()
            #expect(refused.status == 1 && refused.text.contains("skipHours"), "\(refused.text)")
            let forced = await scene.watch.order(isForced: true)
            #expect(forced.status == 0 && scene.site.visits.count == 2, "\(forced.text)")
        }
    }

    @Test("etiquette 24: after twelve hours of sleep each feed is polled once, spread")
    func sleep() async throws {
        let feeds = (0..<300).map { Listed(name: "f\($0)", path: "/\($0)", host: "127.0.1.\($0 % 6 + 1)") }
        try await scene(feeds: feeds) { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.live(for: .seconds(30))
            #expect(scene.site.visits.count == 300)
            scene.watch.advance(by: .seconds(12 * 3600))
            let woken = scene.clock.now
            await scene.watch.live(for: .seconds(120))
            let visits = scene.site.visits.filter { $0.at >= woken }
            #expect(visits.count == 300 && Set(visits.map(\.path)).count == 300)
            let bySecond = Dictionary(grouping: visits, by: \.at.seconds).mapValues(\.count)
            #expect((bySecond.values.max() ?? 0) <= 120 && bySecond.count > 4)
        }
    }

    @Test("etiquette 25: a clock set back a day does not freeze a feed")
    func clockSetBack() async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 2)
            let back = scene.clock.now - .seconds(86_400)
            scene.watch.advance(to: back)
            await scene.watch.pollDue()
            await scene.watch.poll(times: 1)
            let last = try #require(scene.site.visits.last)
            #expect(scene.site.visits.count == 3)
            #expect(last.at - back <= .seconds(86_400))
        }
    }
}
