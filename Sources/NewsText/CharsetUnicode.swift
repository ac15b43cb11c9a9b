/// How far bytes are UTF-8.
struct UTF8Validity {
    /// Well-formed sequences of two or more bytes.
    var sequences = 0
    /// Places where the bytes are no UTF-8.
    var errors = 0
    /// Whether a byte stands for a character that XML forbids, or U+FEFF occurs: the bytes cannot be used as they are.
    var needsFilter = false

    /// Whether a sequence has three or four bytes.
    var hasLongSequences = false

    var isASCII: Bool { sequences == 0 && errors == 0 }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 && !isAllowedControl(byte) { needsFilter = true }
                index = skipPrintable(bytes, from: index + 1)
                continue
            }
            let (scalar, length) = decodeScalar(bytes, at: index)
            if scalar == 0 {
                errors += 1
            } else {
                sequences += 1
                if length > 2 { hasLongSequences = true }
                if scalar >= 0xFEFF && isForbidden(scalar) { needsFilter = true }
            }
            index += length
        }
    }
}

/// UTF-8 of UTF-8: bytes that are none become U+FFFD, one for each place, or what they mean in the encoding they were
/// pasted from; what XML forbids goes.
func repairedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var index = 0
    var examined = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
            appendAllowed(UInt32(byte), to: &utf8)
            index += 1
            continue
        }
        let (scalar, length) = decodeScalar(bytes, at: index)
        if scalar == 0, index >= examined {
            let passage = foreignPassage(bytes, at: index)
            examined = passage.end
            if let meant = passage.meant {
                utf8 += meant
                index = passage.end
                continue
            }
        }
        appendAllowed(scalar == 0 ? 0xFFFD : scalar, to: &utf8)
        index += length
    }
    return utf8
}

/// The passage that starts with a byte that is no UTF-8, up to the next markup or the next run of UTF-8, and what it
/// means when its letters are those of an 8-bit encoding: aggregators paste items as they find them.
private func foreignPassage(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (end: Int, meant: [UInt8]?) {
    var end = start
    var lastValid: Range<Int>?
    var high = 0
    while end < bytes.count, end - start < 4096, bytes[end] != UInt8(ascii: "<") {
        let (scalar, length) = decodeScalar(bytes, at: end)
        if scalar >= 0x80 {
            // One letter and a punctuation mark may look like UTF-8; two in a row are.
            if let lastValid, lastValid.upperBound == end {
                end = lastValid.lowerBound
                break
            }
            lastValid = end..<end + length
        }
        if bytes[end] >= 0x80 { high += length }
        end += length
    }
    end = max(end, start + 1)
    guard high >= 16 else { return (end, nil) }
    let passage = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let statistics = CharsetStatistics(passage)
    let best = statistics.best()
    guard statistics.isOwnScript, best.score >= 60, let decoded = best.encoding.decode(passage), !decoded.hadErrors
    else { return (end, nil) }
    return (end, decoded.utf8.withUnsafeBufferPointer { repairedUTF8($0) })
}

/// The units of a Unicode encoding that is not UTF-8.
enum WideUnits {
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)

    var width: Int {
        switch self {
        case .utf16: 2
        case .utf32: 4
        }
    }

    var name: String {
        switch self {
        case .utf16(let bigEndian): bigEndian ? "utf-16be" : "utf-16le"
        case .utf32(let bigEndian): bigEndian ? "utf-32be" : "utf-32le"
        }
    }

    /// UTF-8 of the units from `start` on. A lone surrogate, a value beyond Unicode and a cut unit become U+FFFD.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (utf8: [UInt8], hadErrors: Bool) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var hadErrors = false
        var index = start
        while index + width <= bytes.count {
            var scalar = unit(bytes, at: index)
            index += width
            if (0xD800...0xDBFF).contains(scalar), width == 2, index + 2 <= bytes.count {
                let low = unit(bytes, at: index)
                if (0xDC00...0xDFFF).contains(low) {
                    scalar = 0x1_0000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    index += 2
                }
            }
            if (0xD800...0xDFFF).contains(scalar) || scalar > 0x10_FFFF {
                hadErrors = true
                scalar = 0xFFFD
            }
            appendAllowed(scalar, to: &utf8)
        }
        if index < bytes.count {
            hadErrors = true
            appendScalar(0xFFFD, to: &utf8)
        }
        return (utf8, hadErrors)
    }

    private func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<width {
            let byte = UInt32(bytes[index + (isBigEndian ? offset : width - 1 - offset)])
            value = value << 8 | byte
        }
        return value
    }

    private var isBigEndian: Bool {
        switch self {
        case .utf16(let bigEndian), .utf32(let bigEndian): bigEndian
        }
    }
}

extension WideUnits {
    /// What a byte order mark at the start says, and its length.
    static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (units: WideUnits, length: Int)? {
        switch (bytes.byte(0), bytes.byte(1), bytes.byte(2), bytes.byte(3)) {
        case (0xFF, 0xFE, 0, 0): (.utf32(bigEndian: false), 4)
        case (0, 0, 0xFE, 0xFF): (.utf32(bigEndian: true), 4)
        case (0xFF, 0xFE, _, _): (.utf16(bigEndian: false), 2)
        case (0xFE, 0xFF, _, _): (.utf16(bigEndian: true), 2)
        default: nil
        }
    }

    /// What the NULs around the first character of markup say, blanks before it skipped.
    ///
    /// Source: XML 1.0, appendix F.1.
    static func pattern(_ bytes: UnsafeBufferPointer<UInt8>) -> WideUnits? {
        var index = 0
        while let byte = bytes.byte(index), index < 256, byte == 0 || byte <= 0x20 { index += 1 }
        guard bytes.byte(index) == UInt8(ascii: "<") || bytes.byte(index) == UInt8(ascii: "{") else { return nil }
        let place = index % 4
        let around = (1...7).map { bytes.byte(index + $0) ?? 1 }
        if around[0] == 0, around[1] == 0, around[2] == 0, around[3] != 0, place == 0 {
            return .utf32(bigEndian: false)
        }
        if around[0] == 0, around[1] == 0, around[2] == 0, around[3] != 0, place == 3 { return .utf32(bigEndian: true) }
        guard around[0] == 0, around[1] != 0, around[2] == 0 else { return nil }
        return .utf16(bigEndian: index % 2 == 1)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The byte at a place, `nil` beyond the end.
    func byte(_ index: Int) -> UInt8? {
        index >= 0 && index < count ? self[index] : nil
    }
}

/// Appends a character to text that goes into XML or HTML: forbidden ones go, form feed and vertical tab are blanks.
func appendAllowed(_ scalar: UInt32, to utf8: inout [UInt8]) {
    if scalar == 0x0C || scalar == 0x0B {
        utf8.append(0x20)
    } else if !isForbidden(scalar) {
        appendScalar(scalar, to: &utf8)
    }
}

/// Whether XML forbids a character, or it is U+FEFF, a byte order mark wherever it stands.
///
/// Source: XML 1.0 section 2.2.
private func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20: !isAllowedControl(UInt8(scalar))
    case 0xD800...0xDFFF, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
}

private func isAllowedControl(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
}
