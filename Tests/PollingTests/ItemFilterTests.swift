import NewsModel
import Testing

@testable import Polling

@Suite("Which articles the operator wants")
struct ItemFilterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var keep: [String] = []
        var drop: [String] = []
        var languages: [String] = []
        let text: String
        var language: String? = "ar"
        let isWanted: Bool

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "no rules keep all", text: "أي شيء", isWanted: true),
        Case(name: "a keep word", keep: ["النفط"], text: "ارتفعت أسعار النفط اليوم", isWanted: true),
        Case(name: "no keep word", keep: ["النفط"], text: "ارتفعت أسعار الذهب اليوم", isWanted: false),
        Case(name: "a keep word in another spelling", keep: ["الأردن"], text: "في الاردن", isWanted: true),
        Case(name: "a keep word behind a prefix", keep: ["مصر"], text: "وبمصر أيضا", isWanted: true),
        Case(
            name: "letters inside another word are no keep word", keep: ["مصر"], text: "المتمصرون كثر", isWanted: false),
        Case(name: "a drop word", drop: ["إعلان"], text: "اعلان مدفوع", isWanted: false),
        Case(name: "drop before keep", keep: ["نفط"], drop: ["رياضة"], text: "رياضة ونفط", isWanted: false),
        Case(name: "case does not count", keep: ["OPEC"], text: "opec meets", language: "en", isWanted: true),
        Case(name: "inside an English word", keep: ["art"], text: "a party", language: "en", isWanted: false),
        Case(name: "another language", languages: ["ar"], text: "x", language: "en", isWanted: false),
        Case(name: "a region of the language", languages: ["ar"], text: "x", language: "ar-EG", isWanted: true),
        Case(name: "a language nobody knows is kept", languages: ["ar"], text: "x", language: nil, isWanted: true),
    ]

    @Test("kept or left out", arguments: cases)
    func keptOrLeftOut(_ c: Case) throws {
        var feed = FeedSettings(id: try #require(FeedID("a")), url: "https://a.example/")
        feed.keep = c.keep
        feed.drop = c.drop
        feed.languages = c.languages
        let article = Article(paragraphs: [Paragraph(c.text)], language: c.language)
        let refusal = ItemFilter(feed).refusal(of: article)
        #expect((refusal == nil) == c.isWanted, "\(refusal ?? "wanted")")
    }
}
