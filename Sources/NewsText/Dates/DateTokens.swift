/// A number, a word or a sign of a line.
struct DateToken {
    enum Kind {
        /// `digits` says how it is written: `05` has two.
        case number(value: Int, digits: Int)
        /// A word or expression; `nil` for one that has no place in a date.
        case word(DateLexeme?)
        /// An ASCII sign: dashes, bars and quotes of other alphabets come as `-`, `|` and `"`.
        case sign(UInt8)
    }

    let kind: Kind
    /// Bytes of the folded line.
    let range: Range<Int>
    /// Whether white space stands before it.
    let hasGap: Bool
}

/// The tokens of a folded line.
struct DateTokens {
    private(set) var tokens: [DateToken] = []
    /// Whether a word was met that has no place in a date.
    private(set) var hasUnknownWord = false

    /// - Parameter stopsAtUnknown: reads no further than the first word that has no place in a date.
    init(_ line: UnsafeBufferPointer<UInt8>, stopsAtUnknown: Bool = false) {
        var index = 0
        var hasGap = true
        while index < line.count, tokens.count < DateTokens.limit {
            let byte = line[index]
            if byte == 0x20 {
                hasGap = true
                index += 1
                continue
            }
            let token = DateTokens.token(line, at: index, hasGap: hasGap)
            tokens.append(token)
            index = token.range.upperBound
            hasGap = false
            guard case .word(nil) = token.kind else { continue }
            hasUnknownWord = true
            if stopsAtUnknown { return }
        }
    }

    /// No line with a date in it has more.
    private static let limit = 400

    /// The ranges of the words of an expression, digits included.
    static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let end = wordEnd(bytes, from: index)
            if end > index {
                words.append(index..<end)
                index = end
            } else {
                index += max(1, decodeScalar(bytes, at: index).length)
            }
        }
        return words
    }

    private static func token(_ line: UnsafeBufferPointer<UInt8>, at start: Int, hasGap: Bool) -> DateToken {
        let byte = line[start]
        if isDigit(byte) {
            return number(line, at: start, hasGap: hasGap)
        }
        let end = wordEnd(line, from: start)
        guard end > start else {
            let (scalar, length) = decodeScalar(line, at: start)
            return DateToken(kind: .sign(sign(scalar)), range: start..<start + max(1, length), hasGap: hasGap)
        }
        return expression(line, start: start, firstEnd: end, hasGap: hasGap)
    }

    private static func number(_ line: UnsafeBufferPointer<UInt8>, at start: Int, hasGap: Bool) -> DateToken {
        var end = start
        var value = 0
        while let digit = line.byte(end), isDigit(digit) {
            if end - start < 18 { value = value * 10 + Int(digit - 0x30) }
            end += 1
        }
        return DateToken(kind: .number(value: value, digits: end - start), range: start..<end, hasGap: hasGap)
    }

    /// The longest known expression that starts with the word, else the word alone. Its words may be joined by blanks
    /// or by one of `.`, `-`, `/` and the apostrophe (`a.m.`, `mise-à-jour`).
    private static func expression(
        _ line: UnsafeBufferPointer<UInt8>, start: Int, firstEnd: Int, hasGap: Bool
    ) -> DateToken {
        let lexicon = DateLexicon.standard
        var end = firstEnd
        var key = DateLexicon.key(DateLexicon.emptyKey, adding: line[start..<end])
        var best = (lexeme: lexicon.lexeme(key), end: end)
        while lexicon.opens(key) {
            let next = nextWord(line, after: end)
            guard !next.isEmpty else { break }
            key = DateLexicon.key(key, adding: line[next])
            end = next.upperBound
            if let lexeme = lexicon.lexeme(key) { best = (lexeme, end) }
        }
        return DateToken(kind: .word(best.lexeme), range: start..<best.end, hasGap: hasGap)
    }

    private static func nextWord(_ line: UnsafeBufferPointer<UInt8>, after end: Int) -> Range<Int> {
        var index = end
        if index < line.count, line[index] != 0x20 {
            let (scalar, length) = decodeScalar(line, at: index)
            if [0x27, 0x2D, 0x2E, 0x2F, 0x5F].contains(sign(scalar)) { index += max(1, length) }
        }
        while line.byte(index) == 0x20 { index += 1 }
        // A number is a word of its own also without a blank: ك2.
        let isNumber = line.byte(index).map(isDigit) ?? false
        guard index > end || isNumber || isAlone(line, at: end), index < line.count else { return end..<end }
        return index..<wordEnd(line, from: index)
    }

    /// Whether a letter of a script without blanks stands here.
    private static func isAlone(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard let byte = line.byte(index), byte >= 0xE1 else { return false }
        return isIdeograph(decodeScalar(line, at: index).scalar)
    }

    /// The end of the word that starts here; `start` when none does. Ideographs and Hangul are words of one letter, a
    /// run of digits is a word inside expressions only.
    private static func wordEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        if let first = line.byte(start), isDigit(first) {
            while let byte = line.byte(index), isDigit(byte) { index += 1 }
            return index
        }
        while let byte = line.byte(index) {
            if byte < 0x80 {
                guard (0x61...0x7A).contains(byte) else { return index }
                index += 1
                continue
            }
            let (scalar, length) = decodeScalar(line, at: index)
            if isIdeograph(scalar) { return index == start ? index + length : index }
            guard isLetter(scalar) else { return index }
            index += length
        }
        return index
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAA, 0xBA, 0xB5: true
        case 0..<0xC0, 0xD7, 0xF7, 0x02B0...0x036F: false
        case 0x060C, 0x061B, 0x061F, 0x066A...0x066D, 0x06D4: false
        case 0x2000...0x2BFF, 0x2E00...0x303F, 0xFD3E, 0xFD3F, 0xFE00...0xFE6F, 0xFF00...0xFF0F: false
        case 0x1_F000...0x1_FFFF, 0xFFFD: false
        default: true
        }
    }

    private static func sign(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x21..<0x80: UInt8(scalar)
        case 0x060C, 0x061B, 0x066B, 0x066C, 0x3001, 0xFF0C: UInt8(ascii: ",")
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFF0D: UInt8(ascii: "-")
        case 0x2018, 0x2019, 0xB4, 0x02BC: UInt8(ascii: "'")
        case 0x06D4, 0x3002: UInt8(ascii: ".")
        case 0xFF1A: UInt8(ascii: ":")
        case 0x2044, 0xFF0F: UInt8(ascii: "/")
        case 0xAB, 0xBB, 0x201C...0x201F: UInt8(ascii: "\"")
        default: UInt8(ascii: "|")
        }
    }
}
