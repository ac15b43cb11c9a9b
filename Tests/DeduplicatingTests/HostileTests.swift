import NewsModel
import Testing

@testable import Deduplicating

@Suite("Texts nobody writes")
struct HostileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: @Sendable () -> String

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "empty") { "" },
        Case(name: "one letter") { "و" },
        Case(name: "ten megabytes") { String(repeating: "نص طويل جدا ", count: 500_000) },
        Case(name: "one word over and over") { String(repeating: "كلمة ", count: 50_000) },
        Case(name: "a hundred thousand words") { (0..<100_000).map { "w\($0)x" }.joined(separator: " ") },
        Case(name: "only digits") { (0..<5000).map(String.init).joined(separator: " ") },
        Case(name: "one word of a megabyte") { String(repeating: "ا", count: 500_000) },
        Case(name: "only marks") { String(repeating: "\u{64B}\u{200F}", count: 10_000) },
        Case(name: "no words") { String(repeating: "!؟… ", count: 10_000) },
        Case(name: "broken UTF-8") {
            String(decoding: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }, as: UTF8.self)
        },
    ]

    @Test("stay small, survive their bytes and are placed", arguments: cases)
    func placed(_ c: Case) throws {
        let text = c.text()
        let fingerprint = Fingerprint(title: text, text: text, source: text)
        #expect(fingerprint.bytes.count < 3200)
        #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)

        var index = StoryIndex(window: .seconds(86_400))
        for number in 0..<3 {
            let placement = index.place(Samples.id(number), fingerprint, published: nil, now: Samples.now)
            #expect((0...1).contains(placement.similarity))
        }
        #expect(index.count == 3)
    }

    @Test("thousands of pieces that share their runs cost no more than others")
    func oneForm() {
        var index = StoryIndex(window: .seconds(86_400))
        let frame = Samples.text(1, words: 100)
        let clock = ContinuousClock()
        let elapsed = clock.measure {
            for number in 0..<1000 {
                let numbers = (0..<20).map { "\(number * 31 + $0 * 7919)" }.joined(separator: " ")
                #expect(index.place(number, frame + " " + numbers).duplicateOf == nil)
            }
        }
        #expect(elapsed < .seconds(60))
    }
}
