import NewsModel
import Testing

@Suite("formats")
struct FormatTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let document: String
        let format: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "RSS 2.0", document: rss("<title>t</title><item/>"), format: "rss2.0"),
        Case(name: "RSS 2.0.1", document: "<rss version='2.0.1'><channel><item/></channel></rss>", format: "rss2.0"),
        Case(name: "RSS 0.91", document: "<rss version='0.91'><channel><item/></channel></rss>", format: "rss0.91"),
        Case(name: "RSS 0.94", document: "<rss version=' 0.94 '><channel><item/></channel></rss>", format: "rss0.94"),
        Case(name: "RSS of no version", document: "<rss><channel><item/></channel></rss>", format: "rss"),
        Case(
            name: "RSS 1.0",
            document: """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">\
                <channel><title>t</title></channel><item rdf:about="urn:1"/></rdf:RDF>
                """, format: "rss1.0"),
        Case(
            name: "RSS 0.90",
            document: """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
                xmlns="http://my.netscape.com/rdf/simple/0.9/"><item/></rdf:RDF>
                """, format: "rss0.90"),
        Case(name: "Atom 1.0", document: atom("<entry/>"), format: "atom1.0"),
        Case(
            name: "Atom 0.3", document: "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry/></feed>",
            format: "atom0.3"),
        Case(name: "Atom of no known namespace", document: "<feed><entry/></feed>", format: "atom"),
        Case(
            name: "an entry alone", document: "<entry xmlns='http://www.w3.org/2005/Atom'><title>t</title></entry>",
            format: "atom1.0"),
        Case(
            name: "JSON Feed 1.0",
            document: #"{"version": "https://jsonfeed.org/version/1", "title": "t", "items": [{"id": "1"}]}"#,
            format: "json1.0"),
        Case(
            name: "JSON Feed 1.1",
            document: #"{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1"}]}"#,
            format: "json1.1"),
        Case(
            name: "CDF", document: "<CHANNEL HREF='http://n.example/'><ITEM HREF='http://n.example/1'/></CHANNEL>",
            format: "cdf"),
    ]

    @Test("is told and its item found", arguments: cases)
    func isTold(_ c: Case) throws {
        let feed = try parse(c.document)

        #expect(feed.format == c.format)
        #expect(feed.items.count == 1)
    }

    @Test("an RDF item without link is at the place it is about")
    func about() throws {
        let text = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <item rdf:about="http://n.example/1"><title>a</title></item>
            <item rdf:about="http://n.example/2"><title>b</title><link>http://n.example/b</link></item>
            <item rdf:about="urn:3"><title>c</title></item></rdf:RDF>
            """
        #expect(try parse(text).items.map(\.link) == ["http://n.example/1", "http://n.example/b", nil])
    }

    @Test("RDF items stand beside the channel")
    func rdf() throws {
        let feed = try parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://n.example/"><title>أخبار</title><link>http://n.example/</link>
            <items><rdf:Seq><rdf:li resource="http://n.example/1"/></rdf:Seq></items></channel>
            <image><title>صورة</title><url>http://n.example/i.png</url></image>
            <item rdf:about="http://n.example/1"><title>خبر</title><link>http://n.example/1</link>
            <dc:date>2023-03-05T07:15:00Z</dc:date><dc:creator>سعاد</dc:creator></item>
            <textinput><title>بحث</title></textinput></rdf:RDF>
            """)

        #expect(feed.title == "أخبار")
        #expect(feed.image?.url == "http://n.example/i.png")
        #expect(feed.items.map(\.id) == ["http://n.example/1"])
        #expect(feed.items.first?.published?.rfc3339 == "2023-03-05T07:15:00Z")
        #expect(feed.items.first?.authors.map(\.name) == ["سعاد"])
    }

    @Test("CDF keeps links and dates in attributes")
    func cdf() throws {
        let feed = try parse(
            """
            <channel href="http://n.example/" lastmod="2003-12-31T10:14:55Z" base="http://n.example/">
            <title>t</title><abstract>about</abstract><logo href="http://n.example/l.gif" style="image"/>
            <item href="http://n.example/1" lastmod="2003-12-30T10:14:55Z"><title>one</title><abstract>text</abstract></item>
            </channel>
            """)

        #expect(feed.link == "http://n.example/")
        #expect(feed.updated?.rfc3339 == "2003-12-31T10:14:55Z")
        #expect(feed.description?.value == "about")
        #expect(feed.items.first?.link == "http://n.example/1")
        #expect(feed.items.first?.summary?.value == "text")
        #expect(feed.items.first?.updated?.rfc3339 == "2003-12-30T10:14:55Z")
    }

    @Test("a feed without items is a feed")
    func empty() throws {
        let feed = try parse(rss("<title>t</title><link>http://n.example/</link>"))

        #expect(feed.title == "t")
        #expect(feed.items.isEmpty)
        #expect(!feed.malformed)
    }
}
