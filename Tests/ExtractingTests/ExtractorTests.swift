import Extracting
import NewsModel
import Testing

@Suite("Extracting")
struct ExtractorTests {
    @Test("the paragraphs of a feed's content")
    func fragment() {
        let paragraphs = Extractor().paragraphs(
            ofFragment: "<p>One &amp; <b>two</b>.</p><ul><li>three</li></ul><h2>four</h2>five")
        #expect(paragraphs.map(\.text) == ["One & two.", "three", "four", "five"])
        #expect(paragraphs.map(\.kind) == [.paragraph, .listItem, .heading(level: 2), .paragraph])
    }

    @Test("plain text is a fragment too")
    func plainFragment() {
        #expect(Extractor().paragraphs(ofFragment: "5 < 6 & so on").map(\.text) == ["5 < 6 & so on"])
        #expect(Extractor().paragraphs(ofFragment: "").isEmpty)
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let kind: ExtractionError.Kind
        var testDescription: String { name }
    }

    static let failures = [
        Failure(name: "nothing", bytes: [], kind: .empty),
        Failure(name: "white space", bytes: Array(" \n ".utf8), kind: .empty),
        Failure(name: "a PDF", bytes: Array("%PDF-1.7 …".utf8), kind: .notHTML),
        Failure(name: "zeros", bytes: Array(repeating: 0, count: 64), kind: .notHTML),
        Failure(name: "links only", bytes: Array("<ul><li><a href=/a>A</a></li></ul>".utf8), kind: .noArticle),
        Failure(
            name: "too large", bytes: Array(repeating: 0x61, count: Extractor.sizeLimit + 1),
            kind: .tooLarge(limit: Extractor.sizeLimit)),
    ]

    @Test("why there is no article", arguments: failures)
    func failure(_ c: Failure) {
        let error = #expect(throws: ExtractionError.self) {
            try Extractor().extract(c.bytes, context: PageContext(url: "https://example.com/", now: Pages.now))
        }
        #expect(error?.kind == c.kind)
        #expect(error?.description.hasPrefix("https://example.com/: ") == true)
    }

    struct LongLine: Sendable, CustomTestStringConvertible {
        let name: String
        let sentence: String
        var testDescription: String { name }
    }

    static let longLines = [
        LongLine(name: "words", sentence: "The council met again. "),
        LongLine(name: "a script without blanks", sentence: "議会は橋を建てる。"),
    ]

    @Test("a text of many megabytes is cut between words", arguments: longLines)
    func longLine(_ c: LongLine) throws {
        let limit = 1_500_000
        let line = Array(repeating: Array(c.sentence.utf8), count: 2 * limit / c.sentence.utf8.count).flatMap(\.self)
        let page = Array("<article><h1>\(Pages.title)</h1><p>".utf8) + line + Array("</p></article>".utf8)
        let article = try Extractor().extract(page, context: PageContext(now: Pages.now)).article
        let text = try #require(article.paragraphs.first?.text)
        #expect(article.paragraphs.count == 1)
        #expect((limit - 600...limit).contains(text.utf8.count))
        #expect(!text.contains("\u{FFFD}"))
        #expect(line.starts(with: text.utf8))
    }

    @Test("a page without prose gives what it has")
    func looseText() throws {
        #expect(try Pages.lines("<html><body><div>Closed today</div></body></html>") == ["Closed today"])
    }

    @Test("linked data stands in for a page without text")
    func linkedBody() throws {
        let page = Pages.page(
            "<h1>\(Pages.title)</h1><p>Please subscribe.</p>",
            head:
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"\(Pages.storyLines[0]) \(Pages.storyLines[2])\"}</script>"
        )
        #expect(try Pages.lines(page) == ["\(Pages.storyLines[0]) \(Pages.storyLines[2])"])
    }

    @Test("windows-1256 by the response's header")
    func charset() throws {
        let text =
            "<html><body><p>".utf8.map { UInt8($0) } + [0xC7, 0xE1, 0xDE, 0xC7, 0xE5, 0xD1, 0xC9]
            + Array("</p></body></html>".utf8)
        let context = PageContext(contentType: "text/html; charset=windows-1256", now: Pages.now)
        #expect(try Extractor().extract(text, context: context).article.text == "القاهرة")
    }

    @Test("the hints of feeds.yaml outrank what is found")
    func hints() throws {
        let page = Pages.page(
            "<div data-x='1'><p>Only this.</p><p class='no'>Not this.</p></div><article>\(Pages.story)</article>")
        let hints = ExtractionHints(content: "//div[@data-x='1']", remove: ["//p[@class='no']"])
        let extraction = try Pages.extract(page, hints: hints)
        #expect(extraction.article.paragraphs.map(\.text) == ["Only this."])
        #expect(extraction.removed == [Removal(.configured, "Not this.")])
    }

    @Test("a hint that selects nothing changes nothing")
    func idleHints() throws {
        let page = Pages.page("<article>\(Pages.story)</article>")
        let hints = ExtractionHints(content: "//section", remove: ["//aside"])
        #expect(try Pages.extract(page, hints: hints).article.paragraphs.map(\.text) == Pages.storyLines)
    }

    @Test("a hint that is no XPath", arguments: ["//div[", "count(//p)"])
    func badHint(_ expression: String) {
        let error = #expect(throws: ExtractionError.self) {
            try Pages.extract(Pages.page(Pages.story), hints: ExtractionHints(content: expression))
        }
        #expect(error?.kind == .badXPath(expression))
    }

    static let hostile = [
        String(repeating: "<div>", count: 50_000) + "A sentence far down in the page, but a sentence.",
        "<p" + (0..<40_000).map { " a\($0)=x" }.joined() + ">A sentence in a strange tag, but a sentence.",
        String(repeating: "<article><h1>x</h1>", count: 20_000) + "A sentence far down in the page, but a sentence.",
        String(repeating: "<script><!--<script>", count: 20_000) + "</script>A sentence.",
        String(repeating: "<!--", count: 50_000), String(repeating: "<a href=\"", count: 50_000),
        String(repeating: "<table><tr><td>", count: 5_000) + "A sentence.",
        "<script type='application/ld+json'>" + String(repeating: "[{\"a\":", count: 50_000)
            + "</script><p>A sentence.",
        String(repeating: "<time class='byline date' datetime='2020-13-45'>", count: 5_000) + "A sentence.",
    ]

    @Test("hostile pages end soon, with or without text", .timeLimit(.minutes(1)), arguments: hostile.indices)
    func hostilePage(_ index: Int) {
        let page = ExtractorTests.hostile[index]
        let article = try? Pages.extract(page).article
        #expect(article.map { page.contains("A sentence") && !$0.text.isEmpty } ?? true)
    }
}
