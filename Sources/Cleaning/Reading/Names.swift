import NewsModel

extension Draft {
    /// Who wrote the story, from its bylines: people only.
    func readAuthors() -> [String] {
        var authors: [String] = []
        let dated = lines(removedAs: .date).filter { $0.has(.bylineLabel) }
        for line in lines(removedAs: .byline) + dated {
            for name in line.writers where !authors.contains(name) { authors.append(name) }
        }
        return Array(authors.prefix(8))
    }

    /// Who published the text, where a line around the story says so: the outlet's own line, the site's header, a part
    /// of a byline (`عمان-الوئام-خالد الضبيبي:`), the holder of the rights.
    func readOutlet() -> String? {
        for line in lines(removedAs: .outlet) {
            let parts = line.parts ?? [line.words.indices]
            if let name = parts.first(where: { line.isOutletName($0) }) ?? parts.first(where: { line.isUnplaced($0) }) {
                return line.text(words: name)
            }
        }
        for line in lines(removedAs: .header) + lines(removedAs: .byline) {
            guard let name = line.parts?.first(where: { line.isOutletName($0) && !line.isName($0) }) else { continue }
            if line.count([.home, .bylineLabel, .work], in: name) == 0 { return line.text(words: name) }
        }
        return lines(removedAs: .copyright).lazy.compactMap(\.holder).first
    }
}

extension Line {
    /// The people a byline names.
    fileprivate var writers: [String] {
        if let parts, !roles(at: 0).contains(.dateLabel) {
            let names = parts.map { withoutLabel($0) }.filter { isName($0) }
            if !names.isEmpty { return names.map { text(words: withoutTitle($0)) } }
        }
        var range = withoutLabel(words.indices)
        if let end = range.first(where: { roles(at: $0).contains(.number) || !roles(at: $0).isDisjoint(with: .sharing) }
        ) {
            range = range.lowerBound..<end
        }
        range = withoutTitle(range)
        guard (1...5).contains(range.count), count([.content, .work, .outlet], in: range) == 0,
            !words[range].contains(where: \.isGrammar)
        else { return [] }
        return [text(words: range)]
    }

    /// Behind the last label of a byline: `كتب في : 12 مايو 2019 بقلم : محمود علي`.
    private func withoutLabel(_ range: Range<Int>) -> Range<Int> {
        let labels: Roles = [.bylineLabel, .work]
        guard
            let last = range.last(where: {
                !roles(at: $0).isDisjoint(with: labels) && !roles(at: $0).contains(.givenName)
            })
        else { return range }
        return last + 1..<max(last + 1, range.upperBound)
    }

    private func withoutTitle(_ range: Range<Int>) -> Range<Int> {
        guard range.count >= 3, roles(at: range.lowerBound).contains(.honorific),
            !roles(at: range.lowerBound).contains(.givenName)
        else { return range }
        return range.dropFirst()
    }

    /// Says by a word of its own that it is a publication.
    fileprivate func isOutletName(_ range: Range<Int>) -> Bool {
        count(.outlet, in: range) > 0 && !(range.count == 1 && roles(at: range.lowerBound).contains(.place))
    }

    fileprivate func isUnplaced(_ range: Range<Int>) -> Bool {
        count([.place, .agency, .flag], in: range) < range.count
    }

    /// Behind `محفوظة لـ`, to the end: who holds the rights.
    fileprivate var holder: String? {
        guard let last = words.lastIndex(where: { $0.roles.contains(.reserved) }) else { return nil }
        let name = words.indices.suffix(from: last + 1).drop { roles(at: $0).contains(.function) }
        let isPlain = name.allSatisfy { roles(at: $0).isDisjoint(with: [.number, .function, .copyright]) }
        return (1...4).contains(name.count) && isPlain ? text(words: name) : nil
    }
}
