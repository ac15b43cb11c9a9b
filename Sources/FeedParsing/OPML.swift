internal import NewsText

/// A list of feeds as reader programs exchange it.
///
/// Source: OPML 1.0 and 2.0 (opml.org/spec2.opml). The `name` of a feed is an attribute of a namespace of its own, which
/// the specification allows and other readers pass over.
package struct OPML: Equatable, Sendable {
    /// Bytes of a document; a list of ten thousand feeds has some three million.
    package static let sizeLimit = 16 << 20
    /// Feeds of a list.
    static let feedLimit = 100_000
    /// Tags of a feed; folders nested deeper than this name no more.
    static let tagLimit = 100
    /// What `rasid:` stands for in a list that Rasid wrote.
    static let namespace = "urn:x-rasid:opml"

    package var title: String?
    package var feeds: [Subscription]

    package init(title: String?, feeds: [Subscription]) {
        self.title = title
        self.feeds = feeds
    }

    /// One feed of the list.
    package struct Subscription: Equatable, Sendable {
        /// As it was written.
        package var url: String
        package var title: String?
        /// The folders the feed lies in, the outer one first, then its categories; each once.
        package var tags: [String]
        /// The name Rasid gave it, in a list that Rasid wrote.
        package var name: String?

        package init(url: String, title: String? = nil, tags: [String] = [], name: String? = nil) {
            self.url = url
            self.title = title
            self.tags = tags
            self.name = name
        }
    }

    /// The list in a document, in document order: every outline that names a feed, however broken the rest is.
    ///
    /// - Throws: when there is no `opml` element, or the document is larger than ``sizeLimit``. A list without feeds is
    ///   no error.
    package static func read(_ bytes: [UInt8]) throws(FeedError) -> OPML {
        guard bytes.count <= sizeLimit else {
            throw FeedError(.tooLarge, "the document is larger than \(sizeLimit >> 20) MiB")
        }
        let text = Charset.decode(bytes, httpCharset: nil, kind: .xml).utf8
        guard let start = start(in: text),
            let root = XMLScanner.scan(text, from: start, rules: XMLDeclarations(text)).root
        else { throw FeedError(.notAFeed, "no OPML: there is no opml element") }
        var reader = OPMLReader(hasNames: root.attribute(qualified: "xmlns:rasid") == namespace)
        reader.read(root, tags: [])
        return OPML(title: reader.title, feeds: reader.feeds)
    }

    /// Where the tag of the `opml` element opens.
    private static func start(in bytes: [UInt8]) -> Int? {
        var comments = ForwardSearch("-->")
        var index = 0
        while let opening = bytes.position(of: 0x3C, in: index..<bytes.count) {
            if bytes.hasLowered("<opml", at: opening) { return opening }
            index = opening + 1
            if bytes.has("<!--", at: opening), let end = comments.next(in: bytes, from: opening, to: bytes.count) {
                index = end
            }
        }
        return nil
    }
}

/// Gathers the feeds of the outlines, from the outside in.
private struct OPMLReader {
    let hasNames: Bool
    private(set) var title: String?
    private(set) var feeds: [OPML.Subscription] = []

    init(hasNames: Bool) {
        self.hasNames = hasNames
    }

    /// The scanner bounds how deep this goes.
    mutating func read(_ element: Element, tags: [String]) {
        for child in element.children where feeds.count < OPML.feedLimit {
            if child.tag == .title, title == nil {
                title = line(String(decoding: XMLText.inside(child), as: UTF8.self))
            }
            guard child.name.lowercased() == "outline" else {
                read(child, tags: tags)
                continue
            }
            if let url = address(of: child) {
                feeds.append(feed(child, url: url, folders: tags))
                read(child, tags: tags)
            } else {
                read(child, tags: adding([words(of: child)].compactMap { $0 }, to: tags))
            }
        }
    }

    /// `xmlUrl`, which the first lists called `url`; an outline of type `link` has such a one too, and is no feed.
    private func address(of outline: Element) -> String? {
        let isFeed = ["rss", "atom"].contains(outline.attribute("type")?.trimmed.lowercased() ?? "")
        return line(outline.attribute("xmlurl") ?? (isFeed ? outline.attribute("url") : nil))
    }

    private func feed(_ outline: Element, url: String, folders: [String]) -> OPML.Subscription {
        let name = hasNames ? outline.attribute(qualified: "rasid:name") : nil
        // Without a title of its own a feed that has a name is called by that in `text`, which must be there.
        let title = name == nil ? words(of: outline) : line(outline.attribute("title"))
        let categories = (outline.attribute("category") ?? "").split { $0 == "," || $0 == "/" }
        return OPML.Subscription(
            url: url, title: title, tags: adding(categories.compactMap { line(String($0)) }, to: folders), name: name)
    }

    private func words(of outline: Element) -> String? {
        line(outline.attribute("title")) ?? line(outline.attribute("text"))
    }

    private func adding(_ new: [String], to tags: [String]) -> [String] {
        new.reduce(into: tags) { tags, tag in
            if tags.count < OPML.tagLimit, !tags.contains(tag) { tags.append(tag) }
        }
    }

    /// On one line and without white space at its ends; `nil` when nothing is left.
    private func line(_ text: String?) -> String? {
        guard let text else { return nil }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        let trimmed = String(line).trimmed
        return trimmed.isEmpty ? nil : trimmed
    }
}
