/// A paragraph by which a publisher's articles are seen to repeat one another, in 32 bits.
struct ParagraphMark: Hashable, Sendable {
    let packed: UInt32

    init(packed: UInt32) {
        self.packed = packed
    }

    /// - Parameters:
    ///   - hash: of the publisher and the words; its upper 31 bits count.
    ///   - isAside: whether little of what the paragraph says stands in the article's title and first paragraphs.
    init(hash: UInt32, isAside: Bool) {
        packed = hash & ~1 | (isAside ? 1 : 0)
    }

    /// 31 bits of hash.
    var key: UInt32 { packed >> 1 }

    var isAside: Bool { packed & 1 != 0 }
}

/// The paragraphs that the publishers of the last days showed, and which of them under several articles: teasers of
/// other articles, appeals to subscribe, standing explanations.
///
/// Bounded whatever comes, 2 MB: a paragraph takes the place of the one of its set that was met longest ago. With ten
/// paragraphs an article these are those of the last 26,000 articles.
struct ParagraphMemory: Sendable {
    private static let ways = 4

    /// Sets of entries, in each the last met first: the paragraph's key in the upper half, below it the number of the
    /// only article that has it, or 0 for several. An entry of all ones is free.
    private var entries: [UInt64]

    init(sets: Int = 1 << 16) {
        entries = Array(repeating: .max, count: sets * ParagraphMemory.ways)
    }

    /// The asides of an article that others of its publisher have as well: the bit of each is set, the first lowest.
    ///
    /// - Parameter isSame: whether the article of a number is an earlier state of this one.
    func repeated(_ paragraphs: [ParagraphMark], isSame: (UInt32) -> Bool) -> UInt64 {
        var repeated: UInt64 = 0
        for (place, paragraph) in paragraphs.enumerated() where paragraph.isAside {
            guard let entry = entry(of: paragraph) else { continue }
            let number = UInt32(truncatingIfNeeded: entries[entry])
            if number == 0 || !isSame(number) { repeated |= 1 << UInt64(place) }
        }
        return repeated
    }

    /// Takes up the paragraphs of the article of a number, which is not 0.
    mutating func add(_ paragraphs: [ParagraphMark], as number: UInt32, isSame: (UInt32) -> Bool) {
        for paragraph in paragraphs {
            let first = start(of: paragraph)
            var kept = number
            var place = first + ParagraphMemory.ways - 1
            if let known = entry(of: paragraph) {
                let other = UInt32(truncatingIfNeeded: entries[known])
                if other != number, other == 0 || !isSame(other) { kept = 0 }
                place = known
            }
            while place > first {
                entries[place] = entries[place - 1]
                place -= 1
            }
            entries[first] = UInt64(paragraph.key) << 32 | UInt64(kept)
        }
    }

    private func entry(of paragraph: ParagraphMark) -> Int? {
        let first = start(of: paragraph)
        return (first..<first + ParagraphMemory.ways).first { entries[$0] >> 32 == UInt64(paragraph.key) }
    }

    private func start(of paragraph: ParagraphMark) -> Int {
        Int(paragraph.key) % (entries.count / ParagraphMemory.ways) * ParagraphMemory.ways
    }
}

extension Fingerprint {
    /// The same article, but what is first said in the paragraphs of a set of bits says as little as it can: it neither
    /// makes a story nor tells a copy from another article.
    func discounting(_ repeated: UInt64) -> Fingerprint {
        guard repeated != 0, termPlaces.count == terms.count else { return self }
        var own: [Term] = []
        var others: [Term] = []
        for (term, place) in zip(terms, termPlaces) {
            if place > 0, place <= 64, repeated >> UInt64(place - 1) & 1 != 0 {
                others.append(term.discounted)
            } else {
                own.append(term)
            }
        }
        return Fingerprint(
            length: length, words: words, anchors: anchors, numbers: numbers, terms: own + others,
            paragraphs: paragraphs, termPlaces: [], isArabic: isArabic, source: source)
    }
}
