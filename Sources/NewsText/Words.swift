/// The words of folded text, as ranges of its bytes.
///
/// A word is a run of letters and digits; everything else separates. Letters of scripts that are written without
/// blanks (Chinese, Japanese, Thai …) are words of one letter each.
package func wordRanges(inFolded utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index < utf8.count {
        let (scalar, length) = decodeScalar(utf8, at: index)
        switch wordRole(of: scalar) {
        case .letter:
            if start == nil { start = index }
        case .word:
            if let begun = start { words.append(begun..<index) }
            words.append(index..<index + length)
            start = nil
        case .separator:
            if let begun = start { words.append(begun..<index) }
            start = nil
        }
        index += length
    }
    if let begun = start { words.append(begun..<utf8.count) }
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
enum WordRole { case letter, word, separator }

func wordRole(of scalar: UInt32) -> WordRole {
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
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
            ? .letter : .separator
    }
}
