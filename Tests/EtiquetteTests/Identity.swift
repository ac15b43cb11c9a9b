import Loopback
import NewsModel
import Testing

@Suite("Etiquette E: who we are")
struct Identity {
    private func visit(feed: String = "", settings: String = "", polls: Int = 1) async throws -> [Site.Visit] {
        var visits: [Site.Visit] = []
        try await scene(settings: settings, feed: feed) { _, number in
            .ok(
                rss([Story(number, link: "")]),
                [("Set-Cookie", "a=b; Path=/"), ("Content-Type", "application/rss+xml")])
        } _: { scene in
            await scene.watch.poll(times: polls)
            visits = scene.site.visits
        }
        return visits
    }

    @Test("etiquette 49: one honest name with a contact, or the operator's own for a feed")
    func userAgent() async throws {
        #expect(try await visit().map { $0["user-agent"] } == ["Rasid/1.0 (+https://rasid.example/about)"])
        #expect(try await visit(feed: ", user_agent: \"Desk/2\"").map { $0["user-agent"] } == ["Desk/2"])
    }

    @Test("etiquette 50: no cookie, no referrer, and the URL as it was configured")
    func nothingAdded() async throws {
        try await scene(feeds: [Listed(path: "/f%2Fe/%d8%a3?a=%20b&c")]) { visit, _ in
            .ok(rss(), [("Set-Cookie", "a=b; Path=/")])
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(scene.site.visits.map(\.path) == Array(repeating: "/f%2Fe/%d8%a3?a=%20b&c", count: 3))
            #expect(scene.site.visits.allSatisfy { $0["cookie"] == nil && $0["referer"] == nil })
        }
    }

    @Test("etiquette 51: the same sane Accept on each poll, a language only when configured")
    func accept() async throws {
        let visits = try await visit(polls: 3)
        #expect(Set(visits.map { $0["accept"] }).count == 1)
        let accept = try #require(visits.first?["accept"])
        #expect(accept.hasPrefix("application/atom+xml, application/rss+xml") && accept.hasSuffix("*/*;q=0.1"))
        #expect(visits.allSatisfy { $0["accept-language"] == nil })
        let configured = try await visit(feed: ", headers: { Accept-Language: ar }")
        #expect(configured.map { $0["accept-language"] } == ["ar"])
    }

    @Test("etiquette 52: only codings that are decoded are accepted")
    func acceptEncoding() async throws {
        #expect(try await visit().map { $0["accept-encoding"] } == ["gzip, br, zstd"])
    }

    @Test("etiquette 53: no cache is told to step aside")
    func noCache() async throws {
        let visits = try await visit(polls: 3)
        #expect(visits.count == 3)
        #expect(visits.allSatisfy { $0["cache-control"] == nil && $0["pragma"] == nil })
    }

    @Test("etiquette 54: one GET for a poll, and nothing beside it")
    func oneRequest() async throws {
        try await scene(feed: ", full_text: never") { visit, number in
            visit.path == "/feed" ? .ok(rss([Story(number)])) : .status(404)
        } _: { scene in
            await scene.watch.poll(times: 4)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits.map(\.path) == Array(repeating: "/feed", count: 4))
        }
    }

    @Test("etiquette 55: ten feeds of a host come over two connections at most, a delay apart")
    func connections() async throws {
        let feeds = (0..<10).map { Listed(name: "f\($0)", path: "/\($0)") }
        let delay = Duration.milliseconds(30)
        try await scene(
            settings: "fetch: { host_delay: 30ms, per_host: 2, allow_private: [127.0.0.0/8] }", feeds: feeds
        ) { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDueAtOnce()
            #expect(scene.site.visits.count == 10)
            #expect(scene.site.connectionCount <= 2)
            // The server sees a request a little after it was sent, one sooner than another.
            let times = scene.site.visits.map(\.request.received).sorted()
            let whole = try #require(times.first).duration(to: try #require(times.last))
            #expect(whole >= delay * 9 - .milliseconds(20))
        }
    }

    @Test("etiquette 56: a 226 answer is merged: what is not in it is not gone")
    func delta() async throws {
        let complete = "<fh:complete/>"
        try await scene(feed: ", full_text: never") { _, number in
            let old = Story(1, text: "A bridge over the river is planned by the council of the town for the spring.")
            let new = Story(
                2, title: "Gate open", text: "The old castle gate was opened to visitors by the mayor today.")
            if number == 1 { return .ok(rss([old], channel: complete), [("ETag", "\"1\"")]) }
            return .status(226, [("IM", "feed"), ("ETag", "\"2\"")], body: Array(rss([new], channel: complete).utf8))
        } _: { scene in
            await scene.watch.poll(times: 2)
            try await scene.watch.makeArticles()
            #expect(try scene.watch.files().count == 2)
            #expect(try scene.watch.journal().allSatisfy { !$0.contains("withdraw") })
            #expect(scene.site.visits.allSatisfy { $0["a-im"] == nil }, "not asked for")
        }
    }
}
