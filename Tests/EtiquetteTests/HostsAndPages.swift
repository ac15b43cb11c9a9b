import Fetching
import Loopback
import NewsModel
import Testing

@Suite("Etiquette F: hosts and article pages")
struct HostsAndPages {
    /// A publisher of one feed with stories and their pages.
    private static func publisher(
        stories: Int = 1, robots: Reply = .status(404), page: @escaping @Sendable (Site.Visit, Int) -> Reply
    ) -> Site.Script {
        { visit, number in
            switch visit.path {
            case "/feed": .feed(rss((1...stories).map { Story($0) }), to: visit)
            case "/robots.txt": robots
            default: page(visit, number)
            }
        }
    }

    private static func pages(_ visit: Site.Visit, _ number: Int) -> Reply {
        .html(page(Int(visit.path.split(separator: "/").last ?? "") ?? 0))
    }

    private static func text(_ rules: String) -> Reply { .ok(rules, [("Content-Type", "text/plain")]) }

    @Test("etiquette 57: requests to a host are a delay apart, and another host is not held up")
    func pace() async throws {
        let feeds =
            (0..<8).map { Listed(name: "f\($0)", path: "/\($0)") }
            + (0..<8).map { Listed(name: "g\($0)", path: "/g", host: "127.0.1.\($0 + 1)") }
        try await scene(
            settings: "fetch: { host_delay: 40ms, allow_private: [127.0.0.0/8] }", feeds: feeds
        ) { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDueAtOnce()
            let slow = scene.site.visits.filter { $0.path != "/g" }.map(\.request.received).sorted()
            let fast = scene.site.visits.filter { $0.path == "/g" }.map(\.request.received).sorted()
            let end = try #require(slow.last)
            // Half, since a busy server may note the first late.
            #expect(try #require(slow.first).duration(to: end) >= .milliseconds(40 * 7 / 2))
            #expect(fast.count == 8 && fast.allSatisfy { $0 < end })
        }
    }

    @Test("etiquette 58: robots.txt is fetched once for an origin, however many pages and polls there are")
    func robotsOnce() async throws {
        try await scene(feed: ", full_text: always", Self.publisher(stories: 6, page: Self.pages)) { scene in
            await scene.watch.poll(times: 3)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/robots.txt").count == 1)
            #expect(try scene.watch.files().count == 6)
        }
    }

