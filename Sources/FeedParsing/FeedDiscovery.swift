internal import LibXML
internal import NewsModel

/// A feed that a page links to.
package struct DiscoveredFeed: Equatable, Sendable {
    package let url: String
    package let title: String?
    package let type: String?
    /// 0 for the best: what the page declares first as its feed. Links that only look like feeds come after all
    /// declared ones, feeds of comments last.
    package let rank: Int

    package init(url: String, title: String?, type: String?, rank: Int) {
        self.url = url
        self.title = title
        self.type = type
        self.rank = rank
    }
}

/// Finds the feeds of a web page.
package enum FeedDiscovery {
    /// Feeds answered at most.
    private static let limit = 50

    /// The feeds a page links to, best first: those it declares (`link rel=alternate` of a feed type), then links in its
    /// text whose address or words look like a feed.
    ///
    /// - Parameters:
    ///   - bytes: the page in UTF-8.
    ///   - url: where the page came from; without it only absolute links count.
    package static func feeds(inPage bytes: [UInt8], url: String?) -> [DiscoveredFeed] {
        var candidates: [Candidate] = []
        bytes.withUnsafeBufferPointer { buffer in
            guard let page = Document.html(utf8: buffer) else { return }
            page.read { root in
                guard let root else { return }
                var base = url
                root.forEachDescendant { node in
                    if node.isNamed("base"), let href = node.attribute("href") {
                        base = WebLink.resolve(href, base: url) ?? base
                    }
                    if let candidate = candidate(node, base: base) { candidates.append(candidate) }
                    return true
                }
            }
        }
        return ranked(candidates)
    }

    private struct Candidate {
        let url: String
        let title: String?
        let type: String?
        let weight: Int
    }

    private static func ranked(_ candidates: [Candidate]) -> [DiscoveredFeed] {
        var seen: Set<String> = []
        return candidates.enumerated()
            .sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
            .filter { seen.insert(WebLink.canonical($0.element.url)).inserted }
            .prefix(limit)
            .enumerated()
            .map { rank, found in
                let candidate = found.element
                return DiscoveredFeed(url: candidate.url, title: candidate.title, type: candidate.type, rank: rank)
            }
    }

    private static func candidate(_ node: Node, base: String?) -> Candidate? {
        if node.isNamed("link") { return declared(node, base: base) }
        return node.isNamed("a") ? linked(node, base: base) : nil
    }

    /// A feed of the page's head.
    ///
    /// Source: HTML Living Standard, section 4.6.7.1 (`alternate`).
    private static func declared(_ node: Node, base: String?) -> Candidate? {
        let rels = (node.attribute("rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        let type = node.attribute("type")?.trimmed.lowercased()
        guard rels.contains("alternate") || rels.contains("feed"), let href = node.attribute("href"),
            let url = WebLink.resolve(href, base: base)
        else { return nil }
        let isFeed = type.map { types.contains($0.prefixBeforeSemicolon) } ?? false
        guard isFeed || rels.contains("feed") || genericTypes.contains(type ?? "") && looksLikeFeed(url) else {
            return nil
        }
        let title = node.attribute("title")?.trimmed
        return Candidate(
            url: url, title: title, type: type, weight: isOfComments(url, title) ? 40 : isFeed ? 0 : 10)
    }

    private static func linked(_ node: Node, base: String?) -> Candidate? {
        guard let href = node.attribute("href"), href.utf8.count < 2000, mayBeFeed(href),
            let url = WebLink.resolve(href, base: base), looksLikeFeed(url)
        else { return nil }
        let text = HTMLText.collapsed(node.text.utf8)
        let isOwn = base.flatMap(WebLink.host) == WebLink.host(of: url)
        return Candidate(
            url: url, title: text.isEmpty ? nil : String(text.prefix(200)), type: nil,
            weight: isOfComments(url, text) ? 50 : isOwn ? 20 : 30)
    }

    /// A cheap look before a link is resolved.
    private static func mayBeFeed(_ href: String) -> Bool {
        let href = href.lowercased()
        return words.contains { href.contains($0) }
    }

    /// Whether the path or query of a link has a feed's word as a part of its own.
    private static func looksLikeFeed(_ url: String) -> Bool {
        let url = url.lowercased()
        guard let start = url.firstRange(of: "://")?.upperBound, let path = url[start...].firstIndex(of: "/") else {
            return url.contains("feeds.feedburner.com")
        }
        let parts = url[path...].split { !$0.isLetter && !$0.isNumber }
        return parts.contains { words.contains(String($0)) } || url.contains("feeds.feedburner.com/")
    }

    private static func isOfComments(_ url: String, _ title: String?) -> Bool {
        let url = url.lowercased()
        let title = title?.lowercased() ?? ""
        return url.contains("comments") || title.contains("comments") || title.contains("تعليقات")
    }

    private static let words: Set<String> = ["rss", "rss2", "feed", "feeds", "atom", "rdf", "xmlrss", "rssfeed"]
    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml",
        "application/x-rss+xml", "application/x.atom+xml", "application/x-atom+xml", "text/rss", "text/atom+xml",
    ]
    private static let genericTypes: Set<String> = ["", "text/xml", "application/xml", "application/json"]
}

extension String {
    fileprivate var prefixBeforeSemicolon: String {
        String(prefix { $0 != ";" }).trimmed
    }
}
