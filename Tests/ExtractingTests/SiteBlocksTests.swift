import Extracting
import NewsModel
import Testing

@Suite("What a site repeats")
struct SiteBlocksTests {
    private static let box = "Our readers made this report possible, and it costs them nothing at all to tell a friend."

    /// A story of its own for each number, with `extra` between its paragraphs and after them.
    private static func page(_ number: Int, inside: String = "", after: String = "") -> String {
        let words = ["harbour", "library", "theatre", "station", "market", "museum", "school", "bakery"]
        let word = words[number % words.count] + " number \(number)"
        return Pages.page(
            """
            <article><h1>\(Pages.title)</h1>
            <p>The council spoke of the \(word) on Monday evening, and it put the vote off once more for a month.</p>\(inside)
            <p>"We have waited long enough for the \(word)," said the mayor, who had never liked the plan very much.</p>
            <p>The work at the \(word) is to begin in spring, the engineers said, if the winter is not too cold.</p>\(after)
            </article>
            """)
    }

    private static func learned(_ pages: [String]) throws -> SiteBlocks {
        var site = SiteBlocks()
        for page in pages { site.learn(try Pages.extract(page).lineHashes) }
        return site
    }

    private static func lines(_ page: String, _ site: SiteBlocks) throws -> Extraction {
        try Extractor().extract(Array(page.utf8), context: PageContext(now: Pages.now), site: site, explains: true)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// How many of the twelve earlier pages have the line, and how often.
        let inside: @Sendable (Int) -> String
        var after: @Sendable (Int) -> String = { _ in "" }
        let isRemoved: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a box on every page", inside: { _ in "<p>\(box)</p>" }, isRemoved: true),
        Case(name: "a box at the end", inside: { _ in "" }, after: { _ in "<p>\(box)</p>" }, isRemoved: true),
        Case(
            name: "a box on every other page", inside: { $0.isMultiple(of: 2) ? "<p>\(box)</p>" : "" }, isRemoved: true),
        Case(
            name: "a quotation in two stories", inside: { $0 == 3 || $0 == 12 ? "<p>\(box)</p>" : "" },
            isRemoved: false),
        Case(
            name: "a line of a series on one page in six", inside: { $0.isMultiple(of: 6) ? "<p>\(box)</p>" : "" },
            isRemoved: false),
        Case(name: "a subheading of a column", inside: { _ in "<h2>\(box)</h2>" }, isRemoved: false),
    ]

    @Test("a line goes when it is the site's, not the story's", arguments: cases)
    func line(_ c: Case) throws {
        func page(_ number: Int) -> String { Self.page(number, inside: c.inside(number), after: c.after(number)) }
        let extraction = try Self.lines(page(12), try Self.learned((0..<12).map(page)))
        #expect(!extraction.article.text.contains(Self.box) == c.isRemoved)
        #expect(extraction.removed.contains(Removal(.repeated, Self.box)) == c.isRemoved)
        #expect(extraction.verdicts.contains { $0.rule == "repeated on this site" } == c.isRemoved)
        #expect(extraction.article.paragraphs.count { $0.text.contains("number 12") } == 3)
    }

    @Test("a page made anew each day after one pattern stays whole")
    func dailyTemplate() throws {
        func page(_ day: Int) -> String {
            Pages.page(
                """
                <article><h1>Gold today</h1><p>The price of gold on day \(day) of the month was \(day * 31) in the capital.</p>
                <p>Gold is weighed in grams, and its price is set each morning by the merchants of the old market.</p>
                <p>Prices in the provinces are a little higher, since the metal has to be brought there by road.</p></article>
                """)
        }
        let extraction = try Self.lines(page(20), try Self.learned((0..<20).map(page)))
        #expect(extraction.article.paragraphs.suffix(3).map(\.text.utf8.count).min() ?? 0 > 60)
        #expect(!extraction.removed.contains { $0.reason == .repeated })
    }

    @Test("what was learned is stored and read again")
    func bytes() throws {
        let site = try Self.learned((0..<6).map { Self.page($0, inside: "<p>\(Self.box)</p>") })
        #expect(SiteBlocks(bytes: site.bytes) == site)
        #expect(SiteBlocks(bytes: Array(site.bytes.dropLast())) == nil)
        #expect(SiteBlocks(bytes: []) == nil)
        #expect(SiteBlocks(bytes: [1, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 20)) == nil)
    }

    @Test("the largest numbers that can be stored are counted with")
    func largest() throws {
        let most: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        let one: [UInt8] = [1, 0, 0, 0]
        let rare = try #require(SiteBlocks(bytes: most + one + [0, 0, 0, 0] + one + one + one))
        let constant = try #require(SiteBlocks(bytes: most + one + [0, 0, 0, 0] + most + one + most))
        #expect(!rare.repeats(1))
        #expect(constant.repeats(1))
    }

    @Test("one site is bounded, and what comes back is kept")
    func boundedSite() {
        var site = SiteBlocks()
        for page in 0..<500 { site.learn([7] + (0..<100).map { UInt64(1000 + page * 100 + $0) }) }
        #expect(site.repeats(7))
        #expect(!site.repeats(50_999))
        #expect(site.bytes.count == 4 + 20 * SiteBlocks.lineLimit)
    }

    @Test("many sites are bounded, and those not seen for longest go")
    func boundedMemory() {
        var memory = SiteMemory()
        for number in 0...SiteMemory.siteLimit {
            memory.learn([1, 2, 3], from: "site\(number).example")
            memory.learn([1, 2, 3], from: "often.example")
        }
        #expect(memory.count <= SiteMemory.siteLimit)
        #expect(memory.blocks(of: "often.example").repeats(1))
        #expect(memory.blocks(of: "site0.example").isEmpty)
        let (changed, forgotten) = memory.takeChanges()
        #expect(changed.count == memory.count)
        #expect(forgotten.contains("site0.example"))
        #expect(memory.takeChanges().changed.isEmpty)
        memory.giveBack(changed: changed, forgotten: forgotten)
        #expect(memory.takeChanges().changed.count == changed.count)
        #expect(SiteMemory(stored: changed).blocks(of: "often.example") == memory.blocks(of: "often.example"))
    }
}
