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
    }

    private mutating func markRelatedBlock(at heading: Int, _ cue: RelatedCue) {
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
        for item in withoutSubheading(items, isLast: isLast) { mark(item, .relatedItem, "item of a related block") }
    }

    /// The first line behind the heading that is no item.
    ///
    /// - Parameter areLinks: an item is a link, cut off or a date.
    private func endOfItems(after heading: Int, areLinks: Bool) -> Int {
        var index = heading + 1
        while index < lines.count {
            let line = lines[index]
            if line.isParagraph && !line.isCutOff && !line.isDateLine || Draft.closesBlock(line) { break }
            if areLinks && line.linkShare < 0.5 && !line.isCutOff && !line.isDateLine { break }
            index += 1
        }
        return index
    }

    /// Furniture of another kind.
    private static func closesBlock(_ line: Line) -> Bool {
        [Rule.tagList, .commentInvitation, .copyright, .disclaimer, .sourceCredit, .follow].contains { $0.knows(line) }
    }

    /// An unsure heading is one when titles stand below it, or nothing; on a page, when links do.
    private func isEvident(_ items: Range<Int>, isLast: Bool) -> Bool {
        guard isPlainText else { return items.contains { lines[$0].linkShare >= 0.5 } }
        if items.isEmpty { return isLast }
        let titles = items.filter { lines[$0].isTitleLike && lines[$0].words.count >= 4 || lines[$0].isCutOff }.count
        return isLast || titles >= 2
    }

    /// The items without a short last line before the story resumes: that is a subheading of the story.
    private func withoutSubheading(_ items: Range<Int>, isLast: Bool) -> Range<Int> {
        guard !isLast, items.count >= 2, let last = items.last else { return items }
        let line = lines[last]
        let lengths = items.dropLast().map { lines[$0].words.count }
        let isShort = line.words.count <= 4 && !line.isDateLine && !line.isListed && line.linkShare < 0.5
        return isShort && lengths.allSatisfy { $0 >= 5 } ? items.dropLast() : items
    }
}
