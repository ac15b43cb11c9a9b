/// The terms that full-text search knows a text by: folded, light-stemmed words, so that every spelling of an Arabic word finds it. Documents and
/// queries go through the same.
///
/// ا أ إ آ, ه ة and ي ى are one letter each, and so are ؤ ئ ء; vowel signs, tatweel and invisible marks go. The article, the prefixes
/// before it and plural, possessive and feminine endings are cut. Tables hold broken plurals, spelling twins (`أميركا`, `أمريكا`) and words
/// that must not be cut (`لبنان`). عبد and the name after it are one term. English and French lose plural, `-ing`, `-ed` and final `e`.
///
/// Source: light10 (Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval", 2007), with the changes that
/// `Tests/NewsTextTests/SearchTermsTests.swift` shows.
package enum SearchTerms {
    /// Calls `emit` with each term, in UTF-8, and the bytes of `text` it was written as, in reading order. Bytes that are no UTF-8 separate.
    package static func terms(
        of text: UnsafeBufferPointer<UInt8>, emit: (_ term: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Void
    ) {
        var words = SearchWords(text)
        var stemmer = Stemmer()
        var pending: (word: SearchWord, next: SearchWord?)?
        while let word = pending?.next ?? words.next() {
            pending = nil
            var range = word.range
            if stemmer.opensPair(word) {
                let next = words.next()
                if let next, stemmer.isPair(word, next) {
                    stemmer.stemJoined(word, next)
                    range = word.range.lowerBound..<next.range.upperBound
                } else {
                    stemmer.stem(word)
                    pending = (word, next)
                }
            } else {
                stemmer.stem(word)
            }
            stemmer.term.withUnsafeBufferPointer { emit($0, range) }
        }
    }
}

/// A word of a text as search sees it.
struct SearchWord {
    /// Folded scalars, the seats of hamza all ء. Arabic alef with hamza keeps it here, since أل is no article.
    var letters: [UInt32]
    /// The bytes it was written as.
    var range: Range<Int>
    var isArabic: Bool
    /// Ends in ى, which only `على` needs to know.
    var endsInMaqsura = false
}

/// The words of a text, one after another.
private struct SearchWords {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var folded: [UInt8] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func next() -> SearchWord? {
        var word = SearchWord(letters: [], range: 0..<0, isArabic: false)
        var start = index
        var end = index
        while index < text.count {
            let (scalar, length) = decodeScalar(text, at: index)
            let role = SearchWords.role(of: scalar)
            if role == .letter {
                if word.letters.isEmpty { start = index }
                add(scalar, to: &word)
                index += length
                end = index
                continue
            }
            if !word.letters.isEmpty { break }
            index += length
            if role == .word {
                word.letters = [scalar]
                start = index - length
                end = index
                break
            }
        }
        guard !word.letters.isEmpty else { return nil }
        word.range = start..<end
        return word
    }

    /// As in ``wordRanges(inFolded:)``, of text that is not folded: invisible marks do not part a word.
    private static func role(of scalar: UInt32) -> WordRole {
        switch scalar {
        case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x2064, 0x2066...0x2069, 0xAD, 0x061C, 0xFEFF:
            .letter
        case 0x06F0...0x06F9: .letter
        default: wordRole(of: scalar)
        }
    }

    private mutating func add(_ scalar: UInt32, to word: inout SearchWord) {
        word.endsInMaqsura = scalar == 0x0649
        switch scalar {
        case 0x30...0x39, 0x61...0x7A:
            word.letters.append(scalar)
        case 0x41...0x5A:
            word.letters.append(scalar | 0x20)
        case 0x0622, 0x0623, 0x0625:
            word.isArabic = true
            word.letters.append(0x0623)
        case 0x0621, 0x0624, 0x0626:
            word.isArabic = true
            word.letters.append(0x0621)
        default:
            folded.removeAll(keepingCapacity: true)
            Folding.append(scalar, to: &folded)
            folded.withUnsafeBufferPointer { bytes in
                var place = 0
                while place < bytes.count {
                    let (letter, length) = decodeScalar(bytes, at: place)
                    place += length
                    if (0x0621...0x06FF).contains(letter) { word.isArabic = true }
                    if letter != 0x20, letter != 0 { word.letters.append(letter) }
                }
            }
        }
    }
}
