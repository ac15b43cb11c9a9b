import NewsModel

extension Seams {
    /// Words behind the last sentence of a paragraph that would be furniture on a line of their own:
    /// `… لسنوات عديدة. سمات اغلى وجه الصينية فوربز`, `… في القاهرة. المصدر: وكالات`.
    static func trailingCredit(_ line: Line) -> [Piece]? {
        if let pieces = gluedFurniture(line) { return pieces }
        guard line.words.count >= 7, !line.isCutOff, !trailing.contains(where: { $0.knows(line) }),
            let start = wordAfterLastSentence(line)
        else { return nil }
        let cut = line.words[start].range.lowerBound
        guard line.words.count - start <= 30, start >= 4, !line.gap(after: start - 1).contains(UInt8(ascii: "-")) else {
            return nil
        }
        let tail = Line(Original(line.text).text(openingBracket(line, before: cut)..<line.folded.count))
        guard tail.words.count >= 1, trailing.contains(where: { $0.knows(tail) }) || opensWithTags(tail) else {
            return nil
        }
        var pieces = pieces(of: line, cutAt: [openingBracket(line, before: cut)])
        if pieces.count == 2, opensWithTags(tail) {
            pieces[1].mark = Draft.Mark(reason: .tags, rule: "keywords behind a paragraph")
        }
        return pieces
    }

    /// A button or a heading that stands right behind the last full stop, without a blank: `… المقبل.شارك المقال`.
    private static func gluedFurniture(_ line: Line) -> [Piece]? {
        guard line.isArabic, line.words.count >= 7, line.ending != .stop else { return nil }
        let ends = line.words.indices.suffix(18).filter { index in
            line.gap(after: index).elementsEqual(".".utf8) && index + 1 < line.words.count
        }
        guard let end = ends.last, line.words[end].range.count > 2, !line.words[end].roles.contains(.number) else {
            return nil
        }
        let cut = line.words[end + 1].range.lowerBound
        let tail = Line(Original(line.text).text(cut..<line.folded.count))
        let isHeading = RelatedCue(tail).map { !$0.holdsItem } ?? false
        guard isHeading || Rule.everywhere.contains(where: { $0.knows(tail) }) else { return nil }
        return pieces(of: line, cutAt: [cut])
    }

    private static let trailing: [Rule] = [
        .wireEnd, .linkToOriginal, .sourceCredit, .shareBar, .follow, .tagList, .photoCredit, .copyright,
    ]

    private static func opensWithTags(_ line: Line) -> Bool {
        line.tagLabel != nil && line.ending == .none && line.words.count <= 24
    }

    private static func wordAfterLastSentence(_ line: Line) -> Int? {
        for index in line.words.indices.dropLast().reversed() {
            let gap = line.gap(after: index)
            let ends = gap.contains { ".!".utf8.contains($0) } || gap.holds("؟")
            if ends && gap.contains(0x20) { return index + 1 }
        }
        return nil
    }

    /// Where the bracket opens that stands right before `offset`, else `offset`.
    private static func openingBracket(_ line: Line, before offset: Int) -> Int {
        var start = offset
        while start > 0, "([\"".utf8.contains(line.folded[start - 1]) { start -= 1 }
        return start
    }
}
