import FeedParsing
import NewsModel
import Testing

@Suite("documents that are not well-formed")
struct BrokenDocumentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let document: String
        let titles: [String?]

        var testDescription: String { name }
    }

    private static let items = "<item><title>أ</title></item><item><title>ب</title></item>"

    static let cases = [
        Case(
            name: "a warning before it",
            document: "<br />\n<b>Warning</b>: x in /a.php\n<?xml version='1.0'?>" + rss(items), titles: ["أ", "ب"]),
        Case(
            name: "blanks before the declaration", document: "\n <?xml version='1.0'?>" + rss(items),
            titles: ["أ", "ب"]),
        Case(
            name: "two declarations", document: "<?xml version='1.0'?>x<?xml version='1.0'?>" + rss(items),
            titles: ["أ", "ب"]),
        Case(
            name: "a second document behind", document: rss(items) + rss("<item><title>x</title></item>"),
            titles: ["أ", "ب"]),
        Case(name: "script behind", document: rss(items) + "<script>x</script>", titles: ["أ", "ب"]),
        Case(name: "cut in a tag", document: "<rss><channel>" + items + "<item><title>ج</ti", titles: ["أ", "ب", "ج"]),
        Case(
            name: "cut in CDATA",
            document: "<rss><channel>" + items + "<item><title>ج</title><description><![CDATA[<p>x",
            titles: ["أ", "ب", "ج"]),
        Case(
            name: "CDATA that does not end, before one that does",
            document: rss(
                """
                <item><title>أ</title><description><![CDATA[x</description></item>\
                <item><title>ب</title><description><![CDATA[y]]></description></item>
                """), titles: ["أ", "ب"]),
        Case(
            name: "the last CDATA does not end",
            document: rss(
                "<item><description><![CDATA[x</description><title>أ</title></item><item><title>ب</title></item>"),
            titles: ["أ", "ب"]),
        Case(
            name: "an example of a feed in CDATA",
            document: rss(
                "<item><title>أ</title><description><![CDATA[&lt;item> </item> <item> ]]></description></item>"),
            titles: ["أ"]),
        Case(
            name: "an address without quotation marks ends the root's tag",
            document: "<rss xmlns:m=http://n.example/><channel>" + items + "</channel></rss>", titles: ["أ", "ب"]),
        Case(
            name: "a character as the references of its surrogates",
            document: rss("<item><title>a&#55357;&#56832;&#xD83D;&#xDE01;&#55357;b</title></item>"),
            titles: ["a\u{1F600}\u{1F601}b"]),
        Case(name: "channel not closed", document: "<rss><channel>" + items + "</rss>", titles: ["أ", "ب"]),
        Case(name: "no channel", document: "<rss>" + items + "</rss>", titles: ["أ", "ب"]),
        Case(
            name: "two channels",
            document:
                "<rss><channel><item><title>أ</title></item></channel><channel><item><title>ب</title></item></channel></rss>",
            titles: ["أ", "ب"]),
        Case(name: "capitals", document: "<RSS><CHANNEL><ITEM><TITLE>أ</TITLE></ITEM></CHANNEL></RSS>", titles: ["أ"]),
        Case(
            name: "items deep in something else",
            document: "<rss><channel><data><list>" + items + "</list></data></channel></rss>", titles: ["أ", "ب"]),
        Case(
            name: "an item not closed", document: rss("<item><title>أ</title><item><title>ب</title></item>"),
            titles: ["أ", "ب"]),
        Case(
            name: "an empty item inside an item", document: rss("<item><item/><title>أ</title></item>"), titles: ["أ"]),
        Case(
            name: "an older version kept inside an item",
            document: rss("<item><v:old xmlns:v='urn:v'><item><title>x</title></item></v:old><title>أ</title></item>"),
            titles: ["أ"]),
        Case(
            name: "a picture not closed",
            document: rss(
                "<item><media:content url='http://n.example/i'><title>أ</title></item><item><title>ب</title></item>",
                attributes: "xmlns:media='http://search.yahoo.com/mrss/'"), titles: ["أ", "ب"]),
        Case(
            name: "a title not closed",
            document: rss("<item><title>أ<link>http://n.example/1</link></item><item><title>ب</title></item>"),
            titles: ["أ", "ب"]),
        Case(
            name: "a description not closed",
            document: rss(
                "<item><description>نص<link>http://n.example/1</link><pubDate>x</pubDate></item><item><title>ب</title></item>"
            ), titles: [nil, "ب"]),
        Case(
            name: "end tags of nothing",
            document: rss("<item></p></b><title>أ</title></item></item></x><item><title>ب</title></item>"),
            titles: ["أ", "ب"]),
        Case(name: "undeclared prefixes", document: rss("<item><dc:title>أ</dc:title></item>"), titles: ["أ"]),
        Case(
            name: "a namespace with a blank",
            document: rss(
                "<item><x:title>أ</x:title></item>", attributes: "xmlns:x=' http://purl.org/dc/elements/1.1 '"),
            titles: ["أ"]),
        Case(
            name: "a foreign default namespace",
            document:
                "<rss xmlns='urn:foreign'><channel xmlns='urn:other'><item><title>أ</title></item></channel></rss>",
            titles: ["أ"]),
        Case(
            name: "attributes without quotation marks",
            document: "<rss version=2.0><channel><item><title type=html>أ</title></item></channel></rss>", titles: ["أ"]
        ),
        Case(
            name: "a quotation mark not closed",
            document: rss(
                "<item><enclosure url=\"http://n.example/a><title>أ</title></item><item x=\"1\"><title>ب</title></item>"
            ), titles: ["أ", "ب"]),
        Case(name: "an attribute twice", document: rss("<item a='1' a='2'><title>أ</title></item>"), titles: ["أ"]),
        Case(name: "a bare sign", document: rss("<item><title>أ & ب < ج</title></item>"), titles: ["أ & ب < ج"]),
        Case(
            name: "entities of HTML",
            document: rss("<item><title>أ&hellip;&nbsp;&laquo;ب&raquo;&unknown;</title></item>"),
            titles: ["أ… «ب»&unknown;"]),
        Case(
            name: "control characters", document: rss("<item><title>أ\u{0}\u{1}&#2;ب</title></item>"),
            titles: ["أب"]),
        Case(
            name: "numbers of windows-1252",
            document: rss("<item><title>&#147;أ&#148;&#xD800;&#1114112;</title></item>"), titles: ["“أ”"]),
        Case(
            name: "CDATA in CDATA", document: rss("<item><title><![CDATA[أ <![CDATA[ب]]> ج]]></title></item>"),
            titles: ["أ ب ج"]),
        Case(
            name: "the sign of CDATA escaped", document: rss("<item><title>&lt;![CDATA[أ]]&gt;</title></item>"),
            titles: ["أ"]),
        Case(name: "a comment not closed", document: rss("<item><!-- x <title>أ</title></item>"), titles: ["أ"]),
    ]

    @Test("give what they hold", arguments: cases)
    func survives(_ c: Case) throws {
        #expect(try parse(c.document).items.map(\.title) == c.titles)
    }

    static let wellFormed = [
        ("plain", rss(items)),
        ("declaration and comments", "<?xml version='1.0'?>\n<!-- <rss> -->" + rss(items) + "<!-- x -->\n"),
        ("stylesheet and DOCTYPE", "<?xml-stylesheet href='a'?><!DOCTYPE rss [<!ENTITY a 'b>c'>]>" + rss(items)),
        (
            "markup inside Atom",
            atom(
                "<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x<br/></p></div></content></entry>"
            )
        ),
        (
            "fields inside something else",
            rss(
                "<item><media:content url='http://n.example/i'><title>x</title></media:content><title>a</title></item>",
                attributes: "xmlns:media='http://search.yahoo.com/mrss/'")
        ),
        (
            "an entry inside a text",
            atom("<entry><content type='application/xml'><entry><title>x</title></entry></content></entry>")
        ),
    ]

    @Test("near misses are not called malformed", arguments: wellFormed)
    func isWellFormed(name: String, document: String) throws {
        let feed = try parse(document)
        #expect(!feed.malformed)
        #expect(feed.warnings.isEmpty)
    }

    @Test("what is wrong is told with its line")
    func warnings() throws {
        let feed = try parse("<rss version='2.0'>\n<channel>\n<item><title>a</item>\n</channel></rss>")
        #expect(feed.malformed)
        #expect(
            feed.warnings
                == [Feed.Warning(code: "unclosed_element", message: "an element that is not closed", line: 3)])
        #expect(try parse(rss("<item><title>a & b</title></item>")).warnings.map(\.code) == ["stray_sign"])
        #expect(try !parse(rss("<item><title>a &amp; b &nbsp;</title></item>")).malformed)
    }

    @Test("fields of a description left open are found")
    func fieldsBehindDescription() throws {
        let item = try rssItem("<description>نص<link>http://n.example/1</link><guid>g</guid>")
        #expect(item.summary?.value == "نص")
        #expect(item.link == "http://n.example/1")
        #expect(item.id == "g")
    }

    @Test("text that was read as Latin-1 before is repaired and noted")
    func misread() throws {
        let misread = String(
            decoding: Array("الأمم المتحدة تعلن".utf8).flatMap { Array(String(UnicodeScalar($0)).utf8) }, as: UTF8.self)
        let feed = try parse(rss("<item><title>\(misread)</title></item>"))
        #expect(feed.items.first?.title == "الأمم المتحدة تعلن")
        #expect(feed.malformed)
        #expect(try rssItem("<title>Ça va, Mª Ángel?</title>").title == "Ça va, Mª Ángel?")
    }
}

