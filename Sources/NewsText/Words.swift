/// The words of folded text, as ranges of its bytes.
///
/// A word is a run of letters and digits; everything else separates. Letters of scripts that are written without
/// blanks (Chinese, Japanese, Thai …) are words of one letter each.
package func wordRanges(inFolded utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(utf8.count / 8)
    let roles = WordRoles.standard
    var start = -1
    var index = 0
    while index < utf8.count {
        let (scalar, length) = decodeScalar(utf8, at: index)
        let role = roles.role(of: scalar)
        if role == .letter {
            if start < 0 { start = index }
        } else {
            if start >= 0 { words.append(start..<index) }
            if role == .word { words.append(index..<index + length) }
            start = -1
        }
        index += length
    }
    if start >= 0 { words.append(start..<utf8.count) }
    return words
}

/// The folded words of a text.
package func foldedWords(of text: String) -> [String] {
    var text = text
    let folded = text.withUTF8 { Folding.fold($0) }
    return folded.withUnsafeBufferPointer { bytes in
        wordRanges(inFolded: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

/// What a scalar does to the word it stands in.
enum WordRole: UInt8 {
    case separator, letter
    /// A word by itself.
    case word
}

/// The roles of scalars, those below U+2000 looked up.
struct WordRoles: Sendable {
    static let standard = WordRoles()

    private let low: [WordRole]

    private init() {
        low = (0..<0x2000).map { WordRoles.workedOut($0) }
    }

    func role(of scalar: UInt32) -> WordRole {
        scalar < 0x2000 ? low[Int(scalar)] : WordRoles.workedOut(scalar)
    }

    private static func workedOut(_ scalar: UInt32) -> WordRole {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: return .letter
        case 0..<0x80: return .separator
        case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06FC, 0x0660...0x0669: return .letter
        case 0x0600...0x06FF: return .separator
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x2_0000...0x3_FFFF:
            return .word
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFF0F: return .separator
        default:
            guard let value = Unicode.Scalar(scalar) else { return .separator }
            let properties = value.properties
            let isMark = properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
            return properties.isAlphabetic || properties.numericType != nil || isMark ? .letter : .separator
        }
    }
}
