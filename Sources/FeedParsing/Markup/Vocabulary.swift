/// The vocabularies feeds are written in. What has no namespace counts as RSS.
enum Vocabulary: UInt8, Sendable {
    case rss, atom, dublinCore, dublinCoreTerms, content, media, itunes, syndication, xhtml, rdf, geo, threading
    case commentAPI, slash, feedburner, creativeCommons, history, tombstones, publishing, prism, xml, other

    /// The vocabulary of a namespace; for one not known, what the prefix usually stands for.
    ///
    /// Names with a blank, a missing slash or number sign or another case are common and meant the same.
    static func named(_ namespace: String, prefix: String) -> Vocabulary {
        let plain = String(namespace.lowercased().filter { !$0.isWhitespace })
        var key = plain[...]
        for scheme in ["http://", "https://"] where key.hasPrefix(scheme) { key = key.dropFirst(scheme.count) }
        if key.hasPrefix("www.") { key = key.dropFirst(4) }
        while key.last == "/" || key.last == "#" { key = key.dropLast() }
        if let known = namespaces[String(key)] { return known }
        return prefix.isEmpty ? .other : usual(prefix: prefix)
    }

    /// What a prefix stands for in the feeds of the web.
    static func usual(prefix: String) -> Vocabulary {
        prefixes[prefix.lowercased()] ?? .other
    }

    /// Without scheme, `www.` and the slash or number sign at the end.
    private static let namespaces: [String: Vocabulary] = [
        "backend.userland.com/rss": .rss, "backend.userland.com/rss2": .rss, "blogs.law.harvard.edu/tech/rss": .rss,
        "backend.userland.com/rss091": .rss, "backend.userland.com/rss092": .rss, "purl.org/rss/1.0": .rss,
        "my.netscape.com/rdf/simple/0.9": .rss, "channel.netscape.com/rdf/simple/0.9": .rss,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .rss, "purl.org/net/rss1.1": .rss,
        "w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/terms": .dublinCoreTerms,
        "purl.org/rss/1.0/modules/content": .content, "search.yahoo.com/mrss": .media,
        "video.search.yahoo.com/mrss": .media, "itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "example.com/dtds/podcast-1.0.dtd": .itunes, "purl.org/rss/1.0/modules/syndication": .syndication,
        "w3.org/1999/xhtml": .xhtml, "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "w3.org/2003/01/geo/wgs84_pos": .geo, "georss.org/georss": .geo, "opengis.net/gml": .geo,
        "purl.org/syndication/thread/1.0": .threading, "wellformedweb.org/commentapi": .commentAPI,
        "purl.org/rss/1.0/modules/slash": .slash, "rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "backend.userland.com/creativecommonsrssmodule": .creativeCommons, "web.resource.org/cc": .creativeCommons,
        "creativecommons.org/ns": .creativeCommons, "purl.org/syndication/history/1.0": .history,
        "purl.org/atompub/tombstones/1.0": .tombstones, "w3.org/2007/app": .publishing,
        "purl.org/atom/app": .publishing,
        "prismstandard.org/namespaces/1.2/basic": .prism, "prismstandard.org/namespaces/basic/2.0": .prism,
        "w3.org/xml/1998/namespace": .xml, "news.yandex.ru": .content,
    ]

    private static let prefixes: [String: Vocabulary] = [
        "rss": .rss, "rss1": .rss, "rss2": .rss, "atom": .atom, "atom10": .atom, "a10": .atom, "dc": .dublinCore,
        "dcterms": .dublinCoreTerms, "content": .content, "media": .media, "itunes": .itunes, "sy": .syndication,
        "xhtml": .xhtml, "rdf": .rdf, "geo": .geo, "georss": .geo, "gml": .geo, "thr": .threading, "wfw": .commentAPI,
        "slash": .slash, "feedburner": .feedburner, "cc": .creativeCommons, "creativecommons": .creativeCommons,
        "fh": .history, "at": .tombstones, "app": .publishing, "prism": .prism, "xml": .xml,
        "yandex": .content,
    ]
}
