import Glibc

/// What bytes are in XML and HTML.
enum Byte {
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// What a name may begin with; every byte outside ASCII counts.
    static func startsName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == 0x5F || byte == 0x3A || byte >= 0x80
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        startsName(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E
    }
}

extension [UInt8] {
    /// Where a byte comes next in a range, or `nil`.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard range.lowerBound < range.upperBound, range.upperBound <= count else { return nil }
        return withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress,
                let found = memchr(start + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// Where a text comes next in a range, or `nil`. It is looked for by a bracket in it, which is rarer than `<`.
    func position(of text: StaticString, in range: Range<Int>) -> Int? {
        text.withUTF8Buffer { wanted in
            let anchor = wanted.firstIndex { $0 == 0x5B || $0 == 0x5D } ?? 0
            guard range.lowerBound < range.upperBound, wanted.count <= range.count else { return nil }
            var start = range.lowerBound + anchor
            while let found = position(of: wanted[anchor], in: start..<range.upperBound) {
                guard found - anchor + wanted.count <= range.upperBound else { return nil }
                if has(text, at: found - anchor) { return found - anchor }
                start = found + 1
            }
            return nil
        }
    }

    /// Whether a text stands at an index.
    func has(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { wanted in
            guard index >= 0, index + wanted.count <= count else { return false }
            for offset in 0..<wanted.count where self[index + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// Whether a text of lower-case letters stands at an index, in any case.
    func hasLowered(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { wanted in
            guard index >= 0, index + wanted.count <= count else { return false }
            for offset in 0..<wanted.count where Byte.lowered(self[index + offset]) != wanted[offset] { return false }
            return true
        }
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a part of other bytes. A slice would have to be counted in and out.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }
}

/// Searches one text further and further on and remembers when there is no more of it, so that all searches together
/// take linear time.
struct ForwardSearch {
    let text: StaticString
    private var isExhausted = false

    init(_ text: StaticString) {
        self.text = text
    }

    /// Where the text comes next, or `nil`. `end` is the same in every call.
    mutating func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard !isExhausted, let found = bytes.position(of: text, in: start..<end) else {
            isExhausted = true
            return nil
        }
        return found
    }
}
