import NewsModel
import NewsText

/// What two texts are compared by: their folded words.
struct TextDigest {
    /// Equal for texts that read the same.
    let hash: UInt64
    let words: [String]

    init(_ text: String) {
        words = foldedWords(of: text)
        var hash = StableHash()
        for word in words {
            hash.add(word)
            hash.add(0xFF)
        }
        self.hash = hash.value
    }

    /// Whether a change from `old` to this is a slip of the pen: not more than one word in fifty, and no number.
    func isSlip(from old: TextDigest) -> Bool {
        if hash == old.hash { return true }
        var counts: [String: Int] = [:]
        for word in old.words { counts[word, default: 0] += 1 }
        for word in words { counts[word, default: 0] -= 1 }
        let differing = counts.values.reduce(0) { $0 + abs($1) }
        let hasOtherNumbers = counts.contains { $0.value != 0 && $0.key.utf8.contains { (0x30...0x39).contains($0) } }
        return !hasOtherNumbers && differing * 50 <= words.count + old.words.count
    }

    /// Fewer words may be equal by chance: a headline, a line of weather.
    var isTelling: Bool { words.count >= 20 }
}
