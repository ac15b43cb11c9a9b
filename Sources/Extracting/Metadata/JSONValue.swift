internal import NewsText

/// A value of JSON as pages write it: with raw line breaks in strings, commas too many, comments around, an end that is
/// missing. What was read before the first thing that makes no sense is kept.
enum JSONValue {
    case object([(key: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case number(String)
    case other

    init?(_ bytes: [UInt8]) {
        var reader = JSONReader(bytes)
        guard let value = reader.document() else { return nil }
        self = value
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The elements of an array; else the value alone.
    var list: [JSONValue] {
        if case .array(let values) = self { return values }
        return [self]
    }

    /// A string's text; a number as it was written.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}

private struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var values = 0

    private static let depthLimit = 64
    private static let valueLimit = 50_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The first object or array; what stands before it is a comment or a mistake.
    mutating func document() -> JSONValue? {
        guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
        position = start
        return value(depth: 0)
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipBlanks()
        values += 1
        guard depth < JSONReader.depthLimit, values < JSONReader.valueLimit, position < bytes.count else { return nil }
        switch bytes[position] {
        case 0x7B: return object(depth)
        case 0x5B: return array(depth)
        case 0x22: return .string(string())
        default: return bare()
        }
    }

    private mutating func object(_ depth: Int) -> JSONValue {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        while skipCommas() != 0x7D, position < bytes.count {
            guard bytes[position] == 0x22 else { return .object(members) }
            let key = string()
            skipBlanks()
            guard position < bytes.count, bytes[position] == 0x3A else { return .object(members) }
            position += 1
            guard let found = value(depth: depth + 1) else { return .object(members) }
            members.append((key, found))
        }
        position += 1
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        while skipCommas() != 0x5D, position < bytes.count {
            let start = position
            guard let found = value(depth: depth + 1), position > start else { return .array(elements) }
            elements.append(found)
        }
        position += 1
        return .array(elements)
    }

    private mutating func bare() -> JSONValue? {
        let start = position
        while position < bytes.count, !JSONReader.endsBare.contains(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return (0x30...0x39).contains(bytes[start]) || bytes[start] == 0x2D ? .number(text) : .other
    }

    private static let endsBare: Set<UInt8> = [0x2C, 0x7D, 0x5D, 0x20, 0x09, 0x0A, 0x0D, 0x3A, 0x22]

    private mutating func string() -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x5C {
                escape(&text)
            } else {
                text.append(bytes[position] < 0x20 ? 0x20 : bytes[position])
                position += 1
            }
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(_ text: inout [UInt8]) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            return
        }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): unicode(&text)
        default: text.append(letter)
        }
    }

    private mutating func unicode(_ text: inout [UInt8]) {
        guard var scalar = hexadecimal(at: position) else { return }
        position += 4
        if (0xD800...0xDBFF).contains(scalar), position + 1 < bytes.count, bytes[position] == 0x5C,
            let low = hexadecimal(at: position + 2), (0xDC00...0xDFFF).contains(low)
        {
            scalar = 0x1_0000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            position += 6
        }
        guard Unicode.Scalar(scalar) != nil, scalar >= 0x20 else { return }
        appendScalar(scalar, to: &text)
    }

    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// Skips blanks and commas and gives the byte that follows.
    private mutating func skipCommas() -> UInt8? {
        while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == 0x2C { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }
}
