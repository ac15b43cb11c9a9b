import NewsModel
import NewsText

extension Fingerprint {
    /// Bytes of a text that are read; the longest real article seen has 60,000.
    private static let byteLimit = 1 << 19
    private static let titleByteLimit = 1 << 11

    /// What is kept of an article. All work on text is done here, none in ``StoryIndex``.
    ///
    /// - Parameters:
    ///   - text: the article's paragraphs. Only its first half megabyte is read.
    ///   - source: who published it, in any form that is always the same.
    package init(title: String?, text: String, source: String?) {
        var reader = FingerprintReader(rememberedWordBits: 10)
        self.init(title: title, text: text, source: source, stems: &reader.stems)
    }

    fileprivate init(title: String?, text: String, source: String?, stems: inout StemCache) {
        let title = FoldedWords(title ?? "", byteLimit: Fingerprint.titleByteLimit)
        let text = FoldedWords(text, byteLimit: Fingerprint.byteLimit)
        var words: [UInt16] = []
        words.reserveCapacity(min(text.words.count, Fingerprint.wordLimit))
        for hash in text.hashes.prefix(Fingerprint.wordLimit) { words.append(UInt16(truncatingIfNeeded: hash)) }
        self.length = text.words.count
        self.words = words
        anchors = Anchors.places(in: text, codes: words)
        numbers = Fingerprint.numbers(of: text)
        isArabic = Fingerprint.isArabic(text.words.isEmpty ? title : text)
        self.source = source.map { UInt16(truncatingIfNeeded: StableHash.of($0)) | 1 } ?? 0
        let weighing = TermWeighing(title: title, text: text, source: self.source, stems: &stems)
        terms = weighing.terms
        paragraphs = weighing.paragraphs
        termPlaces = weighing.termPlaces
    }

    /// Words that are looked at to tell the script.
    private static let scriptWords = 200

    private static func isArabic(_ text: FoldedWords) -> Bool {
        let words = text.words.prefix(scriptWords)
        return words.count { (0xD8...0xDB).contains(text.bytes[$0.lowerBound]) } * 2 > words.count
    }

    /// Numbers of a text that are kept; a table of prices has more, and its first ones tell it from another.
    private static let numberLimit = 64

    private static func numbers(of text: FoldedWords) -> [UInt16] {
        var numbers: Set<UInt16> = []
        for (place, word) in text.words.prefix(wordLimit).enumerated() where text.isNumber(word) {
            numbers.insert(UInt16(truncatingIfNeeded: text.hashes[place]))
            if numbers.count == numberLimit { break }
        }
        return numbers.sorted()
    }
}

/// Takes the fingerprints of many articles, faster than one by one: it remembers the words it met.
package struct FingerprintReader: Sendable {
    fileprivate var stems: StemCache

    /// About half a megabyte.
    package init() {
        self.init(rememberedWordBits: 16)
    }

    fileprivate init(rememberedWordBits bits: Int) {
        stems = StemCache(bits: bits)
    }

    /// As ``Fingerprint/init(title:text:source:)``.
    package mutating func fingerprint(title: String?, text: String, source: String?) -> Fingerprint {
        Fingerprint(title: title, text: text, source: source, stems: &stems)
    }
}
