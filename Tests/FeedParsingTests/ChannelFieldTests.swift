import NewsModel
import Testing

@Suite("fields of the feed")
struct ChannelFieldTests {
    @Test("polling hints")
    func hints() throws {
        let feed = try parse(
            rss(
                """
                <ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>25</hour><hour>7</hour></skipHours>
                <skipDays><day>Friday</day></skipDays><sy:updatePeriod> hourly </sy:updatePeriod>
                <sy:updateFrequency>2</sy:updateFrequency>
                """, attributes: "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"))

        #expect(feed.timeToLive == 60)
        #expect(feed.skipHours == [0, 0, 7])
        #expect(feed.skipDays == ["Friday"])
        #expect(feed.updateInterval == .seconds(1800))
    }

    @Test("links: page, self, hub, next, and where it moved")
    func links() throws {
        let feed = try parse(
            rss(
                """
                <link>http://n.example/</link><atom:link rel="self" href="http://n.example/rss"/>
                <atom:link rel="hub" href="http://hub.example/"/><atom:link rel="next" href="http://n.example/rss?2"/>
                <itunes:new-feed-url>http://n.example/new</itunes:new-feed-url><image><link>http://i.example/</link></image>
                """,
                attributes: """
                    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                    """))

        #expect(feed.link == "http://n.example/")
        #expect(feed.selfLink == "http://n.example/rss")
        #expect(feed.hubs == ["http://hub.example/"])
        #expect(feed.next == "http://n.example/rss?2")
        #expect(feed.newURL == "http://n.example/new")
        #expect(feed.links.count == 4)
        #expect(feed.links.first { $0.rel == "self" }?.type == "application/atom+xml")
    }

    @Test("categories and keywords of Media RSS")
    func mediaCategories() throws {
        let feed = try parse(
            rss(
                "<media:category scheme='urn:s'>a</media:category><media:keywords>b, c</media:keywords>",
                attributes: "xmlns:media='http://search.yahoo.com/mrss/'"))

        #expect(feed.categories.map(\.term) == ["a", "b", "c"])
        #expect(feed.categories.first?.scheme == "urn:s")
    }

    @Test("what was withdrawn")
    func withdrawn() throws {
        let feed = try parse(
            atom(
                "<fh:complete/><at:deleted-entry ref='urn:1' when='2023-03-05T10:15:00Z'/>",
                attributes: """
                    xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"
                    """))

        #expect(feed.isComplete)
        #expect(feed.deletedIDs == ["urn:1"])
    }

    @Test("people, dates, rights and picture")
    func others() throws {
        let feed = try parse(
            rss(
                """
                <title>أخبار</title><image><url>http://n.example/i.png</url><title>x</title><width>88</width></image>
                <managingEditor>e@n.example (محرر)</managingEditor><webMaster>w@n.example</webMaster>
                <copyright>© أخبار</copyright><lastBuildDate>Sun, 05 Mar 2023 10:15:00 GMT</lastBuildDate>
                <generator>Gen</generator><language>ar-eg</language><textInput><title>y</title></textInput>
                """))

        #expect(feed.title == "أخبار")
        #expect(feed.image?.width == 88)
        #expect(feed.authors == [Feed.Person(name: "محرر", email: "e@n.example")])
        #expect(feed.publisher?.email == "w@n.example")
        #expect(feed.rights?.value == "© أخبار")
        #expect(feed.updated?.rfc3339 == "2023-03-05T10:15:00Z")
        #expect(feed.generator?.name == "Gen")
        #expect(feed.language == "ar-eg")
    }

    @Test("language: the element, then xml:lang, then the header")
    func language() throws {
        let header = [(name: "content-language", value: "fr")]
        #expect(
            try parse(rss("<language>ar</language>", attributes: "xml:lang='en'"), headers: header).language == "ar")
        #expect(try parse(rss("<title>t</title>", attributes: "xml:lang='en'"), headers: header).language == "en")
        #expect(try parse(rss("<title>t</title>"), headers: header).language == "fr")
        #expect(
            try parse(rss("<title>t</title>"), headers: [(name: "Content-Language", value: "fr, en")]).language == nil)
    }
}
