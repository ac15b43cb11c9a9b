/// Finds the text that a new one is a copy of.
struct CopyFinder: Sendable {
    /// Texts that are compared in full, those first that share most runs.
    private static let comparisons = 48
    /// Documents looked at in all; a text made of other texts meets more.
    private static let encounters = 4096

    private var runs = RunIndex()

    /// The best match among `documents`.
    struct Match {
        var number: UInt32
        var similarity: Double
        var isCopy: Bool
    }

    mutating func add(_ fingerprint: Fingerprint, as number: UInt32, oldest: UInt32) {
        for place in fingerprint.anchors {
            runs.add(fingerprint.run(at: Int(place)), document: number, oldest: oldest)
        }
    }

    func best(for fingerprint: Fingerprint, in documents: Documents, where isAllowed: (Document) -> Bool) -> Match? {
        let candidates = self.candidates(for: fingerprint, oldest: documents.oldest)
        guard !candidates.isEmpty else { return nil }
        var comparison = Comparison(fingerprint.words)
        var best: Match?
        for number in candidates {
            guard let old = documents[number], old.isAlive, isAllowed(old) else { continue }
            let overlap = comparison.overlap(with: old.body, count: old.kept)
            let match = Match(
                number: number, similarity: overlap.coverage, isCopy: CopyRule.isCopy(overlap, fingerprint, of: old))
            if best.map({ CopyFinder.isBetter(match, than: $0) }) ?? true { best = match }
        }
        return best
    }

    /// A copy before what is none, then the more alike, then the earlier.
    private static func isBetter(_ match: Match, than other: Match) -> Bool {
        if match.isCopy != other.isCopy { return match.isCopy }
        if match.similarity != other.similarity { return match.similarity > other.similarity }
        return match.number < other.number
    }

    /// Documents that share anchors with the text, most shared first.
    private func candidates(for fingerprint: Fingerprint, oldest: UInt32) -> [UInt32] {
        guard fingerprint.words.count > 2 else { return [] }
        var met: [UInt32] = []
        for place in 0..<fingerprint.words.count - 2 where met.count < CopyFinder.encounters {
            runs.forEach(fingerprint.run(at: place), oldest: oldest) { met.append($0) }
        }
        met.sort()
        var counted: [(count: Int, number: UInt32)] = []
        var index = 0
        while index < met.count {
            var end = index + 1
            while end < met.count, met[end] == met[index] { end += 1 }
            counted.append((end - index, met[index]))
            index = end
        }
        counted.sort { ($0.count, $0.number) > ($1.count, $1.number) }
        return counted.prefix(CopyFinder.comparisons).map(\.number)
    }
}
