import Loopback
import NewsModel
import Testing

@testable import Polling

@Suite("Etiquette D: errors")
struct Errors {
    struct Pause: Sendable, CustomTestStringConvertible {
        var status: Int
        var headers: [(String, String)]

        var testDescription: String { "\(status) \(headers)" }
    }

    private func gapAfter(_ pause: Pause) async throws -> Duration {
        var gap = Duration.zero
        try await scene { visit, number in
            guard number == 1 else { return .feed(to: visit) }
            let body = pause.status == 200 ? Array(rss().utf8) : []
            return .status(pause.status, pause.headers + [("ETag", "\"e\"")], body: body)
        } _: { scene in
            while scene.site.visits.count < 2 { await scene.watch.pollNext() }
            gap = scene.site.gaps()[0]
        }
        return gap
    }

    @Test("etiquette 36: Retry-After in seconds is obeyed", arguments: [429, 503])
    func seconds(status: Int) async throws {
        #expect(try await gapAfter(Pause(status: status, headers: [("Retry-After", "4000")])) >= .seconds(4000))
    }

    @Test("etiquette 37: Retry-After as a date counts from the server's own Date", arguments: [429, 503])
    func date(status: Int) async throws {
        let headers = [("Date", "Mon, 01 Sep 2025 08:00:00 GMT"), ("Retry-After", "Mon, 01 Sep 2025 09:30:00 GMT")]
        let gap = try await gapAfter(Pause(status: status, headers: headers))
        #expect(gap >= .seconds(5400) && gap <= .seconds(6800))
    }

    @Test("etiquette 38: without Retry-After the gaps double up to a day", arguments: [429, 503])
    func doubling(status: Int) async throws {
        try await scene { _, _ in
            .status(status)
        } _: { scene in
            while scene.site.visits.count < 14 { await scene.watch.pollNext() }
            let gaps = scene.site.gaps()
            for (index, gap) in gaps.enumerated() {
                let wait = min(Duration.seconds(300) * (2 << index), .seconds(86_400))
                #expect(gap >= wait && gap <= wait * 1.26, "\(index): \(gap)")
            }
            #expect(Set(gaps.suffix(3)).count > 1, "with jitter")
        }
    }

    @Test("etiquette 39: Retry-After counts with any status", arguments: [200, 403, 404, 500])
    func anyStatus(status: Int) async throws {
        #expect(try await gapAfter(Pause(status: status, headers: [("Retry-After", "5000")])) >= .seconds(5000))
    }

    struct Scope: Sendable, CustomTestStringConvertible {
        let status: Int
        var retryAfter: String?
        let isHostWide: Bool

        var testDescription: String { "\(status), \(retryAfter ?? "no Retry-After")" }
    }

    @Test(
        "etiquette 40: 429 slows the host, also over a restart, 503 only the feed",
        arguments: [
            Scope(status: 429, retryAfter: "4000", isHostWide: true), Scope(status: 429, isHostWide: true),
            Scope(status: 503, retryAfter: "4000", isHostWide: false), Scope(status: 503, isHostWide: false),
        ],
        [false, true])
    func scope(_ scope: Scope, isRestarted: Bool) async throws {
        try await scene(
            feeds: [
                Listed(name: "a", path: "/a"), Listed(name: "b", path: "/b"),
                Listed(name: "c", path: "/c", host: "127.0.0.9"),
            ]
        ) { visit, number in
            guard visit.path == "/a", number == 2 else { return .feed(to: visit) }
            return .status(scope.status, scope.retryAfter.map { [("Retry-After", $0)] } ?? [])
        } _: { scene in
            while scene.site.visits(to: "/a").count < 2 { await scene.watch.pollNext() }
            let paused = try #require(scene.site.visits(to: "/a").last)
            let wait = scope.retryAfter == nil ? Duration.seconds(600) : .seconds(4000)
            if isRestarted { try await scene.watch.restart() }
            await scene.watch.poll(for: wait - .seconds(5) - (scene.clock.now - paused.at))
            let later = scene.site.visits.filter { $0.at > paused.at }
            #expect(!later.contains { $0.path == "/a" })
            #expect(later.contains { $0.path == "/b" } != scope.isHostWide)
            #expect(scope.retryAfter == nil || later.contains { $0.path == "/c" })
            await scene.watch.poll(for: .seconds(4000))
            #expect(Set(scene.site.visits.filter { $0.at > paused.at + wait }.map(\.path)) == ["/a", "/b", "/c"])
        }
    }

