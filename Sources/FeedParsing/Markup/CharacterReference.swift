internal import NewsText

/// A reference to a character, `&eacute;`, `&#233;` or `&#xE9;`, in XML or HTML.
struct CharacterReference {
    /// 0 for a character that may not stand in a text; it is left out.
    let scalar: UInt32
    /// Bytes of the reference.
    let length: Int
    let isNumeric: Bool

    /// The reference that opens with the `&` at `index`; `nil` when none does, or its name is not known.
    ///
    /// Numbers of the C1 range mean what they mean in windows-1252, as in browsers.
    ///
    /// - Parameter lenient: the semicolon may be missing, as HTML lets it before what is no letter or digit.
    init?(_ bytes: [UInt8], at index: Int, end: Int, lenient: Bool = false) {
        guard index + 2 < end else { return nil }
        if bytes[index + 1] == 0x23 {
            self.init(numberIn: bytes, at: index, end: end)
        } else if let sign = CharacterReference.sign(bytes, at: index, end: end) {
            self = sign
        } else {
            self.init(nameIn: bytes, at: index, end: end, lenient: lenient)
        }
    }

    private init(scalar: UInt32, length: Int, isNumeric: Bool) {
        self.scalar = scalar
        self.length = length
        self.isNumeric = isNumeric
    }

    /// `&lt;`, `&gt;`, `&amp;` or `&quot;`, of which escaped HTML is full.
    private static func sign(_ bytes: [UInt8], at index: Int, end: Int) -> CharacterReference? {
        guard index + 3 < end else { return nil }
        switch bytes[index + 1] {
        case 0x6C, 0x67:
            guard bytes[index + 2] == 0x74, bytes[index + 3] == 0x3B else { return nil }
            return CharacterReference(scalar: bytes[index + 1] == 0x6C ? 0x3C : 0x3E, length: 4, isNumeric: false)
        case 0x61:
            guard index + 4 < end, bytes.has("mp;", at: index + 2) else { return nil }
            return CharacterReference(scalar: 0x26, length: 5, isNumeric: false)
        case 0x71:
            guard index + 5 < end, bytes.has("uot;", at: index + 2) else { return nil }
            return CharacterReference(scalar: 0x22, length: 6, isNumeric: false)
        default: return nil
        }
    }

    private init?(numberIn bytes: [UInt8], at index: Int, end: Int) {
        guard var (value, position) = CharacterReference.number(bytes, at: index, end: end) else { return nil }
        // Some write a character of the astral planes as its two surrogates.
        if (0xD800...0xDBFF).contains(value), bytes.has("&#", at: position),
            let (low, behind) = CharacterReference.number(bytes, at: position, end: end),
            (0xDC00...0xDFFF).contains(low)
        {
            value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
            position = behind
        }
        scalar = CharacterReference.meant(by: value)
        length = position - index
        isNumeric = true
    }

    /// The number after `&#` or `&#x`, and what follows it and its semicolon.
    private static func number(_ bytes: [UInt8], at index: Int, end: Int) -> (value: UInt32, behind: Int)? {
        var position = index + 2
        let isHexadecimal = position < end && bytes[position] | 0x20 == 0x78
        if isHexadecimal { position += 1 }
        let radix: UInt32 = isHexadecimal ? 16 : 10
        let first = position
        var value: UInt32 = 0
        while position < end, let digit = digit(bytes[position]), digit < radix {
            value = min(value &* radix &+ digit, 0x11_0000)
            position += 1
        }
        guard position > first else { return nil }
        if position < end, bytes[position] == 0x3B { position += 1 }
        return (value, position)
    }

    private init?(nameIn bytes: [UInt8], at index: Int, end: Int, lenient: Bool) {
        var position = index + 1
        while position < end, position < index + 12, Byte.isLetter(bytes[position]) || Byte.isDigit(bytes[position]) {
            position += 1
        }
        guard let named = HTMLEntities.scalar(named: bytes[(index + 1)..<position]) else { return nil }
        if position < end, bytes[position] == 0x3B {
            position += 1
        } else {
            guard lenient, HTMLEntities.mayEndOpen(named), position >= end || bytes[position] != 0x3D else {
                return nil
            }
        }
        scalar = named
        length = position - index
        isNumeric = false
    }

    /// Appends the character as UTF-8, nothing for one that may not be.
    func append(to bytes: inout [UInt8]) {
        if scalar != 0 { appendScalar(scalar, to: &bytes) }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    private static func meant(by number: UInt32) -> UInt32 {
        switch number {
        case 0x09, 0x0A, 0x0D: number
        case 0..<0x20, 0x7F, 0xD800...0xDFFF, 0xFFFE, 0xFFFF: 0
        case 0x80...0x9F: windows1252[Int(number) - 0x80]
        case 0x11_0000...: 0
        default: number
        }
    }

    /// What windows-1252 has at 0x80 to 0x9F.
    ///
    /// Source: the WHATWG Encoding Standard, index windows-1252.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
