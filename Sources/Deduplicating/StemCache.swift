import NewsText

/// The stems of the words met so far, and how common they are. Most words of a text were met before, and a stem takes
/// fifty times as long to make as to look up.
struct StemCache: Sendable {
    /// A stem by its hash, of which the upper 22 bits count, as in ``Term/key``.
    struct Stem: Sendable {
        fileprivate let packed: UInt32

        fileprivate init(hash: UInt32, commonness: Commonness?) {
            packed = hash & 0xFFFF_FC00 | UInt32(commonness?.rawValue ?? StemCache.everywhere)
        }

        fileprivate init(packed: UInt32) {
            self.packed = packed
        }

        var hash: UInt32 { packed & 0xFFFF_FC00 }

        /// `nil` for a stem that stands everywhere and tells nothing.
        var commonness: Commonness? { Commonness(rawValue: UInt8(packed & 0xFF)) }
    }

    private static let everywhere: UInt8 = 0xFF

    private var stemmer = FoldedStemmer()
    /// At the place of a word's hash the hash above, its stem below; 0 is free. A word takes the place of another.
    private var table: [UInt64]

    /// - Parameter bits: the logarithm of how many words are remembered.
    init(bits: Int) {
        table = Array(repeating: 0, count: 1 << bits)
    }

    /// The stem of a word of folded text.
    mutating func stem(of number: Int, in text: FoldedWords) -> Stem {
        let hash = text.hashes[number]
        let place = Int(hash) & (table.count - 1)
        let entry = table[place]
        if entry >> 32 == UInt64(hash), entry != 0 { return Stem(packed: UInt32(truncatingIfNeeded: entry)) }
        let stem = text.bytes.withUnsafeBufferPointer { bytes in
            stemmer.stem(UnsafeBufferPointer(rebasing: bytes[text.words[number]]))
        }
        let stemHash = stem.withUnsafeBufferPointer { FoldedWords.hash($0, 0..<$0.count) }
        let made = Stem(hash: stemHash, commonness: CommonWords.commonness(of: stemHash))
        table[place] = UInt64(hash) << 32 | UInt64(made.packed)
        return made
    }
}
