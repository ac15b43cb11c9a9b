/// One piece of a query as it was typed.
struct SearchToken: Equatable {
    var text: String
    var isQuoted = false
    var isNegative = false
    /// What stood before a colon, in lower case.
    var key: String?

    var isOr: Bool { text == "OR" && !isQuoted && !isNegative && key == nil }

    /// `nil` when there is no letter or digit in it.
    var term: SearchQuery.Term? {
        let words = key.map { "\($0) \(text)" } ?? text
        guard SearchExpression.hasWord(words) else { return nil }
        let isPrefix = !isQuoted && text.hasSuffix("*")
        let stem = isPrefix ? String(text.prefix { $0 != "*" }) : words
        return isPrefix && key == nil && SearchExpression.isLongEnough(stem) ? .prefix(stem) : .phrase(words)
    }

    /// The pieces, but two words that the index knows as one term (`عبد الله`) are one piece: each alone finds nothing.
    static func joined(_ tokens: [SearchToken]) -> [SearchToken] {
        var joined: [SearchToken] = []
        for token in tokens {
            if let last = joined.last, last.isPlain, token.isPlain, !token.isNegative,
                SearchExpression.isOneTerm("\(last.text) \(token.text)")
            {
                joined[joined.count - 1].text += " " + token.text
            } else {
                joined.append(token)
            }
        }
        return joined
    }

    /// A word and nothing else, or one to leave out.
    private var isPlain: Bool {
        !isQuoted && key == nil && !isOr && !text.hasSuffix("*") && !text.contains(" ")
    }

    /// The pieces between blanks, quoted ones whole. At most the first thousand characters count.
    static func tokens(in text: String) -> [SearchToken] {
        var reader = SearchTokenReader(rest: Array(text.unicodeScalars.prefix(1000))[...])
        var tokens: [SearchToken] = []
        while let token = reader.next() { tokens.append(token) }
        return tokens
    }
}
