import NewsModel

extension Draft {
    /// Marks headings like `إقرأ أيضاً` and what they rule over.
    ///
    /// A heading rules until the story resumes with a full paragraph. Behind the last paragraph it rules to the end,
    /// and so it does when a whole other story follows it.
    mutating func markRelatedBlocks() {
        let title = titleOfPlainText
        for index in lines.indices where isKept(index) && index != title {
            guard !lines[index].isParagraph || lines[index].words.count <= 40, let cue = RelatedCue(lines[index]) else {
                continue
            }
            guard index > 0 || cue.isSure else { continue }
            markRelatedBlock(at: index, cue)
        }
        for index in lines.indices.dropFirst() where isKept(index) && lines[index].isPointer {
            let isAlone = !lines[index - 1].isPointer && !(index + 1 < lines.count && lines[index + 1].isPointer)
            if isAlone { mark(index, .relatedHeading, "an arrow and a title") }
        }
        for index in lines.indices.dropFirst() where isKept(index) && lines[index - 1].pointsDown {
            let isAlone = lines[index].isTitleLike && index + 1 < lines.count && lines[index + 1].isParagraph
            if isAlone { mark(index, .relatedItem, "what an arrow points to") }
        }
        markStrokes()
        markNumberedLists()
    }

    /// What stands between the marks of a list that is read out: `list 1 of 2`, a title, `list 2 of 2`, a title, `end of list`.
    private mutating func markNumberedLists() {
        let lists = lines.indices.filter { Rule.skipMark.knows(lines[$0]) && lines[$0].has(.number) }
        guard lists.count >= 2 else { return }
        for index in lists {
            for item in index + 1..<min(index + 3, lines.count) where isKept(item) {
                guard !lines[item].isParagraph, !Rule.skipMark.knows(lines[item]) else { break }
                mark(item, .relatedItem, "item of a related block")
                if lines[item].isTitleLike { break }
            }
        }
    }

    /// Between paragraphs, a word or three, a stroke and a title: `تحليل | قمة جديدة في موسكو`. Several are a table.
    private mutating func markStrokes() {
        guard isPlainText else { return }
        let first = firstParagraph
        let last = lastParagraph
        guard first < last else { return }
        for index in first + 1..<last where isKept(index) && lines[index].hasStroke {
            if !lines[index - 1].hasStroke && !lines[index + 1].hasStroke {
                mark(index, .relatedHeading, "a word, a stroke and a title")
            }
        }
    }

    private mutating func markRelatedBlock(at heading: Int, _ cue: RelatedCue) {
        // What is good to know: `أفضل وقت للزيارة: من يونيو إلى سبتمبر`.
        if !cue.isSure, isPlainText, isEntry(heading + 1), !lines[heading + 1].roles(at: 0).contains(.number) { return }
        let end = endOfItems(after: heading, areLinks: !isPlainText)
        let items = heading + 1..<end
        let isLast = !lines[end...].contains(where: \.isParagraph)
        if cue.holdsItem {
            mark(heading, .relatedHeading, "related story on one line")
            for item in items.prefix(while: { lines[$0].isListed || isLast && heading + 1 < $0 && lines[$0].isDateLine }
            ) {
                mark(item, .relatedItem, "item of a related block")
            }
            return
        }
        guard cue.isSure || isEvident(items, isLast: isLast) else { return }
        mark(heading, .relatedHeading, "heading of a related block")
        // The title of a whole story that follows need be no link, not on a page either.
        if let rule = otherArticle(after: heading, items: heading + 1..<endOfItems(after: heading, areLinks: false)) {
            for item in heading + 1..<lines.count { mark(item, .otherArticle, rule) }
            return
        }
        // In Latin letters only shops and guides go on at such length.
        guard items.count <= Draft.longestBlock || lines[heading].isArabic else { return }
        for item in withoutSubheading(items, isLast: isLast) { mark(item, .relatedItem, "item of a related block") }
    }

    /// Links below a heading, outside pages in Arabic letters.
    private static let longestBlock = 24

    /// The first line behind the heading that is no item.
    ///
    /// - Parameter areLinks: an item is a link, cut off or a date.
    private func endOfItems(after heading: Int, areLinks: Bool) -> Int {
        var index = heading + 1
        while index < lines.count {
            let line = lines[index]
            if line.isParagraph && !line.isCutOff && !line.isDateLine || Draft.closesBlock(line) { break }
            if resumes(line, at: index, after: heading) { break }
            if isEntry(index), lines[index...].contains(where: \.isParagraph) { break }
            if areLinks && line.linkShare < 0.5 && !line.isCutOff && !line.isDateLine { break }
            index += 1
        }
        return index
    }

