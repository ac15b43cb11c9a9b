internal import NewsText

extension HTMLSanitizer {
    /// Copies text in runs, as it has few signs to escape.
    mutating func writeText(_ range: Range<Int>) {
        var copied = range.lowerBound
        var index = copied
        while true {
            index = stops.next(in: bytes, from: index, end: range.upperBound)
            guard index < range.upperBound else { break }
            output.append(bytes, copied..<index)
            index += writeSpecial(at: index, end: range.upperBound)
            copied = index
        }
        output.append(bytes, copied..<index)
    }

    /// Writes what begins with a special sign and answers its length.
    private mutating func writeSpecial(at index: Int, end: Int) -> Int {
        let byte = bytes[index]
        if byte == 0x26, let reference = CharacterReference(bytes, at: index, end: end, lenient: true) {
            writeScalar(reference.scalar)
            return reference.length
        }
        if byte == 0x5D, bytes.has("]]>", at: index) { return 3 }
        writeEscaped(byte)
        return 1
    }

    private mutating func writeScalar(_ scalar: UInt32) {
        if let byte = UInt8(exactly: scalar), byte < 0x80 {
            writeEscaped(byte)
        } else {
            appendScalar(scalar, to: &output)
        }
    }

    mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case 0x26: output.append("&amp;")
        case 0x3C: output.append("&lt;")
        case 0x3E: output.append("&gt;")
        case 0x22: output.append("&quot;")
        case 0x09, 0x0A, 0x0D, 0x5D: output.append(byte)
        case 0..<0x20, 0x7F: return
        default: output.append(byte)
        }
    }

    /// Signs of markup, the first of `]]>`, and control characters, which are dropped.
    static let special = ByteStops(0x26, 0x3C, 0x3E, 0x5D, 0x7F)
}

extension ByteStops {
    /// Where the first of them stands in `start..<end`, else the end.
    func next(in bytes: [UInt8], from start: Int, end: Int) -> Int {
        bytes.withUnsafeBufferPointer { next(in: $0, from: start, to: end) }
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        let bytes = utf8
        if let first = bytes.first, let last = bytes.last, !Byte.isBlank(first), !Byte.isBlank(last) { return self }
        guard let first = bytes.firstIndex(where: { !Byte.isBlank($0) }),
            let last = bytes.lastIndex(where: { !Byte.isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
