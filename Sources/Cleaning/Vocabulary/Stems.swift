import NewsText

/// Arabic words by their stems: one entry stands for `اشترك`, `اشتركوا`, `لتشترك`; one for `نشرة`, `نشرتنا`, `بالنشرة`.
///
/// Particles and pronouns are taken off a word when it is asked for, so that no form has to be listed. What may stand
/// before or behind a verb does not make a noun of it, nor the other way round.
struct Stems: Sendable {
    /// What stands in a table: a verb as one asks with it (`اشترك`), or a noun without its article.
    enum Kind: Sendable { case verb, noun }

    private struct Entry: Sendable {
        var asVerb: Functions = []
        /// Only behind a letter of the present: `شترك` of `تشترك`.
        var asPresent: Functions = []
        var asNoun: Functions = []
        /// Only before a pronoun: `نشرت` of `نشرتنا`.
        var asOwned: Functions = []
    }

    private var entries: [UInt64: Entry] = [:]

    init(_ tables: [(functions: Functions, kind: Kind, words: String)]) {
        for table in tables {
            for word in table.words.split(whereSeparator: \.isWhitespace) {
                guard let folded = foldedWords(of: String(word)).first else { continue }
                add(Array(folded.utf8), table.functions, table.kind)
            }
        }
    }

    private mutating func add(_ stem: [UInt8], _ functions: Functions, _ kind: Kind) {
        let hash = Lexicon.hash(stem[...])
        switch kind {
        case .verb:
            entries[hash, default: Entry()].asVerb.formUnion(functions)
            let hasAlef = stem.starts(with: Affix.alef) && stem.count >= 8
            let present = Lexicon.hash(hasAlef ? stem.dropFirst(2) : stem[...])
            entries[present, default: Entry()].asPresent.formUnion(functions)
        case .noun:
            entries[hash, default: Entry()].asNoun.formUnion(functions)
            guard stem.suffix(2).elementsEqual(Affix.closedTa), stem.count >= 6 else { return }
            let root = Array(stem.dropLast(2))
            let open: [UInt8] = root + Affix.openTa
            entries[Lexicon.hash(open[...]), default: Entry()].asOwned.formUnion(functions)
            let plural: [UInt8] = root + Affix.alef + Affix.openTa
            entries[Lexicon.hash(plural[...]), default: Entry()].asNoun.formUnion(functions)
        }
    }

    /// What a folded word can do; nothing for a word whose stem is in no table.
    func functions(of word: ArraySlice<UInt8>) -> Functions {
        guard let first = word.first, (0xD8...0xDB).contains(first), word.count >= 4, word.count <= 40 else {
            return []
        }
        var found: Functions = []
        for prefix in Affix.before where word.starts(with: prefix.bytes) {
            let rest = word.dropFirst(prefix.bytes.count)
            for suffix in Affix.behind where rest.count >= suffix.bytes.count + 4 {
                guard suffix.bytes.isEmpty || rest.suffix(suffix.bytes.count).elementsEqual(suffix.bytes) else {
                    continue
                }
                let stem = rest.dropLast(suffix.bytes.count)
                let isWhole = prefix.bytes.isEmpty && suffix.bytes.isEmpty
                guard isWhole || stem.count >= 6 || suffix.bytes.isEmpty && prefix.isArticle else { continue }
                guard let entry = entries[Lexicon.hash(stem)] else { continue }
                if prefix.suits(.noun), suffix.suits(.noun) { found.formUnion(entry.asNoun) }
                if prefix.suits(.noun), suffix.isPronoun { found.formUnion(entry.asOwned) }
                guard suffix.suits(.verb) else { continue }
                if prefix.isPresent { found.formUnion(entry.asPresent) }
                if prefix.suits(.verb) && !prefix.isPresent { found.formUnion(entry.asVerb) }
            }
        }
        return found
    }
}

/// Letters that are written together with a word, folded.
private struct Affix: Sendable {
    let bytes: [UInt8]
    private let kinds: Set<Stems.Kind>
    let isArticle: Bool
    let isPresent: Bool
    let isPronoun: Bool

    func suits(_ kind: Stems.Kind) -> Bool { kinds.contains(kind) }

    private init(
        _ text: String, _ kinds: Set<Stems.Kind>, isArticle: Bool = false, isPresent: Bool = false,
        isPronoun: Bool = false
    ) {
        bytes = Array(text.utf8)
        self.kinds = kinds
        self.isArticle = isArticle
        self.isPresent = isPresent
        self.isPronoun = isPronoun
    }

    static let alef = Array("ا".utf8)
    static let openTa = Array("ت".utf8)
    /// As folding leaves `ة`.
    static let closedTa = Array("ه".utf8)

    static let before: [Affix] = {
        var affixes = ["", "و", "ف"].map { Affix($0, [.noun, .verb]) }
        for and in ["", "و", "ف"] {
            for article in ["ال", "لل", "بال", "كال"] { affixes.append(Affix(and + article, [.noun], isArticle: true)) }
            for particle in ["ل", "ب"] { affixes.append(Affix(and + particle, [.noun])) }
            for sign in ["ت", "ي", "ن", "لت", "لي", "لن", "ست", "سن"] {
                affixes.append(Affix(and + sign, [.verb], isPresent: true))
            }
        }
        return affixes
    }()

    static let behind: [Affix] = {
        var affixes = [Affix("", [.noun, .verb])]
        for pronoun in ["ك", "كم", "كن", "نا", "ه", "ها", "هم"] {
            affixes.append(Affix(pronoun, [.noun, .verb], isPronoun: true))
        }
        for ending in ["ي", "ين", "ون", "ان", "ا"] { affixes.append(Affix(ending, [.noun, .verb])) }
        for ending in ["ات", "اتك", "اتكم", "اتنا", "اته", "اتها", "يه"] { affixes.append(Affix(ending, [.noun])) }
        for ending in ["وا", "و", "ن", "ني", "ونا", "وني", "وه", "وها", "ينا", "يني", "يه", "يها", "ونه", "ونها"] {
            affixes.append(Affix(ending, [.verb]))
        }
        return affixes
    }()
}
