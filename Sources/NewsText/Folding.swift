/// Text as it is compared: one spelling for what readers take as one word. Never for what is stored.
///
/// Case, vowel signs, tatweel, invisible marks and accents go; the seats of hamza on alef, final ya, ta marbuta,
/// Persian letters and both digit sets become one form, shaped glyphs, ligatures and full-width letters become plain
/// ones, every white space becomes a blank. Punctuation stays. ؤ and ئ become و and ي; ß, æ and œ become two letters.
/// The zero-width non-joiner inside Persian words goes.
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
        folded.reserveCapacity(utf8.count + 16)
        FoldingTable.standard.folded.withUnsafeBufferPointer { table in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk + 2) { buffer in
                var index = 0
                while index < utf8.count {
                    index = foldRun(utf8, from: index, table, through: buffer, into: &folded)
                    guard index < utf8.count else { return }
                    let (scalar, length) = decodeScalar(utf8, at: index)
                    index += length
                    if scalar != 0 { append(scalar, to: &folded) }
                }
            }
        }
        return folded
    }

    /// Bytes that are gathered before they are appended.
    private static let chunk = 1024

    /// Folds ASCII and letters of two bytes, nearly all there is, as far as they go; returns where something else
    /// stands.
    private static func foldRun(
        _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<UInt32>,
        through buffer: UnsafeMutableBufferPointer<UInt8>, into folded: inout [UInt8]
    ) -> Int {
        var index = start
        var filled = 0
        while index < utf8.count {
            let byte = utf8[index]
            var scalar: UInt32
            var length = 1
            if byte < 0x80 {
                scalar = table[Int(byte)]
            } else {
                guard byte >= 0xC2, byte < 0xE0, index + 1 < utf8.count, utf8[index + 1] & 0xC0 == 0x80 else { break }
                scalar = table[Int(byte & 0x1F) << 6 | Int(utf8[index + 1] & 0x3F)]
                length = 2
            }
            guard scalar < 0x800 else { break }
            index += length
            if scalar < 0x80 {
                buffer[filled] = UInt8(truncatingIfNeeded: scalar)
                filled += scalar == 0 ? 0 : 1
            } else {
                buffer[filled] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
                buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
                filled += 2
            }
            if filled >= chunk {
                folded.append(contentsOf: buffer[..<filled])
                filled = 0
            }
        }
        folded.append(contentsOf: buffer[..<filled])
        return index
    }

    /// Appends the folded form of a scalar: nothing, or one or more scalars.
    static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
        guard scalar >= FoldingTable.end else {
            let mapped = FoldingTable.standard.folded[Int(scalar)]
            if mapped == FoldingTable.several {
                folded.append(contentsOf: letters(of: scalar))
            } else if mapped != 0 {
                appendScalar(mapped, to: &folded)
            }
            return
        }
        switch scalar {
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            folded.append(0x20)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFFD:
            return
        case 0xFB50...0xFDFF, 0xFE70...0xFEFE:
            for part in PresentationForms.letters(of: scalar) { append(part, to: &folded) }
        case 0xFF01...0xFF5E:
            append(scalar - 0xFF01 + 0x21, to: &folded)
        case 0xFB00...0xFB06:
            folded.append(contentsOf: letters(of: scalar))
        default:
            appendScalar(lower(scalar), to: &folded)
        }
    }

    /// Lower case, for the few scripts beyond U+2000 that have case.
    private static func lower(_ scalar: UInt32) -> UInt32 {
        let hasCase = (0x2C00...0x2DFF).contains(scalar) || (0xA640...0xA7FF).contains(scalar) || scalar >= 0x1_0000
        guard hasCase, let value = Unicode.Scalar(scalar) else { return scalar }
        return value.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    }

    /// What one sign writes for several letters.
    private static func letters(of scalar: UInt32) -> String.UTF8View {
        switch scalar {
        case 0xDF, 0x1E9E: "ss".utf8
        case 0xC6, 0xE6: "ae".utf8
        case 0x0152, 0x0153: "oe".utf8
        case 0x0132, 0x0133: "ij".utf8
        case 0xFB00: "ff".utf8
        case 0xFB01: "fi".utf8
        case 0xFB02: "fl".utf8
        case 0xFB03: "ffi".utf8
        case 0xFB04: "ffl".utf8
        default: "st".utf8
        }
    }
}
