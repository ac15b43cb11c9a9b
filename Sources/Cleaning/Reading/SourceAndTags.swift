import NewsModel

extension Draft {
    /// Who the story is credited to: a source line, an agency by itself, `متابعات` beside the outlet.
    func readSource() -> String? {
        for index in lines.indices where reason(index) == .source {
            let line = lines[index]
            if let label = line.sourceLabel {
                if label < line.words.count { return line.credit(from: label) }
            } else {
                return line.credit(from: 0)
            }
        }
        for line in lines(removedAs: .date) where line.has(.month) {
            if let last = line.words.indices.last, line.roles(at: last).contains(.agency) {
                return line.text(from: last)
            }
        }
        for line in lines(removedAs: .outlet) {
            for part in line.parts ?? [] where line.count(.agency, in: part) == part.count {
                return line.text(words: part)
            }
        }
        return nil
    }

    /// The keywords of the story, as printed.
    func readTags() -> [String] {
        var tags: [String] = []
        for line in lines(removedAs: .tags) {
            for tag in line.keywords where !tags.contains(tag) { tags.append(tag) }
        }
        return Array(tags.prefix(40))
    }
}

extension Line {
    /// What is credited, from the word at `start` on: without brackets, and the paper alone of `(أبوظبي - البيان)`.
    fileprivate func credit(from start: Int) -> String {
        if let parts, let name = parts.last(where: { count(.place, in: $0) == 0 && $0.lowerBound >= start }),
            count(.place) > 0
        {
            return text(words: name)
        }
        return text(from: start)
    }

    /// The keywords a line holds: what separators part, else all of it.
    fileprivate var keywords: [String] {
        var keywords: [String] = []
        var start = tagLabel?.words ?? 0
        for index in words.indices where index >= start {
            let gap = gap(after: index)
            let isEnd =
                index == words.count - 1 || gap.contains { ",|#/;".utf8.contains($0) } || gap.holds("،")
                || gap.holds("؛") || gap.holds("–")
            guard isEnd else { continue }
            keywords.append(text(words: start..<index + 1))
            start = index + 1
        }
        return keywords
    }
}
