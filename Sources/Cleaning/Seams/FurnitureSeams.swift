extension Seams {
    /// A line of furniture only, whose elements lost their blanks: `كتب ضحى عرفة2020/12/25 - 1:59 صباحًاShare on Facebook`.
    static func furniture(_ line: Line, _ tight: TightPlaces) -> [Piece]? {
        let places = (tight.certain + tight.possible).sorted()
        guard !places.isEmpty, places.count <= 8, line.words.count <= 30, !line.isDateLine else { return nil }
        let pieces = pieces(of: line, cutAt: places)
        let isFurniture = pieces.allSatisfy { piece in Rule.all.contains { $0.knows(piece.line) } }
        return pieces.count > 1 && isFurniture ? pieces : nil
    }

    /// A row of buttons glued to the first sentence: `شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك واسى صاحب السمو …`.
    static func leadingBar(_ line: Line) -> [Piece]? {
        guard line.words.count >= 10, line.has(.platform) else { return nil }
        let bar: Roles = [.sharing, .platform, .comment, .button]
        let known = bar.union([.function, .us, .here])
        let run = line.words.prefix { !$0.roles.isDisjoint(with: known) }
        guard let last = run.lastIndex(where: { !$0.roles.isDisjoint(with: bar) }) else { return nil }
        guard line.count(.platform, in: 0..<last + 1) >= 2, last + 6 < line.words.count else { return nil }
        return pieces(of: line, cutAt: [line.words[last + 1].range.lowerBound])
    }
}
