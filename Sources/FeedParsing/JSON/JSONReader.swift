internal import NewsText

/// Reads JSON from bytes, in one pass.
///
/// Forgiving where no meaning is lost: control characters inside strings, a comma too many, a lone surrogate.
///
/// Source: RFC 8259.
struct JSONReader {
    /// Where and why reading stopped.
    struct Fault: Error {
        let message: String
        let offset: Int
    }

    fileprivate let bytes: [UInt8]
    fileprivate var index: Int

    /// Values inside each other.
    private static let depthLimit = 64

    static func read(_ bytes: [UInt8], from start: Int) throws(Fault) -> JSONValue {
        var reader = JSONReader(bytes: bytes, index: start)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.index >= bytes.count else { throw reader.fault("there is more after the value") }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard depth < JSONReader.depthLimit else { throw fault("values too deep inside each other") }
        skipBlanks()
        guard index < bytes.count else { throw fault("the text ends before its value") }
        switch bytes[index] {
        case 0x7B: return try object(depth)
        case 0x5B: return try array(depth)
        case 0x22: return .string(try string())
        case 0x2D where !bytes.has("-I", at: index): return number()
        case 0x30...0x39: return number()
        default: return try word()
        }
    }

    private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
        var members: [String: JSONValue] = [:]
        index += 1
        while !closes(0x7D) {
            guard index < bytes.count, bytes[index] == 0x22 else { throw fault("a member without a name") }
            let name = try string()
            skipBlanks()
            guard index < bytes.count, bytes[index] == 0x3A else { throw fault("a member without a colon") }
            index += 1
            members[name] = try value(depth: depth + 1)
            try separate(before: 0x7D)
        }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(Fault) -> JSONValue {
        var elements: [JSONValue] = []
        index += 1
        while !closes(0x5D) {
            elements.append(try value(depth: depth + 1))
            try separate(before: 0x5D)
        }
        return .array(elements)
    }

    /// Whether the object or array ends here; goes behind its end.
    private mutating func closes(_ sign: UInt8) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == sign else { return false }
        index += 1
        return true
    }

    private mutating func separate(before end: UInt8) throws(Fault) {
        skipBlanks()
        guard index < bytes.count else { throw fault("the text ends inside an object or array") }
        if bytes[index] == 0x2C {
            index += 1
        } else if bytes[index] != end {
            throw fault("a comma is missing")
        }
    }

    private mutating func number() -> JSONValue {
        let start = index
        while index < bytes.count, Byte.isDigit(bytes[index]) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[index]) {
            index += 1
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func word() throws(Fault) -> JSONValue {
        let words: [(StaticString, JSONValue)] = [
            ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
            // What programs print that do not know JSON.
            ("NaN", .null), ("Infinity", .null), ("-Infinity", .null), ("undefined", .null), ("None", .null),
            ("True", .bool(true)), ("False", .bool(false)),
        ]
        for (word, value) in words where bytes.has(word, at: index) {
            index += word.utf8CodeUnitCount
            return value
        }
        throw fault("a sign that begins no value")
    }

    private mutating func string() throws(Fault) -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
            text.append(contentsOf: bytes[start..<index])
            guard index < bytes.count else { break }
            if bytes[index] == 0x22 {
                index += 1
                return String(decoding: text, as: UTF8.self)
            }
            readEscape(&text)
        }
        throw fault("a string that does not end")
    }

    private mutating func readEscape(_ text: inout [UInt8]) {
        guard index + 1 < bytes.count else {
            index = bytes.count
            return
        }
        let sign = bytes[index + 1]
        index += 2
        switch sign {
        case 0x6E: text.append(0x0A)
        case 0x74: text.append(0x09)
        case 0x72: text.append(0x0D)
        case 0x62, 0x66: text.append(0x20)
        case 0x75: readScalar(&text)
        default: text.append(sign)
        }
    }

    /// Behind `\u`: four digits, and four more where they are half of a pair.
    private mutating func readScalar(_ text: inout [UInt8]) {
        guard var scalar = hexadecimal() else { return }
        if (0xD800...0xDBFF).contains(scalar), bytes.has("\\u", at: index) {
            let before = index
            index += 2
            if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) {
                scalar = 0x1_0000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            } else {
                index = before
            }
        }
        appendScalar((0xD800...0xDFFF).contains(scalar) ? 0xFFFD : scalar, to: &text)
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        if value != nil { index += 4 }
        return value
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Byte.isBlank(bytes[index]) { index += 1 }
    }

    private func fault(_ message: String) -> Fault {
        Fault(message: message, offset: min(index, bytes.count))
    }
}
