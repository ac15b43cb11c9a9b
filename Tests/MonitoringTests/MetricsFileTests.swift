import FoundationEssentials
import Glibc
import Testing

@testable import Monitoring

@Suite("The file of metrics")
struct MetricsFileTests {
    private let folder: String

    init() throws {
        var template = Array("/tmp/rasid-metrics-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    @Test("is replaced as a whole, readable for everybody, and nothing is left beside it")
    func replaces() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = MetricsFile("\(folder)/rasid.prom")
        for text in ["one\n", "two\n"] {
            try file.write(text)
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
        }
        var status = stat()
        #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o644)
        #expect(names == ["rasid.prom"])
        file.remove()
        #expect(names == [])
    }

    @Test("takes the place of what killed processes left half written")
    func leftover() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = MetricsFile("\(folder)/rasid.prom")
        try "half of a much longer text".write(toFile: "\(file.path).tmp", atomically: false, encoding: .utf8)
        try file.write("whole\n")
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "whole\n")
        #expect(names == ["rasid.prom"])
    }

    @Test("what cannot be put in place is told, and leaves nothing behind")
    func refused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let missing = "\(folder)/missing/rasid.prom"
        #expect(throws: MetricsError(kind: .file, place: missing, number: ENOENT)) {
            try MetricsFile(missing).write("x")
        }
        let directory = "\(folder)/rasid.prom"
        mkdir(directory, 0o755)
        #expect(throws: MetricsError(kind: .file, place: directory, number: EISDIR)) {
            try MetricsFile(directory).write("x")
        }
        #expect(names == ["rasid.prom"])
    }
}
