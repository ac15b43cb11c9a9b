import Glibc

/// How rare a term is among the articles of the window.
///
/// Starts from what is to be expected of any news, as if ``TermStatistics/expected`` articles had been seen, so that the
/// first articles are already told apart by what matters.
struct TermStatistics: Sendable {
    /// Articles the expectation is worth, as ``Commonness/expected`` has it.
    private static let expected = 500
    private static let bits: UInt32 = 18

    private var counts: [UInt32] = Array(repeating: 0, count: 1 << TermStatistics.bits)
    private var articles = 0
    private var logarithmOfArticles = log(Float(TermStatistics.expected))
    /// Natural logarithms of the whole numbers below 4096. Held here, since this is the innermost loop.
    private let logarithms: [Float] = (0..<4096).map { $0 == 0 ? 0 : log(Float($0)) }
    private let bearing = Commonness.allCases.map(\.expected)

    mutating func add(_ terms: [Term]) {
        count(1)
        for term in terms { counts[place(of: term)] &+= 1 }
    }

    mutating func remove(_ terms: UnsafeBufferPointer<Term>) {
        count(-1)
        for term in terms { counts[place(of: term)] &-= 1 }
    }

    /// The logarithm of one over the share of articles that bear the term.
    func rarity(of term: Term) -> Float {
        let number = Int(counts[place(of: term)] &+ bearing[Int(term.commonness.rawValue)])
        return logarithmOfArticles - (number < logarithms.count ? logarithms[number] : log(Float(number)))
    }

    /// The sum of the squares of what the terms of an article say, in terms of ``scale``.
    func square(of terms: [Term]) -> Float {
        var square = Float(0)
        for term in terms {
            let weight = term.weight * rarity(of: term)
            square += weight * weight
        }
        return square / scale
    }

    /// Grows as the squares of all weights do while articles come, so that those of different times can be compared.
    var scale: Float { logarithmOfArticles * logarithmOfArticles }

    private mutating func count(_ step: Int) {
        articles += step
        logarithmOfArticles = log(Float(articles + TermStatistics.expected))
    }

    private func place(of term: Term) -> Int {
        Int(term.key & (1 << TermStatistics.bits &- 1))
    }
}