    /// Whether a short line is the story's own behind a heading in its middle: it opens with the mark that questions or
    /// answers above the heading open with (`■ هل واجهت صعوبات في التمويل؟`).
    private func resumes(_ line: Line, at index: Int, after heading: Int) -> Bool {
        guard line.isSentence, let sign = line.folded.first(where: { $0 != 0x20 }), sign >= 0x80 || sign == 0x2D,
            line.words.first.map({ $0.range.lowerBound > 0 }) == true
        else { return false }
        let mark = line.folded.prefix(line.words[0].range.lowerBound)
        return lines[..<heading].filter { $0.isSentence && $0.folded.starts(with: mark) }.count >= 2
    }

    /// Furniture of another kind.
    private static func closesBlock(_ line: Line) -> Bool {
        [Rule.tagList, .commentInvitation, .copyright, .disclaimer, .sourceCredit, .follow].contains { $0.knows(line) }
    }

    /// An unsure heading is one when titles stand below it, or nothing; on a page, when links do.
    private func isEvident(_ items: Range<Int>, isLast: Bool) -> Bool {
        guard isPlainText else { return items.contains { lines[$0].linkShare >= 0.5 } }
        if items.isEmpty { return isLast }
        // Things of a word or three are a list of the story's own: what to pack, what is new.
        let short = items.filter { lines[$0].words.count <= 3 && !lines[$0].isDateLine }.count
        if items.count >= 3, short * 2 > items.count { return false }
        let titles = items.filter { lines[$0].isTitleLike && lines[$0].words.count >= 4 || lines[$0].isCutOff }.count
        return isLast || titles >= 2
    }

    /// The items without a short last line before the story resumes: that is a subheading of the story.
    private func withoutSubheading(_ items: Range<Int>, isLast: Bool) -> Range<Int> {
        if let end = items.first(where: { Rule.skipMark.knows(lines[$0]) && !lines[$0].has(.number) }) {
            return items.lowerBound..<end + 1
        }
        guard !isLast, items.count >= 2, let last = items.last else { return items }
        let line = lines[last]
        let opensList = items.upperBound < lines.count && lines[items.upperBound].isNumbered && line.words.count <= 3
        if opensList && !line.isNumbered && line.ending == .none { return items.dropLast() }
        let lengths = items.dropLast().map { lines[$0].words.count }
        let isShort = line.words.count <= 4 && !line.isDateLine && !line.isListed && line.linkShare < 0.5
        let longer = line.words.count == 1 ? 3 : 5
        return isShort && lengths.allSatisfy { $0 >= longer } ? items.dropLast() : items
    }
}

extension Line {
    fileprivate var hasStroke: Bool {
        guard isTitleLike, let label = label(within: 3), gap(after: label - 1).contains(UInt8(ascii: "|")) else {
            return false
        }
        let title = label..<words.count
        return title.count - count(.number, in: title) >= 3 && !roles(at: 0).contains(.conjoined)
    }

    /// Asks to click or read, and ends with a hand or an arrow that points to the line below: `… اضغطوا هنا 👇`.
    fileprivate var pointsDown: Bool {
        guard words.count <= 14, has([.click, .reading, .following, .more, .also]),
            let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace && $0.value != 0xFE0F })
        else { return false }
        return [0x2193, 0x21D3, 0x2B07, 0x1F447, 0x1F53D, 0x23EC, 0x25BC].contains(last.value)
    }

    /// A hand or an arrow before a title: `⬅️ قمة جديدة في موسكو`. Several in a row are a list of the story.
    fileprivate var isPointer: Bool {
        guard isTitleLike, words.count >= 4, words.count <= 24,
            let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace })
        else { return false }
        switch first.value {
        case 0x2190...0x2199, 0x21D0...0x21D9, 0x23E9...0x23FA, 0x25B6, 0x25C0, 0x27A1, 0x2B05...0x2B07,
            0x1F3A5, 0x1F3AC, 0x1F4CC...0x1F4CE, 0x1F447...0x1F449, 0x1F4D6, 0x1F4F0, 0x1F4F7...0x1F4FA, 0x1F517,
            0x1F534:
            return true
        case 0x3E: return folded.starts(with: ">>".utf8)
        default: return false
        }
    }
}
