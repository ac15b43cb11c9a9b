/// The part of a folded word that carries its meaning: Arabic articles, particles and plural endings and the English
/// plural cut off.
///
/// Source: the affixes of light10 (Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval").
enum Stem {
    /// The range of the stem inside `word`, never empty. `bytes` is folded text.
    static func range(of word: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard bytes[word.lowerBound] >= 0xD8, bytes[word.lowerBound] <= 0xDB else { return latin(word, in: bytes) }
        var stem = word
        if stem.count >= 8, starts(stem, with: Letter.waw, in: bytes) { stem = stem.lowerBound + 2..<stem.upperBound }
        for prefix in prefixes where stem.count >= prefix.count + 4 && starts(stem, with: prefix, in: bytes) {
            stem = stem.lowerBound + prefix.count..<stem.upperBound
            break
        }
        for suffix in suffixes where stem.count >= suffix.count + 4 && ends(stem, with: suffix, in: bytes) {
            stem = stem.lowerBound..<stem.upperBound - suffix.count
        }
        return stem
    }

    private static func latin(_ word: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let last = word.upperBound - 1
        guard word.count > 3, bytes[last] == 0x73, bytes[last - 1] != 0x73 else { return word }
        return word.lowerBound..<last
    }

    private enum Letter {
        static let waw = Array("و".utf8)
    }

    private static let prefixes = ["وال", "بال", "كال", "فال", "ال", "لل"].map { Array($0.utf8) }
    private static let suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map { Array($0.utf8) }

    private static func starts(_ word: Range<Int>, with affix: [UInt8], in bytes: [UInt8]) -> Bool {
        for (offset, byte) in affix.enumerated() where bytes[word.lowerBound + offset] != byte { return false }
        return true
    }

    private static func ends(_ word: Range<Int>, with affix: [UInt8], in bytes: [UInt8]) -> Bool {
        let start = word.upperBound - affix.count
        for (offset, byte) in affix.enumerated() where bytes[start + offset] != byte { return false }
        return true
    }
}
