import NewsModel

extension Draft {
    /// Reads the lines below the last paragraph of a plain text.
    ///
    /// Once something there is known to be furniture, short lines below it are too: the story is over. Above it, shape
    /// decides: rows of single words are keywords, a short line over titles is a heading, and a lone short line that
    /// does not end like a sentence is a credit, a button or an invitation. Tuned on 3,420 Arabic stories.
    mutating func readTail() {
        guard isPlainText else { return }
        let start = endOfStory
        guard start > 0, start < lines.count else { return }
        let closing = end(of: start..<lines.count)
        if lines[start - 1].ending != .colon { readRest(start..<closing) }
        let read = (start..<closing).first { !isKept($0) } ?? closing
        for index in read..<closing where isKept(index) && lines[index].isLoose && lines[index].isTitleLike {
            if lines[index].words.count >= 4 && lines[index].ending == .question {
                mark(index, .relatedItem, "below the end of the story")
            }
        }
        let below = (closing..<lines.count).filter { isKept($0) && lines[$0].isLoose }
        // Only shops and guides go on at such length, with furniture among what they list.
        guard below.count <= Draft.longestList || lines[start - 1].isArabic else { return }
        for index in below {
            mark(index, .relatedItem, "below the end of the story")
        }
    }

    /// Behind the last paragraph, and behind the short sentences and the entries of lists that follow it without any
    /// furniture between.
    private var endOfStory: Int {
        let tail = edges.tail
        guard tail.lowerBound > 0 else { return tail.lowerBound }
        let last = (tail.lowerBound..<max(end(of: tail), tail.lowerBound)).last { isKept($0) && belongs($0) }
        return last.map { $0 + 1 } ?? tail.lowerBound
    }

    /// A short sentence of the story, or an entry of one of its lists.
    private func belongs(_ index: Int) -> Bool {
        isEntry(index) || lines[index].ending == .stop && lines[index].words.count >= 3
            || lines[index].isEnumeration || lines[index].namesHolder
    }

    /// Where the furniture begins. A link to one other story or an advertisement does not end a story that goes on behind
    /// it, in sentences however short.
    private func end(of tail: Range<Int>) -> Int {
        var end = tail.first { !isKept($0) } ?? tail.upperBound
        while end < tail.upperBound, isInterruption(end) {
            let next = (end + 1..<tail.upperBound).first { !isKept($0) } ?? tail.upperBound
            guard (end + 1..<next).contains(where: belongs) else { break }
            end = next
        }
        return end
    }

    private func isInterruption(_ index: Int) -> Bool {
        reason(index) == .advertisement
            || reason(index) == .relatedHeading && (index + 1 == lines.count || reason(index + 1) != .relatedItem)
    }

    /// Titles of other stories that pages show below one; what is longer is a list of the story's own.
    private static let longestList = 16

    /// Lines between the last paragraph and the first furniture, or the end.
    private mutating func readRest(_ rest: Range<Int>) {
        guard rest.count <= Draft.longestList || lines[rest.lowerBound].isArabic else { return }
        markKeywords(rest)
        markSignature(rest)
        guard let first = rest.first, isKept(first), lines[first].isShort else {
            for index in rest where isKept(index) && lines[index].isShort { markLone(index) }
            return
        }
        if rest.count == 1, lines[first].isCry { return }
        let titles = rest.dropFirst().filter {
            lines[$0].isLoose && lines[$0].isTitleLike && lines[$0].words.count >= 4
        }
        let isTable = rest.dropFirst().contains { isEntry($0) }
        if !isTable && titles.count >= 2 && titles.count <= Draft.longestList && titles.count * 2 >= rest.count - 1
            && rest.allSatisfy({ lines[$0].isLoose })
        {
            mark(first, .relatedHeading, "a short line over titles at the end")
            for index in rest.dropFirst() { mark(index, .relatedItem, "a title below the end of the story") }
            return
        }
        for index in rest where isKept(index) && lines[index].isShort { markLone(index) }
    }

    /// The writer's name behind a dash, as the last line of all: `- يوسف الرسيني`.
    private mutating func markSignature(_ rest: Range<Int>) {
        guard rest.count == 1, let index = rest.first, index == lines.count - 1, isKept(index) else { return }
        let line = lines[index]
        let first = line.roles(at: 0)
        guard line.opening == .dash, (2...7).contains(line.words.count), line.ending == .none else { return }
        if first.contains(.givenName) || first.contains(.honorific) { mark(index, .byline, "a name below the story") }
    }

