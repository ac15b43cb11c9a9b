/// Stems words of folded text as search stems them, to tell what articles are about: broken plurals, adjectives of place
/// and spelling twins become one stem.
///
/// Folded text has lost where a hamza stood and what ى was, so a few words are one here that search keeps apart.
/// Keeps its buffers from word to word.
package struct FoldedStemmer {
    private var stemmer = Stemmer(table: .folded)
    private var word = SearchWord()

    package init() {}

    /// The stem of `word`, UTF-8, never empty; `word` is one word of folded text.
    package mutating func stem(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        self.word.letters.removeAll(keepingCapacity: true)
        self.word.isArabic = false
        var index = 0
        while index < word.count {
            let (scalar, length) = decodeScalar(word, at: index)
            if (0x0621...0x06FF).contains(scalar) { self.word.isArabic = true }
            self.word.letters.append(scalar)
            index += length
        }
        stemmer.stem(self.word)
        return stemmer.term
    }
}
