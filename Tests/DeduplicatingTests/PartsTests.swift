import NewsModel
import Testing

@testable import Deduplicating

@Suite("The parts of the index")
struct PartsTests {
    struct StemCase: Sendable, CustomTestStringConvertible {
        let word: String
        let stem: String

        var testDescription: String { "\(word) → \(stem)" }
    }

    static let stems = [
        StemCase(word: "والاجتماعات", stem: "اجتماع"), StemCase(word: "اجتماع", stem: "اجتماع"),
        StemCase(word: "بالمدرسه", stem: "مدرس"), StemCase(word: "للرييس", stem: "رييس"),
        StemCase(word: "وزير", stem: "زير"), StemCase(word: "ورد", stem: "ورد"), StemCase(word: "في", stem: "في"),
        StemCase(word: "missiles", stem: "missile"), StemCase(word: "press", stem: "press"),
        StemCase(word: "gas", stem: "gas"),
    ]

    @Test("the part of a word that carries its meaning", arguments: stems)
    func stem(_ c: StemCase) {
        let bytes = Array(c.word.utf8)
        #expect(String(decoding: bytes[Stem.range(of: 0..<bytes.count, in: bytes)], as: UTF8.self) == c.stem)
    }

    @Test("words everybody uses say nothing, names do")
    func commonness() {
        let words = FoldedWords("في the تبريز", byteLimit: .max)
        #expect(words.words.map { CommonWords.commonness(of: words.hash($0)) } == [nil, nil, .rare])
    }

    @Test("a run finds its newest documents, up to the limit, and none that left")
    func runs() {
        var index = RunIndex()
        for document in 1...40 as ClosedRange<UInt32> {
            index.add(7, document: document, oldest: 1)
            index.add(document &* 0x9E37_79B1, document: document, oldest: 1)
        }
        var found: [UInt32] = []
        index.forEach(7, oldest: 30) { found.append($0) }
        #expect(found.sorted() == Array(30...40))
        #expect(RunIndex.documentsOfARun == 16)
        found = []
        index.forEach(7, oldest: 1) { found.append($0) }
        #expect(found.sorted() == Array(25...40))
    }

    @Test("runs are found through growth and turnover")
    func runTurnover() {
        var index = RunIndex()
        for document in 1...20_000 as ClosedRange<UInt32> {
            let oldest = document > 5000 ? document - 5000 : 1
            index.add(document &* 0x9E37_79B1, document: document, oldest: oldest)
        }
        for document in 15_001...20_000 as ClosedRange<UInt32> {
            var found: [UInt32] = []
            index.forEach(document &* 0x9E37_79B1, oldest: 15_000) { found.append($0) }
            #expect(found == [document])
        }
    }

    @Test("a term finds its documents newest first, and none that were forgotten")
    func terms() {
        var index = TermIndex()
        for document in 1...3000 as ClosedRange<UInt32> {
            index.add(5, document: document)
            index.add(document &+ 100, document: document)
        }
        index.forget(before: 2999)
        var found: [UInt32] = []
        index.forEach(5, newest: 3000, limit: 10) { found.append($0) }
        #expect(found == [3000, 2999])
        found = []
        index.forEach(3100, newest: 3000, limit: 10) { found.append($0) }
        #expect(found == [3000])
        found = []
        index.forEach(150, newest: 3000, limit: 10) { found.append($0) }
        #expect(found.isEmpty)
    }

    @Test("the worthiest are kept, of equals the first")
    func best() {
        var best = Best<Int>(limit: 3)
        for (item, worth) in [5, 1, 9, 9, 2, 7, 9, 0, 9].enumerated() { best.offer(item, worth: Float(worth)) }
        #expect(best.items == [2, 3, 6])
    }

    @Test("an overlap counts words in common runs of three")
    func overlap() {
        var comparison = Comparison([1, 2, 3, 4, 5, 6, 7])
        #expect(
            comparison.overlap(with: [9, 2, 3, 4, 5, 9, 6, 7], count: 8)
                == Overlap(commonNew: 4, commonOld: 4, comparedNew: 7, comparedOld: 8, leadNew: 1, leadOld: 1))
        #expect(comparison.overlap(with: [1, 2], count: 2).coverage == 0)
        #expect(comparison.overlap(with: [1, 2, 3, 4, 5, 6, 7], count: 7).isWhole)
    }

    @Test("anchors lie in each tenth of a text")
    func anchors() {
        let text = FoldedWords(Samples.text(1, words: 300), byteLimit: .max)
        let places = Anchors.places(in: text, count: 300)
        #expect(places.count == 30)
        for (number, place) in places.enumerated() {
            #expect((number * 298 / 30..<(number + 1) * 298 / 30).contains(Int(place)))
        }
    }
}
