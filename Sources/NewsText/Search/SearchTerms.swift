/// The terms that full-text search knows a text by: folded, light-stemmed words, so that every spelling of an Arabic
/// word finds it. Documents and queries go through the same.
///
/// ا أ إ آ, ه ة and ي ى are one letter each, and so are ؤ ئ ء; vowel signs, tatweel and invisible marks go. The
/// article, the prefixes before it and plural, possessive and feminine endings are cut. Tables hold broken plurals,
/// spelling twins (`أميركا`, `أمريكا`) and words that must not be cut (`لبنان`). عبد and the name after it are one
/// term. English and French lose plural, `-ing`, `-ed` and final `e`.
///
/// Source: light10 (Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval", 2007), with the
/// changes that `Tests/NewsTextTests/SearchTermsTests.swift` shows.
package enum SearchTerms {
    /// Calls `emit` with each term, in UTF-8, and the bytes of `text` it was written as, in reading order. Bytes that
    /// are no UTF-8 separate words.
    package static func terms(
        of text: UnsafeBufferPointer<UInt8>, emit: (_ term: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Void
    ) {
        var words = SearchWords(text)
        var stemmer = Stemmer()
        var word = SearchWord()
        var following = SearchWord()
        var hasWord = words.read(&word)
        while hasWord {
            var range = word.range
            var hasFollowing = words.read(&following)
            if hasFollowing, stemmer.isPair(word, following) {
                word.letters += following.letters
                word.endsInMaqsura = following.endsInMaqsura
                range = word.range.lowerBound..<following.range.upperBound
                hasFollowing = words.read(&following)
            }
            stemmer.stem(word)
            stemmer.term.withUnsafeBufferPointer { emit($0, range) }
            swap(&word, &following)
            hasWord = hasFollowing
        }
    }
}

/// A word of a text as search sees it.
struct SearchWord {
    /// Folded scalars, the seats of hamza all ء. Alef with hamza is أ here, since أل is no article.
    var letters: [UInt32] = []
    /// The bytes it was written as.
    var range = 0..<0
    var isArabic = false
    /// Ends in ى, which only `على` needs to know.
    var endsInMaqsura = false

    fileprivate mutating func clear() {
        letters.removeAll(keepingCapacity: true)
        isArabic = false
        endsInMaqsura = false
    }

    /// Takes a letter as it is written.
    fileprivate mutating func add(_ scalar: UInt32, _ table: UnsafeBufferPointer<UInt32>) {
        switch scalar {
        case 0x0621, 0x0624, 0x0626: addArabic(0x0621)
        case 0x0622, 0x0623, 0x0625: addArabic(0x0623)
        case 0x0649: addArabic(0x064A)
        case 0x067E: addArabic(0x0628)
        case 0x06A4: addArabic(0x0641)
        case 0..<FoldingTable.end where table[Int(scalar)] != FoldingTable.several:
            let folded = table[Int(scalar)]
            guard folded != 0 else { return }
            if (0x0621...0x06FF).contains(folded) { addArabic(folded) } else { letters.append(folded) }
        default:
            var folded: [UInt8] = []
            Folding.append(scalar, to: &folded)
            for letter in String(decoding: folded, as: UTF8.self).unicodeScalars where letter != " " {
                if (0x0621...0x06FF).contains(letter.value) { isArabic = true }
                letters.append(letter.value)
            }
        }
        endsInMaqsura = scalar == 0x0649
    }

    private mutating func addArabic(_ letter: UInt32) {
        isArabic = true
        letters.append(letter)
    }
}

/// The words of a text, one after another.
private struct SearchWords {
    private let text: UnsafeBufferPointer<UInt8>
    private let roles = WordRoles.standard
    private let table = FoldingTable.standard.folded
    private var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// Reads the next word; false at the end of the text.
    mutating func read(_ word: inout SearchWord) -> Bool {
        word.clear()
        return table.withUnsafeBufferPointer { table in
            var start = index
            var end = index
            while index < text.count {
                let (scalar, length) = decodeScalar(text, at: index)
                let role = SearchWords.isInvisible(scalar) ? .letter : roles.role(of: scalar)
                if role != .letter, !word.letters.isEmpty { break }
                index += length
                guard role != .separator else { continue }
                if word.letters.isEmpty { start = index - length }
                word.add(scalar, table)
                end = index
                if role == .word { break }
            }
            word.range = start..<end
            return !word.letters.isEmpty
        }
    }

    /// Marks that do not part a word; letters by themselves they are not.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0xAD: false
        case 0xAD, 0x0610...0x061A, 0x061C, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8,
            0x06EA...0x06ED, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }
}
