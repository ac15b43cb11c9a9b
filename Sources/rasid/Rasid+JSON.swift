import Glibc
import NewsText

/// Writes JSON into bytes, one value after another, with no white space between.
///
/// An object is written member by member: ``object(_:)`` opens and closes it, ``member(_:_:)`` inside puts the commas.
/// A member whose value is `nil` or an empty list is left out by ``member(_:optional:)`` and its like, and written as
/// `null` or `[]` by ``member(_:_:)``.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether a comma must stand before the next member or element.
    private var needsComma = false
    private let isStreaming: Bool

    /// - Parameter isStreaming: whether ``printWhatIsMuch()`` prints, for objects that may be large.
    init(isStreaming: Bool = false) {
        self.isStreaming = isStreaming
    }

    /// Forgets what was written and keeps the memory.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Writes what there is to standard output, as a line, and forgets it. The bytes go out as they are: a `String` of a
    /// large feed would be checked and copied once more.
    mutating func printResult() {
        bytes.append(0x0A)
        writeOut()
        clear()
    }

    /// Writes out what there is of an object that is not finished, when it is much: an object of megabytes needs not be in
    /// memory beside what it tells of.
    mutating func printWhatIsMuch() {
        guard isStreaming, bytes.count >= 1 << 16 else { return }
        writeOut()
        bytes.removeAll(keepingCapacity: true)
    }

    private func writeOut() {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { write(1, $0.baseAddress.map { $0 + start }, $0.count - start) }
            if written < 0, errno != EINTR { exit(errno == EPIPE ? 0 : 2) }
            start += max(written, 0)
        }
    }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(0x7B)
        members(&self)
        close(0x7D)
    }

    mutating func array<Elements: Sequence>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        open(0x5B)
        for element in elements { write(&self, element) }
        close(0x5D)
    }

    mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    mutating func value(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A number without a fraction is written without one; what is not finite becomes `null`.
    mutating func value(_ number: Double) {
        separate()
        if let whole = Int(exactly: number) {
            bytes.append(contentsOf: String(whole).utf8)
        } else {
            bytes.append(contentsOf: (number.isFinite ? "\(number)" : "null").utf8)
        }
    }

    mutating func value(_ flag: Bool) {
        separate()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    private mutating func open(_ sign: UInt8) {
        separate()
        bytes.append(sign)
        needsComma = false
    }

    private mutating func close(_ sign: UInt8) {
        bytes.append(sign)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }
}

// MARK: Members

extension JSONWriter {
    /// The name of a member; its value follows.
    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    /// A member whose name is known only at run time.
    mutating func member(key: String, _ text: String) {
        separate()
        quote(key)
        bytes.append(0x3A)
        needsComma = false
        value(text)
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        self.name(name)
        if let text { value(text) } else { null() }
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        self.name(name)
        if let number { value(number) } else { null() }
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        self.name(name)
        value(flag)
    }

    mutating func member<Elements: Sequence>(
        _ name: StaticString, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.name(name)
        array(elements, write)
    }

    mutating func member(_ name: StaticString, optional text: String?) {
        if let text { member(name, text) }
    }

    mutating func member(_ name: StaticString, optional number: Int?) {
        if let number { member(name, number) }
    }

    mutating func member(_ name: StaticString, optional number: Double?) {
        guard let number else { return }
        self.name(name)
        value(number)
    }

    mutating func member<Elements: Collection>(
        _ name: StaticString, optional elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        if !elements.isEmpty { member(name, elements, write) }
    }
}

// MARK: Text

extension JSONWriter {
    /// Source: RFC 8259 section 7. U+2028 and U+2029 are escaped too: JavaScript takes them for line ends.
    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(0x22)
        text.withUTF8 { utf8 in
            var copied = 0
            var index = 0
            while true {
                index = JSONWriter.special.next(in: utf8, from: index, to: utf8.count)
                guard index < utf8.count else { break }
                let length = escapedLength(utf8, at: index)
                guard length > 0 else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
                appendEscape(utf8, at: index)
                index += length
                copied = index
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
        }
        bytes.append(0x22)
    }

    /// What ``escapedLength(_:at:)`` looks at.
    private static let special = ByteStops(0x22, 0x5C, 0xE2, 0xE2, 0xE2)

    /// Bytes at `index` that must be written as an escape, 0 for what may stand.
    private func escapedLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch utf8[index] {
        case 0x22, 0x5C, 0..<0x20: 1
        case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8: 3
        default: 0
        }
    }

    private mutating func appendEscape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
        bytes.append(0x5C)
        switch utf8[index] {
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        case 0x22, 0x5C: bytes.append(utf8[index])
        case 0xE2: bytes.append(contentsOf: (utf8[index + 2] == 0xA8 ? "u2028" : "u2029").utf8)
        case let control:
            bytes.append(contentsOf: "\(control < 0x10 ? "u000" : "u00")\(String(control, radix: 16))".utf8)
        }
    }
}
