import NewsModel
import NewsText

/// What two texts are compared by: their folded words.
struct TextDigest {
    /// Equal for texts that read the same.
    let hash: UInt64
    private let text: String
    private let wordCount: Int

    init(_ text: String) {
        self.text = text
        var text = text
        let folded = text.withUTF8 { Folding.fold($0) }
        (hash, wordCount) = folded.withUnsafeBufferPointer { bytes in
            var hash = StableHash()
            let words = wordRanges(inFolded: bytes)
            for word in words {
                for index in word { hash.add(bytes[index]) }
                hash.add(0xFF)
            }
            return (hash.value, words.count)
        }
    }

    /// Whether a change from `old` to this is a slip of the pen: not more than one word in fifty, and no number.
    func isSlip(from old: TextDigest) -> Bool {
        if hash == old.hash { return true }
        var counts: [String: Int] = [:]
        for word in foldedWords(of: old.text) { counts[word, default: 0] += 1 }
        for word in foldedWords(of: text) { counts[word, default: 0] -= 1 }
        let differing = counts.values.reduce(0) { $0 + abs($1) }
        let hasOtherNumbers = counts.contains { $0.value != 0 && $0.key.utf8.contains { (0x30...0x39).contains($0) } }
        return !hasOtherNumbers && differing * 50 <= wordCount + old.wordCount
    }

    /// Fewer words may be equal by chance: a headline, a line of weather.
    var isTelling: Bool { wordCount >= 20 }
}
