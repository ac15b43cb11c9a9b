import Cleaning
import NewsModel
import Testing

@Suite("Notes on the writer")
struct AboutTheWriterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let lines: [String]
        let goes: Bool

        var testDescription: String { lines.joined(separator: " / ") }
    }

    static let cases = [
        Case(lines: ["* كاتب وباحث سوري مقيم في باريس منذ عشرة أعوام."], goes: true),
        Case(lines: ["* أكد البيان أن الحكومة لن تتراجع عن قرارها الأخير."], goes: false),
        Case(lines: ["Jane Doe is a freelance journalist based in Nairobi."], goes: true),
        Case(lines: ["Jane Doe is a nurse in Nairobi, and she has not been paid since May."], goes: false),
        Case(lines: ["The author is a professor of economics at the University of Leeds."], goes: true),
        Case(lines: ["The author of the report is a professor at Leeds and advised three governments."], goes: false),
        Case(lines: ["Max Mustermann ist freier Journalist in Hamburg und Bremen."], goes: true),
        Case(lines: ["About the author", "Jane Doe covers health policy for the Herald."], goes: true),
        Case(lines: ["عن الكاتب", "صحافي مغربي متخصص في الشؤون الاقتصادية والمالية."], goes: true),
        Case(lines: ["عن الأزمة", "صحافي مغربي قتل أمس وهو يغطي الاشتباكات في العاصمة."], goes: false),
    ]

    @Test("go from the end of a story", arguments: cases)
    func goFromTheEnd(_ c: Case) {
        let cleaned = Carrier.clean(Carrier.text(with: c.lines, at: .tail))
        let kept = cleaned.article.paragraphs.map(\.text)
        #expect(kept.starts(with: Carrier.paragraphs))
        #expect(c.lines.filter { kept.contains($0) } == (c.goes ? [] : c.lines))
    }

    @Test("stay in the middle of a story", arguments: cases)
    func stayInTheMiddle(_ c: Case) {
        guard let last = c.lines.last else { return }
        let cleaned = Carrier.clean(Carrier.text(with: [last], at: .middle))
        #expect(cleaned.article.paragraphs.map(\.text).contains(last))
    }
}
