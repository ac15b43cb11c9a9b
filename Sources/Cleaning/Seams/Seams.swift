import NewsModel

/// Cuts lines where the break between two elements of a page was lost.
///
/// Only where the seam is certain: a typing error in the middle of a sentence looks the same, so both sides must also make
/// sense by themselves.
enum Seams {
    /// A part of a line, and what is known of it from how it was glued.
    struct Piece: Sendable {
        let line: Line
        var mark: Draft.Mark?
    }

    /// The parts of a line in reading order; the line itself when nothing is glued.
    ///
    /// - Parameter isFirst: no paragraph stands above the line.
    static func split(_ line: Line, isFirst: Bool) -> [Piece] {
        guard line.words.count > 2 else { return [Piece(line: line)] }
        let tight = TightPlaces(line)
        if let pieces = furniture(line, tight) { return pieces }
        if let pieces = relatedInside(line, tight) { return pieces }
        if let pieces = leadingBar(line) { return pieces }
        var pieces = captionAndSubheading(line, tight, isFirst: isFirst) ?? [Piece(line: line)]
        if let last = pieces.last, let parts = trailingCredit(last.line) {
            pieces.removeLast()
            pieces += parts
        }
        return pieces
    }

    /// The parts of `line` between cuts, which are words that begin a part or offsets inside a word.
    static func pieces(of line: Line, cutAt offsets: [Int]) -> [Piece] {
        let original = Original(line.text)
        let bounds = [0] + offsets + [line.folded.count]
        return zip(bounds, bounds.dropFirst()).compactMap { start, end in
            let part = original.text(start..<end).trimmed
            return part.isEmpty ? nil : Piece(line: Line(part, kind: line.kind, linkShare: line.linkShare))
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return "" }
        // No white space begins or ends with these bytes: nearly every line is as it should be.
        if first > 0x20 && first < 0xC2 && last > 0x20 && last < 0x80 { return self }
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }
}
