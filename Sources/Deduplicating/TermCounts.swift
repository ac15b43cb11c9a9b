import Glibc

/// How often each stem of an article stands in it.
struct TermCounts {
    private struct Entry {
        let stem: StemCache.Stem
        let commonness: Commonness
        let isInTitle: Bool
        let paragraph: Int
        var times: Float = 0
        /// The last paragraph that was looked at for ``TermCounts/share(of:amongFirst:paragraph:)``.
        var asked = -1
    }

    private var entries: [Entry] = []
    /// Open addressing: the place of a stem in `entries` plus one; 0 is free. Larger than the words that are counted.
    private var table: [UInt16] = Array(repeating: 0, count: TermCounts.size)

    private static let size = 4096
    /// Bits of a hash by which stems are told apart, as in ``Term/key``.
    private static let keyShift: UInt32 = 10

    /// Different stems so far, which are numbered in the order they were met.
    var count: Int { entries.count }

    /// The number of a word's stem; `nil` for what does not count: numbers, single letters, what stands everywhere.
    ///
    /// - Parameter paragraph: where it stands, `nil` for the title.
    mutating func stem(_ number: Int, of text: FoldedWords, in paragraph: Int?, _ stems: inout StemCache) -> Int? {
        let word = text.words[number]
        guard word.count > 1, !text.isNumber(word), entries.count < TermCounts.size / 2 else { return nil }
        let stem = stems.stem(of: number, in: text)
        guard let commonness = stem.commonness else { return nil }
        var place = Int(stem.hash >> TermCounts.keyShift) & (TermCounts.size - 1)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            if entries[index].stem.hash == stem.hash { return index }
            place = (place + 1) & (TermCounts.size - 1)
        }
        entries.append(
            Entry(stem: stem, commonness: commonness, isInTitle: paragraph == nil, paragraph: paragraph ?? -1))
        table[place] = UInt16(entries.count)
        return entries.count - 1
    }

    mutating func add(_ times: Float, to number: Int) {
        entries[number].times += times
    }

    /// The share of what the stems of a paragraph say that the first `head` stems of the article say as well, 0…1; 1
    /// when they say nothing.
    mutating func share(of numbers: [Int?], amongFirst head: Int, paragraph: Int) -> Float {
        var (shared, all) = (Float(0), Float(0))
        for case .some(let number) in numbers where entries[number].asked != paragraph {
            entries[number].asked = paragraph
            let rarity = entries[number].commonness.rarity
            all += rarity
            if number < head { shared += rarity }
        }
        return all > 0 ? shared / all : 1
    }

    /// The stems that tell something, in the order they were met, and the paragraph each was first met in, -1 for the
    /// title.
    var terms: [(term: Term, paragraph: Int)] {
        entries.map { entry in
            let term = Term(
                hash: entry.stem.hash, commonness: entry.commonness, isInTitle: entry.isInTitle,
                weight: entry.times < 1 ? entry.times : 1 + log(entry.times))
            return (term, entry.paragraph)
        }
    }
}
