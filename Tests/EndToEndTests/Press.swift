import Foundation

/// Seven publishers on loopback, in every kind of feed, with the seeds and a few articles of our own on their pages.
struct Press: Sendable {
    let mirror: LoopbackPublisher  // RSS 2.0, seed 000
    let daily: LoopbackPublisher  // RSS 1.0, seed 001
    let russian: LoopbackPublisher  // Atom 1.0, seed 002, in windows-1256
    let cairo: LoopbackPublisher  // JSON Feed, seed 003
    let gulf: LoopbackPublisher  // RSS 0.91, seed 004
    let wire: LoopbackPublisher  // Atom 0.3, a copy of seed 001
    let herald: LoopbackPublisher  // RSS 2.0 in English, two articles of our own

    var all: [LoopbackPublisher] { [mirror, daily, russian, cairo, gulf, wire, herald] }

    init() throws {
        mirror = try LoopbackPublisher(address: "127.0.1.1")
        daily = try LoopbackPublisher(address: "127.0.1.2")
        russian = try LoopbackPublisher(address: "127.0.1.3")
        cairo = try LoopbackPublisher(address: "127.0.1.4")
        gulf = try LoopbackPublisher(address: "127.0.1.5")
        wire = try LoopbackPublisher(address: "127.0.1.6")
        herald = try LoopbackPublisher(address: "127.0.1.7")
    }

    func start() async throws {
        for publisher in all { try await publisher.start() }
        try publish()
    }

    func stop() async {
        for publisher in all { await publisher.stop() }
    }

    /// Requests for anything but robots.txt, of all publishers.
    var requests: [LoopbackPublisher.Request] {
        all.flatMap(\.requests).filter { $0.path != "/robots.txt" }
    }

    private func publish() throws {
        try publishMirror()
        try publishDaily()
        try publishRussian()
        try publishCairo()
        try publishGulf()
        try publishWire()
        publishHerald()
    }

    private func publishMirror() throws {
        let title = "قمة كيم وبوتين: رسائل إلى واشنطن"
        let page = NewsPage(site: "المرصاد نت", title: title, lines: try Seed.lines(0), day: "2019-04-26")
        mirror.serve("/news/1", page.answer())
        mirror.serve(
            "/feed.xml",
            .init(
                type: "application/rss+xml",
                body: Data(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <rss version="2.0"><channel><title>المرصاد نت</title><link>\(mirror.url("/"))</link>
                    <description>أخبار</description>
                    <item><title>\(title)</title><link>\(mirror.url("/news/1"))</link>
                    <guid isPermaLink="false">mirror-1</guid><pubDate>Fri, 26 Apr 2019 07:10:00 +0300</pubDate>
                    <description>بعد نحو شهرين على قمته مع دونالد ترامب...</description></item>
                    </channel></rss>
                    """.utf8)))
    }

    private func publishDaily() throws {
        let lines = try Seed.lines(1)
        let page = NewsPage(site: "اليومية", title: lines[0], lines: Array(lines.dropFirst()), day: "2019-04-25")
        daily.serve("/a/77", page.answer())
        daily.serve(
            "/rdf",
            .init(
                type: "text/xml",
                body: Data(
                    """
                    <?xml version="1.0" encoding="utf-8"?>
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <channel rdf:about="\(daily.url("/"))"><title>اليومية</title><link>\(daily.url("/"))</link>
                    <description>كل يوم</description>
                    <items><rdf:Seq><rdf:li resource="\(daily.url("/a/77"))"/></rdf:Seq></items></channel>
                    <item rdf:about="\(daily.url("/a/77"))"><title>\(lines[0])</title><link>\(daily.url("/a/77"))</link>
                    <dc:date>2019-04-25T15:20:00+02:00</dc:date></item>
                    </rdf:RDF>
                    """.utf8)))
    }

    private func publishRussian() throws {
        let title = "بوتين يكشف عن طلب كيم خلال قمتهما"
        let page = NewsPage(
            site: "الشرق اليوم", title: title, lines: try Seed.lines(2), day: "2019-04-25", charset: .windows1256)
        russian.serve("/world/5", page.answer())
        let feed = """
            <?xml version="1.0" encoding="windows-1256"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>الشرق اليوم</title>
            <id>tag:russian.example,2019:feed</id><updated>2019-04-25T16:00:00Z</updated>
            <link href="\(russian.url("/"))"/>
            <entry><title>\(title)</title><id>tag:russian.example,2019:5</id>
            <link rel="alternate" href="\(russian.url("/world/5"))"/>
            <published>2019-04-25T16:00:00Z</published><updated>2019-04-25T16:00:00Z</updated>
            <summary>كشف الرئيس الروسي عن طلب الزعيم الكوري</summary></entry></feed>
            """
        russian.serve("/atom", .init(type: "application/atom+xml", body: PageCharset.windows1256.encode(feed)))
    }

    private func publishCairo() throws {
        let title = "كيم جونج في طريقه إلى روسيا للقاء بوتين.. ماذا على الطاولة؟"
        let page = NewsPage(
            site: "القاهرة الإخبارية", title: title, lines: try Seed.lines(3), day: "2023-09-11",
            captions: [
                "الرئيسان الروسي فلاديمير بوتين والكوري الشمالي كيم جونج أون",
                "زعيم كوريا الشمالية كيم جونج أون يستقل قطاره المضاد للرصاص",
            ])
        cairo.serve("/n/3", page.answer())
        let feed: [String: Any] = [
            "version": "https://jsonfeed.org/version/1.1", "title": "القاهرة", "home_page_url": cairo.url("/"),
            "items": [
                [
                    "id": "3", "url": cairo.url("/n/3"), "title": title,
                    "date_published": "2023-09-11T18:00:00+03:00", "content_text": "كيم في طريقه…",
                ]
            ],
        ]
        cairo.serve(
            "/feed.json",
            .init(type: "application/feed+json", body: try JSONSerialization.data(withJSONObject: feed)))
    }

    private func publishGulf() throws {
        let lines = try Seed.lines(4)
        let page = NewsPage(site: "الخليج", title: lines[0], lines: Array(lines.dropFirst()), day: nil)
        gulf.serve("/2023/10/19/4", page.answer())
        gulf.serve(
            "/rss091",
            .init(
                type: "text/xml",
                body: Data(
                    """
                    <?xml version="1.0"?>
                    <rss version="0.91"><channel><title>الخليج</title><link>\(gulf.url("/"))</link>
                    <description>-</description><language>ar</language>
                    <item><title>\(lines[0])</title><link>\(gulf.url("/2023/10/19/4"))</link></item>
                    </channel></rss>
                    """.utf8)))
    }

    /// The agency's text again: another headline, other quotation marks, a line of its own, the last paragraphs cut.
    private func publishWire() throws {
        let title = "كيم وبوتين في قمة أولى"
        let copied = try Seed.lines(1).dropFirst().dropLast(4).map {
            $0.replacingOccurrences(of: "“", with: "«").replacingOccurrences(of: "”", with: "»")
        }
        let page = NewsPage(
            site: "برقية", title: title, lines: copied + ["المصدر: أ ف ب"], day: "2019-04-25")
        wire.serve("/copy", page.answer())
        wire.serve(
            "/atom03",
            .init(
                type: "application/xml",
                body: Data(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>برقية</title>
                    <link rel="alternate" type="text/html" href="\(wire.url("/"))"/>
                    <modified>2019-04-25T18:00:00Z</modified>
                    <entry><title>\(title)</title><link rel="alternate" type="text/html" href="\(wire.url("/copy"))"/>
                    <id>wire-1</id><issued>2019-04-25T18:00:00Z</issued><modified>2019-04-25T18:00:00Z</modified>
                    </entry></feed>
                    """.utf8)))
    }

