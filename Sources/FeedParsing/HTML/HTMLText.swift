internal import NewsText

/// Text for reading out of HTML, and the reverse.
enum HTMLText {
    /// The visible text of HTML on one line: tags gone, references resolved, white space collapsed.
    ///
    /// What only looks like a tag, `List<String>`, stays.
    static func visible(_ html: [UInt8]) -> String {
        var scanner = HTMLScanner(html)
        var text: [UInt8] = []
        while let token = scanner.next() {
            switch token {
            case .text(let range):
                appendDecoded(html, withoutSectionEnd(html, range), to: &text)
            case .start(let name, let isSelfClosing):
                if HTMLElement.dropsInside(html[name]) {
                    if !isSelfClosing { scanner.skipInside(name) }
                } else if !HTMLElement.isKnown(html[name]), scanner.attributes.isEmpty {
                    appendTag(html, name, "<", to: &text)
                } else if breaksLine(html[name]) {
                    text.append(0x20)
                }
            case .end(let name):
                if !HTMLElement.isKnown(html[name]) { appendTag(html, name, "</", to: &text) }
            }
        }
        return collapsed(text)
    }

    /// A text that is said to be plain, on one line. Tags in it are text, too, but for those that would run or load
    /// something if a reader took them for HTML.
    ///
    /// Every `<` before a letter counts, wherever it stands, since readers disagree on comments; and what is left may not
    /// grow together to another tag.
    static func plain(_ text: [UInt8]) -> String {
        guard text.contains(0x3C) else { return collapsed(text) }
        var scanner = HTMLScanner(text)
        var kept: [UInt8] = []
        var index = 0
        while let opening = text.position(of: 0x3C, in: index..<text.count) {
            kept.append(contentsOf: text[index..<opening])
            index = opening + 1
            switch scanner.tag(at: opening) {
            case .start(let name, let isSelfClosing)
            where isActive(text[name]) || isTag(text, name, scanner.attributes):
                if HTMLElement.dropsInside(text[name]), !isSelfClosing { scanner.skipInside(name) }
                index = max(index, scanner.index)
                dropDanglingSign(&kept)
            case .end(let name) where isActive(text[name]) || !isBare(text, name.upperBound..<scanner.index - 1):
                index = max(index, scanner.index)
                dropDanglingSign(&kept)
            default:
                if isActive(nameBehindBlanks(text, index)) { dropDanglingSign(&kept) } else { kept.append(0x3C) }
            }
        }
        return collapsed(kept + text[index...])
    }

    /// The same of a short text that rarely holds any.
    static func withoutTags(_ text: String) -> String {
        text.utf8.contains(0x3C) ? plain(Array(text.utf8)) : text
    }

    /// Whether a start tag with attributes is meant as one: HTML knows the element, or one of them has a value. In `rose
    /// <by a third` neither is so.
    private static func isTag(
        _ text: [UInt8], _ name: Range<Int>, _ attributes: [HTMLScanner.Attribute]
    ) -> Bool {
        guard !attributes.isEmpty else { return false }
        return HTMLElement.isKnown(text[name])
            || attributes.contains { attribute in
                !attribute.value.isEmpty || text.hasLowered("on", at: attribute.name.lowerBound)
                    || !text[attribute.name].allSatisfy { Byte.isLetter($0) || $0 >= 0x80 }
            }
    }

    /// Whether an end tag holds nothing behind its name, of which another tag could be put together.
    private static func isBare(_ text: [UInt8], _ rest: Range<Int>) -> Bool {
        text[rest].allSatisfy(Byte.isBlank)
    }

    private static func isActive(_ name: ArraySlice<UInt8>) -> Bool {
        HTMLElement.dropsInside(name) || HTMLElement.loads(name)
    }

    /// The letters behind a `<`, blanks and a slash: careless readers take `< / script` for a tag.
    private static func nameBehindBlanks(_ text: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
        text[start...].prefix(64).drop { Byte.isBlank($0) || $0 == 0x2F }.prefix(while: Byte.isLetter)
    }

    /// Takes every `<` and `</` off the end, which what comes next could make a tag of.
    private static func dropDanglingSign(_ kept: inout [UInt8]) {
        while let last = kept.suffix(64).lastIndex(where: { !Byte.isBlank($0) && $0 != 0x2F }), kept[last] == 0x3C {
            kept.removeLast(kept.count - last)
        }
    }

    /// The text of a range, its references resolved.
    static func appendDecoded(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) {
        var index = range.lowerBound
        while let reference = bytes.position(of: 0x26, in: index..<range.upperBound) {
            text.append(bytes, index..<reference)
            if let found = CharacterReference(bytes, at: reference, end: range.upperBound, lenient: true) {
                found.append(to: &text)
                index = reference + found.length
            } else {
                text.append(0x26)
                index = reference + 1
            }
        }
        text.append(bytes, index..<range.upperBound)
    }

    /// White space as single blanks, none at the ends, no control characters.
    static func collapsed(_ text: some Collection<UInt8>) -> String {
        if isCollapsed(text) { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var pendingBlank = false
        for byte in withoutNoBreakSpaces(text) {
            if byte <= 0x20 || byte == 0x7F {
                pendingBlank = pendingBlank || Byte.isBlank(byte)
                continue
            }
            if pendingBlank, !result.isEmpty { result.append(0x20) }
            pendingBlank = false
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether collapsing would change nothing, as in most titles.
    private static func isCollapsed(_ text: some Collection<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in text {
            if byte < 0x20 || byte == 0x7F || byte == 0x20 && before == 0x20 || byte == 0xA0 && before == 0xC2 {
                return false
            }
            before = byte
        }
        return before != 0x20
    }

    private static func withoutNoBreakSpaces(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(text)
        guard bytes.contains(0xC2) else { return bytes }
        for index in bytes.indices.dropLast() where bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 {
            bytes[index] = 0x20
            bytes[index + 1] = 0x20
        }
        return bytes
    }

    /// Whether an element that HTML knows is opened and closed.
    static func hasWholeElement(_ bytes: [UInt8]) -> Bool {
        var scanner = HTMLScanner(bytes)
        var opened: [UInt64] = []
        while let token = scanner.next() {
            switch token {
            case .start(let name, _):
                if opened.count < 100, HTMLElement.isKnown(bytes[name]) {
                    opened.append(NameCache.key(of: bytes[name]))
                }
            case .end(let name):
                if opened.contains(NameCache.key(of: bytes[name])) { return true }
            case .text: continue
            }
        }
        return false
    }

    /// The text before the end sign of a CDATA section whose opening sign was passed over.
    private static func withoutSectionEnd(_ html: [UInt8], _ range: Range<Int>) -> Range<Int> {
        html.has("]]>", at: range.upperBound - 3) && range.count >= 3 ? range.lowerBound..<range.upperBound - 3 : range
    }

    private static func appendTag(_ bytes: [UInt8], _ name: Range<Int>, _ sign: StaticString, to text: inout [UInt8]) {
        text.append(sign)
        text.append(contentsOf: bytes[name])
        text.append(0x3E)
    }

    private static func breaksLine(_ name: ArraySlice<UInt8>) -> Bool {
        lineBreaking[NameCache.key(of: name)] != nil
    }

    private static let lineBreaking = KeyTable(
        ["br", "p", "div", "li", "tr", "td", "hr", "h1", "h2", "h3"].map {
            (NameCache.key(of: Array($0.utf8)[...]), ())
        })
}
