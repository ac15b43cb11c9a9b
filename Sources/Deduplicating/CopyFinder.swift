/// Finds the text that a new one is a copy of.
struct CopyFinder: Sendable {
    /// Texts that are compared in full, those first that share most runs.
    private static let comparisons = 48
    /// Documents looked at in all; a text made of other texts meets more.
    private static let encounters = 4096

    private var runs = RunIndex()

    /// An earlier text that shares words with a new one.
    struct Match {
        let number: UInt32
        /// The share of the shorter text that stands in the other, 0…1.
        let similarity: Double
        var isCopy: Bool

        /// A copy before what is none, then the more alike, then the earlier.
        func isBetter(than other: Match) -> Bool {
            if isCopy != other.isCopy { return isCopy }
            if similarity != other.similarity { return similarity > other.similarity }
            return number < other.number
        }
    }

    /// Lets later texts find this one.
    mutating func add(_ fingerprint: Fingerprint, as number: UInt32, oldest: UInt32) {
        for place in fingerprint.anchors {
            runs.add(fingerprint.run(at: Int(place)), document: number, oldest: oldest)
        }
    }

    /// The earlier text nearest to a new one: its original if there is one, else what it shares most words with.
    ///
    /// - Parameters:
    ///   - terms: those of the new text, laid out for comparing.
    ///   - isAllowed: which articles may be the original.
    func best(
        for fingerprint: Fingerprint, _ terms: TermComparison, _ statistics: TermStatistics, in documents: Documents,
        where isAllowed: (Document) -> Bool
    ) -> Match? {
        let candidates = self.candidates(for: fingerprint, oldest: documents.oldest)
        guard !candidates.isEmpty else { return nil }
        var comparison = Comparison(fingerprint.words)
        var best: Match?
        for number in candidates {
            guard let old = documents[number], old.isAlive, isAllowed(old) else { continue }
            let overlap = comparison.overlap(with: old.body, count: old.kept)
            var match = Match(number: number, similarity: overlap.coverage, isCopy: false)
            if overlap.coverage >= CopyRule.leastCoverage {
                let terms = terms.overlap(with: old.terms, statistics)
                match.isCopy = CopyRule(overlap: overlap, terms: terms, new: fingerprint, old: old).isCopy
            }
            if best.map({ match.isBetter(than: $0) }) ?? true { best = match }
        }
        return best
    }

    /// Documents that share anchors with the text, those first that share most, of equals the newer.
    private func candidates(for fingerprint: Fingerprint, oldest: UInt32) -> [UInt32] {
        guard fingerprint.words.count > 2 else { return [] }
        var met: [UInt32] = []
        for place in 0..<fingerprint.words.count - 2 where met.count < CopyFinder.encounters {
            runs.forEach(fingerprint.run(at: place), oldest: oldest) { met.append($0) }
        }
        met.sort(by: >)
        var best = Best<UInt32>(limit: CopyFinder.comparisons)
        var index = 0
        while index < met.count {
            var end = index + 1
            while end < met.count, met[end] == met[index] { end += 1 }
            best.offer(met[index], worth: Float(end - index))
            index = end
        }
        return best.items
    }
}
