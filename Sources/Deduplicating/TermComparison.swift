/// The terms of one new article, laid out so that they are quick to compare with those of many old ones.
struct TermComparison: Sendable {
    private static let size = 512

    let terms: [Term]
    /// How rare each term is, and how much it says: its weight times its rarity.
    private let rarities: [Float]
    private let weights: [Float]
    /// Open addressing: the place of a term in `terms` plus one; 0 is free.
    private var table: [UInt8] = Array(repeating: 0, count: TermComparison.size)
    /// The sum of the squares of the weights, and what those of old articles are to be multiplied with.
    private let square: Float
    private let scale: Float
    private let titleTerms: Int

    /// - Parameter terms: at most 255.
    init(_ terms: [Term], _ statistics: TermStatistics) {
        self.terms = terms
        rarities = terms.map { statistics.rarity(of: $0) }
        weights = zip(terms, rarities).map { $0.weight * $1 }
        square = weights.reduce(0) { $0 + $1 * $1 }
        scale = statistics.scale
        titleTerms = terms.count { $0.isInTitle }
        for (index, term) in terms.enumerated() {
            var place = Int(term.key) & (TermComparison.size - 1)
            while table[place] != 0 { place = (place + 1) & (TermComparison.size - 1) }
            table[place] = UInt8(truncatingIfNeeded: index + 1)
        }
    }

    /// Where the terms stand that say most, those first.
    func weightiest(_ count: Int) -> [Int] {
        var best = Best<Int>(limit: count)
        for (place, weight) in weights.enumerated() { best.offer(place, worth: weight) }
        return best.items
    }

    /// The squared weight of the term at `index`.
    func square(at index: Int) -> Float { weights[index] * weights[index] }

    /// What the new article's terms have in common with those of an old one.
    ///
    /// - Parameter relativeSquare: ``Document/square`` of the old one. How rare a term is changes slowly; to ask again
    ///   for all terms of all that are compared is what took the most time.
    func overlap(with old: UnsafeBufferPointer<Term>, square relativeSquare: Float) -> TermOverlap {
        let oldSquare = relativeSquare * scale
        var overlap = TermOverlap()
        var (commonNew, commonOld, product) = (Float(0), Float(0), Float(0))
        var titleMet = 0
        for term in old {
            guard let index = index(of: term.key) else {
                overlap.onlyOld += 1
                if term.isInTitle { overlap.titleOnlyOld += 1 }
                continue
            }
            let weight = term.weight * rarities[index]
            commonNew += weights[index] * weights[index]
            commonOld += weight * weight
            product += weights[index] * weight
            if terms[index].isInTitle { titleMet += 1 }
            if terms[index].isInTitle, term.isInTitle { overlap.titleCommon += 1 }
        }
        overlap.onlyNew = terms.count - (old.count - overlap.onlyOld)
        overlap.titleOnlyNew = titleTerms - titleMet
        overlap.shareOfNew = square > 0 ? commonNew / square : 0
        overlap.shareOfOld = oldSquare > 0 ? min(commonOld / oldSquare, 1) : 0
        overlap.cosine = square > 0 && oldSquare > 0 ? min(product / (square * oldSquare).squareRoot(), 1) : 0
        return overlap
    }

    /// The angle alone, as ``TermOverlap/cosine``.
    func cosine(with old: UnsafeBufferPointer<Term>, square relativeSquare: Float) -> Float {
        let oldSquare = relativeSquare * scale
        guard square > 0, oldSquare > 0 else { return 0 }
        var product = Float(0)
        for term in old {
            if let index = index(of: term.key) { product += weights[index] * term.weight * rarities[index] }
        }
        return min(product / (square * oldSquare).squareRoot(), 1)
    }

    private func index(of key: UInt32) -> Int? {
        var place = Int(key) & (TermComparison.size - 1)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            if terms[index].key == key { return index }
            place = (place + 1) & (TermComparison.size - 1)
        }
        return nil
    }
}

/// How much two articles are about the same.
struct TermOverlap: Hashable, Sendable {
    /// The share of each article's terms, by squared weight, that the other has as well, 0…1.
    var shareOfNew: Float = 0
    var shareOfOld: Float = 0
    /// Of the angle between their vectors of weights, 0…1.
    var cosine: Float = 0
    /// Terms of each article that the other lacks.
    var onlyNew = 0
    var onlyOld = 0
    /// Those of them that stand in its title.
    var titleOnlyNew = 0
    var titleOnlyOld = 0
    /// Terms that both titles have.
    var titleCommon = 0
}
