/// The bytes of links: what is dropped, escaped, compared.
enum LinkText {
    /// The bytes of a link as a browser reads them: without blanks and invisible marks around, without line breaks,
    /// the indentation after them and tabs, `\` before the query as `/`, and `feed:` before the true scheme gone.
    static func cleaned(_ link: String) -> [UInt8] {
        var link = link
        var bytes = link.withUTF8 { Array(trimmed($0)) }
        if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { bytes = withoutBreaks(bytes) }
        if bytes.contains(0x5C) { turnBackslashes(&bytes) }
        return withoutFeedScheme(bytes)
    }

    /// Whether a link is absolute and holds nothing that resolving would change, as most do.
    static func isPlain(_ link: String) -> Bool {
        var link = link
        return link.withUTF8 { isPlain($0) }
    }

    /// The same of the bytes of a link.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.starts(with: "http".utf8) else { return false }
        let start = bytes.count > 7 && bytes[4] == 0x73 ? 8 : 7
        guard bytes.count > start, bytes[start - 3] == 0x3A, bytes[start - 2] == 0x2F, bytes[start - 1] == 0x2F,
            isAlphanumeric(bytes[start])
        else { return false }
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte >= 0x7F || byte == 0x5C || isForbidden(byte) { return false }
            // A dot segment, also an escaped one.
            if byte == 0x2E || byte == 0x25, bytes[index - 1] == 0x2F { return false }
        }
        return true
    }

    /// The bytes with what may not stand in a link percent-encoded.
    static func escaped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.contains(where: isForbidden) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        for byte in bytes {
            if isForbidden(byte) { appendEscape(of: byte, to: &result) } else { result.append(byte) }
        }
        return result[...]
    }

    static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(0x25)
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 0xF))
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// 1 for the segment `.`, 2 for `..`, also escaped as `%2e`; 0 for any other.
    static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard segment.count <= 6 else { return 0 }
        var dots = 0
        var rest = segment
        while let first = rest.first {
            if first == 0x2E {
                rest = rest.dropFirst()
            } else if rest.count >= 3, rest.prefix(3).map(lowered).elementsEqual("%2e".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            dots += 1
        }
        return dots <= 2 ? dots : 0
    }

    static func hasDotSegment(_ path: ArraySlice<UInt8>) -> Bool {
        guard path.contains(where: { $0 == 0x2E || $0 == 0x25 }) else { return false }
        return path.split(separator: 0x2F).contains { dots($0) > 0 }
    }

    /// Whether a reference without scheme opens with a host, `www.example.com/a`, and not with a path. The name of the
    /// base's host is one, too.
    static func opensWithHost(_ bytes: [UInt8], like base: ArraySlice<UInt8>) -> Bool {
        let host = bytes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        if host.contains(0x2E), !base.isEmpty, host.map(lowered) == base.map(lowered) { return true }
        guard host.count > 4, host.prefix(4).map(lowered).elementsEqual("www.".utf8) else { return false }
        let name = host.dropFirst(4)
        guard let dot = name.firstIndex(of: 0x2E), dot > name.startIndex, dot < name.endIndex - 1 else { return false }
        return name.allSatisfy { $0 >= 0x80 || $0 == 0x2D || $0 == 0x2E || $0 == 0x3A || isAlphanumeric($0) }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D: true
        default: false
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x41 + digit - 10
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var rest = bytes[...]
        while let length = blanks.first(where: { rest.starts(with: $0) })?.count ?? (isBlank(rest.first) ? 1 : nil) {
            rest = rest.dropFirst(length)
        }
        while let length = blanks.first(where: { rest.suffix($0.count).elementsEqual($0) })?.count
            ?? (isBlank(rest.last) ? 1 : nil)
        {
            rest = rest.dropLast(length)
        }
        return rest
    }

    /// No-break space, zero-width space, the marks of direction, and the byte order mark.
    private static let blanks: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8E], [0xE2, 0x80, 0x8F], [0xEF, 0xBB, 0xBF],
    ]

    private static func isBlank(_ byte: UInt8?) -> Bool {
        byte.map { $0 <= 0x20 } ?? false
    }

    private static func withoutBreaks(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var afterBreak = false
        for byte in bytes {
            switch byte {
            case 0x0A, 0x0D: afterBreak = true
            case 0x09: continue
            case 0x20 where afterBreak: continue
            default:
                afterBreak = false
                result.append(byte)
            }
        }
        return result
    }

    private static func turnBackslashes(_ bytes: inout [UInt8]) {
        for index in bytes.indices {
            if bytes[index] == 0x3F || bytes[index] == 0x23 { return }
            if bytes[index] == 0x5C { bytes[index] = 0x2F }
        }
    }

    /// `feed://host` and `feed:https://host` are what the browsers of a time made of links to feeds.
    private static func withoutFeedScheme(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 7, bytes.prefix(5).map(lowered).elementsEqual("feed:".utf8) else { return bytes }
        let rest = bytes[5...]
        return rest.starts(with: "//".utf8) ? Array("http:".utf8) + rest : Array(rest)
    }
}