    @Test("etiquette 40: which answers pause the host is the operator's choice")
    func chosenScope() async throws {
        let settings = "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8], pause_host_on: [503] }"
        let feeds = [Listed(name: "a", path: "/a"), Listed(name: "b", path: "/b")]
        for status in [429, 503] {
            try await scene(settings: settings, feeds: feeds) { visit, number in
                visit.path == "/a" && number == 2 ? .status(status, [("Retry-After", "4000")]) : .feed(to: visit)
            } _: { scene in
                while scene.site.visits(to: "/a").count < 2 { await scene.watch.pollNext() }
                let paused = try #require(scene.site.visits(to: "/a").last).at
                await scene.watch.poll(for: .seconds(3900))
                #expect(scene.site.visits.contains { $0.path == "/b" && $0.at > paused } == (status == 429))
            }
        }
    }

    @Test(
        "etiquette 41: a server that fails for ever is asked about once a day, and never given up", arguments: [500, 0])
    func neverGivenUp(status: Int) async throws {
        try await scene { _, _ in
            status == 0 ? Reply(pieces: [.close]) : .status(status)
        } _: { scene in
            await scene.watch.poll(for: .seconds(40 * 86_400))
            let gaps = scene.site.gaps()
            #expect(zip(gaps, gaps.dropFirst()).prefix(7).allSatisfy { $0 < $1 })
            #expect(gaps.allSatisfy { $0 <= .seconds(86_400 * 5 / 4) })
            let last = try #require(scene.site.visits.last)
            #expect(scene.clock.now - last.at <= .seconds(86_400 * 5 / 4))
            #expect(gaps.count <= 50)
        }
    }

    @Test("etiquette 42: 410 ends polling when said again a day later, and stays in the status")
    func gone() async throws {
        try await scene { _, _ in
            .status(410)
        } _: { scene in
            await scene.watch.poll(for: .seconds(60 * 86_400))
            #expect(scene.site.visits.count == 2)
            #expect(scene.site.gaps().allSatisfy { $0 >= .seconds(86_400) })
            let record = try scene.watch.record()
            #expect(record.state == .gone)
            try await scene.watch.restart()
            await scene.watch.poll(for: .seconds(10 * 86_400))
            #expect(scene.site.visits.count == 2)
            #expect(scene.watch.problems.contains { $0.hasPrefix("feed-gone") })
        }
    }

