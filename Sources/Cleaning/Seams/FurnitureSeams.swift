import NewsModel

extension Seams {
    /// A line of furniture only, whose elements lost their blanks: `كتب ضحى عرفة2020/12/25 - 1:59 صباحًاShare on Facebook`.
    static func furniture(_ line: Line, _ tight: TightPlaces) -> [Piece]? {
        let places = (tight.certain + tight.possible).sorted()
        guard !places.isEmpty, places.count <= 8, line.words.count <= 30, !line.isDateLine else { return nil }
        let pieces = pieces(of: line, cutAt: places)
        return pieces.count > 1 && pieces.allSatisfy { isFurniture($0.line) } ? pieces : nil
    }

    /// A row of buttons before something else: `شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك واسى صاحب السمو …`,
    /// `Next Previous علي القحطاني – الرياض`.
    static func leadingBar(_ line: Line) -> [Piece]? {
        if let pieces = gluedBar(line) { return pieces }
        guard line.has([.platform, .button]) else { return nil }
        let bar: Roles = [.sharing, .platform, .comment, .button]
        let known = bar.union([.function, .us, .here])
        let run = line.words.prefix { !$0.roles.isDisjoint(with: known) }
        guard let last = run.lastIndex(where: { !$0.roles.isDisjoint(with: bar) }), last + 1 < line.words.count else {
            return nil
        }
        let networks = line.count(.platform, in: 0..<last + 1)
        let isRow = last >= 1 && line.count(.button, in: 0..<last + 1) == last + 1
        guard networks >= 2 || isRow, !line.roles(at: 0).contains(.conjoined) else { return nil }
        let pieces = pieces(of: line, cutAt: [line.words[last + 1].range.lowerBound])
        guard pieces.count == 2 else { return nil }
        return networks >= 2 && pieces[1].line.words.count >= 6 || isFurniture(pieces[1].line) ? pieces : nil
    }

    /// Buttons to share whose labels are glued to each other and to the first sentence:
    /// `شارك الخبرتويترواتسابأطلق فرع وزارة البيئة …`.
    private static func gluedBar(_ line: Line) -> [Piece]? {
        guard line.roles(at: 0).contains(.sharing), line.words.count >= 8, line.isArabic else { return nil }
        for index in 1..<3 where line.words[index].roles.isEmpty && line.words[index].range.count >= 24 {
            let range = line.words[index].range
            let starts = stride(from: range.lowerBound, to: range.upperBound, by: 2)
            let ends = networks.flatMap { name in
                starts.filter { line.folded[$0..<range.upperBound].starts(with: name) }.map { $0 + name.count }
            }
            guard ends.count >= 2, let cut = ends.max(), cut < range.upperBound else { continue }
            var pieces = pieces(of: line, cutAt: [cut])
            guard pieces.count == 2 else { return nil }
            pieces[0].mark = Draft.Mark(reason: .share, rule: "share bar glued to a paragraph")
            return pieces
        }
        return nil
    }

    /// As folding leaves them.
    private static let networks = ["فيسبوك", "تويتر", "واتساب", "تلغرام", "تليجرام", "لينكدان", "انستغرام", "تيليغرام"]
        .map { Array($0.utf8) }

    private static func isFurniture(_ line: Line) -> Bool { Rule.all.contains { $0.knows(line) } }
}
