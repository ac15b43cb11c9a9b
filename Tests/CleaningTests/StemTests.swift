import Testing

@testable import Cleaning

@Suite("Stems of words of pages")
struct StemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let word: String
        let functions: Functions

        var testDescription: String { word }
    }

    static let cases = [
        Case(word: "اشتركوا", functions: .request),
        Case(word: "لتشترك", functions: .request),
        Case(word: "تابعونا", functions: [.request, .look]),
        Case(word: "لتكبيرها", functions: .action),
        Case(word: "نشرتنا", functions: .part),
        Case(word: "والتعليقات", functions: .part),
        Case(word: "كالتعليق", functions: .thing),
        Case(word: "الحكومة", functions: []),
        Case(word: "ون", functions: []),
    ]

    @Test("are found under particles and pronouns", arguments: cases)
    func functions(_ c: Case) {
        let line = Line(c.word)
        let found = Stems.ofPages.functions(of: line.word(0))
        #expect(c.functions.isEmpty ? found.isEmpty : found.contains(c.functions))
    }
}
