import Glibc
import Testing

@testable import Monitoring

@Suite("An entry of the journal")
struct JournalTests {
    @Test("plain values are lines, values with line breaks carry their length")
    func form() {
        var entry = JournalEntry()
        entry.add("MESSAGE", "قمة=1")
        entry.add("rasid_error.code", "")
        #expect(entry.bytes == Array("MESSAGE=قمة=1\nRASID_ERROR_CODE=\n".utf8))
        var lines = JournalEntry()
        lines.add("A", "b\nPRIORITY=0")
        #expect(lines.bytes == Array("A\n".utf8) + [12, 0, 0, 0, 0, 0, 0, 0] + Array("b\nPRIORITY=0\n".utf8))
    }

    @Test("names and values are bounded")
    func bounds() {
        var entry = JournalEntry()
        entry.add(String(repeating: "é", count: 100), String(repeating: "x", count: 1 << 20))
        #expect(entry.bytes.prefix(64).allSatisfy { $0 == 0x5F })
        #expect(entry.bytes.count == 64 + 1 + 16 * 1024 + 1)
    }

    @Test("a journal that is not there takes nothing")
    func absent() {
        #expect(!JournalSocket("/nowhere/socket").send(JournalEntry()))
        #expect(!JournalSocket("relative").send(JournalEntry()))
    }
}
