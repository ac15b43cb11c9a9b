import Glibc

/// Walks over the tags of a page from front to back. Never reads a byte twice for long: ends that were not found once
/// are not looked for again.
struct HTMLScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// A quote of this kind does not occur from here to the end.
    private var noMoreQuotes: (single: Bool, double: Bool) = (false, false)
    private var noMoreCommentEnds = false

    struct Attribute {
        let name: UnsafeBufferPointer<UInt8>
        let value: UnsafeBufferPointer<UInt8>
    }

    struct Tag {
        let name: UnsafeBufferPointer<UInt8>
        var attributes: [Attribute] = []
        var closesItself = false
    }

    enum Markup {
        /// A `<` that opens nothing.
        case text
        /// A comment, a doctype, a processing instruction.
        case gone
        case startTag(Tag)
        case endTag(UnsafeBufferPointer<UInt8>)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The offset of the next `<`.
    func nextAngle() -> Int? { find(0x3C, from: position) }

    func textBefore(_ end: Int) -> UnsafeBufferPointer<UInt8> { slice(position, end) }

    func rest() -> UnsafeBufferPointer<UInt8> { slice(position, bytes.count) }

    /// What the `<` at `start` opens, and moves past it.
    mutating func markup(at start: Int) -> Markup {
        position = start + 1
        switch byte(position) {
        case 0x21:
            skipDeclaration()
            return .gone
        case 0x3F:
            skipPast(0x3E)
            return .gone
        case 0x2F:
            guard isLetter(byte(position + 1)) else { return .text }
            position += 1
            let name = takeName()
            skipPast(0x3E)
            return .endTag(name)
        case let first where isLetter(first):
            return .startTag(takeTag())
        default:
            return .text
        }
    }

    /// `<!-- … -->`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`. A comment that never ends hides only its opening.
    private mutating func skipDeclaration() {
        guard byte(position + 1) == 0x2D, byte(position + 2) == 0x2D else {
            skipPast(0x3E)
            return
        }
        var search = position + 3
        if byte(search) == 0x3E {
            position = search + 1
            return
        }
        while !noMoreCommentEnds, let dash = find(0x3E, from: search) {
            if byte(dash - 1) == 0x2D, byte(dash - 2) == 0x2D, dash - 2 >= position + 1 {
                position = dash + 1
                return
            }
            search = dash + 1
        }
        noMoreCommentEnds = true
        position += 3
    }

    private mutating func takeTag() -> Tag {
        var tag = Tag(name: takeName())
        while let current = byte(position) {
            switch current {
            case 0x3E:
                position += 1
                return tag
            case 0x2F:
                tag.closesItself = byte(position + 1) == 0x3E
                position += 1
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                position += 1
            case 0x3C where isLetter(byte(position + 1)) || byte(position + 1) == 0x2F:
                // The tag was never closed; the standard would make `<p` an attribute and lose the element.
                return tag
            default:
                let attribute = takeAttribute()
                if tag.attributes.count < 4 * HTMLGuard.attributeLimit { tag.attributes.append(attribute) }
            }
        }
        return tag
    }

    private mutating func takeAttribute() -> Attribute {
        let start = position
        position += 1
        while let current = byte(position), !endsName(current), current != 0x3D { position += 1 }
        let name = slice(start, position)
        let afterName = position
        skipBlanks()
        guard byte(position) == 0x3D else {
            position = afterName
            return Attribute(name: name, value: slice(start, start))
        }
        position += 1
        skipBlanks()
        return Attribute(name: name, value: takeValue())
    }

    private mutating func takeValue() -> UnsafeBufferPointer<UInt8> {
        if let quote = byte(position), quote == 0x22 || quote == 0x27, let end = endOfQuote(quote) {
            let value = slice(position + 1, end)
            position = end + 1
            return value
        }
        let start = position
        while let current = byte(position), current != 0x3E, !isBlank(current) { position += 1 }
        return slice(start, position)
    }

    private mutating func endOfQuote(_ quote: UInt8) -> Int? {
        if quote == 0x22 ? noMoreQuotes.double : noMoreQuotes.single { return nil }
        if let end = find(quote, from: position + 1) { return end }
        if quote == 0x22 { noMoreQuotes.double = true } else { noMoreQuotes.single = true }
        return nil
    }

    /// The content of an element that was just opened, and moves past its end tag; `nil` when it has none.
    ///
    /// Inside a script, `<!-- <script>` opens an inner one, whose end tag does not end the outer.
    mutating func content(of raw: RawText) -> UnsafeBufferPointer<UInt8>? {
        let start = position
        var search = position
        var depth = 1
        var inComment = false
        while let angle = find(0x3C, from: search) {
            if inComment, hasCommentEnd(from: search, to: angle) { (inComment, depth) = (false, 1) }
            search = angle + 1
            if byte(search) == 0x21 {
                inComment = inComment || (raw == .script && byte(search + 1) == 0x2D && byte(search + 2) == 0x2D)
            } else if byte(search) == 0x2F {
                guard names(raw, at: search + 1) else { continue }
                depth -= 1
                guard depth == 0 else { continue }
                position = search
                skipPast(0x3E)
                return slice(start, angle)
            } else if (raw.nests || inComment) && names(raw, at: search) {
                depth += 1
            }
        }
        return nil
    }

    /// Reads the content of an element after all. Its end tag is left over, which does no harm.
    mutating func goBack(to content: UnsafeBufferPointer<UInt8>) {
        guard let start = content.baseAddress, let base = bytes.baseAddress else { return }
        position = UnsafeRawPointer(start) - UnsafeRawPointer(base)
    }

    /// Whether `-->` stands between the offsets.
    private func hasCommentEnd(from start: Int, to end: Int) -> Bool {
        var search = start
        while let close = find(0x3E, from: search), close < end {
            if byte(close - 1) == 0x2D, byte(close - 2) == 0x2D { return true }
            search = close + 1
        }
        return false
    }

    private func names(_ raw: RawText, at start: Int) -> Bool {
        let end = start + raw.bytes.utf8CodeUnitCount
        guard end <= bytes.count, equalsIgnoringCase(slice(start, end), raw.bytes) else { return false }
        return byte(end).map { endsName($0) } ?? true
    }

    private mutating func takeName() -> UnsafeBufferPointer<UInt8> {
        let start = position
        while let current = byte(position), !endsName(current), current != 0x3C { position += 1 }
        return slice(start, position)
    }

    private mutating func skipBlanks() {
        while let current = byte(position), isBlank(current) { position += 1 }
    }

    private mutating func skipPast(_ end: UInt8) {
        position = find(end, from: position).map { $0 + 1 } ?? bytes.count
    }

    private func find(_ wanted: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(wanted), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func byte(_ index: Int) -> UInt8? {
        index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<max(start, end)])
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
}

