internal import NewsText

/// Gathers the text of one line: white space collapsed, letters, links and ends of sentences counted on the way.
struct LineBuilder {
    private var bytes: [UInt8] = []
    private var blankIsDue = false
    private var letters = 0
    private var linkLetters = 0
    private var boldLetters = 0
    private var commas = 0
    private var sentences = 0
    /// Where the text ends after the last end of a sentence and what may follow it.
    private var sentenceEnd = 0
    /// Links that begin in this line.
    var links = 0

    mutating func add(_ text: UnsafeBufferPointer<UInt8>, inLink: Bool, isBold: Bool, verbatim: Bool) {
        let before = letters
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte <= 0x20 || byte == 0x7F {
                    blank(byte, verbatim)
                } else {
                    ascii(byte)
                }
                index += 1
            } else {
                let (scalar, length) = decodeScalar(text, at: index)
                other(scalar, text, index..<index + length)
                index += length
            }
        }
        if inLink { linkLetters += letters - before }
        if isBold { boldLetters += letters - before }
    }

    private mutating func blank(_ byte: UInt8, _ verbatim: Bool) {
        if verbatim, byte == 0x0A, !bytes.isEmpty {
            blankIsDue = false
            bytes.append(0x0A)
        } else {
            blankIsDue = true
        }
    }

    private mutating func settleBlank() {
        if blankIsDue, !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x20) }
        blankIsDue = false
    }

    private mutating func ascii(_ byte: UInt8) {
        settleBlank()
        bytes.append(byte)
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: letters += 1
        case 0x2C, 0x3B: commas += 1
        case 0x2E, 0x21, 0x3F: endSentence()
        case 0x22, 0x27, 0x29, 0x5D: closeAfterSentence(1)
        default: break
        }
    }

    private mutating func other(_ scalar: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85:
            blankIsDue = true
            return
        case 0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC, 0xFFFD, 0xE000...0xF8FF:
            return
        case 0x80..<0xA0:
            settleBlank()
            appendScalar(Windows1252.scalar(scalar), to: &bytes)
            return
        default:
            settleBlank()
            bytes.append(contentsOf: text[range])
        }
        switch scalar {
        case 0x060C, 0x061B, 0x3001, 0xFF0C: commas += 1
        case 0x061F, 0x06D4, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x0964: endSentence()
        case 0xBB, 0x2019, 0x201D, 0x201C, 0x300D, 0x300F, 0xFF09, 0x203A: closeAfterSentence(range.count)
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x0E00...0x0E7F: letters += 2
        case 0x00AA..<0x2000, 0x2C00..<0x2E00: letters += 1
        default: break
        }
    }

    private mutating func endSentence() {
        sentences += 1
        sentenceEnd = bytes.count
    }

    /// A quote or bracket right after a full stop belongs to the sentence.
    private mutating func closeAfterSentence(_ length: Int) {
        if sentenceEnd == bytes.count - length { sentenceEnd = bytes.count }
    }

    mutating func drop() {
        self = LineBuilder()
    }

    /// Ends the line. `nil` when there is nothing in it.
    mutating func end(into text: inout [UInt8], owner: Int32, kind: Page.Block.Kind) -> Page.Block? {
        defer { reset() }
        while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty else { return nil }
        let start = text.count
        text.append(contentsOf: bytes)
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return Page.Block(
            owner: owner, kind: kind, bytes: start..<text.count, letters: Int32(letters),
            linkLetters: Int32(linkLetters), boldLetters: Int32(boldLetters), links: Int32(links),
            sentences: Int32(sentences), commas: Int32(commas), endsLikeSentence: sentenceEnd == bytes.count,
            hash: hash.value)
    }

    private mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        blankIsDue = false
        (letters, linkLetters, boldLetters, commas, sentences, sentenceEnd, links) = (0, 0, 0, 0, 0, 0, 0)
    }
}

/// What browsers make of the numeric references `&#128;` … `&#159;`.
private enum Windows1252 {
    static func scalar(_ control: UInt32) -> UInt32 {
        let index = Int(control) - 0x80
        return table.indices.contains(index) ? table[index] : 0x20
    }

    /// Source: WHATWG HTML, section 13.2.5.80 (numeric character reference end state).
    private static let table: [UInt32] = [
        0x20AC, 0x20, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x20,
        0x017D, 0x20, 0x20, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x20, 0x017E, 0x0178,
    ]
}
