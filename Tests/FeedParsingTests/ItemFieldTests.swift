import NewsModel
import Testing

/// Namespaces of the modules, as a feed declares them.
private let modules = """
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" \
    xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:georss="http://www.georss.org/georss" \
    xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:app="http://www.w3.org/2007/app" \
    xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" \
    xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"
    """

@Suite("fields of items")
struct ItemFieldTests {
    private func item(_ fields: String) throws -> FeedItem {
        try rssItem(fields, attributes: modules)
    }

    static let titles = [
        ("plain", "<title>خبر</title>", "خبر"),
        ("Dublin Core where there is no other", "<dc:title>خبر</dc:title>", "خبر"),
        ("media where there is no other", "<media:title>خبر</media:title>", "خبر"),
        ("media does not replace it", "<media:title>x</media:title><title>خبر</title>", "خبر"),
        ("of a picture is not the item's", "<title>خبر</title><image><title>x</title></image>", "خبر"),
        ("markup", "<title>&lt;b>خبر&lt;/b> عاجل</title>", "خبر عاجل"),
        ("escaped twice", "<title>قال: &amp;quot;نعم&amp;quot; &amp;amp; لا</title>", "قال: \"نعم\" & لا"),
        ("what only looks like a tag", "<title>&lt;String> and a &lt; b</title>", "<String> and a < b"),
        ("script goes with what is in it", "<title>a&lt;script>alert(1)&lt;/script>b</title>", "ab"),
        ("CDATA and line breaks", "<title><![CDATA[\n خبر\n عاجل ]]></title>", "خبر عاجل"),
        ("none", "<description>نص</description>", nil),
    ]

    @Test("title", arguments: titles)
    func title(name: String, fields: String, expected: String?) throws {
        #expect(try item(fields).title == expected)
    }

    static let dates = [
        ("pubDate", "<pubDate>Sun, 05 Mar 2023 10:15:00 +0300</pubDate>", "2023-03-05T07:15:00Z"),
        (
            "the last of two",
            "<pubDate>Sun, 05 Mar 2023 10:15:00 GMT</pubDate><pubDate>Mon, 06 Mar 2023 10:15:00 GMT</pubDate>",
            "2023-03-06T10:15:00Z"
        ),
        (
            "pubDate before dc:date", "<dc:date>2020-01-01</dc:date><pubDate>Sun, 05 Mar 2023 10:15:00 GMT</pubDate>",
            "2023-03-05T10:15:00Z"
        ),
        (
            "dc:date where pubDate cannot be read", "<pubDate>soon</pubDate><dc:date>2023-03-05T10:15:00Z</dc:date>",
            "2023-03-05T10:15:00Z"
        ),
        ("PRISM's", "<prism:publicationDate>2023-03-05T10:15:00Z</prism:publicationDate>", "2023-03-05T10:15:00Z"),
        (
            "Dublin Core's before PRISM's",
            "<dc:date>2023-03-05T10:15:00Z</dc:date><prism:publicationDate>2023-03-05</prism:publicationDate>",
            "2023-03-05T10:15:00Z"
        ),
        ("dcterms:issued", "<dcterms:issued>2023-03-05T10:15:00Z</dcterms:issued>", "2023-03-05T10:15:00Z"),
        ("none", "<title>x</title>", nil),
    ]

    @Test("date", arguments: dates)
    func date(name: String, fields: String, expected: String?) throws {
        #expect(try item(fields).published?.rfc3339 == expected)
    }

    @Test("a date that cannot be read is kept as text")
    func unread() throws {
        #expect(try item("<pubDate>soon</pubDate>").unreadDate == "soon")
        #expect(try item("<pubDate>soon</pubDate><atom:updated>2023-03-05T10:15:00Z</atom:updated>").unreadDate == nil)
    }

