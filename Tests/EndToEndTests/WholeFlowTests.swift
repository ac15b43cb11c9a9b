import Foundation
import Testing

/// From feeds.yaml to clean files, index and status: seven publishers, the built binary, nothing in between faked.
@Suite("The whole flow", .serialized)
struct WholeFlowTests {
    private func feeds(_ press: Press) -> [(name: String, url: String)] {
        [
            ("mirror", press.mirror.url("/feed.xml")), ("daily", press.daily.url("/rdf")),
            ("russian", press.russian.url("/atom")), ("cairo", press.cairo.url("/feed.json")),
            ("gulf", press.gulf.url("/rss091")), ("herald", press.herald.url("/rss")),
        ]
    }

    /// The seeds by the title they are published under.
    private static let seedTitles = [
        "قمة كيم وبوتين: رسائل إلى واشنطن", "أول قمة بين كيم وبوتين لتعزيز العلاقات التاريخية",
        "بوتين يكشف عن طلب كيم خلال قمتهما", "كيم جونج في طريقه إلى روسيا للقاء بوتين.. ماذا على الطاولة؟",
        "لافروف يلتقي كيم جونغ أون ويندد بسياسات واشنطن",
    ]

    @Test("every article becomes one clean file, copies are copies, stories are stories")
    func firstRun() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try FileManager.default.createDirectory(at: workspace.outbox, withIntermediateDirectories: true)
        let watcher = OutboxWatcher(workspace.outbox.path)
        // The copy comes a run later, so that which one is the original is no matter of luck.
        try workspace.configure(feeds: feeds(press))
        let first = try await workspace.run("run", "--once")
        #expect(first.status == 0, "\(first.errors)")
        try workspace.configure(feeds: feeds(press) + [("wire", press.wire.url("/atom03"))])
        let second = try await workspace.run("run", "--once")
        #expect(second.status == 0, "\(second.errors)")

        let articles = try workspace.articlesByTitle()
        #expect(try workspace.articles().count == 7)
        for (number, title) in Self.seedTitles.enumerated() {
            let article = try #require(articles[title], "seed \(number)")
            #expect(article.paragraphs == (try Seed.clean(number)), "seed \(number)")
        }
        #expect(articles[NewsPage.harbour.title]?.paragraphs == NewsPage.harbour.lines)
        #expect(articles[NewsPage.orchard.title]?.paragraphs == NewsPage.orchard.lines)

        try expectOnlyWholeFiles(watcher, workspace)
        try expectStories(articles)
        try await expectCopy(workspace, of: try #require(articles[Self.seedTitles[1]]))
        await press.stop()
    }

    /// Nothing but finished files ever becomes visible, each by one rename.
    private func expectOnlyWholeFiles(_ watcher: OutboxWatcher, _ workspace: Workspace) throws {
        let visible = watcher.events().filter { !$0.name.hasPrefix(".") }
        let others = visible.filter { !$0.isMovedIn }
        #expect(others == [])
        let names = visible.map(\.name).sorted()
        #expect(try workspace.articles() == names)
    }

    private func expectStories(_ articles: [String: ArticleFile]) throws {
        let stories = try Self.seedTitles.map { try #require(articles[$0]?.fields["story"]) }
        #expect(stories[0] == stories[1] && stories[1] == stories[2], "one summit, one story: \(stories)")
        #expect(Set(stories).count == 3, "the visits of 2023 are other stories: \(stories)")
    }

    private func expectCopy(_ workspace: Workspace, of original: ArticleFile) async throws {
        let copies = try workspace.journal().filter { $0["event"] as? String == "duplicate" }
        #expect(copies.count == 1)
        let id = try #require(original.fields["rasid_id"])
        let shown = try await workspace.run("show", id, "--json")
        #expect(shown.status == 0, "\(shown.errors)")
        let object = try #require(shown.objects.first)
        let listed = try #require(object["copies"] as? [[String: Any]])
        #expect(listed.compactMap { $0["feed"] as? String } == ["wire"])
    }

    @Test("the second run asks with validators, fetches no page again and writes nothing")
    func secondRun() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: feeds(press))
        #expect(try await workspace.run("run", "--once").status == 0)
        let before = try workspace.articles()
        for publisher in press.all { publisher.forgetRequests() }

