import Foundation
import Glibc
import Testing

/// Where the log goes, and how much of it.
@Suite("The log", .serialized)
struct LogFormatTests {
    @Test("the journal gets a field for each datum")
    func journal() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("herald", press.herald.url("/rss")), ("missing", press.herald.url("/nothing"))])
        let socket = try NotificationSocket(in: workspace.folder)
        let arguments = ["run", "--once", "--log-format", "journal", "--journal-socket", socket.path]
        let run = try await RasidProcess.run(arguments, in: workspace.folder)
        #expect(run.status == 3)
        #expect(run.errors.isEmpty, "\(run.errors)")
        let entries = socket.messages().map { $0.split(separator: "\n").map(String.init) }
        let failure = try #require(entries.first { $0.contains("RASID_EVENT=feed-failing") })
        #expect(failure.contains("RASID_FEED=missing"))
        #expect(failure.contains("RASID_HOST=\(URL(string: press.herald.url(""))?.host() ?? "")"))
        #expect(failure.contains("RASID_ERROR_CODE=http-404"))
        #expect(failure.contains("MESSAGE_ID=60f9b62fe51242a7ae63c75e3bae0142"))
        #expect(failure.contains("PRIORITY=6") && failure.contains("SYSLOG_IDENTIFIER=rasid"))
        #expect(failure.first?.hasPrefix("MESSAGE=feed not polled ") == true)
        #expect(entries.count { $0.contains("RASID_EVENT=published") } == 2)
        await press.stop()
    }

    @Test("JSON is one object a line, and a journal that is not there is replaced by standard error")
    func json() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let json = try await workspace.run("run", "--once", "--log-format", "json")
        let objects = json.errors.split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == json.errors.split(separator: "\n").count)
        let published = objects.filter { $0["event"] as? String == "published" }
        #expect(published.count == 2)
        #expect(published.allSatisfy { $0["feed"] as? String == "herald" && $0["level"] as? String == "info" })
        let absent = try await workspace.run(
            "run", "--once", "--log-format", "journal", "--journal-socket", "\(workspace.folder.path)/none")
        #expect(absent.errors.contains("watching"))
        #expect(try await workspace.run("run", "--log-format", "xml").status == 64)
        await press.stop()
    }

    @Test("a thousand feeds that fail at once do not flood it, and each is counted")
    func flood() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: (0..<1_000).map { ("f\($0)", press.herald.url("/none/\($0)")) })
        let run = try await workspace.run("run", "--once", "--log-format", "json")
        let lines = run.errors.split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }.filter { $0["event"] as? String == "feed-failing" }
        let counted = lines.reduce(0) { $0 + (($1["count"] as? String).flatMap(Int.init) ?? 1) }
        #expect(counted == 1_000)
        #expect(lines.count < 200, "\(lines.count)")
        await press.stop()
    }
}
