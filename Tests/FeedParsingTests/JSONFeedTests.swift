import FeedParsing
import NewsModel
import Testing

@Suite("JSON Feed")
struct JSONFeedTests {
    private func item(_ members: String) throws -> FeedItem {
        let text = #"{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{\#(members)}]}"#
        return try #require(try parse(text, url: "http://n.example/feed.json").items.first)
    }

    @Test("all that the format has")
    func everything() throws {
        let feed = try parse(
            #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "أخبار", "home_page_url": "http://n.example/",
             "feed_url": "http://n.example/feed.json", "description": "a < b", "language": "ar", "next_url": "/2.json",
             "icon": "/i.png", "hubs": [{"type": "WebSub", "url": "http://hub.example/"}],
             "authors": [{"name": "سعاد", "url": "/s"}],
             "items": [{"id": "1", "url": "/1", "external_url": "http://o.example/1", "title": "خبر",
              "content_html": "<p onclick=x>نص</p>", "summary": "s", "image": "/p.jpg",
              "date_published": "2023-03-05T10:15:00+03:00", "date_modified": "2023-03-05T11:15:00+03:00",
              "tags": ["a", "b"], "language": "ar",
              "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12, "duration_in_seconds": 7.5}]}]}
            """#, url: "http://n.example/feed.json")
        let item = try #require(feed.items.first)

        #expect(feed.title == "أخبار")
        #expect(feed.description == Feed.RichText("a < b", .text))
        #expect(feed.next == "http://n.example/2.json")
        #expect(feed.hubs == ["http://hub.example/"])
        #expect(feed.authors == [Feed.Person(name: "سعاد", url: "http://n.example/s")])
        #expect(item.link == "http://n.example/1")
        #expect(item.originalLink == "http://o.example/1")
        #expect(item.content == Feed.RichText("<p>نص</p>", .html))
        #expect(item.image == "http://n.example/p.jpg")
        #expect(item.published?.rfc3339 == "2023-03-05T07:15:00Z")
        #expect(item.updated?.rfc3339 == "2023-03-05T08:15:00Z")
        #expect(item.categories.map(\.term) == ["a", "b"])
        #expect(item.enclosures.first?.length == 12)
        #expect(item.enclosures.first?.duration == 7.5)
    }

    @Test("a byte order mark before it")
    func mark() throws {
        #expect(
            try parse("\u{FEFF}{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1}]}").items.count
                == 1)
    }

    @Test("words that only programs write for nothing")
    func words() throws {
        let item = try item(
            #""id": "1", "a": NaN, "b": -Infinity, "c": [Infinity, None], "d": undefined, "title": "t""#)
        #expect(item.title == "t")
        #expect(throws: FeedError.self) { try self.item(#""id": Nothing"#) }
    }

    @Test("ids that are numbers keep every digit")
    func numbers() throws {
        #expect(try item(#""id": 12345678901234567890"#).id == "12345678901234567890")
    }

    @Test("null is as good as absent")
    func nulls() throws {
        let item = try item(
            #""id": "1", "title": null, "url": null, "authors": null, "tags": null, "content_html": null"#)

        #expect(item.title == nil)
        #expect(item.link == nil)
        #expect(item.authors.isEmpty)
        #expect(item.content == nil)
    }

    @Test("the author of version 1, and authors before it")
    func authors() throws {
        #expect(try item(#""author": {"name": "سعاد"}"#).authors == [Feed.Person(name: "سعاد")])
        let both = try item(#""author": {"name": "x"}, "authors": [{"name": "y"}]"#)
        #expect(both.authors == [Feed.Person(name: "y")])
    }

    @Test("escapes, pairs of surrogates and half of one")
    func escapes() throws {
        #expect(
            try item(#""title": "\u062e\u0628\u0631 \"\ud83d\ude00\" \ud83d x\/y\tz""#).title
                == "خبر \"😀\" \u{FFFD} x/y z")
    }

    @Test("a comma too many is forgiven")
    func comma() throws {
        #expect(try item(#""id": "1", "tags": ["a",],"#).categories.map(\.term) == ["a"])
    }

    static let brokenTexts = [
        ("cut off", #"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"#),
        ("no colon", #"{"version" "x"}"#), ("two values", #"{"a": 1} {"b": 2}"#), ("a word", "{\"a\": nope}"),
    ]

    @Test("broken JSON is told with its place", arguments: brokenTexts)
    func broken(name: String, text: String) {
        let error = #expect(throws: FeedError.self) { try parse(text) }
        #expect(error?.code == .badJSON)
        #expect(error?.line == 1)
        #expect((error?.column ?? 0) > 1)
    }

    @Test("JSON of another kind is no feed")
    func other() {
        #expect(throws: FeedError(.notAFeed, "JSON, but no JSON Feed")) { try parse(#"{"error": "not found"}"#) }
    }

    @Test("ten thousand brackets do not overflow the stack")
    func deep() {
        let error = #expect(throws: FeedError.self) { try parse(String(repeating: "[", count: 10_000)) }
        #expect(error?.code == .badJSON)
    }
}
