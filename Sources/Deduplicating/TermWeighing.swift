import Glibc

/// Chooses what an article is about: its stems, weighed by how often and where they stand.
enum TermWeighing {
    /// Terms that are kept of an article: of a long one more, since a cut copy of it may be about any part.
    static let limits = 64...160
    private static let wordsOfATerm = 4
    /// Times a word counts in the title, and among the first words, which tell what happened.
    private static let titleTimes: Float = 3
    private static let leadTimes: Float = 2
    private static let leadWords = 50
    private static let titleWords = 64

    /// The terms of an article, weightiest first.
    static func terms(title: FoldedWords, text: FoldedWords, stems: inout StemCache) -> [Term] {
        var counts = TermCounts()
        for word in title.words.indices.prefix(titleWords) {
            counts.add(word, of: title, times: titleTimes, isInTitle: true, stems: &stems)
        }
        for word in text.words.indices.prefix(Fingerprint.wordLimit) {
            let times = word < leadWords ? leadTimes : 1
            counts.add(word, of: text, times: times, isInTitle: false, stems: &stems)
        }
        let limit = min(max(text.words.count / wordsOfATerm, limits.lowerBound), limits.upperBound)
        var best = Best<Term>(limit: limit)
        for term in counts.terms { best.offer(term, worth: rank(term)) }
        return best.items
    }

    /// What decides which terms are kept and asked first, before anything is known of how rare they are.
    private static func rank(_ term: Term) -> Float {
        term.weight * rarities[Int(term.commonness.rawValue)]
    }

    private static let rarities = Commonness.allCases.map { log(500 / Float($0.expected)) }
}