    /// Two or more lines of a few words in a row, down to the furniture or the end.
    private mutating func markKeywords(_ rest: Range<Int>) {
        let row = rest.suffix(while: { isKept($0) && lines[$0].isKeyword })
        guard row.count >= 2 else { return }
        for index in row { mark(index, .tags, "a row of keywords") }
    }

    private mutating func markLone(_ index: Int) {
        let line = lines[index]
        let first = line.roles(at: 0)
        if first.contains(.givenName) || line.has(.writer) || first.contains(.honorific) && line.words.count >= 3 {
            mark(index, .byline, "a name below the story")
        } else if line.has([.agency, .outlet])
            || index == lines.count - 1 && line.words.count <= 3 && line.roles.isSubset(of: Line.nameRoles)
        {
            mark(index, .source, "a name below the story")
        } else {
            mark(index, .widget, "a short line below the story")
        }
    }
}

extension Range<Int> {
    /// The longest end of the range whose members all meet the condition.
    fileprivate func suffix(while condition: (Int) -> Bool) -> Range<Int> {
        var start = upperBound
        while start > lowerBound, condition(start - 1) { start -= 1 }
        return start..<upperBound
    }
}

extension Line {
    /// Names in prose: `عمرو دياب، ومنى زكي، وباراك أوباما`. Keywords have no `و` before each.
    fileprivate var isEnumeration: Bool {
        guard (4...30).contains(words.count), isArabic else { return false }
        return words.indices.dropFirst().filter { index in
            roles(at: index).contains(.conjoined) && gap(after: index - 1).holds("،")
        }.count >= 2
    }

    /// With what columns and obituaries end: `رحمه الله`, `والله من وراء القصد`. Not `رام الله`.
    fileprivate var isWish: Bool {
        words.indices.contains { index in
            if Wishes.closing.contains(words[index].hash) { return true }
            guard Wishes.god.contains(words[index].hash) else { return false }
            return index == 0 || !Wishes.names.contains(words[index - 1].hash)
        }
    }
}

/// Words of wishes, folded and hashed.
private enum Wishes {
    static let god = Lexicon.hashes("الله والله بالله لله")
    static let closing = Lexicon.hashes("اللهم آمين وعافية هنيئا شهية بالهنا بالهناء والشفاء روحش یادش peace rip")
    /// What stands before `الله` in names.
    static let names = Lexicon.hashes(
        "حزب لحزب بحزب وحزب رام عبد نصر آية سعد ضيف جار فتح عطا خير أنصار جند سيف أسد حبيب فضل حمد هبة رزق عون لطف")
}

extension Line {
    /// What words in the name of a publication may do elsewhere.
    fileprivate static let nameRoles: Roles = [.place, .section, .now, .weekday, .formal, .givenName, .content, .flag]

    /// No paragraph, no sentence, no entry of a numbered list.
    fileprivate var isLoose: Bool { !isParagraph && ending != .stop && !isNumbered }

    /// A few words that are no sentence, no entry of a list and not the start of one.
    fileprivate var isShort: Bool {
        guard isLoose && words.count <= 8 && !isListed && !isWish && (ending == .none || ending == .exclamation) else {
            return false
        }
        let first = roles(at: 0)
        return !first.contains(.conjoined)
            && (!first.contains(.opener) || !first.isDisjoint(with: [.following, .sharing, .button]))
    }

    /// The last words of a column: `إنها حكاية وطن لا يموت!`. Nothing in them is of pages.
    fileprivate var isCry: Bool {
        guard ending == .exclamation, words.count >= 3, let page = PageLine(self) else { return false }
        return !page.has([.request, .action, .part, .thing, .support])
    }

    /// `110- الأردن`, `1. …`
    var isNumbered: Bool {
        guard roles(at: 0).contains(.number), words.count >= 2 else { return false }
        return gap(after: 0).contains { "-.)/".utf8.contains($0) } || gap(after: 0).holds("–")
    }

    fileprivate var isKeyword: Bool {
        (1...4).contains(words.count) && (ending == .none || ending == .ellipsis) && opening == .none && !isNumbered
            && (words.count == 1 || !roles(at: 0).contains(.conjoined))
    }
}
