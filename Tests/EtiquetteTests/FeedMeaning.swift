import Loopback
import NewsModel
import Testing

@Suite("Etiquette H: feed meaning")
struct FeedMeaning {
    private static let bridge = "The council of the town decided to build a new bridge over the river in the spring."
    private static let gate = "The old castle gate was opened to visitors by the mayor on the first day of the feast."
    private static let market = "Farmers of the valley sold their whole harvest of apples at the market in one morning."

    private static func atomEntry(
        _ id: String = "tag:herald.example,2026:1", day: Int = 9, title: String = "A bridge", text: String = bridge,
        more: String = ""
    ) -> String {
        """
        <entry><id>\(id)</id><title>\(title)</title><updated>2026-09-0\(day)T08:00:00Z</updated>\(more)
        <link href="/a/1"/><content type="text">\(text)</content></entry>
        """
    }

    /// Polls a feed that is another document each time, and makes the articles after each poll.
    private func watch(
        _ documents: [String], feed: String = ", full_text: never", _ body: (Scene) async throws -> Void
    ) async throws {
        try await scene(feed: feed) { visit, number in
            visit.path.hasPrefix("/feed") ? .ok(documents[min(number, documents.count) - 1]) : .status(404)
        } _: { scene in
            for _ in documents {
                await scene.watch.poll(times: 1)
                try await scene.watch.makeArticles()
            }
            try await body(scene)
        }
    }

    private func events(_ scene: Scene) throws -> [String] {
        try scene.watch.journal().compactMap { line in
            ["new", "update", "withdraw", "duplicate"].first { line.contains("\"event\":\"\($0)\"") }
        }
    }

