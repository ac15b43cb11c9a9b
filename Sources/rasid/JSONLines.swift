import Glibc
import NewsText

/// The lines of a file, one by one, with bounded memory.
struct LineReader: ~Copyable {
    /// Bytes of a line, more than ten times the largest article page that is fetched.
    private static let lineLimit = 1 << 26
    private static let chunk = 1 << 18

    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer, and up to where no line end was found.
    private var start = 0
    private var searched = 0
    private var isAtEnd = false

    /// - Parameter path: a file, `-` for standard input.
    init(path: String) throws(LineReadError) {
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        if descriptor < 0 { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// The next line without its end, `nil` after the last.
    mutating func next() throws(LineReadError) -> [UInt8]? {
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { (start, searched) = (end + 1, end + 1) }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            try fill()
        }
    }

    private mutating func fill() throws(LineReadError) {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
        guard buffer.count <= LineReader.lineLimit else {
            throw LineReadError(path: path, reason: "a line is longer than \(LineReader.lineLimit) bytes")
        }
        let filled = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: LineReader.chunk))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + filled }, LineReader.chunk)
            }
        } while count < 0 && errno == EINTR
        buffer.removeSubrange((filled + max(count, 0))...)
        if count < 0 { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
        isAtEnd = count == 0
    }
}

/// A file whose lines cannot be read.
struct LineReadError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "cannot read \(path): \(reason)" }
}

/// A JSON object of one line, as far as a command asks: its members that are strings, and which others there are.
struct JSONLine {
    enum Value: Equatable {
        case string(String)
        case null
        /// A number, a truth value, an array or an object.
        case other
    }

    private(set) var members: [String: Value] = [:]

    /// Reads one object; anything else, or anything after it, is an error. Of a repeated member the last counts.
    ///
    /// Source: RFC 8259. Half surrogates and bytes that are no UTF-8 become U+FFFD.
    init(_ line: [UInt8]) throws(JSONLineError) {
        var reader = JSONReader(bytes: line)
        try reader.object { (key, value) in members[key] = value }
        try reader.end()
    }

    /// The string of a member; `nil` when it is missing, null or something else.
    func string(_ name: String) -> String? {
        if case .string(let text) = members[name] { text } else { nil }
    }
}

/// Why a line is no JSON object.
struct JSONLineError: Error, CustomStringConvertible {
    /// Bytes into the line.
    let offset: Int
    let expected: String

    var description: String { "not a JSON object: \(expected) expected at byte \(offset)" }
}

/// Reads the values of JSON text one after another.
private struct JSONReader {
    private static let depthLimit = 64

    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads an object and hands over its members in order.
    mutating func object(_ member: (String, JSONLine.Value) -> Void) throws(JSONLineError) {
        skipBlanks()
        try take(0x7B, "{")
        skipBlanks()
        if accept(0x7D) { return }
        repeat {
            skipBlanks()
            let key = try string()
            skipBlanks()
            try take(0x3A, ":")
            member(key, try value(depth: 1))
            skipBlanks()
        } while accept(0x2C)
        try take(0x7D, "} or a comma")
    }

    mutating func end() throws(JSONLineError) {
        skipBlanks()
        if index < bytes.count { throw error("the end of the line") }
    }

    private mutating func value(depth: Int) throws(JSONLineError) -> JSONLine.Value {
        skipBlanks()
        switch index < bytes.count ? bytes[index] : 0 {
        case 0x22: return .string(try string())
        case 0x7B:
            try skipMembers(depth: depth)
            return .other
        case 0x5B:
            try skipElements(depth: depth)
            return .other
        case 0x6E:
            try word("null")
            return .null
        case 0x74:
            try word("true")
            return .other
        case 0x66:
            try word("false")
            return .other
        default:
            try skipNumber()
            return .other
        }
    }

    private mutating func skipMembers(depth: Int) throws(JSONLineError) {
        guard depth < JSONReader.depthLimit else { throw error("less nesting") }
        index += 1
        skipBlanks()
        if accept(0x7D) { return }
        repeat {
            skipBlanks()
            _ = try string()
            skipBlanks()
            try take(0x3A, ":")
            _ = try value(depth: depth + 1)
            skipBlanks()
        } while accept(0x2C)
        try take(0x7D, "} or a comma")
    }

    private mutating func skipElements(depth: Int) throws(JSONLineError) {
        guard depth < JSONReader.depthLimit else { throw error("less nesting") }
        index += 1
        skipBlanks()
        if accept(0x5D) { return }
        repeat {
            _ = try value(depth: depth + 1)
            skipBlanks()
        } while accept(0x2C)
        try take(0x5D, "] or a comma")
    }

    private mutating func skipNumber() throws(JSONLineError) {
        let start = index
        while index < bytes.count, isNumberByte(bytes[index]) { index += 1 }
        if index == start { throw error("a value") }
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    private mutating func word(_ word: StaticString) throws(JSONLineError) {
        let end = index + word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { end <= bytes.count && bytes[index..<end].elementsEqual($0) }
        guard matches else { throw error("a value") }
        index = end
    }

    private mutating func string() throws(JSONLineError) -> String {
        try take(0x22, "a string")
        let start = index
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C {
            if bytes[index] < 0x20 { throw error("no control character") }
            index += 1
        }
        guard index < bytes.count else { throw error("the end of a string") }
        if bytes[index] == 0x22 {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    /// The rest of a string that holds escapes; `index` is at the first of them.
    private mutating func escapedString(from start: Int) throws(JSONLineError) -> String {
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte < 0x20 { throw error("no control character") }
            if byte == 0x5C { try escape(into: &text) } else { text.append(byte) }
        }
        throw error("the end of a string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONLineError) {
        guard index < bytes.count else { throw error("the end of a string") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: appendScalar(try scalar(), to: &text)
        default: throw error("an escape")
        }
    }

    /// The scalar of a `\u` escape, of two when they are a pair of surrogates.
    private mutating func scalar() throws(JSONLineError) -> UInt32 {
        let first = try fourDigits()
        guard (0xD800...0xDFFF).contains(first) else { return first }
        guard first < 0xDC00, index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
            return 0xFFFD
        }
        let back = index
        index += 2
        let second = try fourDigits()
        if (0xDC00...0xDFFF).contains(second) { return 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00) }
        index = back
        return 0xFFFD
    }

    private mutating func fourDigits() throws(JSONLineError) -> UInt32 {
        guard index + 4 <= bytes.count else { throw error("four hexadecimal digits") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Unicode.Scalar(bytes[index]).properties.isASCIIHexDigit ? hexadecimal(bytes[index]) : nil
            else { throw error("four hexadecimal digits") }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ byte: UInt8, _ expected: String) throws(JSONLineError) {
        if !accept(byte) { throw error(expected) }
    }

    private func error(_ expected: String) -> JSONLineError {
        JSONLineError(offset: index, expected: expected)
    }
}
