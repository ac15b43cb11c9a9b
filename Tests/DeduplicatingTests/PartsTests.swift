import NewsModel
import Testing

@testable import Deduplicating

@Suite("The parts of the index")
struct PartsTests {
    struct StemCase: Sendable, CustomTestStringConvertible {
        let one: String
        let other: String
        var areSame = true

        var testDescription: String { "\(one) \(areSame ? "=" : "≠") \(other)" }
    }

    static let stems = [
        StemCase(one: "والاجتماعات", other: "اجتماع"), StemCase(one: "بالمدرسة", other: "مدرسة"),
        StemCase(one: "أميركي", other: "أمريكا"), StemCase(one: "ترمب", other: "ترامب"),
        StemCase(one: "رؤساء", other: "الرئيس"), StemCase(one: "missiles", other: "missile"),
        StemCase(one: "وزير", other: "زير", areSame: false), StemCase(one: "لبنان", other: "لبن", areSame: false),
        StemCase(one: "press", other: "pres", areSame: false),
    ]

    @Test("words are told by their stems", arguments: stems)
    func stem(_ c: StemCase) {
        let words = FoldedWords("\(c.one) \(c.other) \(c.one)", byteLimit: .max)
        var cache = StemCache(bits: 4)
        let stems = words.words.indices.map { cache.stem(of: $0, in: words).hash }
        #expect((stems[0] == stems[1]) == c.areSame)
        #expect(stems[0] == stems[2], "a remembered stem is the same")
    }

    @Test("words everybody uses say nothing, names do")
    func commonness() {
        let words = FoldedWords("في the تبريز قمة", byteLimit: .max)
        var cache = StemCache(bits: 4)
        let known = words.words.indices.map { cache.stem(of: $0, in: words).commonness }
        #expect(known.prefix(3) == [nil, nil, .rare])
        #expect(known[3] != nil && known[3] != .rare)
    }

    @Test("a run finds its newest documents, up to the limit, and none that left")
    func runs() {
        var index = RunIndex()
        for document in 1...40 as ClosedRange<UInt32> {
            index.add(7, document: document, oldest: 1)
            index.add(document &* 0x9E37_79B1, document: document, oldest: 1)
        }
        var found: [UInt32] = []
        index.forEach(7, of: 30..<41) { found.append($0) }
        #expect(found.sorted() == Array(30...40))
        #expect(RunIndex.documentsOfARun == 16)
        found = []
        index.forEach(7, of: 1..<41) { found.append($0) }
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
            index.forEach(document &* 0x9E37_79B1, of: 15_000..<20_001) { found.append($0) }
            #expect(found == [document])
        }
    }

    @Test("a term finds its documents newest first, and none that were forgotten")
    func terms() {
        var index = TermIndex()
        for document in 1...3000 as ClosedRange<UInt32> {
            index.add(5, document: document)
            index.add(document &* 1021 & 0x3F_FFFF, document: document)
        }
        #expect(found(5, in: index, limit: 10) == (2991...3000).reversed())
        #expect(found(5, in: index) == (3001 - UInt32(TermIndex.documentsOfATerm)...3000).reversed())
        index.forget(before: 2999)
        #expect(found(5, in: index, limit: 10) == [3000, 2999])
        #expect(found(3000 &* 1021 & 0x3F_FFFF, in: index) == [3000])
        #expect(found(1500 &* 1021 & 0x3F_FFFF, in: index).isEmpty)
        #expect(found(77, in: index).isEmpty)
    }

    @Test("lists of terms answer as plain lists do, whatever comes and goes")
    func termTurnover() {
        var index = TermIndex()
        var plain: [UInt32: [UInt32]] = [:]
        for document in 1...6000 as ClosedRange<UInt32> {
            let oldest = document > 700 ? document - 700 : 1
            index.forget(before: oldest)
            for step in 0..<6 as Range<UInt32> {
                let seed = UInt32(truncatingIfNeeded: StableHash.mix(UInt64(document * 6 + step)))
                // Few terms that many bear, many that few bear.
                let key = seed % (step < 2 ? 9 : step < 4 ? 300 : 60_000) &* 61 & 0x3F_FFFF
                guard plain[key]?.last != document else { continue }
                index.add(key, document: document)
                plain[key, default: []].append(document)
            }
            guard document % 500 == 0 else { continue }
            for (key, documents) in plain {
                let expected = documents.filter { $0 >= oldest }.suffix(TermIndex.documentsOfATerm)
                #expect(found(key, in: index) == expected.reversed())
            }
        }
    }

    private func found(_ key: UInt32, in index: TermIndex, limit: Int = .max) -> [UInt32] {
        var found: [UInt32] = []
        index.forEach(key, limit: limit) { found.append($0) }
        return found
    }

    @Test("what articles share adds up, of the most the first ones")
    func shared() {
        var shared = SharedWeights()
        for number in 1...3000 as ClosedRange<UInt32> { shared.add(1, to: number) }
        for number in [40, 7, 40] as [UInt32] { shared.add(2, to: number) }
        #expect(shared.most(3) == [40, 7, 1])
    }

    @Test("articles come and go by segments, and are found by number and by id")
    func documents() {
        var documents = Documents()
        let fingerprint = Fingerprint(title: "t", text: "one two three 4 5", source: nil)
        for number in 1...5000 as ClosedRange<UInt32> {
            let document = Document(
                id: UInt64(number % 4000), story: 1, original: number % 2 == 0 ? 9 : nil, seen: 0, time: 0, length: 5,
                square: 1)
            documents.append(document, fingerprint)
            if documents.count > 2500 { documents.removeOldest() }
        }
        #expect(documents.span == 2501..<5001)
        #expect(documents[2500] == nil)
        #expect(documents[5001] == nil)
        #expect(documents[2501]?.id == 2501)
        #expect(documents.number(of: 1000) == 5000)
        #expect(documents.number(of: 2400) == nil)
        #expect(documents.withText(3000) { $0.words.count } == 5)
        #expect(documents.withText(3000) { old in (0..<old.numberCount).map { old.number($0) } } == fingerprint.numbers)
        documents.retireCopies(of: 9)
        #expect(documents[3000]?.isAlive == false)
        #expect(documents[3001]?.isAlive == true)
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
        func overlap(_ old: [UInt8]) -> Overlap {
            old.withUnsafeBufferPointer { comparison.overlap(with: $0) }
        }
        #expect(
            overlap([9, 2, 3, 4, 5, 9, 6, 7])
                == Overlap(commonNew: 4, commonOld: 4, comparedNew: 7, comparedOld: 8, leadNew: 1, leadOld: 1))
        #expect(overlap([1, 2]).coverage == 0)
        #expect(overlap([1, 2, 3, 4, 5, 6, 7]).isWhole)
    }

    @Test(
        "texts that share a stretch have its anchors in common, wherever it stands", arguments: 0..<20 as Range<UInt64>)
    func anchors(seed: UInt64) {
        let stretch = Samples.text(seed, words: 60)
        let alone = Fingerprint(title: nil, text: stretch, source: nil)
        let inside = Fingerprint(
            title: nil,
            text: Samples.text(seed + 100, words: 90) + " " + stretch + " " + Samples.text(seed + 200, words: 300),
            source: nil)
        #expect(alone.askedRuns.count >= 10)
        #expect(inside.askedRuns.count < 100)
        #expect(inside.postedRuns.count <= Fingerprint.postedAnchors)
        // Of 58 runs every window of twelve gives one.
        #expect(Set(alone.askedRuns).intersection(inside.askedRuns).count >= 4)
    }
}