    @Test("etiquette 75: the same id with newer words is version 2 of one file")
    func update() async throws {
        try await watch([
            atom(Self.atomEntry()), atom(Self.atomEntry(day: 10, title: "The gate", text: Self.gate)),
        ]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 1)
            #expect(files.values.allSatisfy { $0.contains("version: 2") && $0.contains("castle gate") })
            let told = try events(scene)
            #expect(told == ["new", "update"])
        }
    }

    @Test("etiquette 75: ids are compared byte for byte")
    func identity() async throws {
        let entries =
            Self.atomEntry("http://herald.example/A").replacing("/a/1", with: "/a/1")
            + Self.atomEntry("http://herald.example/a", title: "The gate", text: Self.gate).replacing(
                "/a/1", with: "/a/2")
        try await watch([atom(entries)]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 2)
        }
    }

    @Test("etiquette 76: of an id twice in one document the newest counts")
    func twice() async throws {
        let entries = Self.atomEntry(day: 8, title: "The gate", text: Self.gate) + Self.atomEntry(day: 9)
        try await watch([atom(entries)]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 1 && files.values.allSatisfy { $0.contains("new bridge") })
        }
    }

    @Test("etiquette 77: a correction of a letter is not announced again")
    func correction() async throws {
        let text = [Self.bridge, Self.gate, Self.market].joined(separator: " ")
        try await watch([
            atom(Self.atomEntry(text: text)), atom(Self.atomEntry(text: text.replacing("harvest", with: "harvests"))),
        ]) { scene in
            let told = try events(scene)
            #expect(told == ["new"])
            let files = try scene.watch.files()
            #expect(files.count == 1)
        }
    }

    @Test("etiquette 78: relative links are absolute by xml:base, else by where the feed was found")
    func links() async throws {
        let based = Self.atomEntry().replacing("<entry>", with: "<entry xml:base=\"https://herald.example/news/\">")
            .replacing("/a/1", with: "a/1")
        let plain = Self.atomEntry("tag:2", title: "The gate", text: Self.gate).replacing("/a/1", with: "b/2")
        try await scene(feed: ", full_text: never") { visit, _ in
            visit.path == "/feed" ? .redirect(302, to: "/deep/feed") : .ok(atom(based + plain))
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            let files = try scene.watch.files().values
            #expect(files.contains { $0.contains("https://herald.example/news/a/1") })
            #expect(files.contains { $0.contains(scene.site.url("/deep/b/2")) })
        }
    }

    @Test("etiquette 79: where an aggregator took an item from stands in the file")
    func source() async throws {
        let atomSource = "<source><id>tag:o</id><title>The Hill Gazette</title></source>"
        let rssSource = "<source url=\"http://valley.example/rss\">The Valley Post</source>"
        try await watch([atom(Self.atomEntry(more: atomSource))]) { scene in
            let files = try scene.watch.files()
            #expect(files.values.allSatisfy { $0.contains("The Hill Gazette") })
        }
        try await watch([rss([Story(1, text: Self.gate, more: rssSource)])]) { scene in
            let files = try scene.watch.files()
            #expect(files.values.allSatisfy { $0.contains("The Valley Post") })
        }
    }

    @Test("etiquette 80: an item that is missing later stays")
    func missing() async throws {
        try await watch([
            rss([Story(1, text: Self.bridge), Story(2, title: "Gate", text: Self.gate)]),
            rss([Story(2, title: "Gate", text: Self.gate)]),
        ]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 2)
            let told = try events(scene)
            #expect(told == ["new", "new"])
        }
    }

    @Test(
        "etiquette 80: what a complete feed leaves out or declares deleted is marked, its file kept",
        arguments: [true, false])
    func withdrawn(isDeleted: Bool) async throws {
        let second = Self.atomEntry("tag:2", title: "Gate", text: Self.gate).replacing("/a/1", with: "/a/2")
        let complete = isDeleted ? "" : "<fh:complete/>"
        let stone = isDeleted ? "<at:deleted-entry ref=\"tag:2\" when=\"2026-09-10T00:00:00Z\"/>" : ""
        try await watch([
            atom(Self.atomEntry() + second, feed: complete), atom(Self.atomEntry() + stone, feed: complete),
        ]) { scene in
            // The journal is told with the next publication or look at what waits.
            try await scene.watch.makePostponedArticles()
            let files = try scene.watch.files()
            #expect(files.count == 2)
            let told = try events(scene)
            #expect(told == ["new", "new", "withdraw"])
        }
    }

    @Test("etiquette 81: earlier and archived pages of a feed are not fetched by themselves")
    func paging() async throws {
        let links = "<link rel=\"next\" href=\"/feed?2\"/><link rel=\"prev-archive\" href=\"/feed-archive\"/>"
        try await watch(Array(repeating: atom(Self.atomEntry(), feed: links), count: 3)) { scene in
            #expect(scene.site.visits.map(\.path) == ["/feed", "/feed", "/feed"])
        }
    }

    @Test("etiquette 82: what a feed calls its own address is not obeyed")
    func ownAddress() async throws {
        let link = "<link rel=\"self\" href=\"http://127.0.0.1:1/elsewhere\"/>"
        try await watch(Array(repeating: atom(Self.atomEntry(), feed: link), count: 6)) { scene in
            #expect(scene.site.visits.map(\.path) == Array(repeating: "/feed", count: 6))
            let record = try scene.watch.record()
            #expect(record.url == scene.site.url() && record.redirect == nil)
        }
    }

    @Test("etiquette 83: drafts are no articles")
    func draft() async throws {
        let draft = "<app:control><app:draft>yes</app:draft></app:control>"
        let published = Self.atomEntry(
            "tag:2", title: "Gate", text: Self.gate, more: draft.replacing("yes", with: "no")
        )
        .replacing("/a/1", with: "/a/2")
        try await watch([atom(Self.atomEntry(more: draft) + published)]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 1 && files.values.allSatisfy { $0.contains("castle gate") })
        }
    }

    @Test("etiquette 84: without a date the first sight counts, as with one far ahead")
    func dates() async throws {
        let items = [
            Story(1, text: Self.bridge),
            Story(2, title: "Gate", text: Self.gate, more: "<pubDate>Fri, 01 Jan 2027 08:00:00 GMT</pubDate>"),
            Story(3, title: "Market", text: Self.market, more: "<pubDate>Thu, 10 Sep 2026 07:00:00 GMT</pubDate>"),
        ]
        try await watch([rss(items)]) { scene in
            let files = Array(try scene.watch.files().values)
            let seen = scene.site.visits[0].at.rfc3339.prefix(10)
            for word in ["new bridge", "castle gate"] {
                let file = try #require(files.first { $0.contains(word) })
                #expect(file.contains("date: \(seen)") && file.contains("date_source: \"first-seen\""), "\(file)")
            }
            let dated = try #require(files.first { $0.contains("apples") })
            #expect(dated.contains("date: 2026-09-10T07:00:00Z") && dated.contains("date_source: \"feed\""))
        }
    }

    @Test("etiquette 84: a feed whose items all lie ahead is a calendar, and its dates are kept")
    func calendar() async throws {
        let items = [(1, Self.bridge), (2, Self.gate), (3, Self.market)].map { number, text in
            Story(
                number, title: "Event \(number)", text: text,
                more: "<pubDate>Fri, 0\(number) Jan 2027 08:00:00 GMT</pubDate>")
        }
        try await watch([rss(items)]) { scene in
            let files = try scene.watch.files()
            #expect(files.count == 3)
            for number in 1...3 { #expect(files.values.contains { $0.contains("2027-01-0\(number)T08:00:00Z") }) }
        }
    }
}
