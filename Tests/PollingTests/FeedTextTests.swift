import NewsModel
import Testing

@testable import Polling

@Suite("What the feed itself says of an item")
struct FeedTextTests {
    private static let sentence = "قال الوزير إن الحكومة ستعلن خطتها الجديدة في الأسبوع المقبل بعد مشاورات طويلة. "

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let content: String
        let isWhole: Bool
        let isTelling: Bool

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing", content: "", isWhole: false, isTelling: false),
        Case(name: "a teaser", content: "<p>\(sentence)</p>", isWhole: false, isTelling: false),
        Case(
            name: "a few sentences", content: "<p>\(String(repeating: sentence, count: 3))</p>", isWhole: false,
            isTelling: true),
        Case(
            name: "the whole text", content: "<p>\(String(repeating: sentence, count: 20))</p>", isWhole: true,
            isTelling: true),
        Case(
            name: "a long text that is cut", content: "<p>\(String(repeating: sentence, count: 20)) والتي…</p>",
            isWhole: false, isTelling: true),
    ]

    @Test("whole or not", arguments: cases)
    func wholeOrNot(_ c: Case) {
        var item = FeedItem()
        item.content = .init(c.content, .html)
        let text = FeedText(item, link: "https://a.example/1")
        #expect(text.isWhole == c.isWhole)
        #expect(text.isTelling == c.isTelling)
    }

    @Test("the longer of summary and content is the text, the shorter the description")
    func longerIsText() {
        var item = FeedItem()
        item.title = "عنوان"
        item.summary = .init("خلاصة قصيرة", .text)
        item.content = .init("<p>\(String(repeating: Self.sentence, count: 4))</p>", .html)
        let article = FeedText(item, link: nil).article
        #expect(article.title == "عنوان")
        #expect(article.description == "خلاصة قصيرة")
        #expect(article.text.contains("الوزير"))
    }
}
