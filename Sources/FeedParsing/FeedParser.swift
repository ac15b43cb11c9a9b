package import NewsModel
internal import NewsText

/// Reads what the web calls a feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, CDF, in any state of repair.
package enum FeedParser {
    /// Bytes of a document; a feed of news has some hundred thousand.
    package static let sizeLimit = 64 << 20

    /// The feed in a document.
    ///
    /// What can be read is read: a document that is broken gives the items it still holds, with
    /// ``NewsModel/Feed/malformed`` set. Time and memory are linear in the number of bytes; nothing is fetched, no
    /// entity read from elsewhere.
    ///
    /// - Throws: when there is no feed at all, or one without items around which is a web page.
    package static func parse(_ bytes: [UInt8], context: FeedContext) throws(FeedError) -> Feed {
        guard bytes.count <= sizeLimit else {
            throw FeedError(.tooLarge, "the document is larger than \(sizeLimit >> 20) MiB")
        }
        guard bytes.contains(where: { !Byte.isBlank($0) && $0 != 0 }) else {
            throw FeedError(.empty, "the document is empty")
        }
        guard !bytes.starts(with: [0x1F, 0x8B]) else {
            throw FeedError(.notAFeed, "bytes compressed by gzip that were not unpacked")
        }
        let text = Charset.decode(bytes, httpCharset: context.charset, kind: .xml)
        let start = text.utf8.firstIndex { !Byte.isBlank($0) && $0 != 0 } ?? 0
        var feed: Feed
        if text.utf8.isEmpty || text.utf8[start] == 0x7B || text.utf8[start] == 0x5B {
            feed = try json(text.utf8, from: start, context)
        } else {
            feed = try xml(text.utf8, context)
        }
        feed.encoding = text.encoding
        if text.isOverridden { note(&feed, "encoding_overridden", "the declared encoding is not that of the bytes") }
        if text.hadErrors { note(&feed, "encoding_errors", "bytes that are no text in \(text.encoding)") }
        feed.language = feed.language ?? context.contentLanguage.flatMap { $0.contains(",") ? nil : $0.trimmed }
        return feed
    }

    private static func note(_ feed: inout Feed, _ code: String, _ message: String) {
        feed.malformed = true
        feed.warnings.append(Feed.Warning(code: code, message: message))
    }

    private static func json(_ bytes: [UInt8], from start: Int, _ context: FeedContext) throws(FeedError) -> Feed {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes, from: start)
        } catch {
            let before = bytes[..<error.offset]
            let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
            let column = before.count - (before.lastIndex(of: 0x0A) ?? -1)
            throw FeedError(.badJSON, "no JSON: \(error.message)", line: line, column: column)
        }
        guard let feed = JSONFeedReader.read(value, context: ReadingContext(base: context.base, now: context.now))
        else {
            throw FeedError(.notAFeed, "JSON, but no JSON Feed")
        }
        return feed
    }

    private static func xml(_ bytes: [UInt8], _ context: FeedContext) throws(FeedError) -> Feed {
        let declarations = XMLDeclarations(bytes)
        guard let start = declarations.root else { throw refusal(declarations, bytes, context) }
        let tree = XMLScanner.scan(bytes, from: start, rules: declarations)
        guard let root = tree.root else { throw refusal(declarations, bytes, context) }
        let reading = ReadingContext(base: context.base, now: context.now)
        var feed = XMLFeedReader.read(root, context: reading)
        if feed.items.isEmpty, declarations.firstElement == "html" { throw refusal(declarations, bytes, context) }
        feed.malformed = !tree.source.isWellFormed
        feed.warnings += tree.source.warnings
        if reading.hasMojibake { note(&feed, "misread_text", "text that was read in a wrong encoding before") }
        return feed
    }

    /// What the document is instead of a feed.
    private static func refusal(_ declarations: XMLDeclarations, _ bytes: [UInt8], _ context: FeedContext) -> FeedError
    {
        guard let element = declarations.firstElement else {
            return FeedError(.noRoot, "text without any element of a feed")
        }
        guard HTMLElement.isKnown(Array(element.utf8)[...]) else {
            return FeedError(.notAFeed, "XML, but no feed: the root element is \(element)")
        }
        let feeds = FeedDiscovery.feeds(inPage: bytes, url: context.url).map(\.url)
        return FeedError(.htmlPage, "a web page and no feed", feeds: feeds)
    }
}
