import NewsModel
import Testing

@testable import Deduplicating

@Suite("Paragraphs that a publisher repeats")
struct RepeatedParagraphTests {
    private static let teasers = (0..<4).map { Samples.text(UInt64(900 + $0), words: 30) }.joined(separator: "\n")

    /// An article in made-up words, three paragraphs of its own and what follows them.
    private func article(_ seed: UInt64, tail: String) -> String {
        (0..<3).map { Samples.text(seed * 10 + UInt64($0), words: 20) }.joined(separator: "\n") + "\n" + tail
    }

    private func fingerprint(_ seed: UInt64, tail: String, source: String?) -> Fingerprint {
        Fingerprint(title: Samples.text(seed * 10, words: 6), text: article(seed, tail: tail), source: source)
    }

    @Test("teasers of other articles neither join stories nor make copies")
    func teasers() {
        var index = StoryIndex(window: .seconds(86_400))
        for number in 0..<6 {
            let placement = index.place(
                Samples.id(number), fingerprint(UInt64(number + 1), tail: Self.teasers, source: "a"), published: nil,
                now: Samples.now)
            #expect(placement.story == StoryID(startedBy: Samples.id(number)))
            #expect(placement.duplicateOf == nil)
        }
    }

    @Test("a paragraph is repeated once another article of its publisher has it as well")
    func counted() {
        let one = fingerprint(1, tail: Self.teasers, source: "a")
        let two = fingerprint(2, tail: Self.teasers, source: "a")
        let elsewhere = fingerprint(3, tail: Self.teasers, source: "b")
        var memory = ParagraphMemory()
        #expect(memory.repeated(one.paragraphs) { _ in false } == 0)
        memory.add(one.paragraphs, as: 1) { _ in false }

        #expect(memory.repeated(two.paragraphs) { _ in false } == 0b111_1000)
        #expect(memory.repeated(elsewhere.paragraphs) { _ in false } == 0)
        #expect(memory.repeated(one.paragraphs) { $0 == 1 } == 0, "an earlier state of the article is no other one")
        memory.add(two.paragraphs, as: 2) { _ in false }
        #expect(memory.repeated(one.paragraphs) { $0 == 1 } == 0b111_1000)
    }

    @Test("what the head of an article says as well is no aside, short lines and unknown publishers are not remembered")
    func asides() {
        let background = Samples.text(10, words: 20)
        let tail = [background, Samples.text(78, words: 20), Samples.text(77, words: 5)].joined(separator: "\n")
        #expect(
            fingerprint(1, tail: tail, source: "a").paragraphs.map(\.isAside) == [false, false, false, false, true])
        #expect(fingerprint(1, tail: Self.teasers, source: nil).paragraphs.isEmpty)
    }

    @Test("terms of a repeated paragraph stay known but say next to nothing")
    func discounted() {
        let article = fingerprint(1, tail: Self.teasers, source: "a")
        let discounted = article.discounting(0b111_1000)
        #expect(Set(discounted.terms.map(\.key)) == Set(article.terms.map(\.key)))
        #expect(article.discounting(0) == article)
        let own = zip(article.terms, article.termPlaces).filter { $0.1 < 4 }.map(\.0)
        #expect(Array(discounted.terms.prefix(own.count)) == own)
        #expect(discounted.terms.dropFirst(own.count).allSatisfy { $0.weight == 0.125 })
        #expect(discounted.terms.count > own.count)
    }

    @Test("the memory keeps the paragraphs met last, however many come")
    func bounded() {
        var memory = ParagraphMemory(sets: 256)
        func mark(_ number: UInt32) -> ParagraphMark { ParagraphMark(hash: number &* 0x9E37_79B1, isAside: true) }
        func known(_ numbers: ClosedRange<UInt32>) -> Int {
            numbers.count { memory.repeated([mark($0)], isSame: { _ in false }) == 1 }
        }
        for number in 1...3000 as ClosedRange<UInt32> { memory.add([mark(number)], as: number) { _ in false } }
        #expect(known(2501...3000) > 450)
        #expect(known(1...1000) < 100)
    }
}
