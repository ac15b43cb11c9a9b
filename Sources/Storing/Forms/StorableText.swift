import NewsText

/// Text as it may stand in a file, an index row or a terminal: nothing in it moves a cursor, turns a line round or ends
/// a scalar early.
///
/// Control characters and the bidirectional embeddings, overrides and isolates go; ZWNJ and the plain direction marks
/// stay, which Persian spelling and phone numbers need. Nothing is normalized: letters stay as the publisher wrote them.
enum StorableText {
    /// One line: line breaks and tabs become blanks, blanks at both ends go, and it ends after at most `limit` bytes,
    /// at a whole scalar. Twice is once.
    static func line(_ text: String, limit: Int = 4096) -> String {
        String(decoding: trimmed(cut(cleaned(text, keepsBreaks: false)[...], to: limit)), as: UTF8.self)
    }

    /// Lines that each are trimmed. Empty ones go unless `keepsEmpty`; none stands first or last. Twice is once.
    static func lines(_ text: String, keepsEmpty: Bool) -> String {
        var lines = cleaned(text, keepsBreaks: true)
            .split(separator: 0x0A, omittingEmptySubsequences: !keepsEmpty)
            .map { keepsEmpty ? withoutTrailingBlanks($0) : trimmed($0) }
        if !keepsEmpty { lines.removeAll(where: \.isEmpty) }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }

    private static func cleaned(_ text: String, keepsBreaks: Bool) -> [UInt8] {
        var text = text
        return text.withUTF8 { utf8 in
            var result: [UInt8] = []
            result.reserveCapacity(utf8.count)
            // What may stay is copied in runs: nearly every text is one.
            var copied = 0
            var index = 0
            while index < utf8.count {
                if isPlain(utf8[index]) {
                    index += 1
                    continue
                }
                let (scalar, length) = decodeScalar(utf8, at: index)
                let breaks = isBreak(scalar)
                if breaks || isForbidden(scalar) {
                    result.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
                    copied = index + length
                    let isPair = scalar == 0x0D && copied < utf8.count && utf8[copied] == 0x0A
                    if breaks, !isPair { result.append(keepsBreaks && scalar != 0x09 ? 0x0A : 0x20) }
                }
                index += length
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
            return result
        }
    }

    /// Bytes that no break and no forbidden scalar begins with: ASCII from the blank on, and the leads of two-byte
    /// scalars from U+0100 on.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) || (0xC4...0xDF).contains(byte) || (0x80..<0xC0).contains(byte)
    }

    private static func isBreak(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Source: Unicode Standard Annex 9, section 2 (embeddings, overrides, isolates); C0 and C1 controls.
    private static func isForbidden(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        withoutTrailingBlanks(bytes.drop { $0 == 0x20 })
    }

    private static func withoutTrailingBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while rest.last == 0x20 { rest.removeLast() }
        return rest
    }

    private static func cut(_ bytes: ArraySlice<UInt8>, to limit: Int) -> ArraySlice<UInt8> {
        guard bytes.count > limit else { return bytes }
        var end = bytes.startIndex + limit
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<end]
    }
}
