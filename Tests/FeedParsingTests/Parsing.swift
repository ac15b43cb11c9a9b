import FeedParsing
import NewsModel
import Testing

/// A feed from its text.
func parse(_ text: String, url: String? = nil, headers: [(name: String, value: String)] = []) throws -> Feed {
    try FeedParser.parse(Array(text.utf8), context: FeedContext(url: url, headers: headers, now: now))
}

/// The only item of an RSS channel whose item holds `fields`.
func rssItem(_ fields: String, url: String? = nil, attributes: String = "") throws -> FeedItem {
    try #require(try parse(rss("<item>\(fields)</item>", attributes: attributes), url: url).items.first)
}

func rss(_ channel: String, attributes: String = "") -> String {
    "<rss version=\"2.0\" \(attributes)><channel>\(channel)</channel></rss>"
}

/// The only entry of an Atom feed whose entry holds `fields`.
func atomEntry(_ fields: String, url: String? = nil, attributes: String = "") throws -> FeedItem {
    try #require(try parse(atom("<entry>\(fields)</entry>", attributes: attributes), url: url).items.first)
}

func atom(_ feed: String, attributes: String = "") -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)>\(feed)</feed>"
}

/// 2026-09-22T10:12:32Z
let now = Timestamp(seconds: 1_790_071_952)
