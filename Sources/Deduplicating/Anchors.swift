/// The runs of three words by which a later copy finds a text: spread over all of it, so that a cut copy meets its share
/// of them, and in each stretch the run with the most letters, since long words are rare ones.
enum Anchors {
    /// Words of text to an anchor.
    private static let spacing = 10
    private static let counts = 6...32

    /// Where the runs start, ascending; `count` words are kept of the text.
    static func places(in text: FoldedWords, count: Int) -> [UInt16] {
        let runs = count - 2
        guard runs > 0 else { return [] }
        let letters = text.words.prefix(count).map { min(text.letters($0), 12) }
        let anchors = min(max(count / spacing, counts.lowerBound), counts.upperBound, runs)
        return (0..<anchors).map { number in
            var best = number * runs / anchors
            var most = -1
            for start in best..<(number + 1) * runs / anchors {
                let sum = letters[start] + letters[start + 1] + letters[start + 2]
                if sum > most { (best, most) = (start, sum) }
            }
            return UInt16(truncatingIfNeeded: best)
        }
    }
}

extension Fingerprint {
    /// The hash of the run of three words that starts at `place`.
    func run(at place: Int) -> UInt32 {
        let run = UInt64(words[place]) << 32 | UInt64(words[place + 1]) << 16 | UInt64(words[place + 2])
        let mixed = (run ^ run >> 29) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed >> 32 ^ mixed >> 7)
    }
}
