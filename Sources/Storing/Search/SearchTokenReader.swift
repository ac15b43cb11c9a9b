/// Reads the pieces of a query off its text, one after another.
struct SearchTokenReader {
    var rest: ArraySlice<Unicode.Scalar>

    /// `nil` at the end.
    mutating func next() -> SearchToken? {
        rest = rest.drop(while: isBlank)
        guard let first = rest.first else { return nil }
        var token = SearchToken(text: "")
        if first == "-" || first == "\u{2212}", let second = rest.dropFirst().first, !isBlank(second) {
            token.isNegative = true
            rest.removeFirst()
        }
        readBody(of: &token)
        return token
    }

    private mutating func readBody(of token: inout SearchToken) {
        if let quoted = takeQuoted() {
            (token.text, token.isQuoted) = (quoted, true)
            return
        }
        token.text = take { isBlank($0) || $0 == ":" || closingMark(of: $0) != nil }
        guard rest.first == ":" else { return }
        rest.removeFirst()
        let key = token.text.lowercased()
        if SearchTokenReader.keys.contains(key) {
            token.key = key
            token.text = takeQuoted() ?? take(until: isBlank)
        } else {
            // A colon like any other: both sides are words in this order.
            token.text += " " + take { isBlank($0) || closingMark(of: $0) != nil }
        }
    }

    /// What stands between quotation marks; to the end of the query when the second is missing.
    private mutating func takeQuoted() -> String? {
        guard let mark = rest.first, let end = closingMark(of: mark) else { return nil }
        rest.removeFirst()
        let text = take { $0 == end || $0 == "\"" }
        rest = rest.dropFirst()
        return text
    }

    private mutating func take(until isEnd: (Unicode.Scalar) -> Bool) -> String {
        let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest[..<end])
        rest = rest[end...]
        return String(text)
    }

    private static let keys: Set = ["source", "feed", "tag", "since", "until"]
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20
}

/// The mark that closes a quotation which `mark` opens.
private func closingMark(of mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\"": "\""
    case "\u{AB}": "\u{BB}"
    case "\u{201C}": "\u{201D}"
    case "\u{201E}": "\u{201C}"
    default: nil
    }
}