@Suite("attacks")
struct AttackTests {
    @Test("entities are read, bombs are not")
    func entities() throws {
        let plain = try parse("<!DOCTYPE rss [<!ENTITY co 'ACME &#169;'>]>" + rss("<item><title>&co;</title></item>"))
        #expect(plain.items.first?.title == "ACME ©")
        let laughs = (1..<30).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined()
        let bomb = try parse("<!DOCTYPE rss [<!ENTITY l0 'x'>\(laughs)]>" + rss("<item><title>&l29;</title></item>"))
        #expect(bomb.items.first?.title == "&l29;")
        let long = String(repeating: "x", count: 1000)
        let many = String(repeating: "&a;", count: 100_000)
        let quadratic = try parse("<!DOCTYPE rss [<!ENTITY a '\(long)'>]>" + rss("<item><title>\(many)</title></item>"))
        #expect((quadratic.items.first?.title?.utf8.count ?? 0) < 70_000)
    }

    @Test("nothing is read from elsewhere")
    func external() throws {
        let feed = try parse(
            "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + rss("<item><title>a &a; b</title></item>"))
        #expect(feed.items.first?.title == "a &a; b")
    }

    @Test("depth is bounded", arguments: ["<a>", "&lt;b>", "<item><media:group>", "<div xml:base='a/'>"])
    func depth(unit: String) throws {
        let deep = String(repeating: unit, count: 20_000)
        let feed = try parse(rss("<item><description>\(deep)</description></item><item><title>ب</title></item>"))
        #expect(feed.items.last?.title == "ب")
    }

    static let floods = [
        "<", "&", "<!--", "<![CDATA[", "<a ", "<a b=\"", "<a b='x> <c d=\"y>", "</a>", "</item>", "]]>", "<?x", "&#x",
        "<category>a</category>", "<author>a@", "<p>", "<li><a>", "<table><td>", "<script>", "<iframe>",
    ]

    /// Quadratic time would need hours for these.
    @Test("floods of one sign are read in linear time", .timeLimit(.minutes(5)), arguments: floods)
    func flood(unit: String) throws {
        let text = String(repeating: unit, count: 300_000 / unit.utf8.count)
        _ = try parse(rss("<item><description>\(text)"))
        let feed = try parse(rss("<item><description><![CDATA[\(text)]]></description></item><item/>"))
        #expect(feed.items.count == 2)
    }

    @Test("items beyond the limit are left out, with a warning")
    func items() throws {
        let feed = try parse(rss(String(repeating: "<item/>", count: 50_001)))
        #expect(feed.items.count == 50_000)
        #expect(feed.warnings.map(\.code) == ["limit"])
    }

    @Test("a tag of ten thousand attributes")
    func attributes() throws {
        let attributes = (0..<10_000).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(try parse(rss("<item \(attributes)><title>أ</title></item>")).items.first?.title == "أ")
    }
}