    static let people: [(String, String, Feed.Person)] = [
        ("mail and name", "<author>s@n.example (سعاد)</author>", Feed.Person(name: "سعاد", email: "s@n.example")),
        ("name and mail", "<author>سعاد &lt;s@n.example></author>", Feed.Person(name: "سعاد", email: "s@n.example")),
        ("mail alone", "<author>s@n.example</author>", Feed.Person(email: "s@n.example")),
        ("name alone", "<dc:creator><![CDATA[سعاد علي]]></dc:creator>", Feed.Person(name: "سعاد علي")),
        (
            "Atom's elements", "<author><name>سعاد</name><uri>http://n.example/s</uri></author>",
            Feed.Person(name: "سعاد", url: "http://n.example/s")
        ),
        ("an at sign that is no address", "<author>team@work</author>", Feed.Person(name: "team@work")),
    ]

    @Test("author", arguments: people)
    func author(name: String, fields: String, expected: Feed.Person) throws {
        #expect(try item(fields).authors == [expected])
    }

    @Test("an author that two modules name is one, iTunes' is a fallback")
    func authors() throws {
        let fields =
            "<dc:creator>a</dc:creator><dc:creator>b</dc:creator><author>a</author><itunes:author>c</itunes:author>"
        #expect(try item(fields).authors.map(\.name) == ["a", "b"])
    }

    @Test("categories of RSS, Dublin Core, iTunes and media")
    func categories() throws {
        let item = try item(
            """
            <category domain="http://n.example/c">سياسة</category><dc:subject>مصر</dc:subject>
            <itunes:category text="News"><itunes:category text="Politics"/></itunes:category>
            <media:category label="l">m</media:category><category> </category><category domain="http://n.example/c">سياسة</category>
            """)
        #expect(item.categories.map(\.term) == ["سياسة", "مصر", "News", "Politics", "m"])
        #expect(item.categories.first?.scheme == "http://n.example/c")
    }

    @Test("places that are on the globe")
    func places() throws {
        #expect(try item("<geo:lat>26.5</geo:lat><geo:long>-97.25</geo:long>").longitude == -97.25)
        #expect(try item("<georss:point>90 -180</georss:point>").latitude == 90)
        #expect(try item("<georss:point>-97.25 26.5</georss:point>").latitude == nil)
        #expect(try item("<geo:lat>nan</geo:lat><geo:long>181</geo:long>").latitude == nil)
    }

    @Test("the whole text for a news aggregator")
    func wholeText() throws {
        let text = "<description>s</description><y:full-text>long</y:full-text>"
        #expect(try rssItem(text, attributes: "xmlns:y='http://news.yandex.ru'").content?.value == "long")
        #expect(try rssItem(text, attributes: "xmlns:y='http://n.example/'").content == nil)
    }

    @Test("the fullest text is the content, the other the summary")
    func texts() throws {
        let both = try item("<description>short</description><content:encoded>long</content:encoded>")
        #expect(both.summary?.value == "short")
        #expect(both.content?.value == "long")
        let one = try item("<description>only</description>")
        #expect(one.summary?.value == "only")
        #expect(one.content == nil)
        let described = try item("<description>long</description><summary>short</summary>")
        #expect(described.summary?.value == "short")
        #expect(described.content?.value == "long")
        #expect(try item("<itunes:summary>s</itunes:summary>").summary?.value == "s")
    }

    @Test("media, their groups and thumbnails")
    func media() throws {
        let item = try item(
            """
            <media:group><media:content url="http://n.example/a.mp4" type="video/mp4" width="640" height="x" duration="61"/>
            <media:thumbnail url="http://n.example/t.jpg"/><media:title>فيديو</media:title></media:group>
            <media:content url="http://n.example/b.jpg" medium="image"><media:credit>سعاد</media:credit></media:content>
            """)
        #expect(item.media.map(\.url) == ["http://n.example/a.mp4", "http://n.example/b.jpg"])
        #expect(item.media.first?.title == "فيديو")
        #expect(item.media.first?.duration == 61)
        #expect(item.media.first?.height == nil)
        #expect(item.media.last?.credit == "سعاد")
        #expect(item.image == "http://n.example/t.jpg")
    }

