/// The runs of three words by which texts find one another, chosen by what they say alone: two texts that share a
/// stretch choose the same runs in it, wherever it stands, so that a new text asks for a tenth of its runs and not for all.
///
/// A run is chosen when it is the weightiest of some window of runs that follow one another: by its hash, but a run of
/// short words, which many texts have, is lighter than any other.
///
/// Source: Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003.
enum Anchors {
    /// Runs of a window. Whatever is chosen in a wide window is chosen in a narrow one as well, so that a short text,
    /// which needs more anchors, is found by a long one.
    private static let windows = (short: 6, long: 12)
    /// Words from which a text is a long one.
    private static let longText = 100
    /// Letters of a run from which on it is not one of short words.
    private static let letters = 13

    /// Where the runs start, ascending; `count` words are kept of the text.
    static func places(in text: FoldedWords, codes: [UInt16]) -> [UInt16] {
        let runs = codes.count - 2
        guard runs > 0 else { return [] }
        let window = min(codes.count < longText ? windows.short : windows.long, runs)
        var places: [UInt16] = []
        places.reserveCapacity(2 * runs / window + 2)
        let weights = weights(of: text, codes)
        var best = -1
        for end in window - 1..<runs {
            let start = end - window + 1
            if best < start {
                best = start
                for place in start...end where weights[place] >= weights[best] { best = place }
            } else if weights[end] > weights[best] {
                best = end
            }
            let place = UInt16(truncatingIfNeeded: best)
            if places.last != place { places.append(place) }
        }
        return places
    }

    /// Whether a run is none of short words in the highest bit, then what decides between equals.
    private static func weights(of text: FoldedWords, _ codes: [UInt16]) -> [UInt32] {
        (0..<codes.count - 2).map { start in
            let letters = text.letters[start] + text.letters[start + 1] + text.letters[start + 2]
            let order = Run.order(Run.hash(codes[start], codes[start + 1], codes[start + 2]))
            return (letters >= Anchors.letters ? 1 << 31 : 0) | order >> 1
        }
    }
}

/// Three words in a row.
enum Run {
    static func hash(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> UInt32 {
        let run = UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
        let mixed = (run ^ run >> 29) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed >> 32 ^ mixed >> 7)
    }

    /// Another order than that of the hashes: those that are chosen by it are still spread over all hashes.
    static func order(_ run: UInt32) -> UInt32 {
        let mixed = (run ^ run >> 15) &* 0x2C1B_3C6D
        return (mixed ^ mixed >> 12) &* 0x297A_2D39
    }
}

extension Fingerprint {
    /// Anchors by which later texts find this one: about those of 300 words. A longer text is found by some of its
    /// anchors, chosen by their hashes and so from all over it.
    static let postedAnchors = 40

    /// The hashes of the runs that are looked for when this text is the new one.
    var askedRuns: [UInt32] {
        anchors.map { place in
            Run.hash(words[Int(place)], words[Int(place) + 1], words[Int(place) + 2])
        }
    }

    /// The hashes of the runs by which this text is found.
    var postedRuns: [UInt32] {
        let runs = askedRuns
        guard runs.count > Fingerprint.postedAnchors else { return runs }
        let ordered = runs.map { UInt64(Run.order($0)) << 32 | UInt64($0) }.sorted()
        return ordered.prefix(Fingerprint.postedAnchors).map { UInt32(truncatingIfNeeded: $0) }
    }
}
