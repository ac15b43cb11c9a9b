internal import NewsModel

/// Reads the tree of an XML document as a feed.
struct XMLFeedReader {
    private let root: Element
    private let context: ReadingContext
    private var channel: ChannelReader
    private var items: [Element] = []
    private let isAtom: Bool

    /// Items of a feed. The largest archives of the web have some ten thousand.
    private static let itemLimit = 50_000

    static func read(_ root: Element, context: ReadingContext) -> Feed {
        var reader = XMLFeedReader(root, context: context)
        return reader.read()
    }

    private init(_ root: Element, context: ReadingContext) {
        self.root = root
        self.context = context
        isAtom = root.tag == .feed || root.tag == .entry
        channel = ChannelReader(context: context, isAtom: isAtom)
    }

    private mutating func read() -> Feed {
        if root.tag == .entry { items.append(root) } else { visit(root) }
        if items.isEmpty { findStrayItems() }
        var feed = channel.finish()
        feed.format = FeedFormat.name(of: root)
        feed.language = feed.language ?? context.language(of: languageElement)
        // In Atom the page of a feed is no base of its links (RFC 4287 section 2).
        context.siteLink = isAtom ? nil : feed.link
        if items.count > XMLFeedReader.itemLimit {
            feed.warnings.append(
                Feed.Warning(code: "limit", message: "only the first \(XMLFeedReader.itemLimit) items"))
        }
        feed.items = items.prefix(XMLFeedReader.itemLimit).map { ItemReader.read($0, context: context, isAtom: isAtom) }
        return feed
    }

    private var languageElement: Element {
        root.children.first { $0.tag == .channel } ?? root
    }

    /// Sorts the children of the root and of its channels into items and the feed's own elements.
    private mutating func visit(_ container: Element) {
        if container.tag == .channel { channel.readAttributes(container) }
        for child in container.children {
            switch child.tag {
            case .item, .entry: items.append(child)
            case .channel where child.vocabulary != .media: visitChannel(child)
            case .items, .textinput: continue
            default: channel.read(child)
            }
        }
    }

    /// One level down. Channels within channels are CDF's way to group items.
    private mutating func visitChannel(_ element: Element) {
        channel.readAttributes(element)
        for child in element.children {
            switch child.tag {
            case .item, .entry: items.append(child)
            case .channel: items.append(contentsOf: child.children.filter { $0.tag == .item })
            case .items, .textinput: continue
            default: channel.read(child)
            }
        }
    }

    /// Items where they do not belong: inside anything else of the document, but not inside each other.
    private mutating func findStrayItems() {
        var next: Element? = root
        while let element = next {
            if element.tag == .item || element.tag == .entry {
                items.append(element)
                next = element.following(skippingInside: true)
            } else {
                next = element.following(skippingInside: false)
            }
        }
    }
}

extension Element {
    /// The next element in document order, `nil` at the end.
    fileprivate func following(skippingInside: Bool) -> Element? {
        guard skippingInside else { return index + 1 < tree.nodes.count ? Element(tree: tree, index: index + 1) : nil }
        let end = inside.upperBound
        var candidate = index + 1
        while candidate < tree.nodes.count, Int(tree.nodes[candidate].inside.lowerBound) <= end { candidate += 1 }
        return candidate < tree.nodes.count ? Element(tree: tree, index: candidate) : nil
    }
}

/// The names of feed formats.
enum FeedFormat {
    /// The format a root element stands for, by its name, version and namespaces.
    static func name(of root: Element) -> String {
        switch root.tag {
        case .feed, .entry: atom(root)
        case .rdf: rdf(root)
        case .channel: "cdf"
        default: rss(root.attribute("version")?.trimmed ?? "")
        }
    }

    private static func rss(_ version: String) -> String {
        switch version {
        case "0.90", "0.91", "0.92", "0.93", "0.94": "rss\(version)"
        case "1.0": "rss1.0"
        case _ where version.hasPrefix("2"): "rss2.0"
        default: "rss"
        }
    }

    private static func atom(_ root: Element) -> String {
        let namespaces = root.namespaces
        if namespaces.contains(where: { $0.contains("purl.org/atom/ns") }) { return "atom0.3" }
        if namespaces.contains(where: { $0.lowercased().contains("w3.org/2005/atom") }) { return "atom1.0" }
        return root.attribute("version")?.trimmed == "0.3" ? "atom0.3" : "atom"
    }

    private static func rdf(_ root: Element) -> String {
        let namespaces = root.namespaces
        if namespaces.contains(where: { $0.contains("netscape.com/rdf/simple/0.9") }) { return "rss0.90" }
        return "rss1.0"
    }
}
