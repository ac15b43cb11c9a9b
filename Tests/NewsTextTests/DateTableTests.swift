import Testing

@testable import NewsText

@Suite("tables of names")
struct DateTableTests {
    private static func entries(_ table: String) -> [String] {
        var entries: [String] = []
        DateTable.read(table) {
            entries.append("\($0.role)/\($0.column)/\(String(decoding: $0.name, as: UTF8.self))")
        }
        return entries
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let table: String
        let entries: [String]
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "spellings share a column", table: "a|b, c d", entries: ["/0/a", "/0/b", "/1/c d"]),
        Case(name: "each line counts for itself", table: "a, b\nc, d", entries: ["/0/a", "/1/b", "/0/c", "/1/d"]),
        Case(name: "a comma at the end goes on", table: "a, b,\n    c\nd", entries: ["/0/a", "/1/b", "/2/c", "/0/d"]),
        Case(name: "a role", table: "x: a, b\ny: c", entries: ["x/0/a", "x/1/b", "y/0/c"]),
        Case(name: "a role of several lines", table: "x: a,\n b\nc", entries: ["x/0/a", "x/1/b", "/0/c"]),
        Case(
            name: "letters of other scripts", table: "r: آب, أيلول|آيلول",
            entries: ["r/0/آب", "r/1/أيلول", "r/1/آيلول"]),
        Case(name: "nothing", table: "", entries: []),
    ]

    @Test("are read name by name", arguments: cases)
    func read(_ c: Case) {
        #expect(Self.entries(c.table) == c.entries)
    }
}
