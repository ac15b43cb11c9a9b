import Foundation
import Testing

/// What goes wrong outside is told clearly, the rest goes on, and nothing is lost.
@Suite("Bad input", .serialized)
struct BadInputTests {
    /// gzip of "<rss version=\"2.0\"><channel><title>cut</title>" and more, with its end missing.
    private static let cutGzip = Data(
        [0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xB3, 0x29, 0x2A, 0x2E, 0x56, 0x28, 0x4B])

    @Test("each bad feed is named with its reason, the good one is published")
    func badFeeds() async throws {
        let press = try Press()
        try await press.start()
        let bad = try LoopbackPublisher(address: "127.0.2.1")
        try await bad.start()
        bad.serve("/empty", .init(type: "application/rss+xml"))
        bad.serve("/page", .init(body: Data("<html><body><h1>Please log in</h1></body></html>".utf8)))
        bad.serve(
            "/cut", .init(type: "application/rss+xml", body: Self.cutGzip, headers: ["Content-Encoding": "gzip"]))
        bad.serve("/endless", .init(type: "text/xml", body: Data(repeating: 0x20, count: 3 << 20)))
        bad.serve("/gone", .init(status: 410))
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [
                ("herald", press.herald.url("/rss")), ("unreachable", "http://127.0.2.9:1/feed"),
                ("empty", bad.url("/empty")), ("page", bad.url("/page")), ("cut", bad.url("/cut")),
                ("endless", bad.url("/endless")), ("gone", bad.url("/gone")),
            ])
        try workspace.write(
            "feeds.yaml",
            try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)
                .replacingOccurrences(of: "timeout: 10s", with: "timeout: 10s, max_body: 1MiB"))

        let run = try await workspace.run("run", "--once")
        #expect(run.status == 3, "done in part: \(run.errors)")
        #expect(try workspace.articles().count == 2)
        let feeds = try await workspace.run("status", "--feeds", "--json").objects
        let errors = Dictionary(
            feeds.compactMap { feed -> (String, String)? in
                guard let name = feed["name"] as? String, let error = feed["last_error"] as? [String: Any] else {
                    return nil
                }
                return (name, error["code"] as? String ?? "")
            }, uniquingKeysWith: { first, _ in first })
        #expect(
            errors == [
                "unreachable": "connect", "empty": "feed-empty", "page": "feed-html_page", "cut": "truncated",
                "endless": "too-large", "gone": "http-410",
            ])
        await bad.stop()
        await press.stop()
    }

    @Test("status lists what is configured: also a feed that is paused or was never polled, none that was removed")
    func configuredFeeds() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss")), ("daily", press.daily.url("/rdf"))])
        #expect(try await workspace.run("run", "--once").status == 0)
        try workspace.configure(
            feeds: [
                ("herald", press.herald.url("/rss") + "\n    paused: true"), ("later", press.mirror.url("/feed.xml")),
            ])
        let listed = try await workspace.run("status", "--feeds", "--json").objects
        #expect(listed.compactMap { $0["name"] as? String } == ["herald", "later"])
        #expect(listed.compactMap { $0["paused"] as? Bool } == [true, false])
        #expect(try await workspace.run("feed", "herald").output.contains("paused"))
        await press.stop()
    }

    @Test("private networks are refused unless the configuration allows them")
    func privateNetwork() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))], allowLoopback: false)
        let run = try await workspace.run("run", "--once")
        #expect(run.status == 2)
        #expect(run.errors.contains("allow_private"), "\(run.errors)")
        #expect(press.herald.requests.isEmpty)
        await press.stop()
    }

    @Test("a page without an article leaves a note and no file")
    func pageWithoutArticle() async throws {
        let publisher = try LoopbackPublisher(address: "127.0.2.2")
        try await publisher.start()
        publisher.serve("/p", .init(body: Data("<html><body><nav><a href=/>Home</a></nav></body></html>".utf8)))
        publisher.serve(
            "/feed",
            .init(
                type: "text/xml",
                body: Data(
                    """
                    <rss version="2.0"><channel><title>t</title><item><title>Nothing here</title>
                    <link>\(publisher.url("/p"))</link></item></channel></rss>
                    """.utf8)))
        let workspace = try Workspace()
        try workspace.configure(feeds: [("hollow", publisher.url("/feed"))])
        let run = try await workspace.run("run", "--once")
        #expect(run.status == 0)
        #expect(run.output.contains("1 left out"), "\(run.output)")
        #expect(run.errors.contains("no article"), "\(run.errors)")
        #expect(try workspace.articles() == [])
        await publisher.stop()
    }

    @Test("an outbox that is no directory stops the start with 78 and names it")
    func outboxIsAFile() async throws {
        let workspace = try Workspace()
        try workspace.configure(feeds: [("a", "http://127.0.2.3/feed")])
        try workspace.write("articles", "a file")
        let run = try await workspace.run("run", "--once")
        #expect(run.status == 78)
        #expect(run.errors.contains("articles"), "\(run.errors)")
    }

    @Test("a second daemon on the same state leaves at once and names the first")
    func secondDaemon() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let first = try await workspace.startDaemon(untilArticles: 2)
        let second = try await workspace.run("run")
        #expect(second.status == 2)
        #expect(second.errors.contains("\(first.pid)"), "\(second.errors)")
        first.signal(SIGTERM)
        #expect(await first.wait().status == 0)
        await press.stop()
    }

    @Test("a mistake in feeds.yaml is named with its line")
    func badConfiguration() async throws {
        let workspace = try Workspace()
        try workspace.write(
            "feeds.yaml", "outbox: ./articles\npoll: { intervall: 10m }\nfeeds:\n  - name: a\n    url: ftp://x/\n")
        for command in [["run", "--once"], ["check"]] {
            let run = try await RasidProcess.run(command, in: workspace.folder)
            #expect(run.status == 78)
            let told = run.errors + run.output
            #expect(told.contains(":2") && told.contains("interval"), "\(told)")
            #expect(told.contains(":5"), "\(told)")
        }
    }
}
