/// The tables of Arabic stemming, read once.
struct StemTable: Sendable {
    /// For words as search reads them: hamza on its seats is ء, alef with hamza أ.
    static let standard = StemTable(letters: StemTable.letters)
    /// For words of folded text, where the seats are و and ي.
    static let folded = StemTable { Folding.fold(String($0)).unicodeScalars.map(\.value).filter { $0 != 0x20 } }

    private var canonical: [UInt64: [UInt32]] = [:]
    /// By the first 16 bits of a key: whether a word of the table has them. Spares most look-ups.
    private var sieve = [Bool](repeating: false, count: 1 << 16)
    private var wawWords: Set<UInt64> = []
    private var lamWords: Set<UInt64> = []
    private var pairs: [UInt64: Set<UInt64>] = [:]

    private init(letters: (Substring) -> [UInt32]) {
        for line in (StemExceptions.names + "\n" + StemExceptions.nouns).split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            let name = letters(parts[0])
            let forms = parts.count > 1 ? parts[1].split(separator: " ").map { letters($0) } : []
            canonical[StemTable.key(name[...])] = name
            let bare = name.starts(with: StemTable.article) && name.count > 4 ? Array(name.dropFirst(2)) : name
            canonical[StemTable.key(bare[...])] = name
            for form in forms { canonical[StemTable.key(form[...])] = name }
        }
        for key in canonical.keys { sieve[Int(key >> 48)] = true }
        wawWords = StemTable.keys(StemExceptions.waw, letters)
        lamWords = StemTable.keys(StemExceptions.lam, letters)
        for line in StemExceptions.pairs.split(separator: "\n") {
            let words = line.split(separator: " ").map { StemTable.key(letters($0)[...]) }
            guard words.count == 2 else { continue }
            pairs[words[0], default: []].insert(words[1])
        }
    }

    /// What a word is indexed as, `nil` for one that is not in the table.
    func canonical(_ word: ArraySlice<UInt32>) -> [UInt32]? {
        let key = StemTable.key(word)
        return sieve[Int(key >> 48)] ? canonical[key] : nil
    }

    func hasOwnWaw(_ word: ArraySlice<UInt32>) -> Bool { StemTable.begins(word, wawWords) }
    func hasOwnLam(_ word: ArraySlice<UInt32>) -> Bool { StemTable.begins(word, lamWords) }

    func isPair(_ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>) -> Bool {
        pairs[StemTable.key(first)]?.contains(StemTable.key(second)) == true
    }

    /// Whether a word of the set is the word or its beginning.
    private static func begins(_ word: ArraySlice<UInt32>, _ words: Set<UInt64>) -> Bool {
        var key = seed
        for letter in word.prefix(8) {
            key = mixed(key, letter)
            if words.contains(key) { return true }
        }
        return false
    }

    // MARK: Keys

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Alef with hamza and without are one letter here.
    private static func mixed(_ key: UInt64, _ letter: UInt32) -> UInt64 {
        (key ^ UInt64(letter == 0x0623 ? 0x0627 : letter)) &* 0x100_0000_01B3
    }

    private static func key(_ word: ArraySlice<UInt32>) -> UInt64 {
        var key = seed
        for letter in word { key = mixed(key, letter) }
        return key
    }

    private static func keys(_ source: String, _ letters: (Substring) -> [UInt32]) -> Set<UInt64> {
        Set(source.split(whereSeparator: \.isWhitespace).map { key(letters($0)[...]) })
    }

    /// A word of a table as search sees it: folded, hamza on its seats all ء, alef with hamza أ.
    private static func letters(_ word: Substring) -> [UInt32] {
        var letters: [UInt32] = []
        for scalar in word.unicodeScalars where scalar != " " {
            switch scalar.value {
            case 0x0621, 0x0624, 0x0626: letters.append(0x0621)
            case 0x0622, 0x0623, 0x0625: letters.append(0x0623)
            default: letters += Folding.fold(String(scalar)).unicodeScalars.map(\.value)
            }
        }
        return letters
    }

    // MARK: Affixes

    static let article: [UInt32] = plain("ال")
    static let tenthForm: [UInt32] = plain("است")
    /// عبد, "servant", the first half of many names.
    static let servant: [UInt32] = plain("عبد")
    static let proclitics: Set<UInt32> = [0x0648, 0x0628, 0x0644, 0x0643, 0x0641]
    static let prepositions: Set<UInt32> = [0x0628, 0x0644, 0x0643, 0x0641]

    /// Longest first, with the letters that must stay. Lam: a second ل may be the word's own.
    static let prefixes: [(letters: [UInt32], least: Int, isLam: Bool)] = [
        ("وبال", 3, false), ("وكال", 3, false), ("وفال", 3, false), ("فبال", 3, false), ("ولل", 2, true),
        ("فلل", 2, true),
        ("وال", 2, false), ("بال", 3, false), ("كال", 3, false), ("فال", 3, false), ("لل", 2, true), ("ال", 2, false),
    ].map { (plain($0.0), $0.1, $0.2) }

    /// An ending, with the letters that must stay before it.
    struct Suffix: Sendable {
        let letters: [UInt32]
        let least: Int
        /// Whether ة becomes ت before it.
        var opensTa = false
        var count: Int { letters.count }
    }

    /// The endings of words that end in a letter, in the order they are tried.
    static func suffixes(before last: UInt32?) -> [Suffix] {
        guard let last else { return [] }
        return byLast[last] ?? []
    }

    private static let byLast: [UInt32: [Suffix]] = Dictionary(grouping: allSuffixes) { $0.letters.last ?? 0 }

    private static let allSuffixes: [Suffix] =
        ["هما", "ها", "هم", "هن", "كم", "نا"].map { Suffix(letters: plain($0), least: 4, opensTa: true) }
        + [Suffix(letters: plain("ا"), least: 4)]
        + ["يتين", "يات", "يون", "يين", "ات", "ون"].map { Suffix(letters: plain($0), least: 3) }
        + ["ين", "ان"].map { Suffix(letters: plain($0), least: 3, opensTa: true) }
        + ["يه", "يا"].map { Suffix(letters: plain($0), least: 3) }
        + [Suffix(letters: plain("ه"), least: 3, opensTa: true), Suffix(letters: plain("ي"), least: 3)]

    private static func plain(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
