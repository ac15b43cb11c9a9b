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
            for tag in keywords(of: line) where !tags.contains(tag) { tags.append(tag) }
        }
        return Array(tags.prefix(40))
    }
}

extension Draft {
    /// The keywords a line holds. Where no separator parts them, words that stand side by side in the story belong
    /// together: `كوريا الشمالية بيونغ يانغ` are two.
    private func keywords(of line: Line) -> [String] {
        let listed = line.keywords
        let words = (line.tagLabel?.words ?? 0)..<line.words.count
        guard listed.count == 1, words.count >= 3 else { return listed }
        var parts: [Range<Int>] = []
        var start = words.lowerBound
        for index in words where index + 1 == words.upperBound || !standTogether(line, index) {
            parts.append(start..<index + 1)
            start = index + 1
        }
        return parts.count == words.count ? listed : parts.map { line.text(words: $0) }
    }

    /// Whether the word at `index` and the next stand side by side in the title or the story.
    private func standTogether(_ line: Line, _ index: Int) -> Bool {
        let pair = (line.words[index].hash, line.words[index + 1].hash)
        return lines.indices.contains { other in
            guard isKept(other) || reason(other) == .title else { return false }
            let words = lines[other].words
            return zip(words, words.dropFirst()).contains { $0.hash == pair.0 && $1.hash == pair.1 }
        }
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
