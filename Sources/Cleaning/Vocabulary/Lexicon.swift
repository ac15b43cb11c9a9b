import NewsText

/// The roles of words, by their folded bytes. Built once from the tables of this folder.
struct Lexicon: Sendable {
    /// Hashes of words and of units of several words; 0 is an empty place. A power of two, at most half full.
    private var keys: [UInt64]
    private var values: [Roles]
    private let mask: Int

    /// Words in a unit: `ذات صلة` has 2.
    static let longestPhrase = 4

    static let vocabulary = Lexicon(Vocabulary.tables)

    init(_ tables: [Vocabulary.Table]) {
        let entries = tables.flatMap(\.entries)
        var size = 1024
        while size < entries.count * 4 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Roles](repeating: [], count: size)
        mask = size - 1
        for (unit, roles) in entries { add(unit, roles) }
    }

    private mutating func add(_ unit: [String], _ roles: Roles) {
        let hashes = unit.map { Lexicon.hash(Array($0.utf8)[...]) }
        guard let first = hashes.first else { return }
        if hashes.count > 1 {
            insert(first, .beginsPhrase)
            insert(hashes.dropFirst().reduce(first, Lexicon.join), roles)
        } else {
            insert(first, roles)
        }
    }

    private mutating func insert(_ key: UInt64, _ roles: Roles) {
        var place = Int(truncatingIfNeeded: key) & mask
        while keys[place] != 0 && keys[place] != key { place = (place + 1) & mask }
        keys[place] = key
        values[place].formUnion(roles)
    }

    func roles(ofHash key: UInt64) -> Roles {
        var place = Int(truncatingIfNeeded: key) & mask
        while keys[place] != 0 {
            if keys[place] == key { return values[place] }
            place = (place + 1) & mask
        }
        return []
    }

    /// FNV-1a, never 0.
    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32 | 1
    }

    /// The hashes of single words, for a rule that alone asks for them.
    static func hashes(_ words: String) -> Set<UInt64> {
        Set(
            words.split(whereSeparator: \.isWhitespace).flatMap { foldedWords(of: String($0)) }.map {
                hash(Array($0.utf8)[...])
            })
    }

    /// The hashes of Arabic nouns as they are, with the article, and with the particles that are written together with
    /// them: `تعليق`, `التعليق`, `للتعليق`, `بالتعليق`, `لتعليق`, `والتعليق`.
    static func nouns(_ words: String) -> Set<UInt64> {
        let stems = words.split(whereSeparator: \.isWhitespace)
        let particles = ["", "ال", "لل", "بال", "ل", "ب", "و", "وال", "وب", "ول"]
        return hashes(stems.flatMap { stem in particles.map { $0 + stem } }.joined(separator: " "))
    }

    /// The hashes of Arabic nouns with "your", "our" or "my" behind them: `حسابك`, `بحسابكم`, `لنشرتنا`.
    static func owned(_ words: String) -> Set<UInt64> {
        let stems = words.split(whereSeparator: \.isWhitespace).map { stem in
            stem.hasSuffix("ة") ? stem.dropLast() + "ت" : stem
        }
        let forms = stems.flatMap { stem in
            ["", "ل", "ب", "و"].flatMap { before in ["ك", "كم", "نا"].map { before + stem + $0 } }
        }
        return hashes(forms.joined(separator: " "))
    }

    static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        ((left ^ right) &* 0x9E37_79B9_7F4A_7C15 &+ right) | 1
    }
}

/// The words of the furniture of pages, one table for each function, one line for each language.
enum Vocabulary {
    /// Words that share a function. A line is a language tag and the words; `_` joins the words of a unit.
    struct Table: Sendable {
        let roles: Roles
        let text: String

        init(_ roles: Roles, _ text: String) {
            self.roles = roles
            self.text = text
        }

        /// The folded words of each unit with their roles.
        var entries: [(unit: [String], roles: Roles)] {
            text.split(separator: "\n").flatMap { line in
                line.split(separator: " ").dropFirst().map { unit in
                    (unit.split(separator: "_").flatMap { foldedWords(of: String($0)) }, roles)
                }
            }
        }
    }

    static let tables: [Table] =
        related + sharing + credits + calendar + bylines + furniture + legal + names + pictured + places + grammar
}
