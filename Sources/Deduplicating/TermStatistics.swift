import Glibc

/// How rare a term is among the articles of the last days.
///
/// Starts from what is to be expected of any news, as if ``TermStatistics/expected`` articles had been seen, so that the
/// first articles are already told apart by what matters.
struct TermStatistics: Sendable {
    /// Articles the expectation is worth.
    private static let expected = 500
    private static let bits: UInt32 = 18

    private var counts: [UInt32] = Array(repeating: 0, count: 1 << TermStatistics.bits)
    private var articles = 0

    mutating func add(_ terms: [Term]) {
        articles += 1
        for term in terms { counts[place(of: term)] &+= 1 }
    }

    mutating func remove(_ terms: [Term]) {
        articles -= 1
        for term in terms { counts[place(of: term)] &-= 1 }
    }

    /// The logarithm of one over the share of articles that bear the term.
    func rarity(of term: Term) -> Float {
        let bearing = counts[place(of: term)] &+ TermStatistics.prior[Int(term.commonness.rawValue)]
        return Logarithms.of(articles + TermStatistics.expected) - Logarithms.of(Int(bearing))
    }

    /// Articles that bear a term of each commonness, of those expected.
    private static let prior: [UInt32] = [1, 5, 20, 75]

    private func place(of term: Term) -> Int {
        Int(term.key & (1 << TermStatistics.bits &- 1))
    }
}

/// Natural logarithms of whole numbers, from a table below 4096.
enum Logarithms {
    private static let table: [Float] = (0..<4096).map { $0 == 0 ? 0 : log(Float($0)) }

    static func of(_ number: Int) -> Float {
        number >= 0 && number < table.count ? table[number] : log(Float(number))
    }
}
