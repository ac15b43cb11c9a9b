import NewsModel

extension Seams {
    /// Words in a subheading or caption that is glued to a paragraph.
    private static let headingLength = 1...12

    /// A caption with its credit and a subheading before a paragraph:
    /// `بوتين استقبل كيم جونغ أون الشهر الماضي (رويترز) مخاوف مشتركةوفي وقت سابق من اليوم، ندد لافروف …`.
    ///
    /// Above the first paragraph what is glued to it is a caption, as stories do not begin with a subheading.
    static func captionAndSubheading(_ line: Line, _ tight: TightPlaces, isFirst: Bool) -> [Piece]? {
        guard line.words.count >= 5 else { return nil }
        let credit = creditEnd(line)
        let isTight = credit.map { !line.gap(after: $0 - 1).contains(0x20) } ?? false
        guard isTight || line.words.count >= 12 else { return nil }
        let start = credit.map { line.words[$0 - 1].range.upperBound } ?? 0
        let places = tight.certain.filter { $0 > start } + (credit.map { softPlaces(line, from: $0) } ?? [])
        let seam = places.sorted().first { isHeadingSeam(line, from: credit ?? 0, at: $0) }
        guard seam != nil || isTight || credit.map({ opensParagraph(line, at: $0) }) == true else { return nil }
        var cuts: [Int] = []
        if let credit { cuts.append(afterBracket(line, credit)) }
        if let seam { cuts.append(seam) }
        var pieces = pieces(of: line, cutAt: cuts)
        guard pieces.count == cuts.count + 1 else { return nil }
        if credit != nil || isFirst {
            pieces[0].mark = Draft.Mark(reason: .caption, rule: "caption glued to a paragraph")
        }
        return pieces
    }

    /// Where a word of a heading ends in the opening of a sentence: `الخبراءوأشار`, `اعتباروفقاً`, `الأفقهذا`.
    private static func softPlaces(_ line: Line, from first: Int) -> [Int] {
        (first..<min(first + headingLength.upperBound, line.words.count)).compactMap { index in
            let word = line.words[index]
            guard word.roles.isEmpty, word.range.count >= 12 else { return nil }
            return stride(from: word.range.lowerBound + 6, through: word.range.upperBound - 6, by: 2).first { offset in
                opensSentence(line.folded[offset..<word.range.upperBound])
            }
        }
    }

    /// `و` with the verb of a report, or a word that only opens.
    private static func opensSentence(_ rest: ArraySlice<UInt8>) -> Bool {
        if Seams.openings.contains(where: { rest.elementsEqual($0) }) { return true }
        guard rest.starts(with: "و".utf8), rest.count >= 8 else { return false }
        return Lexicon.vocabulary.roles(ofHash: Lexicon.hash(rest.dropFirst(2))).contains(.opener)
    }

    private static let openings = ["هذا", "هذه", "وفقا", "وفي", "وقد", "وكان"].map { Array($0.utf8) }

    /// The number of words up to the end of a credit in brackets near the start: `(رويترز)`. Not that of a dateline
    /// (`دبي (CNN) --`), nor the name of an agency that is mentioned (`وكالة الأنباء السعودية (واس)`).
    private static func creditEnd(_ line: Line) -> Int? {
        guard line.roles(at: 0).isDisjoint(with: [.opener, .conjoined, .place]) else { return nil }
        for index in 3..<max(4, min(22, line.words.count)) {
            guard line.roles(at: index).contains(.agency), line.gap(after: index - 1).contains(UInt8(ascii: "(")) else {
                continue
            }
            var end = index
            while end < min(index + 4, line.words.count - 1), !line.gap(after: end).contains(UInt8(ascii: ")")) {
                end += 1
            }
            let isNamed = line.count([.agency, .outlet], in: 0..<index) > 0
            let gap = line.gap(after: end)
            return !isNamed && (gap.elementsEqual(") ".utf8) || gap.elementsEqual(")".utf8))
                && end + 1 < line.words.count
                ? end + 1 : nil
        }
        return nil
    }

    /// A few words without the end of a sentence, then the opening of one.
    private static func isHeadingSeam(_ line: Line, from first: Int, at offset: Int) -> Bool {
        guard let word = line.words.firstIndex(where: { $0.range.contains(offset) || $0.range.lowerBound == offset })
        else { return false }
        guard headingLength.contains(word - first + 1), line.words.count - word >= 8 else { return false }
        for index in first..<word
        where line.gap(after: index).contains(UInt8(ascii: ".")) || line.gap(after: index).holds("،") {
            return false
        }
        let rest = Line(Original(line.text).text(offset..<line.folded.count))
        return opensParagraph(rest, at: 0)
    }

    private static func opensParagraph(_ line: Line, at index: Int) -> Bool {
        let roles = line.roles(at: index)
        return line.words.count - index >= 8 && !roles.isDisjoint(with: [.opener, .conjoined])
    }

    private static func afterBracket(_ line: Line, _ credit: Int) -> Int {
        let gap = line.gap(after: credit - 1)
        return gap.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? line.words[credit - 1].range.upperBound
    }
}
