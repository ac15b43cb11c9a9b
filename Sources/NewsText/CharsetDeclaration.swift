/// The label in a document's own words: the encoding of an XML declaration, or the charset of an HTML `meta`.
enum CharsetDeclaration {
    /// Bytes of the document that are looked at. Pages put scripts before the `meta`, so more than the 1,024 of the
    /// HTML standard.
    private static let reach = 4096

    static func label(in bytes: UnsafeBufferPointer<UInt8>, kind: Charset.DocumentKind) -> String? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
        switch kind {
        case .xml: return xmlLabel(head)
        case .html: return metaLabel(head) ?? xmlLabel(head)
        case .text: return nil
        }
    }

    /// The `encoding` of the first XML declaration, wherever it stands.
    private static func xmlLabel(_ head: UnsafeBufferPointer<UInt8>) -> String? {
        guard let start = find("<?xml", in: head, from: 0) else { return nil }
        let end = find("?>", in: head, from: start) ?? head.count
        let declaration = UnsafeBufferPointer(rebasing: head[start..<end])
        guard let name = find("encoding", in: declaration, from: 5) else { return nil }
        return value(in: declaration, after: name + 8)
    }

    /// The charset of the first `meta` that states one, comments skipped.
    ///
    /// Source: WHATWG HTML, section 13.2.3.2, prescan.
    private static func metaLabel(_ head: UnsafeBufferPointer<UInt8>) -> String? {
        var index = 0
        while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
            if matches("<!--", in: head, at: open) {
                guard let end = find("-->", in: head, from: open + 4) else { return nil }
                index = end + 3
                continue
            }
            index = open + 1
            guard matches("<meta", in: head, at: open), let next = head.byte(open + 5), next <= 0x20 || next == 0x2F
            else { continue }
            let end = head[open...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
            if let label = charset(ofMeta: UnsafeBufferPointer(rebasing: head[open..<end])) { return label }
            index = end
        }
        return nil
    }

    /// A charset counts as an attribute, or inside the `content` of an `http-equiv`.
    private static func charset(ofMeta tag: UnsafeBufferPointer<UInt8>) -> String? {
        var index = 5
        var isPragma = false
        var content: String?
        while let attribute = attribute(in: tag, from: &index) {
            if attribute.name == "charset", !attribute.value.isEmpty {
                return String(decoding: tag[attribute.value].prefix(64), as: UTF8.self)
            }
            if attribute.name == "http-equiv" { isPragma = true }
            if attribute.name == "content" {
                let text = UnsafeBufferPointer(rebasing: tag[attribute.value])
                content = find("charset", in: text, from: 0).flatMap { value(in: text, after: $0 + 7) }
            }
        }
        return isPragma ? content : nil
    }

    /// The next attribute of a tag: its name in lower case, and where its value stands.
    private static func attribute(
        in tag: UnsafeBufferPointer<UInt8>, from index: inout Int
    ) -> (name: String, value: Range<Int>)? {
        func skip(while condition: (UInt8) -> Bool) {
            while let byte = tag.byte(index), condition(byte) { index += 1 }
        }
        skip { $0 <= 0x20 || $0 == 0x2F }
        let start = index
        skip { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }
        guard index > start else { return nil }
        let name = String(decoding: tag[start..<index].prefix(64), as: UTF8.self).lowercased()
        skip { $0 <= 0x20 }
        guard tag.byte(index) == 0x3D else { return (name, index..<index) }
        index += 1
        skip { $0 <= 0x20 }
        guard let quote = tag.byte(index), quote == 0x22 || quote == 0x27 else {
            let open = index
            skip { $0 > 0x20 }
            return (name, open..<index)
        }
        index += 1
        let open = index
        skip { $0 != quote }
        let value = open..<index
        index += 1
        return (name, value)
    }

    /// The value after `=`, with or without quotes.
    private static func value(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> String? {
        var index = start
        func skipBlanks() {
            while let byte = bytes.byte(index), byte <= 0x20 { index += 1 }
        }
        skipBlanks()
        guard bytes.byte(index) == UInt8(ascii: "=") else { return nil }
        index += 1
        skipBlanks()
        if let quote = bytes.byte(index), quote == 0x22 || quote == 0x27 { index += 1 }
        let label = bytes[min(index, bytes.count)...].prefix { !isValueEnd($0) }
        return label.isEmpty ? nil : String(decoding: label.prefix(64), as: UTF8.self)
    }

    private static func isValueEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "?")
    }

    /// The first place of `text`, lower-case ASCII, in any case.
    private static func find(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        var index = from
        while index + text.utf8CodeUnitCount <= bytes.count {
            if matches(text, in: bytes, at: index) { return index }
            index += 1
        }
        return nil
    }

    private static func matches(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = bytes[index + offset]
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if lower != text.utf8Start[offset] { return false }
        }
        return true
    }
}
