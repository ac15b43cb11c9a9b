import Glibc

/// How often each stem of an article stands in it.
struct TermCounts {
    private struct Entry {
        var stem: StemCache.Stem
        var times: Float
        var isInTitle: Bool
    }

    private var entries: [Entry] = []
    /// Open addressing: the place of a stem in `entries` plus one; 0 is free. Larger than the words that are counted.
    private var table: [UInt16] = Array(repeating: 0, count: TermCounts.size)

    private static let size = 4096
    /// Bits of a hash by which stems are told apart, as in ``Term/key``.
    private static let keyShift: UInt32 = 10

    /// Counts a word. Numbers and single letters do not count, nor does what stands everywhere.
    mutating func add(_ number: Int, of text: FoldedWords, times: Float, isInTitle: Bool, stems: inout StemCache) {
        let word = text.words[number]
        guard word.count > 1, !text.isNumber(word), entries.count < TermCounts.size / 2 else { return }
        let stem = stems.stem(of: number, in: text)
        guard stem.commonness != nil else { return }
        var place = Int(stem.hash >> TermCounts.keyShift) & (TermCounts.size - 1)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            if entries[index].stem.hash == stem.hash {
                entries[index].times += times
                return
            }
            place = (place + 1) & (TermCounts.size - 1)
        }
        entries.append(Entry(stem: stem, times: times, isInTitle: isInTitle))
        table[place] = UInt16(entries.count)
    }

    /// The stems that tell something, in the order they were met.
    var terms: [Term] {
        entries.compactMap { entry in
            entry.stem.commonness.map { commonness in
                Term(
                    hash: entry.stem.hash, commonness: commonness, isInTitle: entry.isInTitle,
                    weight: 1 + log(entry.times))
            }
        }
    }
}
