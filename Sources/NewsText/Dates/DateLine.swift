import NewsModel

/// A folded line as tokens, with what the whole of it says about how its parts are to be read.
struct DateLine {
    enum Style {
        /// A line of a page: prose may stand around the date.
        case page
        /// A feed's date element: a machine wrote it, and two-digit years are dates.
        case feed
    }

    let tokens: [DateToken]
    let style: Style
    let now: Timestamp
    /// Words of Arabic script: numbers are never month first then, and AST is Arabia's time.
    let isArabic: Bool
    /// A zone of North America, or in a feed a half of the day in English, makes `3/4/2020` the fourth of March.
    let isAmerican: Bool
    /// Whether a word stands in it that has no place in a date.
    let hasUnknownWord: Bool

    init(_ folded: UnsafeBufferPointer<UInt8>, style: Style, now: Timestamp, stopsAtUnknown: Bool = false) {
        let read = DateTokens(folded, stopsAtUnknown: stopsAtUnknown)
        tokens = read.tokens
        self.style = style
        self.now = now
        hasUnknownWord = read.hasUnknownWord
        isArabic = folded.contains { (0xD8...0xDB).contains($0) }
        isAmerican =
            !isArabic
            && tokens.contains { token in
                guard case .word(let lexeme?) = token.kind else { return false }
                return lexeme.americanZone != nil && lexeme.roles.isEmpty
                    || lexeme.zone.map { (-600 ... -240).contains($0) } == true
                    || style == .feed && lexeme.half != nil
            }
    }

    // MARK: Tokens

    func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index].kind else {
            return nil
        }
        return (value, digits)
    }

    /// A number of one or two digits.
    func small(_ index: Int) -> Int? {
        guard let number = number(index), number.digits <= 2 else { return nil }
        return number.value
    }

    func lexeme(_ index: Int) -> DateLexeme? {
        guard tokens.indices.contains(index), case .word(let lexeme) = tokens[index].kind else { return nil }
        return lexeme
    }

    func has(_ role: DateLexeme.Roles, at index: Int) -> Bool {
        lexeme(index).map { !$0.roles.isDisjoint(with: role) } ?? false
    }

    func isWord(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), case .word = tokens[index].kind else { return false }
        return true
    }

    func sign(_ index: Int) -> UInt8? {
        guard tokens.indices.contains(index), case .sign(let sign) = tokens[index].kind else { return nil }
        return sign
    }

    func isSign(_ index: Int, _ text: StaticString) -> Bool {
        guard let sign = sign(index) else { return false }
        return (0..<text.utf8CodeUnitCount).contains { text.utf8Start[$0] == sign }
    }

    func hasGap(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].hasGap
    }

    /// The first token from `index` on that is neither one of the signs nor a word of one of the roles; at most `limit`
    /// are passed. A word that may be a month (`des`) is never passed.
    func skip(from index: Int, signs: StaticString, roles: DateLexeme.Roles = [], limit: Int = 4) -> Int {
        var index = index
        let end = index + limit
        while index < end, isSign(index, signs) || isPassed(index, roles) { index += 1 }
        return index
    }

    private func isPassed(_ index: Int, _ roles: DateLexeme.Roles) -> Bool {
        guard let lexeme = lexeme(index) else { return false }
        return !lexeme.roles.isDisjoint(with: roles) && !lexeme.isMonth
    }
}
