import NewsText

/// A query in the language of SQLite's full-text search. Every word stands in quotation marks, so no sign of the query
/// means anything there.
///
/// Source: sqlite.org/fts5.html section 3.
enum SearchExpression {
    /// What must match; `nil` when the query asks for no word, source or tag.
    static func matching(_ query: SearchQuery) -> String? {
        var parts = query.groups.map { group in
            "\(everywhere) : (\(group.map(text).joined(separator: " OR ")))"
        }
        parts += query.sources.filter(hasWord).map { "source : (\(words($0)))" }
        parts += query.tags.filter(hasWord).map { "tags : (\(words($0)))" }
        guard !parts.isEmpty else { return nil }
        let all = parts.map { "(\($0))" }.joined(separator: " AND ")
        return excluding(query).map { "(\(all)) NOT (\($0))" } ?? all
    }

    /// What must not match, for a query without anything that must.
    static func excluding(_ query: SearchQuery) -> String? {
        guard !query.excluded.isEmpty else { return nil }
        return "\(everywhere) : (\(query.excluded.map(text).joined(separator: " OR ")))"
    }

    private static let everywhere = "{title body tags authors}"

    private static func text(_ term: SearchQuery.Term) -> String {
        switch term {
        case .phrase(let words): quoted(words)
        case .prefix(let stem): "\(quoted(stem)) *"
        }
    }

    /// Each word, in any order.
    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).map(String.init).filter(hasWord).map(quoted).joined(
            separator: " AND ")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.filter { $0 != "\"" && $0 != "\0" } + "\""
    }

    /// Whether the index could know it: a string without one matches nothing and would empty the answer.
    static func hasWord(_ text: String) -> Bool {
        lengthOfLastTerm(text) != nil
    }

    /// A shorter beginning fits too many words to be looked up in bounded time.
    static func isLongEnough(_ prefix: String) -> Bool {
        (lengthOfLastTerm(prefix) ?? 0) >= 3
    }

    static func isOneTerm(_ text: String) -> Bool {
        var text = text
        var terms = 0
        text.withUTF8 { utf8 in SearchTerms.terms(of: utf8) { _, _ in terms += 1 } }
        return terms == 1
    }

    /// In letters; `nil` when there is no term.
    private static func lengthOfLastTerm(_ text: String) -> Int? {
        var text = text
        var length: Int?
        text.withUTF8 { utf8 in
            SearchTerms.terms(of: utf8) { term, _ in length = term.count { $0 & 0xC0 != 0x80 } }
        }
        return length
    }
}
