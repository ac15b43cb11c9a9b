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
        let title = FoldedWords(title ?? "", byteLimit: Fingerprint.titleByteLimit)
        let text = FoldedWords(text, byteLimit: Fingerprint.byteLimit)
        var words: [UInt16] = []
        words.reserveCapacity(min(text.words.count, Fingerprint.wordLimit))
        for word in text.words.prefix(Fingerprint.wordLimit) {
            words.append(UInt16(truncatingIfNeeded: text.hash(word)))
        }
        self.length = text.words.count
        self.words = words
        anchors = Anchors.places(in: text, count: words.count)
        numbers = Fingerprint.numbers(of: text)
        terms = TermWeighing.terms(title: title, text: text)
        self.source = source.map { UInt16(truncatingIfNeeded: StableHash.of($0)) | 1 } ?? 0
    }

    /// Numbers of a text that are kept; a table of prices has more, and its first ones tell it from another.
    private static let numberLimit = 64

    private static func numbers(of text: FoldedWords) -> [UInt16] {
        var numbers: Set<UInt16> = []
        for word in text.words.prefix(wordLimit) where text.isNumber(word) {
            numbers.insert(UInt16(truncatingIfNeeded: text.hash(word)))
            if numbers.count == numberLimit { break }
        }
        return numbers.sorted()
    }
}
