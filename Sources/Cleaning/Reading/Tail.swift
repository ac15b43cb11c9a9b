import NewsModel

extension Draft {
    /// Reads the lines below the last paragraph of a plain text.
    ///
    /// Once something there is known to be furniture, short lines below it are too: the story is over. Above it only
    /// rows of single words (keywords) and a lone name (outlet or writer) go.
    mutating func readTail() {
        guard isPlainText else { return }
        let start = lastParagraph + 1
        guard start > 0, start < lines.count else { return }
        let isList = lines[start - 1].ending == .colon
        let closing = (start..<lines.count).first { !isKept($0) } ?? lines.count
        if !isList { readRest(start..<closing) }
        for index in closing..<lines.count
        where isKept(index) && !lines[index].isParagraph && lines[index].ending != .stop {
            mark(index, .relatedItem, "below the end of the story")
        }
    }

    /// Lines between the last paragraph and the first furniture, or the end.
    private mutating func readRest(_ rest: Range<Int>) {
        let row = rest.suffix(while: { isKept($0) && lines[$0].isKeyword })
        if row.count >= 2 {
            for index in row { mark(index, .tags, "a row of keywords") }
            return
        }
        guard rest.count == 1, let index = rest.first else { return }
        let line = lines[index]
        guard line.words.count <= 4, line.ending == .none, !line.isListed, !line.has(.function) else { return }
        let isWriter = line.words.first.map { $0.roles.contains(.givenName) } ?? false
        mark(index, isWriter || line.has(.writer) ? .byline : .source, "a name below the story")
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
    fileprivate var isKeyword: Bool {
        (1...4).contains(words.count) && (ending == .none || ending == .ellipsis) && opening != .dash
            && opening != .bracket
    }
}
