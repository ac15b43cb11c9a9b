import NewsModel
import Testing

@testable import Storing

@Suite("Search")
struct SearchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let query: String
        let ids: Set<String>
        var testDescription: String { name }
    }

    static let documents = [
        (id: "a", title: "قمة الرئيسين في موسكو", text: "التقى الرئيس نظيره الروسي في القاعة الكبرى."),
        (id: "b", title: "أسعار النفط ترتفع", text: "قال مُحَمَّد إنّ السوق تنتظر قمة المنتجين."),
        (id: "c", title: "Oil prices rise again", text: "Brent crude rose 2.5 percent on Monday."),
        (id: "d", title: "كوفيد ١٩ يعود", text: "سجلت الوزارة ٢٠٠ إصابة جديدة."),
        (id: "e", title: "عبدالرحمن يتسلم منصبه", text: "تسلم عبد الله المفاتيح."),
    ]

    static let cases = [
        Case(name: "a word in title or text", query: "قمة", ids: ["a", "b"]),
        Case(name: "all words must be there", query: "قمة النفط", ids: ["b"]),
        Case(name: "another spelling", query: "اسعار", ids: ["b"]),
        Case(name: "with vowel signs or without", query: "محمد", ids: ["b"]),
        Case(name: "either digit set", query: "كوفيد 19", ids: ["d"]),
        Case(name: "a phrase", query: "\"oil prices\"", ids: ["c"]),
        Case(name: "a phrase in the wrong order", query: "\"prices oil\"", ids: []),
        Case(name: "angle quotation marks", query: "«أسعار النفط»", ids: ["b"]),
        Case(name: "one word left out", query: "قمة -النفط", ids: ["a"]),
        Case(name: "a minus alone is nothing", query: "قمة - النفط", ids: ["b"]),
        Case(name: "either word", query: "موسكو OR brent", ids: ["a", "c"]),
        Case(name: "either word, and another", query: "موسكو OR النفط قمة", ids: ["a", "b"]),
        Case(name: "or at the start", query: "OR موسكو", ids: ["a"]),
        Case(name: "or at the end", query: "موسكو OR", ids: ["a"]),
        Case(name: "or in small letters is a word", query: "موسكو or brent", ids: []),
        Case(name: "a name of two words, written as one there", query: "عبد الرحمن", ids: ["e"]),
        Case(name: "two such names", query: "عبدالله عبد الرحمن", ids: ["e"]),
        Case(name: "such a name left out", query: "منصبه -عبد الله", ids: []),
        Case(name: "half of such a name", query: "عبد", ids: []),
        Case(name: "the beginning of a word", query: "pric*", ids: ["c"]),
        Case(name: "a beginning that is too short is a word", query: "pr*", ids: []),
        Case(name: "a colon like any other", query: "crude:rose", ids: ["c"]),
        Case(name: "no word at all", query: "«»!؟", ids: []),
        Case(name: "nothing", query: "", ids: []),
    ]

    @Test("finds what a reader expects", arguments: cases)
    func finds(_ c: Case) throws {
        let trial = try SearchTrial()
        for document in Self.documents {
            try trial.add(id: document.id, title: document.title, text: document.text)
        }

        #expect(Set(try trial.search(c.query)) == c.ids)
    }

    static let hostile = [
        "\"", "\"\"\"", "'; DROP TABLE items; --", "a AND", "NOT", "NEAR(a b)", "title:قمة", "*", "-*", "- -", "^a",
        "{title}: a", "(((", "a OR OR b", "source:", "source:\"", "since:never", "tag:*", "\u{0}", "a\u{0}b",
        "\u{202E}قمة", "-source:x", "feed:'", "قمة*قمة*", "\"قمة*", String(repeating: "\"a ", count: 400),
        String(repeating: "word ", count: 400), "\u{FFFD}\u{FFFD}", "2.5%", "a:b:c:d",
    ]

    @Test("no query is an error", arguments: hostile)
    func hostileQueryIsNoError(_ query: String) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])

        _ = try archive.reader.search(SearchQuery(query, now: Scratch.now), now: Scratch.now)
    }

    @Test("marks what was found, in title and text")
    func marksMatches() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2])

        let hits = try archive.reader.search(SearchQuery("العاصمة خبر", now: Scratch.now), now: Scratch.now)

        let hit = try #require(hits.first)
        #expect(hits.count == 2)
        #expect(hit.title.matches.map { Array(hit.title.text.utf8)[$0] } == [ArraySlice("خبر".utf8)])
        #expect(hit.snippet.matches.map { Array(hit.snippet.text.utf8)[$0] } == [ArraySlice("العاصمة".utf8)])
    }

    @Test("filters by feed, source, tag and time")
    func filters() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])
        try archive.take([2], feed: Sample.feed("bbc"), now: Scratch.now + .seconds(1))

        func found(_ query: String) throws -> Int {
            try archive.reader.search(SearchQuery(query, now: Scratch.now), now: Scratch.now).count
        }
        #expect(try found("خبر feed:bbc") == 1)
        #expect(try found("feed:bbc") == 1)
        #expect(try found("feed:nobody") == 0)
        #expect(try found("source:الجزيره") == 2)
        #expect(try found("source:bbc خبر") == 0)
        #expect(try found("tag:سياسه") == 2)
        #expect(try found("tag:رياضة") == 0)
        #expect(try found("since:1h") == 2)
        #expect(try found("since:2026-09-23") == 0)
        #expect(try found("until:2026-09-22 خبر") == 2)
        #expect(try found("until:2026-09-21 خبر") == 0)
        #expect(try found("-خبر") == 0)
        #expect(try found("-لاشيء") == 2)
        #expect(try found("") == 2)
    }

    @Test("the newer of two equal articles comes first")
    func newerFirst() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let old = Sample.item(1, published: Scratch.now - .seconds(60 * 86_400))
        let new = Sample.item(2, published: Scratch.now)
        let pending = try archive.record(
            [new, old], of: Sample.record(), limits: IntakeLimits(backlogAge: .seconds(100 * 86_400)), now: Scratch.now
        ).pending
        try archive.publish(
            pending.map { item in
                var article = Sample.article(1, text: Sample.words(item.item.id == "guid-1" ? 1 : 2))
                article.published = nil
                return Sample.publication(item, article)
            }, now: Scratch.now)

        let hits = try archive.reader.search(SearchQuery("العاصمة", now: Scratch.now), now: Scratch.now)

        #expect(
            hits.map(\.published)
                == [Scratch.now, Scratch.now - .seconds(60 * 86_400)].map { Timestamp(seconds: $0.seconds) })
    }
}