    @Test("etiquette 57: hosts at one address count together when that is configured", arguments: [true, false])
    func paceByAddress(isCounted: Bool) async throws {
        let feeds = (0..<6).map { Listed(name: "f\($0)", path: "/f", host: "h\($0).localhost") }
        let settings = "fetch: { host_delay: 60ms, by_address: \(isCounted), allow_private: [127.0.0.0/8] }"
        try await scene(settings: settings, feeds: feeds) { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDueAtOnce()
            let times = scene.site.visits.map(\.request.received).sorted()
            #expect(times.count == 6)
            guard let first = times.first, let last = times.last else { return }
            // Without it each is another host, and none waits. Half, since a busy server may note the first late.
            if isCounted { #expect(first.duration(to: last) >= .milliseconds(60 * 5 / 2)) }
            #expect(Set(scene.site.visits.compactMap { $0.request["host"] }).count == 6)
        }
    }

    @Test(
        "etiquette 58: a restart does not ask for robots.txt again, only its day's end does", arguments: [false, true])
    func robotsKept(afterCrash: Bool) async throws {
        try await scene(
            feed: ", full_text: always",
            Self.publisher(stories: 2, robots: Self.text("User-agent: *\nDisallow: /a/1\n"), page: Self.pages)
        ) { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            if afterCrash { await scene.watch.storeRobots() }
            try await scene.watch.restart(afterCrash: afterCrash)
            #expect(await scene.watch.permits(scene.site.url("/a/1")) == .disallowed)
            #expect(await scene.watch.permits(scene.site.url("/a/2")) == .allowed)
            #expect(scene.site.visits(to: "/robots.txt").count == 1)
            scene.watch.advance(by: .seconds(24 * 3600))
            try await scene.watch.restart()
            #expect(await scene.watch.permits(scene.site.url("/a/1")) == .disallowed)
            #expect(scene.site.visits(to: "/robots.txt").count == 2)
        }
    }

    @Test("etiquette 58: five redirects of robots.txt are followed, and half a mebibyte of it counts")
    func robotsRedirected() async throws {
        let filler = String(repeating: "# a line of comment\n", count: 20_000)
        try await scene(feed: ", full_text: always") { visit, _ in
            switch visit.path {
            case "/feed": return .feed(rss(), to: visit)
            case "/robots.txt": return .redirect(301, to: "/r1")
            case "/r1", "/r2", "/r3", "/r4": return .redirect(302, to: "/r\((Int(visit.path.dropFirst(2)) ?? 0) + 1)")
            case "/r5": return Self.text(filler + "User-agent: *\nDisallow: /a/\n")
            default: return Self.pages(visit, 1)
            }
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/r5").count == 1)
            #expect(scene.site.visits(to: "/a/1").isEmpty)
        }
    }

    @Test("etiquette 59: robots.txt answered 4xx allows", arguments: [401, 403, 404, 410])
    func robotsMissing(status: Int) async throws {
        let script = Self.publisher(robots: .status(status), page: Self.pages)
        try await scene(feed: ", full_text: always", script) { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/a/1").count == 1)
        }
    }

    @Test("etiquette 59: robots.txt that fails allows no page, and the feed is polled on", arguments: [500, 503, 0])
    func robotsFailing(status: Int) async throws {
        let robots = status == 0 ? Reply(pieces: [.close]) : .status(status)
        try await scene(feed: ", full_text: always", Self.publisher(robots: robots, page: Self.pages)) { scene in
            await scene.watch.poll(times: 4)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/a/1").isEmpty)
            #expect(scene.site.visits(to: "/feed").count == 4)
        }
    }

    @Test("etiquette 60: the longest rule of our own group decides")
    func robotsRules() async throws {
        let rules = """
            User-agent: *
            Disallow: /
            User-agent: Rasid
            Disallow: /a/*
            Allow: /a/2$
            Allow: /a/3
            Disallow: /a/3?x
            """
        try await scene(
            feed: ", full_text: always", Self.publisher(stories: 3, robots: Self.text(rules), page: Self.pages)
        ) { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(Set(scene.site.visits.map(\.path)) == ["/feed", "/robots.txt", "/a/2", "/a/3"])
        }
    }

    @Test("etiquette 60: Crawl-delay is obeyed")
    func crawlDelay() async throws {
        let rules = Self.text("User-agent: *\nCrawl-delay: 0.2\n")
        try await scene(
            feed: ", full_text: always", Self.publisher(stories: 3, robots: rules, page: Self.pages)
        ) { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            let times = scene.site.visits.filter { $0.path.hasPrefix("/a/") }.map(\.request.received)
            #expect(times.count == 3)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0.duration(to: $1) >= .milliseconds(180) })
        }
    }

    @Test("etiquette 61: a listed feed is polled although robots.txt forbids all; its pages are not")
    func listedFeed() async throws {
        let rules = Self.text("User-agent: *\nDisallow: /\n")
        try await scene(feed: ", full_text: always", Self.publisher(robots: rules, page: Self.pages)) { scene in
            await scene.watch.poll(times: 3)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/feed").count == 3)
            #expect(scene.site.visits(to: "/a/1").isEmpty)
        }
    }

    @Test("etiquette 61: where the operator is strict, robots.txt keeps us from the feed too")
    func strict() async throws {
        let settings = "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8], feeds_obey_robots: true }"
        for (rules, visits) in [("User-agent: *\nDisallow: /feed\n", 0), ("User-agent: *\nDisallow: /a\n", 1)] {
            let script = Self.publisher(robots: Self.text(rules), page: Self.pages)
            try await scene(settings: settings, script) { scene in
                await scene.watch.poll(times: 1)
                #expect(scene.site.visits(to: "/robots.txt").count == 1)
                #expect(scene.site.visits(to: "/feed").count == visits)
                let record = try scene.watch.record()
                #expect(record.failures == 1 - visits)
            }
        }
    }

    @Test("etiquette 62: a page that fails is tried four times over a day, then the feed's text must do")
    func failingPage() async throws {
        let text = "The council of the town decided to build a new bridge over the river in the spring."
        try await scene(feed: ", full_text: always") { visit, number in
            switch visit.path {
            case "/feed": .feed(rss([Story(1, text: text)]), to: visit)
            case "/robots.txt": .status(404)
            default: .status(500)
            }
        } _: { scene in
            await scene.watch.pollDue()
            for _ in 0..<200 {
                try await scene.watch.makePostponedArticles()
                scene.watch.advance(by: .seconds(900))
            }
            let visits = scene.site.visits(to: "/a/1")
            #expect(visits.count == 4)
            let span = try #require(visits.last).at - (try #require(visits.first)).at
            #expect(span >= .seconds(20 * 3600) && span <= .seconds(26 * 3600))
            let files = try scene.watch.files()
            #expect(files.count == 1 && files.values.allSatisfy { $0.contains("new bridge") })
        }
    }

    @Test("etiquette 62: being put off by the host's pause costs a page none of its tries")
    func pausedHost() async throws {
        try await scene(feed: ", full_text: always") { visit, number in
            switch visit.path {
            case "/feed": .feed(rss([Story(1), Story(2), Story(3)]), to: visit)
            case "/robots.txt": .status(404)
            // Each page is asked again and again until the host is at ease.
            default:
                visit.at < TestClock.start + .seconds(5 * 3600)
                    ? .status(429, [("Retry-After", "3600")]) : Self.pages(visit, number)
            }
        } _: { scene in
            await scene.watch.pollDue()
            for _ in 0..<200 {
                try await scene.watch.makePostponedArticles()
                scene.watch.advance(by: .seconds(900))
            }
            #expect(try scene.watch.files().count == 3)
            let early = scene.site.visits.filter {
                $0.path.hasPrefix("/a/") && $0.at < TestClock.start + .seconds(5 * 3600)
            }
            #expect(early.count <= 6, "one an hour, for the whole host")
            #expect(scene.site.visits.filter { $0.path.hasPrefix("/a/") }.count == early.count + 3)
        }
    }

    @Test("etiquette 63: of a new feed's five hundred items only the newest pages are fetched, at the host's pace")
    func backlog() async throws {
        let items = (1...500).map { number in
            Story(
                number,
                more: "<pubDate>Thu, \(number % 2 == 0 ? "10" : "01") Sep 2026 0\(number % 9):00:00 GMT</pubDate>")
        }
        try await scene(feed: ", full_text: always, backlog_age: 3d") { visit, number in
            switch visit.path {
            case "/feed": .feed(rss(items), to: visit)
            case "/robots.txt": .status(404)
            default: Self.pages(visit, number)
            }
        } _: { scene in
            await scene.watch.pollDue()
            try await scene.watch.makeArticles()
            let pages = scene.site.visits.filter { $0.path.hasPrefix("/a/") }
            #expect(pages.count == 50)
            #expect(pages.allSatisfy { (Int($0.path.dropFirst(3)) ?? 1) % 2 == 0 }, "none older than three days")
        }
    }

    @Test("etiquette 64: what page and header ask of robots stands in the file")
    func signals() async throws {
        let script = Self.publisher(page: { _, _ in
            .html(
                page(1, head: #"<meta name="robots" content="noarchive, nosnippet">"#),
                [
                    ("X-Robots-Tag", "noai, noimageai"), ("X-Robots-Tag", "otherbot: noindex, nofollow"),
                    ("X-Robots-Tag", "unavailable_after: 2030-01-01"),
                ])
        })
        try await scene(feed: ", full_text: always", script) { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            let file = try #require(try scene.watch.files().values.first)
            for signal in ["noarchive", "nosnippet", "noai", "noimageai", "unavailable_after"] {
                #expect(file.contains(signal), "\(signal): \(file.prefix(600))")
            }
            #expect(!file.contains("noindex") && !file.contains("nofollow"), "meant for another")
        }
    }
}