    @Test("enclosures, with a length that is a number or is not")
    func enclosures() throws {
        let item = try item(
            """
            <enclosure url="http://n.example/a.mp3" length=" 12 " type="audio/mpeg"/>
            <enclosure url="http://n.example/b.jpg" length="much" type="image/jpeg"/><enclosure length="1"/>
            """)
        #expect(item.enclosures.map(\.length) == [12, nil])
        #expect(item.image == "http://n.example/b.jpg")
    }

    static let pictures = [
        (
            "the first large one of the text", "&lt;img src=http://n.example/1 width=1>&lt;img src=http://n.example/2>",
            "http://n.example/2"
        ),
        ("none that is relative to nothing", "&lt;img src=a.jpg>", nil),
    ]

    @Test("picture of the text where no other is named", arguments: pictures)
    func picture(name: String, text: String, expected: String?) throws {
        #expect(try item("<description>\(text)</description>").image == expected)
    }

    static let durations: [(String, Double?)] = [
        ("90", 90), ("1:30", 90), ("01:01:30", 3690), ("1:-3", nil), ("long", nil), ("1:2:3:4", nil),
    ]

    @Test("duration", arguments: durations)
    func duration(text: String, seconds: Double?) throws {
        #expect(try item("<itunes:duration>\(text)</itunes:duration>").duration == seconds)
    }

    @Test("comments, their feed and number")
    func comments() throws {
        let item = try item(
            """
            <comments>http://n.example/1#c</comments><slash:comments>7</slash:comments>
            <wfw:commentRss>http://n.example/1/feed</wfw:commentRss>
            """)
        #expect(item.comments == "http://n.example/1#c")
        #expect(item.commentsFeed == "http://n.example/1/feed")
        #expect(item.commentsCount == 7)
        let entry = try atomEntry(
            #"<link rel="replies" type="application/atom+xml" href="http://n.example/r" thr:count="3"/>"#,
            attributes: modules)
        #expect(entry.commentsFeed == "http://n.example/r")
        #expect(entry.commentsCount == 3)
    }

    @Test("where an aggregator took it from")
    func source() throws {
        let item = try item(#"<source url="http://o.example/rss">مصدر</source>"#)
        #expect(item.source?.title == "مصدر")
        #expect(item.source?.url == "http://o.example/rss")
        let entry = try atomEntry(
            """
            <title>t</title><source><id>urn:o</id><title>مصدر</title><link rel="self" href="http://o.example/atom"/>
            <link href="http://o.example/"/><updated>2023-03-05T10:15:00Z</updated><author><name>a</name></author></source>
            """)
        #expect(entry.title == "t")
        #expect(entry.source?.id == "urn:o")
        #expect(entry.source?.link == "http://o.example/")
        #expect(entry.source?.url == "http://o.example/atom")
        #expect(entry.authors.map(\.name) == ["a"])
    }

    @Test("marks: draft, licence, expiry, place, original link")
    func marks() throws {
        let item = try item(
            """
            <creativeCommons:license>http://c.example/by</creativeCommons:license><app:control><app:draft>yes</app:draft></app:control>
            <expirationDate>Sun, 05 Mar 2023 10:15:00 GMT</expirationDate><georss:point>30.05 31.25</georss:point>
            <feedburner:origLink>http://n.example/o</feedburner:origLink>
            """)
        #expect(item.license == "http://c.example/by")
        #expect(item.isDraft)
        #expect(item.expired?.rfc3339 == "2023-03-05T10:15:00Z")
        #expect(item.latitude == 30.05)
        #expect(item.longitude == 31.25)
        #expect(item.originalLink == "http://n.example/o")
        #expect(try !self.item("<app:control><app:draft>no</app:draft></app:control>").isDraft)
        #expect(try self.item("<geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long></geo:Point>").longitude == 2)
    }

    @Test("language in force at the text, none where it is emptied")
    func language() throws {
        #expect(try atomEntry("<content xml:lang='ar'>نص</content>", attributes: "xml:lang='en'").language == "ar")
        #expect(try atomEntry("<content>نص</content>", attributes: "xml:lang='ar_EG'").language == "ar-EG")
        #expect(try atomEntry("<content xml:lang=''>x</content>", attributes: "xml:lang='en'").language == nil)
    }
}
