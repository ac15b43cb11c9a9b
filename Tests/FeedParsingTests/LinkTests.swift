import NewsModel
import Testing

@Suite("links of items")
struct LinkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let fields: String
        let link: String?

        var testDescription: String { name }
    }

    static let rssCases = [
        Case(name: "in its text", fields: "<link>http://n.example/1</link>", link: "http://n.example/1"),
        Case(
            name: "white space, CDATA", fields: "<link>\n<![CDATA[ http://n.example/1 ]]></link>",
            link: "http://n.example/1"),
        Case(
            name: "bare ampersand", fields: "<link>http://n.example/?a=1&b=2</link>", link: "http://n.example/?a=1&b=2"),
        Case(
            name: "ampersand that opens a name", fields: "<link>http://n.example/?a=1&copy=2</link>",
            link: "http://n.example/?a=1&copy=2"),
        Case(
            name: "escaped in CDATA", fields: "<link><![CDATA[http://n.example/?a=1&amp;b=2&#038;c=3]]></link>",
            link: "http://n.example/?a=1&b=2&c=3"),
        Case(
            name: "a name that only begins like an escape", fields: "<link>http://n.example/?a=1&ampere=2</link>",
            link: "http://n.example/?a=1&ampere=2"),
        Case(name: "only a guid", fields: "<guid>http://n.example/g</guid>", link: "http://n.example/g"),
        Case(
            name: "a guid that is no permalink", fields: "<guid isPermaLink='false'>http://n.example/g</guid>",
            link: nil),
        Case(name: "a guid that is no URL", fields: "<guid>17</guid>", link: nil),
        Case(
            name: "the link before the guid", fields: "<guid>http://n.example/g</guid><link>http://n.example/1</link>",
            link: "http://n.example/1"),
        Case(name: "only Atom's", fields: "<atom:link href='http://n.example/1'/>", link: "http://n.example/1"),
        Case(name: "of a picture", fields: "<image><link>http://i.example/</link></image>", link: nil),
        Case(name: "a scheme that runs", fields: "<link>javascript:alert(1)</link>", link: nil),
        Case(name: "relative", fields: "<link>1</link>", link: "http://n.example/dir/1"),
        Case(name: "empty", fields: "<link></link><link/>", link: nil),
    ]

    @Test("RSS", arguments: rssCases)
    func rss(_ c: Case) throws {
        let item = try rssItem(
            c.fields, url: "http://n.example/dir/feed", attributes: "xmlns:atom='http://www.w3.org/2005/Atom'")
        #expect(item.link == c.link)
    }

    static let atomCases = [
        Case(name: "without rel", fields: "<link href='http://n.example/1'/>", link: "http://n.example/1"),
        Case(
            name: "in any order",
            fields: """
                <link rel="self" href="http://n.example/s"/><link rel="enclosure" href="http://n.example/e"/>
                <link rel="alternate" type="application/json" href="http://n.example/j"/>
                <link rel="alternate" type="text/html" href="http://n.example/1"/>
                """, link: "http://n.example/1"),
        Case(
            name: "only another form", fields: "<link type='application/json' href='http://n.example/j'/>",
            link: "http://n.example/j"),
        Case(
            name: "a relation written out",
            fields: "<link rel='http://www.iana.org/assignments/relation/alternate' href='http://n.example/1'/>",
            link: "http://n.example/1"),
        Case(
            name: "a relation of others",
            fields: "<link rel='http://n.example/relation/alternate' href='http://n.example/1'/>", link: nil),
        Case(name: "only itself", fields: "<link rel='self' href='http://n.example/s'/>", link: nil),
        Case(
            name: "in the text", fields: "<link rel='alternate'>http://n.example/1</link>", link: "http://n.example/1"),
    ]

    @Test("Atom", arguments: atomCases)
    func atom(_ c: Case) throws {
        #expect(try atomEntry(c.fields).link == c.link)
    }

    @Test("a guid that serves as the link says so")
    func guidIsLink() throws {
        #expect(try rssItem("<guid>http://n.example/g</guid>").idIsLink)
        #expect(try !rssItem("<guid>http://n.example/g</guid><link>http://n.example/1</link>").idIsLink)
        #expect(try !rssItem("<guid isPermaLink='false'>http://n.example/g</guid>").idIsLink)
    }

    @Test("ids are kept byte for byte")
    func ids() throws {
        #expect(try rssItem("<guid>HTTP://n.example/%7Ea/../b</guid>").id == "HTTP://n.example/%7Ea/../b")
        #expect(try atomEntry("<id>urn:X</id>", url: "http://n.example/").id == "urn:X")
        #expect(try rssItem("<link>http://n.example/1</link>").id == nil)
    }

    @Test("xml:base, one in another, before the document")
    func bases() throws {
        let entry = try atomEntry(
            "<link href='1'/><content type='html' xml:base='c/'>&lt;a href='2'>x&lt;/a></content>",
            url: "http://d.example/f", attributes: "xml:base='http://n.example/a/'")

        #expect(entry.link == "http://n.example/a/1")
        #expect(entry.content?.value == "<a href=\"http://n.example/a/c/2\">x</a>")
    }

    @Test("an empty base and a fragment change nothing")
    func emptyBases() throws {
        #expect(
            try atomEntry("<link href='1'/>", url: "http://d.example/a/f", attributes: "xml:base=''").link
                == "http://d.example/a/1")
        #expect(
            try atomEntry("<link href='1'/>", url: "http://d.example/a/f", attributes: "xml:base='#x'").link
                == "http://d.example/a/1")
    }

    @Test("Content-Location before the URL, the channel's link where neither is known")
    func documentBase() throws {
        let text = Parsing.rssWithRelativeLink
        let located = try parse(
            text, url: "http://u.example/", headers: [(name: "Content-Location", value: "http://l.example/a/")])
        #expect(located.items.first?.link == "http://l.example/a/1")
        #expect(try parse(text, url: "http://u.example/f").items.first?.link == "http://u.example/1")
        #expect(try parse(text).items.first?.link == "http://n.example/a/1")
    }

    @Test("without any base a relative link stays as it is")
    func noBase() throws {
        #expect(try rssItem("<link>/1</link>").link == "/1")
        #expect(try rssItem("<link>data:text/html,x</link>").link == nil)
    }

    private enum Parsing {
        static let rssWithRelativeLink =
            "<rss version='2.0'><channel><link>http://n.example/a/</link><item><link>1</link></item></channel></rss>"
    }
}
