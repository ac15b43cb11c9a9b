/// Splits HTML into tags and text as a browser would, in one pass and in linear time.
struct HTMLScanner {
    let bytes: [UInt8]
    private(set) var index: Int
    private let end: Int
    /// Of the last tag.
    private(set) var attributes: [Attribute] = []
    private var commentEnds = ForwardSearch("-->")
    private var tagEnds = ForwardSearch(">")
    /// Elements whose end was searched for in vain.
    private var unclosed: Set<UInt64> = []

    enum Token {
        case text(Range<Int>)
        /// The name; the attributes stand in ``attributes``.
        case start(Range<Int>, isSelfClosing: Bool)
        case end(Range<Int>)
    }

    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// Attributes of a tag that are looked at.
    private static let attributeLimit = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = 0
        end = bytes.count
    }

    /// The next tag or run of text; comments, declarations and the signs of CDATA are passed over.
    mutating func next() -> Token? {
        while index < end {
            let start = index
            guard bytes[start] == 0x3C else {
                index = bytes.position(of: 0x3C, in: start..<end) ?? end
                return .text(start..<index)
            }
            if let token = readMarkup() { return token }
            guard index > start else {
                // A sign that opens nothing.
                index = start + 1
                return .text(start..<index)
            }
        }
        return nil
    }

    /// The tag that opens at a `<`, and goes on behind it; `nil` when none does.
    mutating func tag(at opening: Int) -> Token? {
        index = opening
        return readMarkup()
    }

    /// Goes on behind the end tag of an element, whatever is inside. Without an end tag, code and style end with the
    /// text, and of anything else only the tag is passed over.
    mutating func skipInside(_ name: Range<Int>) {
        let wanted = NameCache.key(of: bytes[name])
        var position = index
        if !unclosed.contains(wanted) {
            while let opening = bytes.position(of: "</", in: position..<end) {
                let found = nameRange(from: opening + 2)
                position = found.upperBound
                if NameCache.key(of: bytes[withoutPrefix(found)]) == wanted {
                    index = tagEnds.next(in: bytes, from: position, to: end).map { $0 + 1 } ?? end
                    return
                }
            }
            unclosed.insert(wanted)
        }
        if bytes.hasLowered("script", at: name.lowerBound) || bytes.hasLowered("style", at: name.lowerBound) {
            index = end
        }
    }

    /// At a `<`. Leaves ``index`` where it is when nothing opens here.
    private mutating func readMarkup() -> Token? {
        guard index + 1 < end else { return nil }
        let following = bytes[index + 1]
        if Byte.isLetter(following) {
            let name = nameRange(from: index + 1)
            index = name.upperBound
            let isSelfClosing = readAttributes()
            return .start(withoutPrefix(name), isSelfClosing: isSelfClosing)
        }
        if following == 0x2F, index + 2 < end, Byte.isLetter(bytes[index + 2]) {
            let name = nameRange(from: index + 2)
            guard let close = tagEnds.next(in: bytes, from: name.upperBound, to: end) else {
                index = end
                return nil
            }
            index = close + 1
            return .end(withoutPrefix(name))
        }
        skipDeclaration(following)
        return nil
    }

    private mutating func skipDeclaration(_ following: UInt8) {
        if bytes.has("<![CDATA[", at: index) {
            index += 9
        } else if bytes.has("<!--", at: index) {
            index =
                (commentEnds.next(in: bytes, from: index, to: end) ?? tagEnds.next(in: bytes, from: index, to: end))
                .map { bytes[$0] == 0x3E ? $0 + 1 : $0 + 3 } ?? end
        } else if following == 0x3F || following == 0x2F
            || following == 0x21 && index + 2 < end && (Byte.isLetter(bytes[index + 2]) || bytes[index + 2] == 0x5B)
        {
            index = tagEnds.next(in: bytes, from: index, to: end).map { $0 + 1 } ?? end
        }
    }

    private mutating func readAttributes() -> Bool {
        attributes.removeAll(keepingCapacity: true)
        while index < end {
            let byte = bytes[index]
            if byte == 0x3E {
                index += 1
                return bytes[index - 2] == 0x2F
            }
            if Byte.isBlank(byte) || byte == 0x2F {
                index += 1
                continue
            }
            readAttribute()
        }
        return false
    }

    private mutating func readAttribute() {
        let start = index
        index += 1
        while index < end, !Byte.isBlank(bytes[index]), !endsAttributeName(bytes[index]) { index += 1 }
        let name = start..<index
        var lookahead = index
        while lookahead < end, Byte.isBlank(bytes[lookahead]) { lookahead += 1 }
        var value = index..<index
        if lookahead < end, bytes[lookahead] == 0x3D {
            index = lookahead + 1
            value = readValue()
        }
        if attributes.count < HTMLScanner.attributeLimit { attributes.append(Attribute(name: name, value: value)) }
    }

    private mutating func readValue() -> Range<Int> {
        while index < end, Byte.isBlank(bytes[index]) { index += 1 }
        guard index < end else { return index..<index }
        let quote = bytes[index]
        let start = index
        if quote == 0x22 || quote == 0x27 {
            if let close = bytes.position(of: quote, in: (start + 1)..<end) {
                index = close + 1
                return (start + 1)..<close
            }
            index = bytes.position(of: 0x3E, in: (start + 1)..<end) ?? end
            return (start + 1)..<index
        }
        while index < end, !Byte.isBlank(bytes[index]), bytes[index] != 0x3E { index += 1 }
        return start..<index
    }

    private func endsAttributeName(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x3E || byte == 0x2F
    }

    private func nameRange(from start: Int) -> Range<Int> {
        var position = start
        while position < end, !Byte.isBlank(bytes[position]), bytes[position] != 0x3E, bytes[position] != 0x2F,
            bytes[position] != 0x3C
        {
            position += 1
        }
        return start..<position
    }

    /// `xhtml:p` is `p`.
    private func withoutPrefix(_ name: Range<Int>) -> Range<Int> {
        guard let colon = bytes[name].lastIndex(of: 0x3A), colon + 1 < name.upperBound else { return name }
        return (colon + 1)..<name.upperBound
    }
}
