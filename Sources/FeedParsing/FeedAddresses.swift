internal import NewsModel

/// Where the feed of a site is likely to be, told from its address alone. Each answer is a guess until it was fetched.
package enum FeedAddresses {
    /// The addresses the software or the service behind `site` is known to give feeds at, best first; empty when its
    /// address tells nothing.
    ///
    /// - Parameter site: an absolute http or https link; of any other nothing is known.
    package static func known(of site: String) -> [String] {
        guard let site = SiteAddress(site) else { return [] }
        let ofHost = FeedPlatform.services.filter { $0.serves(site.host) }
        // Of a service whose addresses are known, no other kind of software is guessed.
        let platforms = ofHost.isEmpty ? FeedPlatform.software : ofHost
        var seen: Set<String> = []
        return platforms.flatMap { $0.feeds(of: site) }.filter { seen.insert($0).inserted }
    }

    /// The paths sites of any kind use for their feed, most common first: those of the folder the address leads to, then
    /// those of the whole site.
    package static func common(of site: String) -> [String] {
        guard let site = SiteAddress(site) else { return [] }
        let folder = site.folder.isEmpty ? [] : ofFolder.map { "\(site.origin)/\(site.folder)/\($0)" }
        return folder + ofSite.map { "\(site.origin)/\($0)" }
    }

    private static let ofFolder = ["feed", "rss.xml"]
    private static let ofSite = [
        "feed", "rss", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", "rss/feed", "feeds",
        "feeds/posts/default", "index.rdf", "blog-feed.xml",
    ]
}

/// The parts of a site's address that tell of its feeds.
struct SiteAddress {
    /// `https://example.com:8443`
    let origin: String
    /// Without `www.` and the like, which services answer by the same pages.
    let host: String
    let segments: [String]
    let query: [(name: String, value: String)]

    init?(_ link: String) {
        guard let absolute = WebLink.resolve(link, base: nil), let origin = WebLink.origin(of: absolute),
            let host = WebLink.host(of: absolute), let scheme = absolute.firstRange(of: "://")
        else { return nil }
        self.origin = origin
        self.host =
            ["www.", "m.", "mobile.", "old.", "new."].first(where: host.hasPrefix).map {
                String(host.dropFirst($0.count))
            } ?? host
        let rest = absolute[scheme.upperBound...].drop { !"/?#".contains($0) }.prefix { $0 != "#" }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        segments = (parts.first ?? "").split(separator: "/").map(String.init)
        query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (sides.first ?? "", sides.count > 1 ? sides[1] : "")
        }
    }

    /// The path up to its last slash, or all of it when its last part has no ending of a file; no slash at its ends.
    var folder: String {
        let isFile = segments.last?.contains(".") ?? false
        return (isFile ? segments.dropLast() : segments[...]).joined(separator: "/")
    }
}
