import NewsText

/// The words of a text as they are compared: folded, where each stands, its hash and how many letters it has.
struct FoldedWords: Sendable {
    let bytes: [UInt8]
    let words: [Range<Int>]
    /// Of each word a hash, all of whose bits are good.
    private(set) var hashes: [UInt32]
    private(set) var letters: [Int]
    /// The words of each line that has any.
    let paragraphs: [Range<Int>]

    /// The words of the first `byteLimit` bytes of `text`.
    init(_ text: String, byteLimit: Int) {
        let (bytes, ends) = FoldedWords.foldLines(text, byteLimit: byteLimit)
        let words = bytes.withUnsafeBufferPointer { wordRanges(inFolded: $0) }
        paragraphs = FoldedWords.paragraphs(of: words, lineEnds: ends)
        self.bytes = bytes
        self.words = words
        hashes = Array(repeating: 0, count: words.count)
        letters = Array(repeating: 0, count: words.count)
        bytes.withUnsafeBufferPointer { bytes in
            for (place, word) in words.enumerated() {
                hashes[place] = FoldedWords.hash(bytes, word)
                letters[place] = FoldedWords.letters(bytes, word)
            }
        }
    }

    /// The folded lines, a blank between them, and where each ends.
    private static func foldLines(_ text: String, byteLimit: Int) -> (bytes: [UInt8], ends: [Int]) {
        var text = text
        return text.withUTF8 { utf8 in
            var bytes: [UInt8] = []
            var ends: [Int] = []
            for line in utf8.prefix(byteLimit).split(separator: 0x0A) {
                bytes.append(contentsOf: Folding.fold(UnsafeBufferPointer(rebasing: line)))
                ends.append(bytes.count)
                bytes.append(0x20)
            }
            return (bytes, ends)
        }
    }

    private static func paragraphs(of words: [Range<Int>], lineEnds: [Int]) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = 0
        for end in lineEnds {
            var next = start
            while next < words.count, words[next].lowerBound < end { next += 1 }
            if next > start { paragraphs.append(start..<next) }
            start = next
        }
        return paragraphs
    }

    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in word { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
        hash = (hash ^ hash >> 16) &* 0x7FEB_352D
        hash = (hash ^ hash >> 15) &* 0x846C_A68B
        return hash ^ hash >> 16
    }

    /// Whether a word begins with a digit.
    func isNumber(_ word: Range<Int>) -> Bool {
        (0x30...0x39).contains(bytes[word.lowerBound])
    }

    private static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
        var letters = 0
        for index in word where bytes[index] & 0xC0 != 0x80 { letters += 1 }
        return letters
    }
}
