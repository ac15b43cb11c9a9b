/// The terms of one new article, laid out so that they are quick to compare with those of many old ones.
struct TermComparison: Sendable {
    private static let size = 512

    let terms: [Term]
    /// How much each term says: its weight times its rarity.
    private let weights: [Float]
    /// Open addressing: the place of a term in `terms` plus one; 0 is free.
    private var table: [UInt8] = Array(repeating: 0, count: TermComparison.size)
    private let square: Float
    private let titleTerms: Int

    /// - Parameter terms: at most 255.
    init(_ terms: [Term], _ statistics: TermStatistics) {
        self.terms = terms
        weights = terms.map { $0.weight * statistics.rarity(of: $0) }
        square = weights.reduce(0) { $0 + $1 * $1 }
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
    func overlap(with old: [Term], _ statistics: TermStatistics) -> TermOverlap {
        var overlap = TermOverlap()
        var (oldSquare, commonNew, commonOld, product) = (Float(0), Float(0), Float(0), Float(0))
        var titleMet = 0
        for term in old {
            let weight = term.weight * statistics.rarity(of: term)
            oldSquare += weight * weight
            guard let index = index(of: term.key) else {
                overlap.onlyOld += 1
                if term.isInTitle { overlap.titleOnlyOld += 1 }
                continue
            }
            commonNew += weights[index] * weights[index]
            commonOld += weight * weight
            product += weights[index] * weight
            if terms[index].isInTitle { titleMet += 1 }
            if terms[index].isInTitle, term.isInTitle { overlap.titleCommon += 1 }
        }
        overlap.onlyNew = terms.count - (old.count - overlap.onlyOld)
        overlap.titleOnlyNew = titleTerms - titleMet
        overlap.shareOfNew = square > 0 ? commonNew / square : 0
        overlap.shareOfOld = oldSquare > 0 ? commonOld / oldSquare : 0
        overlap.cosine = square > 0 && oldSquare > 0 ? product / (square * oldSquare).squareRoot() : 0
        return overlap
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
