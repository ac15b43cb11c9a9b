import Foundation

/// A Markdown article of the outbox, read back the way a consumer would.
struct ArticleFile {
    let name: String
    let fields: [String: String]
    let paragraphs: [String]

    init(_ file: URL) throws {
        name = file.lastPathComponent
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw CocoaError(.fileReadCorruptFile)
        }
        fields = Dictionary(
            lines[1..<end].compactMap { line in
                line.firstIndex(of: ":").map { colon in
                    let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    return (String(line[..<colon]), Self.unquoted(value))
                }
            }, uniquingKeysWith: { first, _ in first })
        paragraphs = lines[(end + 1)...].filter { !$0.isEmpty }.map(Self.plain)
    }

    /// Without the marks of Markdown.
    private static func plain(_ line: String) -> String {
        var text = line
        for mark in ["## ", "### ", "- ", "> "] where text.hasPrefix(mark) { text.removeFirst(mark.count) }
        return text.replacingOccurrences(of: "\\", with: "")
    }

    private static func unquoted(_ value: String) -> String {
        guard value.hasPrefix("\""), let data = "[\(value)]".data(using: .utf8),
            let decoded = try? JSONSerialization.jsonObject(with: data) as? [String]
        else { return value }
        return decoded.first ?? value
    }
}

extension Workspace {
    /// The articles of the outbox by title.
    func articlesByTitle() throws -> [String: ArticleFile] {
        let files = try articles().map { try ArticleFile(outbox.appending(path: $0)) }
        return Dictionary(files.map { ($0.fields["title"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The lines of the journal, as objects; what is no object, a torn line, is left out.
    func journal() throws -> [[String: Any]] {
        let folder = state.appending(path: "journal")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
            try Data(contentsOf: folder.appending(path: name)).split(separator: 0x0A).compactMap {
                try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
            }
        }
    }
}

/// Asks again and again, a few milliseconds apart, until it is so or the time is up.
func eventually(within limit: Duration = .seconds(20), _ isSo: () async throws -> Bool) async rethrows -> Bool {
    let deadline = ContinuousClock.now + limit * RasidProcess.slowness
    while ContinuousClock.now < deadline {
        if try await isSo() { return true }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return try await isSo()
}
