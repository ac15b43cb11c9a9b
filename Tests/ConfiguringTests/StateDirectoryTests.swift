import Foundation
import Testing

@testable import Configuring

@Suite("The state directory of a file with mistakes")
struct StateDirectoryTests {
    static let cases: [(text: String, state: String)] = [
        ("state: /var/lib/rasid\nfeeds: 3\n", "/var/lib/rasid"),
        ("outbox: [\nstate:   \"./my state\" # here\n", "DIR/my state"),
        ("state: here # there\r\n", "DIR/here"),
        ("state: '/a#b'\n", "/a#b"),
        ("feeds:\n  - state: /wrong\n", "DIR/state"),
        ("# state: /wrong\nstate:\n", "DIR/state"),
        ("", "DIR/state"),
    ]

    @Test("is found all the same", arguments: cases)
    func found(_ c: (text: String, state: String)) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "feeds.yaml").path
        try Data(c.text.utf8).write(to: URL(filePath: path))
        let expected = c.state.hasPrefix("DIR") ? folder.path + c.state.dropFirst(3) : c.state
        #expect(Configuration.stateDirectory(path: path) == expected)
        #expect(Configuration.stateDirectory(path: path + ".none") == nil)
    }
}
