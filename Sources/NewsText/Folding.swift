/// Text as it is compared: one spelling for what readers take as one word. Never for what is stored.
///
/// Case, vowel signs, tatweel, invisible marks and accents go; the seats of hamza on alef, final ya, ta marbuta, Persian
/// letters and both digit sets become one form; every white space becomes a blank. Punctuation stays. ؤ and ئ become و and ي.
///
/// Source: the folding of Lucene's ArabicNormalizer as documented, and `ARABIC.md` section 3 of the design.
package enum Folding {
    /// The folded text.
    package static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: fold($0), as: UTF8.self) }
    }

    /// The folded bytes of UTF-8. Bytes that are no UTF-8 are dropped.
    package static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte < 0x80 {
                folded.append(foldASCII(byte))
                index += 1
                continue
            }
            let (scalar, length) = decodeScalar(utf8, at: index)
            index += length
            if scalar != 0 { append(scalar, to: &folded) }
        }
        return folded
    }

    private static func foldASCII(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0..<0x20, 0x7F: 0x20
        default: byte
        }
    }

    /// Appends the folded form of a scalar from U+0080 on: nothing, or one or more scalars.
    static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
        switch scalar {
        case 0x0600...0x06FF:
            let mapped = arabic(scalar)
            if mapped != 0 { appendScalar(mapped, to: &folded) }
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85:
            folded.append(0x20)
        case 0x80..<0xA0, 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
            0xFEFF, 0xFFFD:
            return
        case 0xFB50...0xFDFF, 0xFE70...0xFEFE:
            for part in PresentationForms.letters(of: scalar) {
                append(part, to: &folded)
            }
        default:
            appendGeneral(scalar, to: &folded)
        }
    }

    /// The folded Arabic letter, 0 for a mark that goes.
    private static func arabic(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x0622, 0x0623, 0x0625, 0x0671...0x0673, 0x0675: 0x0627
        case 0x0649, 0x0626, 0x06CC, 0x06CD, 0x06D2, 0x0678: 0x064A
        case 0x0624, 0x0676: 0x0648
        case 0x0629, 0x06C0...0x06C3, 0x06BE, 0x06D5: 0x0647
        case 0x06A9, 0x06AA, 0x06AB: 0x0643
        case 0x0660...0x0669: scalar - 0x0660 + 0x30
        case 0x06F0...0x06F9: scalar - 0x06F0 + 0x30
        case 0x0640, 0x0610...0x061A, 0x061C, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8,
            0x06EA...0x06ED:
            0
        default: scalar
        }
    }

    /// Letters of other scripts: lower case, and the base letter without its accents.
    private static func appendGeneral(_ scalar: UInt32, to folded: inout [UInt8]) {
        guard let value = Unicode.Scalar(scalar) else { return }
        if !value.properties.isAlphabetic || (0x3400...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar) {
            appendScalar(scalar, to: &folded)
            return
        }
        for lower in value.properties.lowercaseMapping.decomposed where !lower.properties.isCombining {
            if lower.value < 0x80 {
                folded.append(foldASCII(UInt8(lower.value)))
            } else {
                appendScalar(lower.value, to: &folded)
            }
        }
    }
}

extension String {
    /// The scalars of the canonical decomposition.
    fileprivate var decomposed: [Unicode.Scalar] {
        unicodeScalars.flatMap { LatinBase.decompose($0) }
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isCombining: Bool { generalCategory == .nonspacingMark }
}

/// The base letters of accented Latin, Greek and Cyrillic letters, worked out once.
private enum LatinBase {
    static func decompose(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard
            (0xC0...0x24F).contains(scalar.value) || (0x370...0x52F).contains(scalar.value)
                || (0x1E00...0x1FFF).contains(scalar.value)
        else { return [scalar] }
        return [table[scalar.value] ?? scalar]
    }

    /// Accented letter to base letter. Built by comparing: a base letter followed by a mark is canonically equal to
    /// the accented letter, which is what `String` equality tells.
    static let table: [UInt32: Unicode.Scalar] = {
        var bases: [UInt32: Unicode.Scalar] = [:]
        let letters = (0x61...0x7A).map { UInt32($0) } + Array(0x3B1...0x3C9) + Array(0x430...0x44F)
        var accented: [String: UInt32] = [:]
        for range in [0xE0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
            for value in range {
                if let scalar = Unicode.Scalar(value) { accented[String(Character(scalar))] = value }
            }
        }
        var level = letters.compactMap { Unicode.Scalar($0) }.map { (text: String(Character($0)), base: $0) }
        for _ in 0..<3 {
            var found: [(text: String, base: Unicode.Scalar)] = []
            for (text, base) in level {
                for mark in 0x300...0x345 as ClosedRange<UInt32> {
                    guard let scalar = Unicode.Scalar(mark) else { continue }
                    let composed = text + String(Character(scalar))
                    if let value = accented[composed], bases[value] == nil {
                        bases[value] = base
                        found.append((composed, base))
                    }
                }
            }
            level = found
        }
        for (letter, base) in [(0xF8, 0x6F), (0x142, 0x6C), (0x111, 0x64), (0x131, 0x69)] as [(UInt32, UInt32)] {
            bases[letter] = Unicode.Scalar(base)
        }
        return bases
    }()
}
