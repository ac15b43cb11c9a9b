import NewsModel

extension Draft {
    /// Reads the lines above the first paragraph: the title, who wrote the story, what the picture shows.
    mutating func readHead() {
        let end = edges.head.upperBound
        let head = edges.head.filter { isKept($0) }
        markTitle(among: head, before: end)
        guard isPlainText else {
            markNames(among: head)
            return
        }
        let rest = head.filter { isKept($0) }
        guard rest.count <= Draft.longestHead else { return }
        for index in rest { readHeadLine(index, before: end) }
    }

    /// Lines above the first paragraph that nothing was said of. More of them are verse or a letter.
    private static let longestHead = 6

    private mutating func markTitle(among head: [Int], before end: Int) {
        if let title = article.title.map({ Line($0) }) {
            for index in lines.indices where isKept(index) && lines[index].repeats(title) {
                mark(index, .title, "the title again")
            }
            for index in head.prefix(3) where isKept(index) && lines[index].isMostOf(title) {
                mark(index, .title, "the title without the site's name")
            }
            return
        }
        // On a page without a title of its own only the very first line can be it.
        let candidates = (isPlainText ? head[...] : head.prefix(1)).filter {
            lines[$0].isTitleLike && !lines[$0].isListed && !announcesList($0) && !lines[$0].cannotBeTitle
        }
        guard let index = candidates.first(where: { lines[$0].words.count >= 4 }) ?? candidates.first else { return }
        guard lines[index].words.count >= 2 else { return }
        mark(index, .title, "title")
        for other in lines.indices where isKept(other) && lines[other].repeats(lines[index]) {
            mark(other, .title, "the title again")
        }
    }

    /// Whether the story is made of a word or two and a sentence or two, again and again: `الحمل`, `الثور`, `الجوزاء`.
    private func isFirstOfMany(_ index: Int) -> Bool {
        lines.indices.dropLast().count { next in
            next > index && isKept(next) && lines[next].words.count <= 2 && lines[next].ending == .none
                && !lines[next].isListed && isKept(next + 1) && lines[next + 1].ending == .stop
        } >= 3
    }

    private func announcesList(_ index: Int) -> Bool { lines[index].ending == .colon && isEntry(index + 1) }

    /// On a page that names no author, a line above the story that is a person's name and nothing else.
    private mutating func markNames(among head: [Int]) {
        guard article.authors.isEmpty else { return }
        for index in head where isKept(index) && lines[index].isArabic && lines[index].isBareName {
            if lines[index].isName(lines[index].words.indices) { mark(index, .byline, "a name above the story") }
        }
    }

    /// The line that can only be the title: the first of five words or more above the story. What names a source, a
    /// writer or a picture opens titles too: `تقرير: ترامب وكوشنر يناقشان الأعمال المشتركة`.
    var titleOfPlainText: Int? {
        guard isPlainText, article.title == nil else { return nil }
        return edges.head.first { index in
            let line = lines[index]
            return isKept(index) && line.isTitleLike && line.words.count >= 5 && !line.isDateLine
                && !announcesList(index) && !line.cannotBeTitle
                && ![Rule.header, .tagList, .bareLink, .shareBar].contains { $0.knows(line) }
        }
    }

    /// What is left above the first paragraph of a plain text.
    private mutating func readHeadLine(_ index: Int, before end: Int) {
        let line = lines[index]
        guard !line.isParagraph, line.ending == .none || line.ending == .colon else { return }
        if index + 1 == end, line.words.count <= 2, isFirstOfMany(index) { return }
        if line.isBareName && marks.contains(where: { $0?.reason == .title }) {
            mark(index, .byline, "a name above the story")
        } else if line.isCaptionLike || line.endsInBrackets
            || line.words.count <= 12 && line.roles(at: 0).contains(.pictured)
        {
            mark(index, .caption, "what a picture shows")
        } else if line.words.count <= 7, line.ending == .none, !line.isListed,
            line.roles(at: 0).isDisjoint(with: [.conjoined, .opener])
                || line.words.count <= 3 && line.roles(at: 0).contains(.section)
        {
            let isOutlet = line.words.count == 1 && !line.has(.section)
            mark(index, isOutlet ? .outlet : .header, "a short line above the story")
        }
    }
}

extension Line {
    /// The same words as `title`, in the same order.
    func repeats(_ title: Line) -> Bool {
        !words.isEmpty && words.count == title.words.count && zip(words, title.words).allSatisfy { $0.hash == $1.hash }
    }

    /// The beginning or the end of `title`, and at least half of it: `عكاظ :: إلغاء صكوك الأراضي` has the paper before it.
    func isMostOf(_ title: Line) -> Bool {
        guard words.count >= 3, words.count < title.words.count, words.count * 2 >= title.words.count else {
            return false
        }
        let printed = title.words.map(\.hash)
        let mine = words.map(\.hash)
        return printed.starts(with: mine) || printed.suffix(mine.count).elementsEqual(mine)
    }

    /// Mostly figures (`LOC11:42  08:42 GMT`), the way to the section (`الأسواق > نفط وغاز > الخليج`), the paper's name, or
    /// an overline that goes on in the title below it (`خلال مراسم في بندر عباس؛`).
    fileprivate var cannotBeTitle: Bool {
        guard let last = words.indices.last, count(.number) * 2 < words.count else { return true }
        if words.indices.filter({ gap(after: $0).contains(UInt8(ascii: ">")) }).count >= 2 { return true }
        if has(.outlet), unknown(besides: [.outlet, .section, .now, .flag]) == 0 { return true }
        return gap(after: last).holds("؛") || gap(after: last).contains(UInt8(ascii: ";"))
    }

    /// Two to four words without any of grammar: above a story, the writer.
    var isBareName: Bool {
        let named = roles(at: 0).contains(.honorific) && words.count >= 3 ? 1 : 0
        let expected: Roles = [.givenName, .honorific, .place, .function, .formal, .month, .outlet, .opener]
        guard (2...5).contains(words.count - named), roles.isSubset(of: expected) else { return false }
        guard !words.contains(where: { $0.roles.contains(.conjoined) || $0.isGrammar }) else { return false }
        return words.dropFirst(named).prefix(2).contains { $0.roles.contains(.givenName) } || words.count - named <= 3
    }
}
