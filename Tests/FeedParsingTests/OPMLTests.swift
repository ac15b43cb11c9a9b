import FeedParsing
import Testing

@Suite("lists of feeds in OPML")
struct OPMLTests {
    typealias Feed = OPML.Subscription

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let body: String
        let feeds: [Feed]

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a feed with title and text",
            body: "<outline text='t' title='T' type='rss' xmlUrl='http://a.example/f'/>",
            feeds: [Feed(url: "http://a.example/f", title: "T")]),
        Case(
            name: "only text",
            body: "<outline text='الجزيرة' xmlUrl='http://a.example/f' htmlUrl='http://a.example/'/>",
            feeds: [Feed(url: "http://a.example/f", title: "الجزيرة")]),
        Case(
            name: "folders in folders",
            body: """
                <outline text='News'><outline title='عربي'><outline xmlUrl='http://a.example/1'/></outline>
                <outline xmlUrl='http://a.example/2'/></outline><outline xmlUrl='http://a.example/3'/>
                """,
            feeds: [
                Feed(url: "http://a.example/1", tags: ["News", "عربي"]),
                Feed(url: "http://a.example/2", tags: ["News"]),
                Feed(url: "http://a.example/3"),
            ]),
        Case(
            name: "categories, each once",
            body: "<outline text='A'><outline xmlUrl='http://a.example/f' category='/B/C, A ,D'/></outline>",
            feeds: [Feed(url: "http://a.example/f", tags: ["A", "B", "C", "D"])]),
        Case(
            name: "OPML 1.0 with url", body: "<outline text='T' type='RSS' url='http://a.example/f'/>",
            feeds: [Feed(url: "http://a.example/f", title: "T")]),
        Case(name: "a link is no feed", body: "<outline text='T' type='link' url='http://a.example/'/>", feeds: []),
        Case(name: "an empty address is none", body: "<outline text='T' xmlUrl=' '/>", feeds: []),
        Case(
            name: "names in any case", body: "<OUTLINE Text='T' XMLURL='http://a.example/f'/>",
            feeds: [Feed(url: "http://a.example/f", title: "T")]),
        Case(
            name: "bare ampersands", body: "<outline text='A & B' xmlUrl='http://a.example/f?a=1&b=2'/>",
            feeds: [Feed(url: "http://a.example/f?a=1&b=2", title: "A & B")]),
        Case(
            name: "an outline that is never ended",
            body: "<outline text='A' xmlUrl='http://a.example/1'><outline text='B' xmlUrl='http://a.example/2'>",
            feeds: [Feed(url: "http://a.example/1", title: "A"), Feed(url: "http://a.example/2", title: "B")]),
        Case(
            name: "line breaks in a title", body: "<outline text=' A\n&#10;B ' xmlUrl='http://a.example/f'/>",
            feeds: [Feed(url: "http://a.example/f", title: "A  B")]),
        Case(
            name: "a name without our namespace is somebody else's",
            body: "<outline text='A' rasid:name='n' xmlUrl='http://a.example/f'/>",
            feeds: [Feed(url: "http://a.example/f", title: "A")]),
    ]

    @Test("each is read", arguments: cases)
    func reads(_ c: Case) throws {
        let document = "<?xml version='1.0'?><!-- <opml> --><opml version='2.0'><head/><body>\(c.body)</body></opml>"
        #expect(try OPML.read(Array(document.utf8)).feeds == c.feeds)
    }

    @Test("a list that was cut keeps what is there, with its title")
    func cut() throws {
        let list = try OPML.read(
            Array("<opml><head><title>قائمة</title></head><body><outline xmlUrl='http://a.example/1'/><outl".utf8))
        #expect(list == OPML(title: "قائمة", feeds: [Feed(url: "http://a.example/1")]))
    }

    @Test("windows-1256 is read as declared")
    func windows1256() throws {
        let arabic: [UInt8] = [0xC7, 0xE1, 0xCC, 0xD2, 0xED, 0xD1, 0xC9]
        let document =
            Array("<?xml version='1.0' encoding='windows-1256'?><opml><body><outline text='".utf8) + arabic
            + Array("' xmlUrl='http://a.example/f'/></body></opml>".utf8)
        #expect(try OPML.read(document).feeds == [Feed(url: "http://a.example/f", title: "الجزيرة")])
    }

    @Test(
        "what is no list is refused",
        arguments: [
            "", "<rss version='2.0'><channel/></rss>", "<html><body>opml</body></html>", "opml", "<!-- <opml> -->",
        ])
    func refused(_ document: String) {
        #expect(throws: FeedError.self) { try OPML.read(Array(document.utf8)) }
    }

    @Test("folders nested without end are bounded")
    func deep() throws {
        let folders = (0..<100_000).map { "<outline text='\($0)'>" }.joined()
        let list = try OPML.read(Array("<opml><body>\(folders)<outline xmlUrl='http://a.example/f'/>".utf8))
        #expect(list.feeds.allSatisfy { $0.tags.count <= 100 })
    }

    @Test("no feed is lost however deep it lies, and those behind the folders lie in none of them")
    func tooDeep() throws {
        let folders = String(repeating: "<outline text='f'>", count: 700)
        let ends = String(repeating: "</outline>", count: 700)
        let inside = "<outline xmlUrl='http://a.example/1'/><outline xmlUrl='http://a.example/2'></outline>"
        let list = try OPML.read(
            Array("<opml><body>\(folders)\(inside)\(ends)<outline xmlUrl='http://a.example/3'/></body></opml>".utf8))
        #expect(list.feeds.map(\.url) == (1...3).map { "http://a.example/\($0)" })
        #expect(list.feeds.map(\.tags) == [["f"], ["f"], []])
    }

    @Test("what is written is read back as it was")
    func roundTrip() throws {
        let list = OPML(
            title: "\"Rasid\" & <friends>",
            feeds: [
                Feed(url: "https://a.example/f?a=1&b='2'", title: "الجزيرة «نت» \"عاجل\" & <b>", tags: [], name: "a"),
                Feed(url: "https://b.example/f", title: nil, tags: ["عربي"], name: "b"),
                Feed(url: "https://c.example/f", title: "c", tags: ["عربي", "أخبار", "x y"], name: "b-2"),
                Feed(url: "https://d.example/f", title: "D'&amp;", tags: ["عربي", "a/b, c", "أخبار"], name: "d"),
                Feed(url: "https://e.example/f", title: "خامس", tags: ["a & \"b\"", "3"]),
            ])
        #expect(try OPML.read(Array(list.document.utf8)) == list)
    }

    @Test("the title of a feed without one is its name for other readers, and no title for us")
    func nameAsText() throws {
        let document = OPML(title: nil, feeds: [Feed(url: "https://b.example/f", name: "beta")]).document
        #expect(document.contains("text=\"beta\""))
        #expect(try OPML.read(Array(document.utf8)).feeds.first?.title == nil)
    }
}
