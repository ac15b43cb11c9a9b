import Testing

@testable import Configuring

@Suite("the nearest known word")
struct NearestTests {
    static let cases: [(String, String?)] = [
        ("formt", "format"), ("foramt", "format"), ("FORMAT", "format"), ("perhost", "per_host"),
        ("per-host", "per_host"),
        ("fulltext", "full_text"), ("intervall", "interval"), ("mni", "min"), ("urls", "url"),
        ("x", nil), ("", nil), ("colour", nil), ("mix", "min"), ("fortnight", nil),
        (String(repeating: "format", count: 1_000), nil),
    ]

    @Test("one edit for three letters", arguments: cases)
    func nearestWord(_ word: String, _ expected: String?) {
        #expect(
            nearest(to: word, in: ["format", "per_host", "full_text", "interval", "min", "max", "url"]) == expected)
    }

    static let distances: [(String, String, Int)] = [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
        ("abc", "ab", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ]

    @Test("the distance counts edits, a swap of neighbours as one, both ways", arguments: distances)
    func distance(_ first: String, _ second: String, _ expected: Int) {
        #expect(editDistance(Array(first.utf8), Array(second.utf8)) == expected)
        #expect(editDistance(Array(second.utf8), Array(first.utf8)) == expected)
    }
}