    @Test("etiquette 42: an answer between two 410s begins anew")
    func goneAndBack() async throws {
        try await scene { visit, number in
            number == 1 || number == 3 ? .status(410) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 6)
            #expect(scene.site.visits.count == 6)
            let record = try scene.watch.record()
            #expect(record.state == .ok)
        }
    }

    @Test("etiquette 43: 404 slows down to daily and, after a month, weekly; the site is asked once for its feeds")
    func notFound() async throws {
        try await scene { visit, _ in
            switch visit.path {
            case "/feed": .status(404)
            case "/":
                .html(#"<html><head><link rel="alternate" type="application/rss+xml" href="/new.xml"></head></html>"#)
            default: .status(404)
            }
        } _: { scene in
            await scene.watch.poll(for: .seconds(50 * 86_400))
            let gaps = scene.site.gaps()
            #expect(zip(gaps, gaps.dropFirst()).prefix(7).allSatisfy { $0 < $1 })
            #expect(gaps.suffix(2).allSatisfy { $0 >= .seconds(7 * 86_400) })
            #expect(scene.site.visits(to: "/").count == 1)
            #expect(scene.site.visits(to: "/robots.txt").count == 1)
            #expect(scene.site.visits(to: "/new.xml").isEmpty, "what was found is for the operator to judge")
            let hint = scene.site.url("/new.xml")
            #expect(scene.watch.problems.contains { $0.contains(hint) }, "\(scene.watch.problems)")
            try await scene.watch.restart()
            await scene.watch.poll(for: .seconds(30 * 86_400))
            #expect(scene.site.visits(to: "/").count == 1)
        }
    }

    @Test("etiquette 43: one 404 among answers does not send us looking")
    func notFoundOnce() async throws {
        try await scene { visit, number in
            number == 2 ? .status(404) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 4)
            #expect(Set(scene.site.visits.map(\.path)) == ["/feed"])
        }
    }

    @Test("etiquette 44: refused three times, a feed is asked once a day, as ourselves", arguments: [401, 403])
    func refused(status: Int) async throws {
        try await scene { _, _ in
            .status(status)
        } _: { scene in
            await scene.watch.poll(for: .seconds(10 * 86_400))
            #expect(scene.site.gaps().dropFirst(2).allSatisfy { $0 >= .seconds(86_400) })
            #expect(Set(scene.site.visits.map { $0["user-agent"] }) == ["Rasid/1.0 (+https://rasid.example/about)"])
        }
    }

    @Test("etiquette 45: an error drops no validators")
    func validatorsSurviveErrors() async throws {
        try await scene { visit, number in
            number == 2 || number == 3 ? .status(500) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 4)
            #expect(scene.site.visits.map(\.isConditional) == [false, true, true, true])
        }
    }

    @Test("etiquette 46: an outage of our own counts against no feed; on return each is polled once")
    func ownOutage() async throws {
        let feeds = (0..<12).map { Listed(name: "f\($0)", path: "/\($0)", host: "127.0.1.\($0 + 1)") }
        try await scene(feeds: feeds) { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDueAtOnce()
            #expect(scene.site.visits.count == 12)
            scene.site.stop()
            await scene.watch.live(for: .seconds(6 * 3600), step: .seconds(5))
            for feed in feeds {
                let record = try scene.watch.record(feed.name)
                #expect(record.failures == 0 && record.state == .ok)
            }
            let back = try Site(scene.clock, port: scene.site.port) { visit, _ in .feed(to: visit) }
            defer { back.stop() }
            await scene.watch.live(for: .seconds(240))
            #expect(back.visits.count == 12 && Set(back.visits.map(\.path)).count == 12)
            let network = scene.watch.seen.compactMap { event in
                if case .network(let isUp) = event { isUp } else { nil }
            }
            #expect(network == [false, true], "two lines in the log")
        }
    }

    @Test("etiquette 47: a success resets the back-off")
    func reset() async throws {
        try await scene { visit, number in
            (2...6).contains(number) ? .status(500) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 9)
            let gaps = scene.site.gaps()
            #expect(gaps[5] >= .seconds(9600))
            #expect(gaps[6] <= .seconds(900 * 5 / 4))
        }
    }

    @Test("etiquette 48: a poll asks twice only when a kept connection was closed before any byte")
    func oneRetry() async throws {
        try await scene(feeds: [Listed(name: "a", path: "/a"), Listed(name: "b", path: "/b")]) { visit, _ in
            visit.request.position == 0 ? .feed(to: visit) : Reply(pieces: [.close])
        } _: { scene in
            await scene.watch.pollDue()
            #expect(scene.site.visits(to: "/a").count + scene.site.visits(to: "/b").count == 3)
            let record = try scene.watch.record("b")
            #expect(record.state == .ok)
        }
        try await scene { _, _ in
            Reply(pieces: [.reset])
        } _: { scene in
            await scene.watch.pollDue()
            #expect(scene.site.visits.count == 1)
        }
    }
}
