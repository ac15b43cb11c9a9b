import Foundation
import Glibc
import Testing

/// The views of the status.
@Suite("The status", .serialized)
struct StatusTests {
    /// A feed whose title would reorder and colour the lines of a terminal, and its only item.
    private static let hostile = """
        <rss version="2.0"><channel><title>خبر \u{202E}&#x1b;[31m\u{9B}2J &#x2067;</title>
        <item><title>x</title><link>http://127.0.2.9:1/x</link></item></channel></rss>
        """

    @Test("hosts, days, problems and their explanation; nothing of a feed's reaches the terminal")
    func views() async throws {
        let press = try Press()
        try await press.start()
        press.daily.serve("/hostile", .init(type: "application/rss+xml", body: Data(Self.hostile.utf8)))
        press.mirror.serve("/refused", .init(status: 403))
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [
                ("herald", press.herald.url("/rss")), ("hostile", press.daily.url("/hostile")),
                ("refused", press.mirror.url("/refused")),
            ], poll: "{ interval: 1s, min: 1s, max: 1s }")
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let isTold = try await eventually {
            try await workspace.run("status").output.contains("feed-403")
        }
        #expect(isTold, "\(daemon.complaints)")
        let page = try await workspace.run("status")
        #expect(page.status == 1)
        #expect(page.output.contains("rasid explain feed-403"))

        let json = try #require(try await workspace.run("status", "--json").objects.first)
        let problem = try #require((json["problems"] as? [[String: Any]])?.first { $0["id"] as? String == "feed-403" })
        #expect(problem["hint"] as? String == "rasid explain feed-403")
        #expect((problem["next_step"] as? String)?.isEmpty == false)
        #expect((json["disk"] as? [String: Any])?["total_bytes"] is Int)

        let feeds = try await workspace.run("status", "--feeds")
        let herald = try #require(feeds.lines.first { $0.contains("herald") })
        #expect(herald.contains("·············█"), "\(herald)")
        let all = feeds.output + (try await workspace.run("feed", "hostile").output)
        for scalar in all.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
        let days = try await workspace.run("status", "--feeds", "--json").objects.first {
            $0["name"] as? String == "herald"
        }
        #expect(days?["items_by_day"] as? [Int] == Array(repeating: 0, count: 13) + [2])

        let hosts = try await workspace.run("status", "--hosts", "--json")
        #expect(hosts.objects.allSatisfy { $0["host"] is String && $0["waiting"] is Int })
        daemon.signal(SIGTERM)
        _ = await daemon.wait()
        await press.stop()
    }

    @Test("a held host is named, with the end of its pause")
    func held() async throws {
        let press = try Press()
        try await press.start()
        press.mirror.serve("/busy", .init(status: 429, headers: ["Retry-After": "3600"]))
        let workspace = try Workspace()
        try workspace.configure(feeds: [("busy", press.mirror.url("/busy"))])
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let isHeld = try await eventually {
            try await workspace.run("status", "--hosts").output.hasPrefix("H ")
        }
        #expect(isHeld)
        let line = try await workspace.run("status", "--hosts").output
        #expect(line.contains("asked for a pause, ends in 59 min") || line.contains("ends in 1 h"), "\(line)")
        daemon.signal(SIGTERM)
        _ = await daemon.wait()
        await press.stop()
    }

    @Test("every problem is explained, families of answers too, and what is none is not")
    func explain() async throws {
        let workspace = try Workspace()
        let all = try await workspace.run("explain", "--json")
        #expect(all.objects.count > 30)
        for object in all.objects {
            let id = try #require(object["id"] as? String)
            for member in ["meaning", "next_step"] {
                #expect((object[member] as? String)?.isEmpty == false, "\(id)")
            }
        }
        for id in ["feed-403", "feed-451", "feed-503", "feed-304", "extract-low", "index-damaged"] {
            let page = try await workspace.run("explain", id)
            #expect(page.status == 0 && page.output.hasPrefix("\(id)\n"), "\(id)")
        }
        #expect(try await workspace.run("explain", "feed-903").status == 1)
        #expect(try await workspace.run("explain", "feed-4ab").status == 1)
    }

    @Test("down, never run, not ours, damaged: each has its exit status, and none takes long")
    func statuses() async throws {
        let workspace = try Workspace()
        try workspace.configure(feeds: [("a", "http://127.0.2.9:1/x")])
        #expect(try await workspace.run("status").status == 3)
        #expect(try await workspace.run("status", "--check").output == "UNKNOWN - not running\n")
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let snapshot = workspace.state.appending(path: "status.json").path
        #expect(await eventually { FileManager.default.fileExists(atPath: snapshot) })
        #expect(try await workspace.run("status").status < 3)
        daemon.signal(SIGKILL)
        _ = await daemon.wait()
        let down = try await workspace.run("status")
        #expect(down.status == 3)
        #expect(down.output.contains("not running, last heard of"))

        try Data("{".utf8).write(to: workspace.state.appending(path: "status.json"))
        #expect(try await workspace.run("status").status == 4)
        #expect(try await workspace.run("status", "--watch").status == 64)
    }

    @Test("a snapshot that grew old is not believed while the daemon can be asked")
    func live() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let daemon = try await workspace.startDaemon(untilArticles: 2, environment: ["RASID_TEST_HANG": "writer"])
        try workspace.write("hang", "")
        let file = workspace.state.appending(path: "status.json")
        #expect(await workspace.hasSilentStatus(for: 7))
        let stored = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let told = try #require(try await workspace.run("status", "--json").objects.first)
        #expect(told["running"] as? Bool == true)
        let at = try #require(told["snapshot_at"] as? String)
        let storedAt = try #require(stored?["snapshotAt"] as? Int)
        let date = try #require(try? Date(at, strategy: .iso8601))
        #expect(date.timeIntervalSince1970 - Double(storedAt) / 1000 > 5)
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "hang"))
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }
}
