import Glibc

/// Chooses what an article is about: its stems, weighed by how often and where they stand.
enum TermWeighing {
    /// Terms that are kept of an article.
    static let limit = 64
    /// Times a word counts in the title, and among the first words.
    static let titleTimes: Float = 3
    static let leadTimes: Float = 2
    static let leadWords = 50

    static func terms(title: FoldedWords, text: FoldedWords) -> [Term] {
        var counts = TermCounts()
        for word in title.words.prefix(64) { counts.add(word, of: title, times: titleTimes) }
        for (place, word) in text.words.prefix(Fingerprint.wordLimit).enumerated() {
            counts.add(word, of: text, times: place < leadWords ? leadTimes : 1)
        }
        let terms = counts.entries.map { entry in
            Term(hash: entry.hash, commonness: entry.commonness, weight: 1 + log(entry.times))
        }
        return Array(terms.sorted { rank($0) > rank($1) }.prefix(limit))
    }

    private static func rank(_ term: Term) -> UInt64 {
        UInt64(term.weight * (4 - Float(term.commonness.rawValue)) * 64) << 32 | UInt64(term.key)
    }
}

/// How often each stem of an article stands in it.
struct TermCounts {
    private(set) var entries: [(hash: UInt32, times: Float, commonness: Commonness)] = []
    private var table: [UInt16] = Array(repeating: 0, count: 4096)

    /// Counts a word; numbers and words that everybody uses do not count.
    mutating func add(_ word: Range<Int>, of text: FoldedWords, times: Float) {
        guard word.count > 1, !text.isNumber(word) else { return }
        let hash = text.hash(Stem.range(of: word, in: text.bytes))
        var place = Int(hash >> 10) & (table.count - 1)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            if entries[index].hash >> 10 == hash >> 10 {
                entries[index].times += times
                return
            }
            place = (place + 1) & (table.count - 1)
        }
        entries.append((hash, times, .rare))
        table[place] = UInt16(entries.count)
    }
}
