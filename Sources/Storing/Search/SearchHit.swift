package import NewsModel

/// An article that a search found.
package struct SearchHit: Sendable, Equatable {
    package let id: ArticleID
    package let title: MarkedText
    /// A piece of the text around the words that were found.
    package let snippet: MarkedText
    package let feed: FeedID
    /// The publication's own name.
    package let source: String?
    /// Never later than when it was first seen.
    package let published: Timestamp
    package let url: String?
    package let story: StoryID
    /// The name of the file; `nil` when retention removed it.
    package let file: String?
    /// Higher is better; only good for comparing hits of one search.
    package let score: Double
}

/// A text in which some places are marked.
package struct MarkedText: Sendable, Equatable {
    package let text: String
    /// Places that matched, as UTF-8 offsets, in order, not overlapping.
    package let matches: [Range<Int>]

    package init(_ text: String, matches: [Range<Int>] = []) {
        self.text = text
        self.matches = matches
    }

    /// Signs that no stored text holds.
    static let opening: UInt8 = 0x02
    static let closing: UInt8 = 0x03

    /// Takes the signs out of what SQLite marked.
    init(marked: String) {
        var bytes: [UInt8] = []
        var matches: [Range<Int>] = []
        var start: Int?
        for byte in marked.utf8 {
            switch byte {
            case MarkedText.opening: start = bytes.count
            case MarkedText.closing:
                if let begun = start { matches.append(begun..<bytes.count) }
                start = nil
            default: bytes.append(byte)
            }
        }
        self.init(String(decoding: bytes, as: UTF8.self), matches: matches)
    }
}
