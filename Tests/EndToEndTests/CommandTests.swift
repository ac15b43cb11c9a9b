import Foundation
import Testing

/// Each command by itself, as typed by hand.
@Suite("Commands")
struct CommandTests {
    private static let commands = [
        "run", "status", "feed", "poll", "pause", "resume", "reload", "explain", "search", "show", "stories", "parse",
        "extract",
        "clean", "dedupe", "dates", "check",
        "verify", "reindex", "replay", "discover", "import", "export",
    ]

    @Test("every command explains itself", arguments: commands)
    func help(_ command: String) async throws {
        let workspace = try Workspace()
        let help = try await workspace.run(command, "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: rasid \(command)"))
    }

    @Test("a wrong argument exits 64", arguments: commands)
    func wrongArgument(_ command: String) async throws {
        let workspace = try Workspace()
        #expect(try await workspace.run(command, "--no-such-option").status == 64)
    }

    @Test("clean reads standard input and takes a seed's boilerplate out")
    func clean() async throws {
        let workspace = try Workspace()
        let dirty = try Seed.lines(1).joined(separator: "\n")
        let cleaned = try await workspace.run("clean", "--json", "-", input: dirty)
        let object = try #require(cleaned.objects.first)
        #expect(cleaned.status == 0)
        #expect(object["text"] as? String == (try Seed.clean(1)).joined(separator: "\n\n"))
        #expect(object["source"] as? String == "وكالات")
    }

    @Test("clean says why nothing is left")
    func nothingLeft() async throws {
        let workspace = try Workspace()
        let furniture = try await workspace.run("clean", "--json", "-", input: "المصدر: وكالات\nشارك الموضوع\n")
        #expect(furniture.objects.first?["text"] as? String == "")
        #expect(furniture.objects.first?["errorCode"] as? String == "all_removed")
        let nothing = try await workspace.run("clean", "--json", "-", input: "\n\n")
        #expect(nothing.objects.first?["errorCode"] as? String == "no_text")
    }

    @Test("extract and clean together give the text of a page")
    func extract() async throws {
        let workspace = try Workspace()
        try workspace.write("page.html", String(decoding: NewsPage.harbour.answer().body, as: UTF8.self))
        let extracted = try await workspace.run("extract", "--json", "page.html", "missing.html")
        #expect(extracted.status == 3)
        #expect(extracted.objects.count == 2)
        #expect(extracted.objects.first?["text"] as? String == NewsPage.harbour.lines.joined(separator: "\n\n"))
        #expect(extracted.objects.first?["title"] as? String == NewsPage.harbour.title)
        #expect(extracted.objects.last?["error"] as? NSNull == nil)
    }

    @Test("parse answers for every file, also for what is no feed")
    func parse() async throws {
        let workspace = try Workspace()
        try workspace.write(
            "feed.xml",
            "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title><link>/1</link></item></channel></rss>"
        )
        try workspace.write("page.html", "<html><body>no</body></html>")
        let parsed = try await workspace.run("parse", "--json", "--url", "https://a.example/f", "feed.xml", "page.html")
        #expect(parsed.status == 3)
        let items = try #require(parsed.objects.first?["items"] as? [[String: Any]])
        #expect(items.first?["link"] as? String == "https://a.example/1")
        #expect(parsed.objects.last?["error"] is [String: Any])
    }

    @Test("dedupe tells copies and stories")
    func dedupe() async throws {
        let workspace = try Workspace()
        let text = try Seed.clean(1)
        let lines = try [
            ("a", text), ("b", Array(text.dropLast(3))), ("c", try Seed.clean(3)),
        ].map { id, paragraphs in
            let object: [String: Any] = [
                "id": id, "title": "t", "text": paragraphs.joined(separator: "\n"), "published": NSNull(),
                "source": "s",
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }
        let told = try await workspace.run("dedupe", "--json", "-", input: lines.joined(separator: "\n") + "\n")
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.objects.map { $0["duplicate_of"] as? String } == [nil, "a", nil])
    }
}
