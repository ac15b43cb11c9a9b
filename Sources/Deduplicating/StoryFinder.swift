import Glibc

/// Finds the story that a new article belongs to.
struct StoryFinder: Sendable {
    /// Terms of an article under which it is found, weightiest first, and looked for.
    private static let postedTerms = 16
    private static let askedTerms = 32
    /// Articles looked at for a term, newest first, and compared in full.
    private static let articlesOfATerm = 256
    private static let comparisons = 48
    /// Members of a story that are asked, the nearest.
    private static let members = 3
    static let leastSimilarity: Float = 0.25

    private var index = TermIndex()
    private var statistics = TermStatistics()
    /// Scratch, all zero between calls: for each document of the window the weight of the terms it shares.
    private var shared: [Float] = []

    mutating func add(_ terms: [Term], as number: UInt32) {
        statistics.add(terms)
        for term in terms.prefix(StoryFinder.postedTerms) { index.add(term.key, document: number) }
    }

    /// Forgets the articles before `number`; `terms` are those of the one before it.
    mutating func forget(_ terms: [Term], before number: UInt32) {
        statistics.remove(terms)
        index.forget(before: number)
    }

    /// The story nearest to an article, if one is near enough.
    mutating func best(for terms: [Term], time: Int64, in documents: Documents) -> UInt64? {
        guard !terms.isEmpty else { return nil }
        let weights = TermWeights(terms, statistics)
        var stories: [UInt64: [Float]] = [:]
        for number in candidates(terms, weights, documents) {
            guard let document = documents[number], document.isAlive, !document.terms.isEmpty else { continue }
            let nearness = weights.cosine(with: document.terms, statistics) * Closeness.of(time - document.time)
            stories[document.story, default: []].append(nearness)
        }
        var best: (story: UInt64, nearness: Float)?
        for (story, all) in stories {
            let nearest = all.sorted(by: >).prefix(StoryFinder.members)
            let nearness = nearest.reduce(0, +) / Float(nearest.count)
            if nearness >= StoryFinder.leastSimilarity,
                best.map({ ($0.nearness, $0.story) < (nearness, story) }) ?? true
            {
                best = (story, nearness)
            }
        }
        return best?.story
    }

    private mutating func candidates(_ terms: [Term], _ weights: TermWeights, _ documents: Documents) -> [UInt32] {
        if shared.count < documents.count { shared = Array(repeating: 0, count: documents.count * 3 / 2) }
        var met: [UInt32] = []
        for term in terms.prefix(StoryFinder.askedTerms) {
            let weight = weights.square(of: term)
            index.forEach(term.key, newest: documents.next &- 1, limit: StoryFinder.articlesOfATerm) { number in
                guard number >= documents.oldest, number < documents.next else { return }
                let place = Int(number - documents.oldest)
                if shared[place] == 0 { met.append(number) }
                shared[place] += weight
            }
        }
        let ranked = met.map { (weight: shared[Int($0 - documents.oldest)], number: $0) }
        for number in met { shared[Int(number - documents.oldest)] = 0 }
        return ranked.sorted { ($0.weight, $0.number) > ($1.weight, $1.number) }.prefix(StoryFinder.comparisons).map(
            \.number)
    }
}

/// How much articles so far apart in time can be the same happening, 0…1.
enum Closeness {
    private static let full: Double = 24
    private static let none: Double = 96

    static func of(_ milliseconds: Int64) -> Float {
        let hours = Double(abs(milliseconds)) / 3_600_000
        return Float(min(max((none - hours) / (none - full), 0), 1))
    }
}

/// The terms of one article with their weights, looked up by term.
struct TermWeights {
    private var table: [(key: UInt32, weight: Float)]
    private var length: Float = 0

    init(_ terms: [Term], _ statistics: TermStatistics) {
        table = Array(repeating: (.max, 0), count: 256)
        for term in terms.prefix(128) {
            let weight = term.weight * statistics.rarity(of: term)
            var place = Int(term.key & 255)
            while table[place].key != .max { place = (place + 1) & 255 }
            table[place] = (term.key, weight)
            length += weight * weight
        }
        length = length.squareRoot()
    }

    func weight(of key: UInt32) -> Float {
        var place = Int(key & 255)
        while table[place].key != .max {
            if table[place].key == key { return table[place].weight }
            place = (place + 1) & 255
        }
        return 0
    }

    func square(of term: Term) -> Float {
        let weight = weight(of: term.key)
        return weight * weight
    }

    func cosine(with terms: [Term], _ statistics: TermStatistics) -> Float {
        var product: Float = 0
        var square: Float = 0
        for term in terms {
            let weight = term.weight * statistics.rarity(of: term)
            square += weight * weight
            product += weight * self.weight(of: term.key)
        }
        return square == 0 || length == 0 ? 0 : product / (square.squareRoot() * length)
    }
}
