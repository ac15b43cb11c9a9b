import NewsModel

@testable import Deduplicating

/// Texts that read like news and are told apart like it: the words are made up, the same for the same seed.
enum Samples {
    /// `count` words of a vocabulary of 4,000, ten to a sentence.
    static func text(_ seed: UInt64, words count: Int = 120) -> String {
        words(seed, count).joined(separator: " ")
    }

    static func words(_ seed: UInt64, _ count: Int) -> [String] {
        var generator = Generator(state: seed)
        return (0..<count).map { _ in word(generator.next() % 4000) }
    }

    private static func word(_ number: UInt64) -> String {
        let syllables = [
            "با", "تم", "جد", "حر", "خل", "دس", "رش", "زك", "سن", "شم", "صف", "طق", "عب", "غد", "فر", "قم",
        ]
        var rest = StableHash.mix(number) | 1 << 40
        var word = ""
        for _ in 0..<3 {
            word += syllables[Int(rest % 16)]
            rest /= 16
        }
        return word
    }

    private struct Generator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return StableHash.mix(state)
        }
    }

    static func id(_ number: Int) -> ArticleID { ArticleID(hash: UInt64(number + 1) << 16) }

    static let now = Timestamp(seconds: 1_600_000_000)
}

extension StoryIndex {
    /// Places a text as the article of a number, now and without a date.
    mutating func place(
        _ number: Int, _ text: String, title: String? = nil, now: Timestamp = Samples.now, published: Timestamp? = nil
    ) -> Placement {
        place(Samples.id(number), Fingerprint(title: title, text: text, source: nil), published: published, now: now)
    }
}
