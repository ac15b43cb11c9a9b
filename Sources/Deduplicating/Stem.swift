/// The part of a folded word that carries its meaning: Arabic articles, particles and plural endings and the English
/// plural cut off.
///
/// Source: the affixes of light10 (Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval").
enum Stem {
    /// The range of the stem inside `word`, never empty. `bytes` is folded text.
    static func range(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard (0xD8...0xDB).contains(bytes[word.lowerBound]) else { return latin(word, in: bytes) }
        return withoutSuffixes(withoutPrefixes(word, in: bytes), in: bytes)
    }

    private static func latin(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let last = word.upperBound - 1
        guard word.count > 3, bytes[last] == 0x73, bytes[last - 1] != 0x73 else { return word }
        return word.lowerBound..<last
    }

    /// و before four letters or more, then one of وال بال كال فال ال لل before two or more. A letter is two bytes.
    private static func withoutPrefixes(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = word.lowerBound
        let end = word.upperBound
        if end - start >= 8, letter(at: start, in: bytes) == Letter.waw { start += 2 }
        guard end - start >= 8 else { return start..<end }
        let (first, second) = (letter(at: start, in: bytes), letter(at: start + 2, in: bytes))
        switch first {
        case Letter.waw, Letter.ba, Letter.kaf, Letter.fa:
            let isArticle = second == Letter.alef && letter(at: start + 4, in: bytes) == Letter.lam
            if end - start >= 10, isArticle { start += 6 }
        case Letter.alef, Letter.lam:
            if second == Letter.lam { start += 4 }
        default: break
        }
        return start..<end
    }

    /// One each of ها ان ات ون ين يه ه ي, in this order, behind two letters or more.
    private static func withoutSuffixes(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = word.lowerBound
        var end = word.upperBound
        for (first, second) in suffixes where end - start >= 8 {
            if letter(at: end - 2, in: bytes) == second, letter(at: end - 4, in: bytes) == first { end -= 4 }
        }
        if end - start >= 6, letter(at: end - 2, in: bytes) == Letter.ha { end -= 2 }
        if end - start >= 6, letter(at: end - 2, in: bytes) == Letter.ya { end -= 2 }
        return start..<end
    }

    private static func letter(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
        UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }

    /// Letters in UTF-8.
    private enum Letter {
        static let alef: UInt16 = 0xD8A7
        static let ba: UInt16 = 0xD8A8
        static let ta: UInt16 = 0xD8AA
        static let fa: UInt16 = 0xD981
        static let kaf: UInt16 = 0xD983
        static let lam: UInt16 = 0xD984
        static let nun: UInt16 = 0xD986
        static let ha: UInt16 = 0xD987
        static let waw: UInt16 = 0xD988
        static let ya: UInt16 = 0xD98A
    }

    private static let suffixes = [
        (Letter.ha, Letter.alef), (Letter.alef, Letter.nun), (Letter.alef, Letter.ta), (Letter.waw, Letter.nun),
        (Letter.ya, Letter.nun), (Letter.ya, Letter.ha),
    ]
}
