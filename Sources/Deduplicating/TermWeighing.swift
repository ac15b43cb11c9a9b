import Glibc

/// Chooses what an article is about: its stems, weighed by how often and where they stand.
struct TermWeighing {
    /// Terms that are kept of an article: of a long one more, since a cut copy of it may be about any part.
    static let limits = 64...160
    private static let wordsOfATerm = 4
    private static let titleWords = 64
    /// Times a word counts in the title, among the first words, which tell what happened, and far below, where the
    /// background is told.
    private static let titleTimes: Float = 3
    private static let leadTimes: Float = 2
    private static let farTimes: Float = 0.5
    private static let leadWords = 50
    private static let farWords = 200
    /// The title and the first paragraphs that have so many words tell what the article is about. A later paragraph that
    /// says something else by nine tenths is another article's teaser or a digression: its words count half.
    private static let headWords = 60
    private static let headParagraphs = 2
    private static let foreignShare: Float = 0.1
    private static let foreignTimes: Float = 0.5
    /// One that says something else by half is an aside: what its publisher repeats under other articles.
    private static let asideShare: Float = 0.5
    /// Words of a paragraph that is worth remembering.
    private static let paragraphWords = 8

    private var counts = TermCounts()
    /// Stems of the head, once it has been read.
    private var head: Int?
    /// Long paragraphs so far.
    private(set) var paragraphs: [ParagraphMark] = []
    /// Terms and the paragraphs they were first met in, see ``Fingerprint/termPlaces``.
    private(set) var terms: [Term] = []
    private(set) var termPlaces: [UInt8] = []

    /// - Parameter source: a hash of the publisher, 0 for none.
    init(title: FoldedWords, text: FoldedWords, source: UInt16, stems: inout StemCache) {
        for word in title.words.indices.prefix(TermWeighing.titleWords) {
            if let stem = counts.stem(word, of: title, in: nil, &stems) {
                counts.add(TermWeighing.titleTimes, to: stem)
            }
        }
        var marks: [Int: UInt8] = [:]
        for (number, words) in text.paragraphs.enumerated() where words.lowerBound < Fingerprint.wordLimit {
            let share = count(words.clamped(to: 0..<Fingerprint.wordLimit), of: text, paragraph: number, &stems)
            guard source != 0, words.count >= TermWeighing.paragraphWords,
                paragraphs.count < Fingerprint.paragraphLimit
            else { continue }
            paragraphs.append(
                ParagraphMark(
                    hash: TermWeighing.hash(text.hashes[words], source), isAside: share < TermWeighing.asideShare))
            marks[number] = UInt8(paragraphs.count)
        }
        choose(
            min(
                max(text.words.count / TermWeighing.wordsOfATerm, TermWeighing.limits.lowerBound),
                TermWeighing.limits.upperBound), marks)
    }

    /// Counts the words of a paragraph.
    ///
    /// - Returns: how much of it the head says as well, 0…1; 1 for a part of the head.
    private mutating func count(
        _ words: Range<Int>, of text: FoldedWords, paragraph: Int, _ stems: inout StemCache
    ) -> Float {
        let numbers = words.map { counts.stem($0, of: text, in: paragraph, &stems) }
        let share = head.map { counts.share(of: numbers, amongFirst: $0, paragraph: paragraph) } ?? 1
        let part = share < TermWeighing.foreignShare ? TermWeighing.foreignTimes : 1
        for (word, number) in zip(words, numbers) {
            if let number { counts.add(TermWeighing.times(word) * part, to: number) }
        }
        if head == nil, words.upperBound >= TermWeighing.headWords, paragraph + 1 >= TermWeighing.headParagraphs {
            head = counts.count
        }
        return share
    }

    /// How much a word counts for where it stands.
    private static func times(_ word: Int) -> Float {
        word < leadWords ? leadTimes : word < farWords ? 1 : farTimes
    }

    /// Keeps the weightiest terms, those first.
    private mutating func choose(_ limit: Int, _ marks: [Int: UInt8]) {
        var best = Best<(term: Term, paragraph: Int)>(limit: limit)
        for item in counts.terms { best.offer(item, worth: item.term.weight * item.term.commonness.rarity) }
        let chosen = best.items
        terms = chosen.map(\.term)
        if paragraphs.contains(where: \.isAside) { termPlaces = chosen.map { marks[$0.paragraph] ?? 0 } }
    }

    private static func hash(_ words: ArraySlice<UInt32>, _ source: UInt16) -> UInt32 {
        var hash = UInt64(source)
        for word in words { hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }
}

extension Commonness {
    /// How much a stem says, before anything is known of the articles of the day.
    var rarity: Float { Commonness.rarities[Int(rawValue)] }

    private static let rarities = Commonness.allCases.map { log(500 / Float($0.expected)) }
}
