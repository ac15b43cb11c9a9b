/// What is kept of an article's text to find its copies and its story: codes of its words, its numbers and its weightiest
/// terms. Never the text itself.
///
/// Bounded whatever the text: at most ``Fingerprint/wordLimit`` words, so at most about 3.2 KB, and 0.8 KB for the mean
/// news article of 260 words.
package struct Fingerprint: Hashable, Sendable {
    /// Words that are kept, from the start of the text. 99 of 100 news articles are shorter.
    static let wordLimit = 1024
    static let paragraphLimit = 64

    /// Words of the whole text, also of the part that is not kept.
    let length: Int
    /// One code a word, in reading order.
    let words: [UInt16]
    /// Where the runs of three words stand by which copies find one another, see ``Anchors``.
    let anchors: [UInt16]
    /// Hashes of the numbers in the text, ascending, each once.
    let numbers: [UInt16]
    /// The words that tell what the article is about, weightiest first.
    let terms: [Term]
    /// Its paragraphs, at most ``Fingerprint/paragraphLimit``, but for short ones.
    let paragraphs: [ParagraphMark]
    /// Of each term the number of the paragraph it was first met in, counted from 1; 0 when that is none of
    /// `paragraphs`. Empty when none of them is an aside.
    let termPlaces: [UInt8]
    /// Whether most of its words are in Arabic letters.
    let isArabic: Bool
    /// A hash of who published it, 0 when that is not known.
    let source: UInt16
}
