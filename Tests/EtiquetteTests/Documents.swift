import Loopback

/// One item of a made-up feed.
struct Story: Sendable {
    var id: String
    /// Relative to the feed; empty for none.
    var link = ""
    var title: String
    var text = ""
    /// More elements, as they stand.
    var more = ""

    init(_ number: Int, link: String? = nil, title: String? = nil, text: String = "", more: String = "") {
        id = "story-\(number)"
        self.link = link ?? "/a/\(number)"
        self.title = title ?? "The harbour of the town, chapter \(number)"
        self.text = text
        self.more = more
    }

    var rss: String {
        """
        <item><guid isPermaLink="false">\(id)</guid><title>\(title)</title>\(link.isEmpty ? "" : "<link>\(link)</link>")
        \(text.isEmpty ? "" : "<description>\(text)</description>")\(more)</item>
        """
    }
}

/// A feed in RSS 2.0.
///
/// - Parameter channel: more elements of the channel.
func rss(_ stories: [Story] = [Story(1)], channel: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
     xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>The Town Herald</title><link>/</link><description>News</description>\(channel)
    \(stories.map(\.rss).joined(separator: "\n"))</channel></rss>
    """
}

/// A feed in Atom with these entries.
func atom(_ entries: String, feed: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"
     xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0">
    <title>The Town Herald</title><id>tag:herald.example,2026:feed</id><updated>2026-09-01T00:00:00Z</updated>\(feed)
    \(entries)</feed>
    """
}

/// An article's page. Pages of different numbers tell different things.
func page(_ number: Int, head: String = "") -> String {
    let streets = ["mill", "market", "castle", "river", "garden", "station", "bishop", "tanner", "copper", "linden"]
    let paragraphs = (0..<4).map { line in
        let street = streets[(number * 7 + line * 3) % streets.count]
        return """
            <p>The council of the town decided in session \(number * 31 + line) that the \(street) street will have a new \
            bridge, paid from the fund of the year \(1900 + number * 5 + line), since the old one carries \
            \(number * 113 + line * 17) carts each day and its timber is as old as the \(street) gate itself.</p>
            """
    }
    return """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The harbour of the town, chapter \(number)</title>
        \(head)</head><body><main><article><h1>The harbour of the town, chapter \(number)</h1>
        \(paragraphs.joined(separator: "\n"))</article></main></body></html>
        """
}

extension Reply {
    /// A feed with an ETag made of its text, and 304 for those who have it.
    static func feed(_ text: String = rss(), _ headers: [(String, String)] = [], to visit: Site.Visit? = nil) -> Reply {
        let tag = "\"\(text.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) })\""
        if let visit, visit["if-none-match"] == tag { return .status(304, [("ETag", tag)] + headers) }
        return .ok(text, [("Content-Type", "application/rss+xml"), ("ETag", tag)] + headers)
    }

    static func html(_ text: String, _ headers: [(String, String)] = []) -> Reply {
        .ok(text, [("Content-Type", "text/html; charset=utf-8")] + headers)
    }
}
