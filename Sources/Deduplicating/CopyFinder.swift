/// Finds the text that a new one is a copy of.
struct CopyFinder: Sendable {
    /// Texts that are compared in full, those first that share most runs.
    private static let comparisons = 48
    /// Documents looked at in all; a text made of other texts meets more.
    private static let encounters = 4096

    /// A text with more runs than these is compared with those that share two: a phrase that many use brings many that
    /// share one.
    private static let fewRuns = 12

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
    ///
    /// - Parameter later: only once ``settle(oldest:)`` was called, which is faster for many.
    mutating func add(_ fingerprint: Fingerprint, as number: UInt32, oldest: UInt32, later: Bool) {
        for run in fingerprint.postedRuns {
            if later {
                runs.addLater(run, document: number, oldest: oldest)
            } else {
                runs.add(run, document: number, oldest: oldest)
            }
        }
    }

    mutating func settle(oldest: UInt32) {
        runs.settle(oldest: oldest)
    }

    /// The earlier text nearest to a new one: its original if there is one, else what it shares most words with.
    ///
    /// - Parameters:
    ///   - terms: those of the new text, laid out for comparing.
    ///   - isAllowed: which articles may be the original.
    func best(
        for fingerprint: Fingerprint, _ terms: TermComparison, in documents: Documents,
        where isAllowed: (Document) -> Bool
    ) -> Match? {
        let candidates = self.candidates(for: fingerprint, in: documents.span)
        guard !candidates.isEmpty else { return nil }
        var comparison = Comparison(fingerprint.words)
        var best: Match?
        for number in candidates {
            let match = documents.withText(number) { old -> Match? in
                guard old.document.isAlive, isAllowed(old.document) else { return nil }
                let overlap = comparison.overlap(with: old.words)
                var match = Match(number: number, similarity: overlap.coverage, isCopy: false)
                if overlap.coverage >= CopyRule.leastCoverage {
                    let terms = terms.overlap(with: old.terms, square: old.document.square)
                    match.isCopy = CopyRule(overlap: overlap, terms: terms, new: fingerprint, old: old).isCopy
                }
                return match
            }
            guard let match, let match else { continue }
            if best.map({ match.isBetter(than: $0) }) ?? true { best = match }
        }
        return best
    }

    /// Documents that share anchors with the text, those first that share most, of equals the newer.
    private func candidates(for fingerprint: Fingerprint, in span: Range<UInt32>) -> [UInt32] {
        let asked = fingerprint.askedRuns
        let least = asked.count < CopyFinder.fewRuns ? 1 : 2
        var met: [UInt32] = []
        for run in asked where met.count < CopyFinder.encounters {
            runs.forEach(run, of: span) { met.append($0) }
        }
        met.sort(by: >)
        var best = Best<UInt32>(limit: CopyFinder.comparisons)
        var index = 0
        while index < met.count {
            var end = index + 1
            while end < met.count, met[end] == met[index] { end += 1 }
            if end - index >= least { best.offer(met[index], worth: Float(end - index)) }
            index = end
        }
        return best.items
    }
}
