import NewsModel
import Testing

@testable import Cleaning

@Suite("What always holds")
struct PropertyTests {
    /// All texts of these tests.
    static let texts: [String] =
        Fixture.names.compactMap { try? Fixture.text($0) }
        + BlockTests.cases.map { Carrier.text(with: $0.lines, at: $0.place) }
        + RuleTests.cases.flatMap {
            [Carrier.text(with: [$0.goes], at: .tail), Carrier.text(with: [$0.stays], at: .middle)]
        }
        + unstable + ["", "\n\n", "كلمة", "اقرأ أيضا", "المصدر:", "...", "شارك\nشارك\nشارك", "\u{200F}", "ة", "سمات"]

    /// Found by fuzzing: what goes first moves the edges of the story, and more would go the next time.
    private static let unstable = [
        "sourc-\n\u{202B}#a #b\n1.`\nة\n\u{202B}x@y.z\n\u{202B}#a #b\n http://\n"
    ]

    @Test("cleaning twice is cleaning once", arguments: texts)
    func twiceIsOnce(_ text: String) {
        let once = Carrier.clean(text)
        let twice = Carrier.cleaner.clean(once.article)
        #expect(twice.article == once.article)
        #expect(twice.removed.isEmpty)
    }

    @Test("no letter is lost: what was there is kept or reported, in order", arguments: texts)
    func nothingIsLost(_ text: String) {
        let cleaned = Carrier.clean(text)
        let letters = { (text: String) in text.filter { !$0.isWhitespace } }
        #expect(letters(cleaned.verdicts.map(\.text).joined()) == letters(text))
        #expect(cleaned.verdicts.filter { $0.reason == nil }.map(\.text) == cleaned.article.paragraphs.map(\.text))
        #expect(cleaned.verdicts.compactMap { v in v.reason.map { Removal($0, v.text) } } == cleaned.removed)
    }

    @Test("every line that goes has a rule, every line that stays has none", arguments: texts)
    func rulesAreNamed(_ text: String) {
        for verdict in Carrier.clean(text).verdicts { #expect(verdict.rule.isEmpty == (verdict.reason == nil)) }
    }
}
