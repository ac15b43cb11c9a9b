import FeedParsing
import NewsModel
import Testing

@Suite("what is no feed")
struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let document: String
        let code: FeedError.Code

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing", document: "", code: .empty),
        Case(name: "white space", document: " \n\t ", code: .empty),
        Case(
            name: "a page", document: "<!DOCTYPE html><html><head><title>404</title></head><body>x</body></html>",
            code: .htmlPage),
        Case(name: "a part of a page", document: "<div>Just a moment…</div>", code: .htmlPage),
        Case(
            name: "a page whose script speaks of feeds", document: "<html><body><script>'<rss>'</script></body></html>",
            code: .htmlPage),
        Case(
            name: "OPML",
            document: "<?xml version='1.0'?><opml><body><outline xmlUrl='http://n.example/'/></body></opml>",
            code: .notAFeed),
        Case(name: "a sitemap", document: "<urlset><url><loc>http://n.example/</loc></url></urlset>", code: .notAFeed),
        Case(name: "text", document: "Not found", code: .noRoot),
        Case(name: "JSON cut off", document: "{\"a\":", code: .badJSON),
    ]

    @Test("is refused, with the reason", arguments: cases)
    func isRefused(_ c: Case) {
        let error = #expect(throws: FeedError.self) { try parse(c.document) }
        #expect(error?.code == c.code)
        #expect(error?.description.isEmpty == false)
    }

    @Test("a page tells the feeds it links to")
    func page() {
        let page = """
            <html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>
            """
        let error = #expect(throws: FeedError.self) { try parse(page, url: "http://n.example/a/") }
        #expect(error?.feeds == ["http://n.example/rss.xml"])
    }

    @Test("bytes beyond the limit are not looked at")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x20, count: FeedParser.sizeLimit + 1)
        let error = #expect(throws: FeedError.self) { try FeedParser.parse(bytes, context: FeedContext()) }
        #expect(error?.code == .tooLarge)
    }
}

@Suite("feeds of a page")
struct DiscoveryTests {
    private func feeds(_ html: String, url: String? = "http://n.example/news/") -> [DiscoveredFeed] {
        FeedDiscovery.feeds(inPage: Array(html.utf8), url: url)
    }

    @Test("declared feeds come first, in order, those of comments last")
    func order() {
        let found = feeds(
            """
            <a href="/category/rss">خلاصة</a><a href="http://o.example/feed/">other</a>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
            <link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" title="أخبار" href="feed/">
            <link rel="alternate" type="application/feed+json" href="//n.example/feed.json">
            """)
        #expect(
            found.map(\.url) == [
                "http://n.example/news/feed/", "http://n.example/feed.json", "http://n.example/category/rss",
                "http://o.example/feed/", "http://n.example/comments/feed/",
            ])
        #expect(found.first?.title == "أخبار")
        #expect(found.map(\.rank) == [0, 1, 2, 3, 4])
    }

    @Test("each feed once, however it is written")
    func once() {
        let found = feeds(
            "<link rel=alternate type=application/rss+xml href=/feed/><a href='http://n.example/feed'>rss</a>")
        #expect(found.map(\.url) == ["http://n.example/feed/"])
    }

    static let strangers = [
        ("another language", "<link rel='alternate' hreflang='en' href='/en/'>"),
        ("a stylesheet", "<link rel='stylesheet' type='application/rss+xml' href='/rss.css'>"),
        ("a word that only contains it", "<a href='/feedback/crossroads'>x</a>"),
        ("a script", "<a href='javascript:rss()'>rss</a>"),
    ]

    @Test("what is no feed is left out", arguments: strangers)
    func others(name: String, html: String) {
        #expect(feeds(html).isEmpty)
    }

    @Test("the base of the page counts, and without any only absolute links do")
    func bases() {
        #expect(feeds("<base href='http://b.example/'><a href='rss'>x</a>").map(\.url) == ["http://b.example/rss"])
        #expect(
            feeds("<a href='rss'>x</a><a href='http://n.example/rss'>y</a>", url: nil).map(\.url) == [
                "http://n.example/rss"
            ])
    }
}
