import Foundation
import Testing

/// Finding feeds, and taking them from one reader to another.
@Suite("Discovering, importing, exporting", .serialized)
struct DiscoverTests {
    private static func rss(_ title: String, items: Int = 2) -> LoopbackPublisher.Answer {
        let items = (1...max(items, 1)).prefix(items).map {
            "<item><title>\(title) \($0)</title><link>http://n.example/\(title)/\($0)</link>"
                + "<pubDate>Tue, 0\($0) Sep 2026 10:00:00 GMT</pubDate></item>"
        }
        let document = "<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>"
        return .init(type: "application/rss+xml", body: Data(document.utf8))
    }

    private static func page(_ head: String) -> LoopbackPublisher.Answer {
        .init(body: Data("<html><head>\(head)</head><body><p>الأخبار</p></body></html>".utf8))
    }

    private func discover(_ url: String, in workspace: Workspace) async throws -> RasidProcess.Result {
        try await workspace.run("discover", "--json", "--allow-private", "127.0.3.0/24", url)
    }

    @Test("feeds the page declares are fetched, read and told; those that are none are not")
    func declared() async throws {
        let site = try LoopbackPublisher(address: "127.0.3.1")
        try await site.start()
        site.serve(
            "/",
            Self.page(
                """
                <link rel=alternate type=application/rss+xml href=/missing title=Gone>
                <link rel=alternate type=application/rss+xml href=/comments/x title=Comments>
                <link rel=alternate type=application/rss+xml href=/x title=Main>
                """))
        site.serve("/x", Self.rss("Main"))
        site.serve("/comments/x", Self.rss("Replies"))
        let workspace = try Workspace()
        let run = try await discover(site.url("/"), in: workspace)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.objects.map { $0["url"] as? String } == [site.url("/x"), site.url("/comments/x")])
        let main = try #require(run.objects.first)
        #expect(main["title"] as? String == "Main")
        #expect(main["format"] as? String == "rss2.0")
        #expect(main["items"] as? Int == 2)
        #expect(main["newest"] as? String == "2026-09-02T10:00:00Z")
        #expect(main["found"] as? String == "page")
        #expect(site.requests.first?.headers["user-agent"]?.hasPrefix("Rasid/") == true)
        #expect(!site.requests.contains { $0.path == "/feed" }, "nothing is guessed where feeds are declared")
        await site.stop()
    }

    @Test("an address that is a feed itself is told as it is")
    func given() async throws {
        let site = try LoopbackPublisher(address: "127.0.3.2")
        try await site.start()
        site.serve("/f", Self.rss("Itself"))
        let run = try await discover(site.url("/f"), in: try Workspace())
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.objects.map { $0["found"] as? String } == ["given"])
        #expect(site.requests.map(\.path) == ["/f"])
        await site.stop()
    }

    @Test("without a word in the page common paths are tried, up to the first feed, and robots.txt is heeded")
    func common() async throws {
        let site = try LoopbackPublisher(address: "127.0.3.3")
        try await site.start()
        site.serve("/", Self.page(""))
        site.serve("/robots.txt", .init(type: "text/plain", body: Data("User-agent: *\nDisallow: /feed\n".utf8)))
        site.serve("/feed", Self.rss("Hidden"))
        site.serve("/rss", Self.page(""))
        site.serve("/rss.xml", Self.rss("Found"))
        let run = try await discover(site.url("/"), in: try Workspace())
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.objects.map { $0["url"] as? String } == [site.url("/rss.xml")])
        #expect(run.objects.first?["found"] as? String == "common")
        #expect(site.requests.map(\.path) == ["/", "/robots.txt", "/rss", "/rss.xml"])
        await site.stop()
    }

    @Test("software is known by its addresses")
    func platform() async throws {
        let site = try LoopbackPublisher(address: "127.0.3.4")
        try await site.start()
        site.serve("/@desk", .init(status: 403))
        site.serve("/@desk.rss", Self.rss("Desk"))
        let run = try await discover(site.url("/@desk"), in: try Workspace())
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.objects.map { $0["found"] as? String } == ["platform"])
        await site.stop()
    }

    @Test("a site without feeds costs a dozen requests at most, and exits 1")
    func none() async throws {
        let site = try LoopbackPublisher(address: "127.0.3.5")
        try await site.start()
        site.serve("/a", Self.page(""))
        let workspace = try Workspace()
        try workspace.configure(feeds: [("a", site.url("/other"))])
        let run = try await workspace.run("discover", "--config", "feeds.yaml", site.url("/a"))
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect((2...12).contains(site.requests.count))
        #expect(site.requests.first?.headers["user-agent"]?.contains("https://rasid.example/about") == true)
        await site.stop()
    }

    @Test("a private address is refused, an unknown site told")
    func refused() async throws {
        let workspace = try Workspace()
        let refused = try await workspace.run("discover", "http://127.0.3.6:9/")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("allow_private"), "\(refused.errors)")
        #expect(try await workspace.run("discover", "--allow-private", "x", "http://a.example/").status == 64)
        #expect(try await workspace.run("discover", "missing").status == 2)
    }

    @Test("of a file the feeds of its page are told, without a request")
    func file() async throws {
        let workspace = try Workspace()
        try workspace.write(
            "page.html", "<head><link rel=alternate type=application/atom+xml href=/atom title=\"أخبار\"></head>")
        let run = try await workspace.run("discover", "--json", "--url", "https://n.example/a", "page.html")
        #expect(run.status == 0)
        #expect(run.objects.first?["url"] as? String == "https://n.example/atom")
        #expect(run.objects.first?["format"] is NSNull)
        let plain = try await workspace.run("discover", "--url", "https://n.example/a", "page.html")
        #expect(plain.lines == ["https://n.example/atom", "    not fetched   أخبار"])
    }

    private static let feeds = """
        # mine
        feeds:
          - name: jazeera
            url: https://a.example/rss?a=1&b=2
            title: "الجزيرة «نت» \\"عاجل\\" & <b>"
            tags: [عربي, "a/b, c", قطر]
            interval: 10m

          - name: untitled
            url: https://b.example/rss
        # the end

        """

    @Test("export and import give the same feeds back")
    func roundTrip() async throws {
        let workspace = try Workspace()
        try workspace.write("feeds.yaml", Self.feeds)
        let exported = try await workspace.run("export")
        #expect(exported.status == 0, "\(exported.errors)")
        let imported = try await workspace.run("import", "-", input: exported.output)
        #expect(imported.status == 0, "\(imported.errors)")
        try workspace.write("again.yaml", imported.output)
        let again = try await workspace.run("export", "--config", "again.yaml")
        #expect(again.output == exported.output)
        #expect(again.output.contains("الجزيرة «نت» &quot;عاجل&quot; &amp; &lt;b&gt;"))
        #expect(try await workspace.run("check", "--config", "again.yaml").status == 0)
    }

    @Test("import --write adds what is new, once, and leaves the rest of the file alone")
    func write() async throws {
        let workspace = try Workspace()
        try workspace.write("feeds.yaml", Self.feeds)
        try workspace.write(
            "list.opml",
            """
            <opml version="1.0"><body><outline text="أخبار">
            <outline text="Known" xmlUrl="http://b.example/rss/"/>
            <outline text="Untitled" xmlUrl="https://c.example/rss"/>
            <outline text="bad" xmlUrl="ftp://d.example/rss"/>
            </outline></body></opml>
            """)
        let path = workspace.folder.appending(path: "feeds.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path.path)
        let first = try await workspace.run("import", "list.opml", "--write")
        #expect(first.status == 3, "one has no address that can be asked: \(first.errors)")
        #expect(first.errors.contains("ftp://d.example/rss"))
        let text = try String(contentsOf: path, encoding: .utf8)
        let added = """
              - name: untitled-2
                url: https://c.example/rss
                title: "Untitled"
                tags: ["أخبار"]

            """
        #expect(text == Self.feeds.replacingOccurrences(of: "# the end", with: added + "# the end"))
        #expect(try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int == 0o640)
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(!names.contains { $0.hasSuffix(".tmp") })
        _ = try await workspace.run("import", "list.opml", "--write")
        #expect(try String(contentsOf: path, encoding: .utf8) == text, "twice is once")
    }

    @Test(
        "a file that is wrong or written otherwise is not touched",
        arguments: ["feeds: [{name: a, url: 'https://a.example/'}]\n", "feeds:\n  - name: A!\n", "outbox: ./x\n"])
    func untouched(_ configuration: String) async throws {
        let workspace = try Workspace()
        try workspace.write("feeds.yaml", configuration)
        try workspace.write("list.opml", "<opml><body><outline xmlUrl='https://c.example/rss'/></body></opml>")
        let run = try await workspace.run("import", "list.opml", "--write")
        #expect(run.status == 78)
        #expect(run.errors.contains("feeds.yaml"), "\(run.errors)")
        let path = workspace.folder.appending(path: "feeds.yaml")
        #expect(try String(contentsOf: path, encoding: .utf8) == configuration)
    }

    @Test("what is no list of feeds exits 2")
    func noList() async throws {
        let workspace = try Workspace()
        try workspace.write("page.html", "<html></html>")
        for file in ["page.html", "missing.opml"] { #expect(try await workspace.run("import", file).status == 2) }
    }
}
