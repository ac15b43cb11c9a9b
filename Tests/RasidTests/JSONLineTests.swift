import Glibc
import Testing

@testable import rasid

@Suite("lines of JSON")
struct JSONLineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let text: String?

        var testDescription: String { line }
    }

    static let read = [
        Case(line: #"{"text":"خبر"}"#, text: "خبر"),
        Case(line: " {\t\"text\" : \"a\" } \r", text: "a"),
        Case(line: #"{"text":""}"#, text: ""),
        Case(line: "{}", text: nil),
        Case(line: #"{"text":null}"#, text: nil),
        Case(line: #"{"text":12.5e-3}"#, text: nil),
        Case(line: #"{"text":{"text":"inner"}}"#, text: nil),
        Case(line: #"{"a":[1,{"b":[]},true,false,null,"x"],"c":{},"text":"behind all that"}"#, text: "behind all that"),
        Case(line: #"{"text":"first","text":"last"}"#, text: "last"),
        Case(line: #"{"te\u0078t":"a name with an escape"}"#, text: "a name with an escape"),
        Case(line: #"{"text":"\"\\\/\b\f\n\r\t"}"#, text: "\"\\/\u{8}\u{C}\n\r\t"),
        Case(line: #"{"text":"\u0627\u062e"}"#, text: "اخ"),
        Case(line: #"{"text":"\ud83d\ude00"}"#, text: "😀"),
        Case(line: #"{"text":"\ud83d."}"#, text: "\u{FFFD}."),
        Case(line: #"{"text":"\ud83d\u0041"}"#, text: "\u{FFFD}A"),
        Case(line: #"{"text":"\ude00"}"#, text: "\u{FFFD}"),
    ]

    @Test("give the strings of their members", arguments: read)
    func isRead(_ c: Case) throws {
        #expect(try JSONLine(Array(c.line.utf8)).string("text") == c.text)
    }

    @Test(
        "are whole objects or errors",
        arguments: [
            "", " ", "[]", "\"a\"", "null", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\" 1}", "{a:1}",
            "{\"a\":1} x", "{\"a\":1}{\"b\":2}", "{\"a\":tru}", "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\":}",
            "{\"a\":\"b}", "{\"a\":\"\\", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12G4\"}",
            "{\"a\":\"line\nbreak\"}", "{'a':1}",
        ])
    func isRefused(_ line: String) {
        #expect(throws: JSONLineError.self) { try JSONLine(Array(line.utf8)) }
    }

    @Test("nested without end are refused, nested sixty deep are not")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array("{\"a\":\(String(repeating: "[", count: depth))\(String(repeating: "]", count: depth))}".utf8)
        }
        #expect(try JSONLine(nested(60)).members["a"] == .other)
        #expect(throws: JSONLineError.self) { try JSONLine(nested(100_000)) }
    }

    @Test("bytes that are no UTF-8 cost only themselves")
    func badBytes() throws {
        let line = try JSONLine(Array("{\"text\":\"a".utf8) + [0xFF] + Array("b\"}".utf8))
        #expect(line.string("text") == "a\u{FFFD}b")
    }

    @Test("no bytes trap", arguments: 0..<64)
    func noBytesTrap(_ seed: Int) {
        var state = UInt64(seed) &+ 88_172_645_463_325_252
        let signs = Array("{}[]\":,\\u0aé-1 tnf".utf8)
        let line = (0..<200).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return signs[Int(state >> 33) % signs.count]
        }
        _ = try? JSONLine(Array("{\"".utf8) + line)
    }
}

@Suite("lines of a file")
struct LineReaderTests {
    /// The lines of a file of that content.
    private func lines(_ content: [UInt8]) throws -> [[UInt8]] {
        var template = Array("/tmp/rasid-lines-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let path = template.withUnsafeBufferPointer {
            String(decoding: UnsafeRawBufferPointer($0).dropLast(), as: UTF8.self)
        }
        defer { unlink(path) }
        try #require(descriptor >= 0)
        var rest = content[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            try #require(written > 0)
            rest = rest.dropFirst(written)
        }
        close(descriptor)
        var reader = try LineReader(path: path)
        var lines: [[UInt8]] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let content: String
        let lines: [String]

        var testDescription: String { content.debugDescription }
    }

    static let cases = [
        Case(content: "", lines: []),
        Case(content: "\n", lines: [""]),
        Case(content: "a\nb\n", lines: ["a", "b"]),
        Case(content: "a\n\nb", lines: ["a", "", "b"]),
        Case(content: "no end", lines: ["no end"]),
    ]

    @Test("come without their ends", arguments: cases)
    func areRead(_ c: Case) throws {
        #expect(try lines(Array(c.content.utf8)).map { String(decoding: $0, as: UTF8.self) } == c.lines)
    }

    @Test("longer than what is read at once come whole")
    func longLine() throws {
        let long = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(try lines(long + [0x0A] + long).map(\.count) == [1_000_000, 1_000_000])
    }

    @Test("of a file that is not there are an error that names it")
    func missing() {
        let error = #expect(throws: LineReadError.self) { _ = try LineReader(path: "/nowhere/at/all") }
        #expect(error?.description.contains("/nowhere/at/all") == true)
    }
}
