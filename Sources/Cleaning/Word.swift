import NewsText

/// A word of a line: where its folded bytes stand, and what it can do.
struct Word: Sendable {
    let range: Range<Int>
    fileprivate(set) var roles: Roles
    /// Of the folded bytes.
    let hash: UInt64

    /// A word of grammar or the verb of a report, and no name: `علي` is also `على`.
    var isGrammar: Bool { !roles.isDisjoint(with: [.function, .opener]) && !roles.contains(.givenName) }

    /// The words of folded text, with the roles of single words and of units of several.
    static func words(of folded: [UInt8]) -> [Word] {
        let ranges = folded.withUnsafeBufferPointer { wordRanges(inFolded: $0) }
        var words = ranges.map { range in
            let hash = Lexicon.hash(folded[range])
            return Word(range: range, roles: Word.roles(of: folded[range], hash: hash), hash: hash)
        }
        for index in words.indices where words[index].roles.contains(.beginsPhrase) {
            let isConjoined = words[index].roles.contains(.conjoined)
            let first = isConjoined ? Lexicon.hash(folded[ranges[index]].dropFirst(2)) : words[index].hash
            markPhrase(at: index, first, in: &words)
        }
        return words
    }

    /// Gives the words of the longest unit that begins at `start` the roles of the unit, in place of their own.
    private static func markPhrase(at start: Int, _ first: UInt64, in words: inout [Word]) {
        var hash = first
        var longest: (end: Int, roles: Roles)?
        for end in (start + 1)..<max(start + 1, min(start + Lexicon.longestPhrase, words.count)) {
            hash = Lexicon.join(hash, words[end].hash)
            let roles = Lexicon.vocabulary.roles(ofHash: hash)
            if !roles.isEmpty { longest = (end, roles) }
        }
        guard let longest else { return }
        let conjoined = words[start].roles.intersection(.conjoined)
        for index in start...longest.end { words[index].roles.formUnion(longest.roles.union(conjoined)) }
    }

    private static func roles(of word: ArraySlice<UInt8>, hash: UInt64) -> Roles {
        let exact = Lexicon.vocabulary.roles(ofHash: hash)
        if !exact.isSubset(of: .beginsPhrase) { return exact }
        return exact.union(inexactRoles(of: word))
    }

    /// The roles of a word that stands in no table as it is.
    private static func inexactRoles(of word: ArraySlice<UInt8>) -> Roles {
        guard let first = word.first else { return [] }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return numbered(word)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return glued(word)
        default: return withoutParticles(word)
        }
    }

    /// Digits, or digits with a unit right behind them: `2min`, `19th`.
    private static func numbered(_ word: ArraySlice<UInt8>) -> Roles {
        let rest = word.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !rest.isEmpty else { return .number }
        let unit = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(rest))
        return unit.isEmpty ? [] : unit.subtracting([.verb, .beginsPhrase]).union(.number)
    }

    /// Buttons whose labels lost the blank between them: `facebookshare`.
    private static func glued(_ word: ArraySlice<UInt8>) -> Roles {
        guard word.count >= 9 else { return [] }
        for cut in (word.startIndex + 4)..<(word.endIndex - 3) {
            let left = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(word[..<cut]))
            guard !left.isDisjoint(with: .platform) else { continue }
            let whole = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(word[cut...]))
            let right = whole.isEmpty && word.count <= 60 ? glued(word[cut...]) : whole
            if !right.isDisjoint(with: [.platform, .sharing, .button]) {
                return left.union(right).subtracting(.beginsPhrase)
            }
        }
        return []
    }

    /// `والأخبار` is `أخبار` with two particles. Verbs take none, `و` before one makes it a sentence.
    private static func withoutParticles(_ word: ArraySlice<UInt8>) -> Roles {
        var rest = word
        var conjoined = false
        if rest.starts(with: Particle.and) || rest.starts(with: Particle.so), rest.count >= 6 {
            rest = rest.dropFirst(2)
            // What begins with ف and is not known is more often a name than a sentence.
            conjoined = rest.count > 6 && word.starts(with: Particle.and)
            let roles = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(rest))
            if roles.contains(.verb) {
                return roles.intersection([.opener, .reading, .beginsPhrase]).union(.conjoined)
            }
            if !roles.isEmpty { return roles.union(.conjoined) }
        }
        for particle in Particle.articles where rest.starts(with: particle) && rest.count >= particle.count + 4 {
            let stem = Lexicon.hash(rest.dropFirst(particle.count))
            let roles = Lexicon.vocabulary.roles(ofHash: stem).subtracting(.beginsPhrase)
            // Words of grammar take no article: `الله` is not `له`.
            guard roles.isDisjoint(with: [.verb, .function]) else { continue }
            if !roles.isEmpty { return conjoined ? roles.union(.conjoined) : roles }
        }
        let owned = possessed(rest)
        return conjoined ? owned.union(.conjoined) : owned
    }

    /// `مقالاتنا` is `مقالات` with "our" behind it, of parts of a site only.
    private static func possessed(_ word: ArraySlice<UInt8>) -> Roles {
        guard word.count >= 10, word.suffix(4).elementsEqual(Particle.our) else { return [] }
        var stem = Array(word.dropLast(4))
        var roles = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(stem[...]))
        if roles.isEmpty, stem.suffix(2).elementsEqual(Particle.openTa) {
            stem.replaceSubrange(stem.count - 2..<stem.count, with: Particle.closedTa)
            roles = Lexicon.vocabulary.roles(ofHash: Lexicon.hash(stem[...]))
        }
        roles.formIntersection([.content, .channel, .measure])
        return roles.isEmpty ? [] : roles.union(.us)
    }
}

/// Letters that are written together with the next word, folded.
private enum Particle {
    static let and = Array("و".utf8)
    static let so = Array("ف".utf8)
    static let our = Array("نا".utf8)
    static let openTa = Array("ت".utf8)
    /// As folding leaves `ة`.
    static let closedTa = Array("ه".utf8)
    static let articles = ["ال", "لل", "بال", "كال", "ل", "ب"].map { Array($0.utf8) }
}
