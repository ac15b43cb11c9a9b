import Glibc

/// One conversion of the C library's iconv to UTF-8.
struct Converter: ~Copyable {
    private let handle: iconv_t

    /// `nil` when the C library does not know the encoding.
    init?(from name: String, to target: String = "UTF-8") {
        guard !name.isEmpty, let handle = iconv_open(target, name), handle != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    static func exists(_ name: String) -> Bool {
        Converter(from: name) != nil
    }

    /// The bytes as UTF-8, and whether some had to be replaced. Bytes that mean nothing become U+FFFD one by one.
    borrowing func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], hadErrors: Bool) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 2)
        var hadErrors = false
        var index = 0
        while index < bytes.count {
            let (consumed, isStuck) = step(bytes, from: index, into: &utf8)
            index += consumed
            guard isStuck else { continue }
            hadErrors = true
            appendScalar(0xFFFD, to: &utf8)
            index += 1
        }
        flush(into: &utf8)
        return (utf8, hadErrors)
    }

    /// The scalar a single byte stands for, `nil` when it is none or only the first of several.
    borrowing func scalar(of byte: UInt8) -> UInt32? {
        var out: [UInt8] = []
        let isWhole = withUnsafeBytes(of: byte) { raw in
            let (consumed, isStuck) = step(raw.bindMemory(to: UInt8.self), from: 0, into: &out)
            return consumed == 1 && !isStuck
        }
        flush(into: &out)
        guard isWhole, !out.isEmpty else { return nil }
        return out.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar }
    }

    /// Whether an escape byte changes what the bytes after it mean.
    var isEscaped: Bool { startsCharacter(0x1B) }

    /// Whether a byte is the first of several that stand for one character.
    borrowing func startsCharacter(_ byte: UInt8) -> Bool {
        var out: [UInt8] = []
        let isIncomplete = withUnsafeBytes(of: byte) { raw in
            step(raw.bindMemory(to: UInt8.self), from: 0, into: &out).isStuck && errno == EINVAL
        }
        flush(into: &out)
        return isIncomplete
    }

    /// Converts what fits in one buffer. Stuck: the next byte means nothing, or the text ends inside a character.
    private borrowing func step(
        _ bytes: UnsafeBufferPointer<UInt8>, from index: Int, into utf8: inout [UInt8]
    ) -> (consumed: Int, isStuck: Bool) {
        guard let base = bytes.baseAddress else { return (0, true) }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Converter.buffer) { buffer in
            var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base + index)
                .assumingMemoryBound(to: CChar.self)
            var inputLeft = bytes.count - index
            var output = buffer.baseAddress
            var outputLeft = Converter.buffer
            let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
            let isFull = result == -1 && errno == E2BIG
            utf8.append(contentsOf: UnsafeRawBufferPointer(buffer)[..<(Converter.buffer - outputLeft)])
            return (bytes.count - index - inputLeft, result == -1 && !isFull)
        }
    }

    /// Ends the text: what a stateful encoding still holds back comes out, and the next text starts afresh.
    private borrowing func flush(into utf8: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            var output = buffer.baseAddress
            var outputLeft = 64
            _ = iconv(handle, nil, nil, &output, &outputLeft)
            utf8.append(contentsOf: UnsafeRawBufferPointer(buffer)[..<(64 - outputLeft)])
        }
    }

    /// Bytes.
    private static let buffer = 16_384
}

/// What each byte of a single-byte encoding stands for.
struct SingleByteTable {
    /// 256 scalars; U+FFFD for a byte that stands for nothing.
    let scalars: [UInt32]

    /// `nil` for an encoding of several bytes a character, one that cannot write markup, or one that is not known.
    init?(_ encoding: Encoding) {
        guard let converter = Converter(from: encoding.converter), !converter.isEscaped else { return nil }
        for byte in UInt8(0x80)...0xFF where converter.startsCharacter(byte) { return nil }
        let isWindows = encoding.name.hasPrefix("windows-")
        scalars = (0...255).map { byte in
            if let scalar = converter.scalar(of: UInt8(byte)) { return scalar }
            return isWindows && (0x80...0x9F).contains(byte) ? UInt32(byte) : 0xFFFD
        }
        guard scalars.contains(0x3C) else { return nil }
    }

    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], hadErrors: Bool) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 2)
        var hadErrors = false
        scalars.withUnsafeBufferPointer { scalars in
            for byte in bytes {
                let scalar = scalars[Int(byte)]
                if scalar < 0x80 {
                    utf8.append(UInt8(truncatingIfNeeded: scalar))
                } else {
                    if scalar == 0xFFFD { hadErrors = true }
                    appendScalar(scalar, to: &utf8)
                }
            }
        }
        return (utf8, hadErrors)
    }
}
