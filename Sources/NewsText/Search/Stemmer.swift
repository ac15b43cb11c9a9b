/// Makes a search term of a word. Keeps its buffers from word to word.
struct Stemmer {
    /// The term of the last word, UTF-8.
    private(set) var term: [UInt8] = []
    private var letters: [UInt32] = []
    private let table: StemTable

    init(table: StemTable = .standard) {
        self.table = table
    }

    /// Letters. Longer words are no words and stay as they are.
    private static let longest = 40

    mutating func stem(_ word: SearchWord) {
        letters.removeAll(keepingCapacity: true)
        letters.append(contentsOf: word.letters)
        if word.isArabic, word.letters.count <= Stemmer.longest {
            stemArabic(endsInMaqsura: word.endsInMaqsura)
        } else if word.letters.count <= Stemmer.longest {
            LatinStemming.stem(&letters)
        }
        encode()
    }

    private mutating func encode() {
        term.removeAll(keepingCapacity: true)
        for letter in letters { appendScalar(letter == 0x0623 ? 0x0627 : letter, to: &term) }
    }

    // MARK: Pairs

    /// Whether two words are a name that is also written as one: عبد with a name that has the article, or one of the
    /// table.
    func isPair(_ first: SearchWord, _ second: SearchWord) -> Bool {
        guard first.isArabic, second.isArabic, first.letters.count <= 6, second.letters.count <= Stemmer.longest,
            second.range.lowerBound - first.range.upperBound <= 3
        else { return false }
        if isServant(first.letters) {
            return second.letters.count > 3 && second.letters.starts(with: StemTable.article)
        }
        return table.isPair(first.letters[...], second.letters[...])
    }

    /// عبد, also after one letter that is written together with it (`لعبد`).
    private func isServant(_ letters: [UInt32]) -> Bool {
        letters == StemTable.servant
            || letters.count == 4 && letters.dropFirst().elementsEqual(StemTable.servant)
                && StemTable.proclitics.contains(letters[0])
    }

    /// The term of a pair written as one word.
    mutating func stemJoined(_ first: SearchWord, _ second: SearchWord) {
        var joined = first
        joined.letters += second.letters
        joined.endsInMaqsura = second.endsInMaqsura
        stem(joined)
    }

    // MARK: Arabic

    private mutating func stemArabic(endsInMaqsura: Bool) {
        if endsInMaqsura, isBareAla() {
            // The preposition على is not the name علي.
            letters = [0x0639, 0x0644, 0x0649]
            return
        }
        if isServantName() || settle() { return }
        if cutPrefix(), settle() { return }
        cutSuffixes()
        unifyForeignG()
    }

    private func isBareAla() -> Bool {
        letters == [0x0639, 0x0644, 0x064A] || letters == [0x0648, 0x0639, 0x0644, 0x064A]
    }

    /// عبدالله and its kin: what is written before goes, and nothing else.
    private mutating func isServantName() -> Bool {
        let name = StemTable.servant + StemTable.article
        if letters.count > name.count, letters.starts(with: name) { return true }
        guard letters.count > name.count + 1, letters.dropFirst().starts(with: name),
            StemTable.proclitics.contains(letters[0])
        else { return false }
        letters.removeFirst()
        return true
    }

    /// Replaces a word of the table by what it is indexed as.
    private mutating func settle() -> Bool {
        guard let canonical = table.canonical(letters[...]) else { return false }
        letters = canonical
        return true
    }

    /// Cuts the article with what is before it, or one letter before a word that shows where it begins.
    private mutating func cutPrefix() -> Bool {
        for prefix in StemTable.prefixes where letters.starts(with: prefix.letters) {
            guard letters.count - prefix.letters.count >= prefix.least else { continue }
            if prefix.isLam, restoreLam(after: prefix.letters.count) { return true }
            letters.removeFirst(prefix.letters.count)
            return true
        }
        let hasConjunction = letters.first == 0x0648 && letters.count >= 4 && !table.hasOwnWaw(letters[...])
        if hasConjunction {
            letters.removeFirst()
            _ = cutPreposition()
            return true
        }
        return cutPreposition()
    }

    /// `للقاح` is لل before قاح in writing only: words that begin with ل keep theirs.
    private mutating func restoreLam(after count: Int) -> Bool {
        guard table.hasOwnLam(letters[(count - 1)...]) else { return false }
        letters.removeFirst(count - 1)
        return true
    }

    /// ب ل ك ف before a word of the table, before alef with hamza, or before the beginnings of participles and verbal
    /// nouns.
    private mutating func cutPreposition() -> Bool {
        guard let first = letters.first, StemTable.prepositions.contains(first), letters.count >= 4 else {
            return false
        }
        let rest = letters.dropFirst()
        let second = rest[rest.startIndex]
        let isClear =
            second == 0x0623 && rest.count >= 4 || second == 0x0645 && rest.count >= 5 && first != 0x0643
            || rest.count >= 6 && rest.starts(with: StemTable.tenthForm)
        guard isClear || isKnown(rest) else { return false }
        letters.removeFirst()
        return true
    }

    /// Whether the table has a word, or what stays of it without an ending.
    private func isKnown(_ rest: ArraySlice<UInt32>) -> Bool {
        table.canonical(rest) != nil || knownWithout(StemTable.suffixes(before: rest.last), in: rest) != nil
    }

    /// Cuts endings until none is left. A short ending that leaves a word of the table goes before a longer one.
    private mutating func cutSuffixes() {
        for _ in 0..<4 {
            let suffixes = StemTable.suffixes(before: letters.last)
            if let known = knownWithout(suffixes, in: letters[...]) {
                letters = known
                return
            }
            guard let suffix = suffixes.first(where: { isCuttable($0, from: letters[...], least: $0.least) }) else {
                break
            }
            letters.removeLast(suffix.count)
            if suffix.opensTa, restoreTa() { return }
        }
        shortPlural()
    }

    /// The word of the table that is left without the shortest of the endings that leave one.
    private func knownWithout(_ suffixes: [StemTable.Suffix], in word: ArraySlice<UInt32>) -> [UInt32]? {
        for suffix in suffixes.reversed() where isCuttable(suffix, from: word, least: 3) {
            if let canonical = table.canonical(word.dropLast(suffix.count)) { return canonical }
        }
        return nil
    }

    /// لغات has too few letters to lose its ending, and is لغة.
    private mutating func shortPlural() {
        guard letters.count == 4, letters[2] == 0x0627, letters[3] == 0x062A else { return }
        letters.removeLast(2)
        letters.append(0x0647)
    }

    /// ة is written ت before an ending: مدرستها is مدرسة. True when that made a word of the table.
    private mutating func restoreTa() -> Bool {
        guard letters.count >= 4, letters.last == 0x062A else { return false }
        letters[letters.count - 1] = 0x0647
        return settle()
    }

    private func isCuttable(_ suffix: StemTable.Suffix, from word: ArraySlice<UInt32>, least: Int) -> Bool {
        guard word.count - suffix.count >= least else { return false }
        for offset in 0..<suffix.count
        where word[word.endIndex - suffix.count + offset] != suffix.letters[offset] {
            return false
        }
        return true
    }

    /// The foreign g at the end of a syllable: `بيونج`, `كونج` are `بيونغ`, `كونغ`.
    private mutating func unifyForeignG() {
        if letters.count >= 3, letters.last == 0x062C, letters[letters.count - 2] == 0x0646 {
            letters[letters.count - 1] = 0x063A
        }
    }
}
