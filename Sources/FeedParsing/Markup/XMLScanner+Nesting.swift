extension XMLScanner {
    /// Bytes that are looked through for the end tag of an element.
    private static let lookAhead = 16_384

    /// Closes what was left open where an item or one of its fields opens: an item does not hold the next one, nor a
    /// title the link after it.
    mutating func makeRoom(for name: KnownName, at start: Int) {
        guard name.vocabulary == .rss || name.vocabulary == .atom else { return }
        if name.tag == .item || name.tag == .entry {
            guard let outer = open.lastIndex(where: { nodes[$0.node].tag == name.tag }), !isEmbedding(above: outer)
            else { return }
            source.complain("unclosed_element", "an item that is not closed", at: start)
            while open.count > outer { close(insideEnds: start) }
        } else if name.tag.isItemField {
            while let top = open.indices.last, !nodes[open[top].node].tag.isContainer, isLeftOpen(top) {
                source.complain("unclosed_element", "an element that is not closed", at: start)
                close(insideEnds: start)
            }
        }
    }

    /// Whether the item or channel around an open element ends before the element does. What is found out holds up to
    /// where it was found, so that all looks ahead together are linear.
    private mutating func isLeftOpen(_ element: Int) -> Bool {
        guard index >= open[element].heldUntil,
            let container = open.last(where: { nodes[$0.node].tag.isContainer })
        else { return false }
        let end = min(index + XMLScanner.lookAhead, bytes.count)
        var heldUntil = end
        var position = index
        while position < end, let tag = bytes.position(of: "</", in: position..<end) {
            let name = nameRange(from: tag + 2)
            let key = NameCache.key(of: name, in: bytes)
            if key == container.key, key != open[element].key { return true }
            position = name.upperBound
            if key == open[element].key {
                heldUntil = position
                break
            }
        }
        open[element].heldUntil = heldUntil
        return false
    }

    /// Where the innermost open element ends if a section that opens here and has no end of its own swallows the rest
    /// of the item: the item's end tag stands in it, and another section opens behind that, or the document ends.
    func endOfField(before end: Int) -> Int? {
        guard let field = open.last, let item = open.last(where: { nodes[$0.node].tag.isItem }) else { return nil }
        var position = index + 9
        var fieldEnd: Int?
        while position < end, let tag = bytes.position(of: "</", in: position..<end) {
            let name = nameRange(from: tag + 2)
            let key = NameCache.key(of: name, in: bytes)
            if key == field.key, fieldEnd == nil { fieldEnd = tag }
            if key == item.key {
                let isSwallowing = end == bytes.count || bytes.position(of: "<![CDATA[", in: tag..<end) != nil
                return isSwallowing ? fieldEnd ?? tag : nil
            }
            position = name.upperBound
        }
        return nil
    }

    /// Whether an open element inside `outer` may hold an entry of its own: `atom:content`, or what is no feed's
    /// element, as the versions that Simple Sharing Extensions keep of an item.
    private func isEmbedding(above outer: Int) -> Bool {
        open[(outer + 1)...].contains { element in
            let node = nodes[element.node]
            return node.vocabulary == .other || node.vocabulary == .atom && node.tag == .content
        }
    }
}

extension Tag {
    var isItem: Bool { self == .item || self == .entry }

    /// Elements that hold all of a feed or of an item.
    var isContainer: Bool {
        switch self {
        case .rss, .rdf, .feed, .channel, .item, .entry: true
        default: false
        }
    }

    /// Fields whose start ends an unclosed one before them.
    fileprivate var isItemField: Bool {
        switch self {
        case .title, .link, .guid, .pubdate, .comments, .description, .enclosure, .author, .category: true
        default: false
        }
    }
}