    private func publishHerald() {
        herald.serve("/harbour", NewsPage.harbour.answer())
        herald.serve("/orchard", NewsPage.orchard.answer())
        serveHerald([(NewsPage.harbour, "/harbour"), (NewsPage.orchard, "/orchard")])
    }

    /// A third article of the Herald.
    func publishLateNews() {
        herald.serve("/library", NewsPage.library.answer())
        serveHerald([
            (NewsPage.library, "/library"), (NewsPage.harbour, "/harbour"), (NewsPage.orchard, "/orchard"),
        ])
    }

    /// The Herald's first article under the same link with another headline and a new paragraph.
    func rewriteHarbour() {
        herald.serve("/harbour", NewsPage.rewrittenHarbour.answer())
        serveHerald([(NewsPage.rewrittenHarbour, "/harbour"), (NewsPage.orchard, "/orchard")])
    }

    private func serveHerald(_ articles: [(page: NewsPage, path: String)]) {
        let items = articles.map { article in
            """
            <item><title>\(article.page.title)</title><link>\(herald.url(article.path))</link>
            <description>\(article.page.lines[0])</description><pubDate>Wed, 06 Mar 2024 09:00:00 GMT</pubDate></item>
            """
        }
        let feed = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title><link>\(herald.url("/"))</link>
            <description>News</description>\(items.joined(separator: "\n"))</channel></rss>
            """
        herald.serve("/rss", .init(type: "application/rss+xml", body: Data(feed.utf8)))
    }
}

/// The five dirty articles the project grew up with, and what is to be left of them.
enum Seed {
    /// The lines as they were extracted elsewhere, blank ones left out.
    static func lines(_ number: Int) throws -> [String] {
        try text("00\(number).txt").split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The clean paragraphs.
    static func clean(_ number: Int) throws -> [String] {
        try text("00\(number).clean.txt").split(whereSeparator: \.isNewline).map(String.init)
    }

    private static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/seeds")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
