import NewsModel
import Testing

@testable import Configuring

@Suite("YAML that is none")
struct SyntaxTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
        let place: String
        /// The message holds this.
        let words: String

        init(_ name: String, _ yaml: String, at place: String, _ words: String) {
            testDescription = name
            self.yaml = yaml
            self.place = place
            self.words = words
        }
    }

    static let cases = [
        Case("a tab", "feeds:\n\t- name: a\n", at: "2:1", "a tab indents this line, allowed are spaces"),
        Case("a tab after spaces", "feeds:\n  - name: a\n  \turl: b\n", at: "3:3", "a tab indents this line"),
        Case("a colon in a text", "contact: see: there\n", at: "1:13", #"put quotes around a text that holds ": ""#),
        Case("a missing bracket", "poll: { min: 1m\nfeeds: []\n", at: "2:6", "a closing bracket or a comma is missing"),
        Case("a missing quotation mark", "state: \"x\nfeeds: []\n", at: "3:1", "a closing quotation mark is missing"),
        Case("wrong indentation", "poll:\n    min: 1m\n  max: 2h\n", at: "3:3", "look at the indentation"),
        Case(
            "a text that begins with @", "contact: @example\n", at: "1:10",
            "put quotes around a text that begins with @"),
        Case("a reference to nothing", "state: *x\n", at: "1:8", "put quotes around a text that begins with *"),
        Case("two documents", oneFeed + "---\na: b\n", at: "4:1", "only one document"),
        Case("a control character", "state: a\u{1}b\n", at: "1:9", "a control character, U+1"),
        Case("a zero byte", "#\n\u{0}", at: "2:1", "a control character, U+0"),
        Case(
            "deep nesting", "a: " + String(repeating: "[", count: 9) + String(repeating: "]", count: 9), at: "1:11",
            "nested too deep"),
        Case("nesting without end", String(repeating: "[", count: 50_000), at: "1:1", "lists in lists without end"),
        Case(
            "nesting without end in one line of a block", String(repeating: "- ", count: 50_000), at: "1:1999",
            "lists in lists without end"),
        Case(
            "many references", "a: &a [x]\nb: [" + String(repeating: "*a, ", count: 33) + "]\n", at: "2:134",
            "too many references"),
    ]

    @Test("is one mistake with its place and advice", arguments: cases)
    func oneMistake(_ c: Case) throws {
        let found = mistakes(c.yaml).filter { !$0.contains("unknown key") }
        let first = try #require(found.first)
        #expect(first.hasPrefix("\(c.place) "))
        #expect(first.contains(c.words))
    }

    @Test("references that double at each level stay small")
    func billionLaughs() {
        let levels = (1...15).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1)]\n" }.joined()
        #expect(!mistakes("l0: &l0 [x]\n" + levels + oneFeed).isEmpty)
    }

    @Test("stars that are no references are not counted")
    func stars() throws {
        let comments = String(repeating: "# 2*x, **bold** and //*[@id]\n", count: 20)
        #expect(try settings(comments + oneFeed).feeds.count == 1)
    }

    @Test("a text cannot act on the terminal that shows it")
    func quotation() {
        #expect(quoted("a\u{1B}[2J\u{202E}b\u{200F}") == #""a\u{1B}[2J\u{202E}b\u{200F}""#)
        #expect(quoted("قال «نعم»") == "\"قال «نعم»\"")
        #expect(quoted(String(repeating: "x", count: 61)) == "\"" + String(repeating: "x", count: 60) + "…\"")
    }
}