private func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x2F || byte == 0x3E
}

private func isLetter(_ byte: UInt8?) -> Bool {
    byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
}

extension HTMLScanner.Attribute {
    /// Whether extraction looks at it. A long `style` or inlined picture is not looked at.
    var isRead: Bool {
        switch name.count {
        case 2: return equalsIgnoringCase(name, "id")
        case 3: return equalsIgnoringCase(name, "rel") || (equalsIgnoringCase(name, "src") && value.count < 2048)
        case 4:
            return equalsIgnoringCase(name, "href") || equalsIgnoringCase(name, "role")
                || equalsIgnoringCase(name, "name") || equalsIgnoringCase(name, "lang")
                || (equalsIgnoringCase(name, "type") && value.count < 10)
        case 5:
            return equalsIgnoringCase(name, "class") || equalsIgnoringCase(name, "title")
                || (equalsIgnoringCase(name, "style") && value.count < 256)
        case 6: return equalsIgnoringCase(name, "hidden")
        case 7: return equalsIgnoringCase(name, "content") || equalsIgnoringCase(name, "pubdate")
        default:
            return equalsIgnoringCase(name, "property") || equalsIgnoringCase(name, "itemprop")
                || equalsIgnoringCase(name, "itemtype") || equalsIgnoringCase(name, "itemscope")
                || equalsIgnoringCase(name, "datetime") || equalsIgnoringCase(name, "hreflang")
                || equalsIgnoringCase(name, "http-equiv") || equalsIgnoringCase(name, "shadowrootmode")
        }
    }
}

extension HTMLScanner.Tag {
    /// Content of a declarative shadow root is shown, that of another template is not.
    var isShadowRoot: Bool {
        attributes.contains {
            equalsIgnoringCase($0.name, "shadowrootmode") || equalsIgnoringCase($0.name, "shadowroot")
        }
    }

    var isLinkedData: Bool {
        attributes.contains { attribute in
            guard equalsIgnoringCase(attribute.name, "type") else { return false }
            let type = attribute.value.drop(while: isBlank)
            return equalsIgnoringCase(type.prefix(19), "application/ld+json")
        }
    }
}
