import FeedParsing
import Testing

@Suite("addresses of feeds, told from those of sites")
struct FeedAddressTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let site: String
        let feeds: [String]

        var testDescription: String { site }
    }

    static let cases = [
        Case(
            site: "https://www.youtube.com/channel/UCabc",
            feeds: ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"]),
        Case(
            site: "https://m.youtube.com/channel/UCabc/videos",
            feeds: ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"]),
        Case(
            site: "https://www.youtube.com/playlist?x=1&list=PL1",
            feeds: ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"]),
        Case(site: "https://www.youtube.com/playlist?x=1", feeds: []),
        Case(site: "https://www.youtube.com/@handle", feeds: []),
        Case(site: "https://old.reddit.com/r/arabic/top", feeds: ["https://www.reddit.com/r/arabic/.rss"]),
        Case(site: "https://reddit.com/u/someone", feeds: ["https://www.reddit.com/user/someone/.rss"]),
        Case(
            site: "https://github.com/owner/project/issues",
            feeds: [
                "https://github.com/owner/project/releases.atom", "https://github.com/owner/project/tags.atom",
                "https://github.com/owner/project/commits.atom",
            ]),
        Case(site: "https://github.com/owner/", feeds: ["https://github.com/owner.atom"]),
        Case(site: "https://medium.com/@writer/a-story", feeds: ["https://medium.com/feed/@writer"]),
        Case(site: "https://medium.com/paper", feeds: ["https://medium.com/feed/paper"]),
        Case(site: "https://writer.medium.com/story", feeds: ["https://writer.medium.com/feed"]),
        Case(site: "https://letter.substack.com/p/one", feeds: ["https://letter.substack.com/feed"]),
        Case(site: "http://blog.blogspot.com", feeds: ["http://blog.blogspot.com/feeds/posts/default"]),
        Case(site: "https://name.wordpress.com/2026/", feeds: ["https://name.wordpress.com/feed/"]),
        Case(site: "https://www.tumblr.com/blogname", feeds: ["https://blogname.tumblr.com/rss"]),
        Case(site: "https://news.example:8443/@desk", feeds: ["https://news.example:8443/@desk.rss"]),
        Case(site: "https://news.example/@", feeds: []),
        Case(site: "https://news.example/Category/sport", feeds: ["https://news.example/category/sport/feed/"]),
        Case(site: "https://forum.example/c/general/4", feeds: ["https://forum.example/c/general/4.rss"]),
        Case(site: "https://lemmy.example/c/arabic", feeds: ["https://lemmy.example/feeds/c/arabic.xml"]),
        Case(site: "https://news.example/", feeds: []),
        Case(site: "https://notgithub.com/owner/project", feeds: []),
        Case(site: "ftp://github.com/owner/project", feeds: []),
        Case(site: "not an address", feeds: []),
    ]

    @Test("what a service or software is known for", arguments: cases)
    func known(_ c: Case) {
        #expect(FeedAddresses.known(of: c.site) == c.feeds)
    }

    @Test("common paths begin in the folder of the address, and are each there once")
    func common() {
        let paths = FeedAddresses.common(of: "https://news.example/sport/index.html?a=1#b")
        #expect(
            paths.prefix(3) == [
                "https://news.example/sport/feed", "https://news.example/sport/rss.xml", "https://news.example/feed",
            ])
        #expect(Set(paths).count == paths.count)
        #expect(FeedAddresses.common(of: "http://news.example").first == "http://news.example/feed")
        #expect(FeedAddresses.common(of: "mailto:a@news.example") == [])
    }
}
