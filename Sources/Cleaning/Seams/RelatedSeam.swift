extension Seams {
    /// A cue that is glued into a paragraph: `… هاتفها المحمول .إقرأ أيضاًالمدير الفني: …2020في حين أعلن …`, or stands
    /// behind its last sentence.
    static func relatedInside(_ line: Line, _ tight: TightPlaces) -> [Piece]? {
        guard line.words.count >= 8, let start = cue(in: line, tight) else { return nil }
        let begin = line.words[start].range.lowerBound
        let glued = tight.certain.filter { $0 > begin }
        guard !glued.isEmpty else { return start > 0 ? pieces(of: line, cutAt: [begin]) : nil }
        return pieces(of: line, cutAt: (tight.stops.filter { $0 < begin } + [begin] + glued).removingDoubles)
    }

    /// The word where a cue begins that has a sentence before it, or glue behind it.
    private static func cue(in line: Line, _ tight: TightPlaces) -> Int? {
        for index in line.words.indices where isCue(line, at: index, tight) {
            if index == 0 { return tight.certain.isEmpty ? nil : 0 }
            let gap = line.gap(after: index - 1)
            if gap.contains(where: { ".!:".utf8.contains($0) }) || gap.holds("؟") || gap.holds("»")
                || gap.contains(UInt8(ascii: "\""))
            {
                return index
            }
        }
        return nil
    }

    private static func isCue(_ line: Line, at index: Int, _ tight: TightPlaces) -> Bool {
        let first = line.roles(at: index)
        guard !first.contains(.conjoined), index + 1 < line.words.count else { return false }
        let second = line.roles(at: index + 1)
        if first.contains(.content), second.contains(.other) {
            return line.word(index + 2).starts(with: "للكاتب".utf8)
        }
        guard first.contains(.reading), first.contains(.verb) else { return false }
        return second.contains(.also)
            || line.word(index + 1).starts(with: "ايضا".utf8)
                && tight.certain.contains { offset in
                    line.words[index + 1].range.contains(offset)
                }
    }
}

extension [Int] {
    fileprivate var removingDoubles: [Int] {
        sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}
