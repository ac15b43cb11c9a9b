/// Finds the story that a new article belongs to: the one whose members are nearest to it, if they are near enough.
struct StoryFinder: Sendable {
    /// Terms of an article under which it is found, those it says most, and those of a new one that are looked for, the
    /// rarest of what it says.
    private static let postedTerms = 16
    private static let askedTerms = 24
    /// Articles looked at for a term, newest first, and articles compared in full, those first that share the most.
    private static let articlesOfATerm = 48
    private static let comparisons = 24
    /// Members of a story that are asked, the nearest: with one, affairs grow together by chains; with all, another
    /// angle on a story stands outside.
    private static let members = 8
    /// The mean cosine to those members from which on an article belongs. Two Arabic articles have more stems in common
    /// by chance than two others, since the stemmer makes one of many. Tuned with `members` on eight days of five Arabic
    /// outlets (992 articles, 137 stories), so that each two days are served by what the other six chose, and on 69
    /// events of 94 English ones.
    private static let leastNearness: (arabic: Float, other: Float) = (0.18, 0.15)

    private(set) var statistics = TermStatistics()
    private var index = TermIndex()

    /// Lets an article draw others into its story.
    ///
    /// - Parameter later: only once ``settle()`` was called, which is faster for many.
    mutating func add(_ terms: [Term], as number: UInt32, later: Bool) {
        statistics.add(terms)
        for term in terms.prefix(StoryFinder.postedTerms) {
            if later { index.addLater(term.key, document: number) } else { index.add(term.key, document: number) }
        }
    }

    mutating func settle() {
        index.settle()
    }

    /// Forgets how often an article's terms were met.
    mutating func remove(_ terms: UnsafeBufferPointer<Term>) {
        statistics.remove(terms)
    }

    /// Lets the articles before `number` draw no others any more.
    mutating func forget(before number: UInt32) {
        index.forget(before: number)
    }

    /// The story nearest to a new article; `nil` when none is near enough.
    ///
    /// - Parameter time: when the article was published, milliseconds since 1970.
    func best(for article: TermComparison, isArabic: Bool, time: Int64, in documents: Documents) -> UInt64? {
        let least = isArabic ? StoryFinder.leastNearness.arabic : StoryFinder.leastNearness.other
        var stories: [UInt64: [Float]] = [:]
        for number in candidates(for: article, in: documents) {
            documents.withText(number) { old in
                guard old.document.isAlive else { return }
                let cosine = article.cosine(with: old.terms, square: old.document.square)
                stories[old.document.story, default: []].append(cosine * Closeness.of(time - old.document.time))
            }
        }
        var best: (nearness: Float, story: UInt64)?
        for (story, all) in stories {
            let asked = all.sorted(by: >).prefix(StoryFinder.members)
            let nearness = asked.reduce(0, +) / Float(asked.count)
            guard nearness >= least else { continue }
            if best.map({ $0 < (nearness, story) }) ?? true { best = (nearness, story) }
        }
        return best?.story
    }

    /// The recent articles that share the weightiest terms, most first.
    private func candidates(for article: TermComparison, in documents: Documents) -> [UInt32] {
        var shared = SharedWeights()
        for place in article.weightiest(StoryFinder.askedTerms) {
            let weight = article.square(at: place)
            index.forEach(article.terms[place].key, limit: StoryFinder.articlesOfATerm) { number in
                shared.add(weight, to: number)
            }
        }
        return shared.most(StoryFinder.comparisons).filter { documents.span.contains($0) }
    }
}

/// How much articles so far apart in time can be one happening, 0…1.
enum Closeness {
    /// Hours: reports of a happening come within about two days; after that, the more alike the longer they belong.
    private static let full: Float = 48
    private static let none: Float = 336

    static func of(_ milliseconds: Int64) -> Float {
        let hours = Float(milliseconds.magnitude) / 3_600_000
        return min(max((none - hours) / (none - full), 0), 1)
    }
}
