import NewsModel

extension Rule {
    /// Which picture of how many: `1 / 5`.
    static let counter = Rule("counter of pictures", .widget) { line in
        guard line.kind == .line, line.words.count == 2, line.ending == .none, line.opening == .none else {
            return false
        }
        return line.words.allSatisfy { $0.roles.contains(.number) && $0.range.count <= 2 }
            && line.gap(after: 0).elementsEqual(" / ".utf8)
    }

    /// The pages of an article and the way to the next: `1 2 3 4 التالي >`.
    static let paging = Rule("pages of the article", .widget) { line in
        let numbers = line.words.prefix { $0.roles.contains(.number) }
        return (2...12).contains(line.words.count) && numbers.count >= 2 && line.words.count - numbers.count == 1
            && line.words.last.map { Paging.ways.contains($0.hash) } ?? false
    }

    /// In plain text, a number by itself, which counted comments, views or something else (`17302`), or a line of
    /// strokes.
    static let bareNumber = Rule("bare number", .widget, .edges) { line in
        guard line.kind == .line else { return false }
        return !line.words.isEmpty && line.words.count <= 2 && line.ending != .stop
            && line.words.allSatisfy { $0.roles.contains(.number) }
            || line.words.isEmpty
    }
}

/// Words of such rows, folded and hashed.
private enum Paging {
    static let ways = Lexicon.hashes(
        "التالي التالى التالية الأخير الأخيرة السابق next last suivant weiter siguiente بعدی اگلا")
}