        let wasAsked = try await eventually {
            _ = try await workspace.run("run", "--once")
            return press.requests.count >= feeds(press).count
        }
        #expect(wasAsked, "every feed comes due within seconds")
        #expect(press.requests.allSatisfy { $0.headers["if-none-match"] != nil && $0.status == 304 })
        #expect(
            press.requests.allSatisfy { $0.headers["user-agent"]?.contains("(+https://rasid.example/about)") == true })
        #expect(try workspace.articles() == before)
        await press.stop()
    }

    @Test("a killed daemon loses nothing and announces nothing twice")
    func killedRun() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: feeds(press))
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let hasBegun = await eventually { (try? workspace.articles().isEmpty) == false }
        #expect(hasBegun, "\(daemon.complaints)")
        daemon.signal(SIGKILL)
        _ = await daemon.wait()

        let isWhole = try await eventually {
            #expect(try await workspace.run("run", "--once").status == 0)
            return try workspace.articles().count == 7
        }
        #expect(isWhole)
        let published = try workspace.journal().filter { $0["event"] as? String == "new" }
        #expect(Set(published.compactMap { $0["file"] as? String }).count == 7)
        let hidden = try FileManager.default.contentsOfDirectory(atPath: workspace.outbox.appending(path: ".tmp").path)
        #expect(hidden == [], "no temporary file stays")
        await press.stop()
    }

    @Test("search finds a word in any of its spellings")
    func search() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: feeds(press))
        #expect(try await workspace.run("run", "--once").status == 0)
        await press.stop()

        // Seed 000 writes «تُوّجت» and «شباط/ فبراير», seed 003 «قائلًا».
        for (query, title) in [
            ("توجت", Self.seedTitles[0]), ("وتُوِّجَت", Self.seedTitles[0]), ("قائلا", Self.seedTitles[3]),
            ("orchards", NewsPage.orchard.title),
        ] {
            let found = try await workspace.run("search", query, "--json")
            #expect(found.status == 0, "\(query): \(found.errors)")
            #expect(found.objects.contains { $0["title"] as? String == title }, "\(query): \(found.output)")
        }
        #expect(try await workspace.run("search", "كلمةلاتوجد").status == 1)
    }

    @Test("status tells how it is, running or not, to people and programs")
    func status() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: feeds(press))
        let daemon = try await workspace.startDaemon(untilArticles: 7)
        let isTold = try await eventually {
            let told = try await workspace.run("status", "--json").objects.first
            return ((told?["feeds"] as? [String: Any])?["ok"] as? Int) == 6
        }
        #expect(isTold)
        let running = try await workspace.run("status")
        #expect(running.status == 0, "\(running.output)")
        #expect(running.output.contains("running") && running.output.contains("ok 6"))
        let object = try #require(try await workspace.run("status", "--json").objects.first)
        #expect(object["running"] as? Bool == true)
        #expect(object["pid"] as? Int == Int(daemon.pid))
        #expect(try await workspace.run("status", "--check").output.hasPrefix("OK - "))
        #expect(try await workspace.run("status", "--feeds", "--json").objects.count == 6)
        #expect(try await workspace.run("feed", "no-such-feed").status == 1)
        let explained = try await workspace.run("feed", "herald")
        #expect(explained.status == 0 && explained.output.contains("next poll"), "\(explained.output)")

        let asked = ContinuousClock.now
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        #expect(asked.duration(to: .now) < .seconds(5) * RasidProcess.slowness)
        let stopped = try await workspace.run("status")
        #expect(stopped.status == 3)
        #expect(stopped.output.contains("not running"))
        #expect(try await workspace.run("status", "--json").objects.first?["running"] as? Bool == false)
        await press.stop()
    }

    @Test("SIGHUP takes a better configuration and refuses a broken one")
    func reload() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let daemon = try await workspace.startDaemon(untilArticles: 2)

        try workspace.write("feeds.yaml", "outbox: [\n")
        daemon.signal(SIGHUP)
        let isRefused = await eventually { daemon.complaints.contains("configuration refused") }
        #expect(isRefused, "\(daemon.complaints)")
        #expect(daemon.isRunning)

        try workspace.configure(feeds: [("herald", press.herald.url("/rss")), ("daily", press.daily.url("/rdf"))])
        daemon.signal(SIGHUP)
        let isTaken = await eventually { (try? workspace.articles().count) == 3 }
        #expect(isTaken, "\(daemon.complaints)")
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }
}
