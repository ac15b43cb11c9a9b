import NewsModel
import Storing

/// Makes news that no feed brought: texts of 260 Arabic words, the mean of news articles, drawn as a language draws them:
/// the word of rank n about 1/n as often as the first. The same number gives the same article.
struct Mill {
    private let words: [[UInt8]]

    init() {
        var luck = Luck(1)
        words = (0..<Mill.vocabulary).map { _ in Mill.word(&luck) }
    }

    /// Words in use. Their endings and articles make more of them for a search index, less would make a small one.
    private static let vocabulary = 80_000
    private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي".unicodeScalars).map { Array(String($0).utf8) }

    private static func word(_ luck: inout Luck) -> [UInt8] {
        let article = luck.below(3) == 0 ? Array("ال".utf8) : []
        return article + (0..<(3 + luck.below(4))).flatMap { _ in letters[luck.below(letters.count)] }
    }

    func item(_ number: Int) -> FeedItem {
        var luck = Luck(number)
        var item = FeedItem()
        item.id = "https://news.example/?p=\(number)"
        item.link = "https://news.example/articles/\(number)"
        item.title = text(9, &luck)
        return item
    }

    func publication(_ item: PendingItem) -> Publication {
        var luck = Luck(Int(item.item.link?.split(separator: "/").last ?? "") ?? 0)
        let title = text(9, &luck)
        let article = Article(
            url: item.item.link, title: title,
            paragraphs: (0..<8).map { _ in Paragraph(text(31 + luck.below(4), &luck)) },
            authors: [text(2, &luck)], site: "News", language: "ar", tags: [text(1, &luck), text(2, &luck)])
        return Publication(
            item: item, article: article,
            placement: Placement(duplicateOf: nil, similarity: 0, story: StoryID(startedBy: item.id)),
            fingerprint: (0..<Mill.fingerprint).map { _ in UInt8(luck.below(256)) })
    }

    /// Bytes, of a text of mean length.
    private static let fingerprint = 800

    private func text(_ count: Int, _ luck: inout Luck) -> String {
        var bytes: [UInt8] = []
        for index in 0..<count {
            if index > 0 { bytes.append(0x20) }
            bytes += words[luck.rank(below: words.count)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The same luck for the same seed.
struct Luck {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed + 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

    /// Each rank n as often as 1/n says (Zipf), as near as doubling and a draw within come to it.
    mutating func rank(below bound: Int) -> Int {
        let doublings = bound.bitWidth - bound.leadingZeroBitCount
        let scale = 1 << below(doublings)
        return min(scale + below(scale), bound) - 1
    }
}
