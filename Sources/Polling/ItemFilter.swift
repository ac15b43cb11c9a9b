package import NewsModel
import NewsText

/// Whether an article is one the operator wants: words of `keep` and `drop`, languages.
package struct ItemFilter: Sendable {
    private let keep: [[UInt8]]
    private let drop: [[UInt8]]
    private let languages: Set<String>

    package init(_ feed: FeedSettings) {
        keep = feed.keep.map(Self.folded)
        drop = feed.drop.map(Self.folded)
        languages = Set(feed.languages.map { Self.primary($0) })
    }

    /// Why the article is not wanted, in a few words; `nil` when it is.
    ///
    /// Words are looked for in title, text and tags, at the start of a word, in any spelling that folds alike. An
    /// article whose language is not known is kept.
    package func refusal(of article: Article) -> String? {
        if !languages.isEmpty, let language = article.language, !languages.contains(Self.primary(language)) {
            return "language \(language)"
        }
        guard !keep.isEmpty || !drop.isEmpty else { return nil }
        let parts = [article.title ?? "", article.text] + article.tags
        let folded = Self.folded(parts.joined(separator: "\n"))
        if let word = drop.first(where: { Self.holds(folded, $0) }) {
            return "drop: \(String(decoding: word, as: UTF8.self))"
        }
        if !keep.isEmpty, !keep.contains(where: { Self.holds(folded, $0) }) { return "none of the keep words" }
        return nil
    }

    private static func primary(_ language: String) -> String {
        String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private static func folded(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { Folding.fold($0) }
    }

    /// Whether `word` stands in `text` where a word begins. Arabic prefixes (و ف ب ك ل ال) may stand before it.
    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let head = word.first, text.count >= word.count else { return false }
        var index = 0
        while index <= text.count - word.count {
            if text[index] == head, text[index..<index + word.count].elementsEqual(word),
                beginsWord(text, at: index)
            {
                return true
            }
            index += 1
        }
        return false
    }

    private static func beginsWord(_ text: [UInt8], at index: Int) -> Bool {
        var start = index
        // Back over Arabic letters (two bytes, D8…DB) to the start of the word: at most a prefix of four letters.
        var letters = 0
        while start >= 2, (0xD8...0xDB).contains(text[start - 2]), text[start - 1] & 0xC0 == 0x80, letters <= 4 {
            start -= 2
            letters += 1
        }
        if letters > 0 { return prefixes.contains(Array(text[start..<index])) }
        guard index > 0 else { return true }
        let before = text[index - 1]
        let isLetter =
            (0x30...0x39).contains(before) || (0x61...0x7A).contains(before) || before >= 0x80
        return !isLetter
    }

    private static let prefixes: Set<[UInt8]> = {
        let particles = ["", "و", "ف"]
        let others = ["", "ب", "ك", "ل", "ال", "بال", "كال", "لل", "س"]
        return Set(particles.flatMap { first in others.map { Array((first + $0).utf8) } })
    }()
}
