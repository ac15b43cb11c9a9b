import Foundation
import GRDB
import Glibc
import Testing

/// The daemon as a service manager and an operator in trouble see it.
@Suite("As a service", .serialized)
struct ServiceTests {
    @Test("systemd is told of readiness, state, life and the end")
    func notification() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let socket = try NotificationSocket(in: workspace.folder)
        let daemon = try RasidProcess.Daemon(
            ["run"], in: workspace.folder, environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "60000000"])
        var heard: [String] = []
        let isTold = await eventually {
            heard += socket.messages()
            let all = heard.joined(separator: "\n")
            return ["READY=1", "STATUS=", "WATCHDOG=1"].allSatisfy { all.contains($0) }
        }
        #expect(isTold, "\(heard)")
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        heard += socket.messages()
        #expect(heard.joined(separator: "\n").contains("STOPPING=1"))
        await press.stop()
    }

    @Test("systemd is told of life while somebody else holds the index for long")
    func heldIndex() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let socket = try NotificationSocket(in: workspace.folder)
        let daemon = try RasidProcess.Daemon(
            ["run"], in: workspace.folder, environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "60000000"])
        let isPublished = await eventually {
            // Else the socket is full and the daemon complains of it.
            _ = socket.messages()
            return (try? workspace.articles().count) == 2
        }
        #expect(isPublished, "\(daemon.complaints)")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(10)
        let shell = try DatabaseQueue(
            path: workspace.state.appending(path: "index.sqlite").path, configuration: configuration)
        try await shell.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        // The status comes from the loop that waits for the writer: when it is silent, the writer waits.
        #expect(await workspace.hasSilentStatus(for: 5))
        while !socket.messages().isEmpty {}
        var signs = 0
        let isAlive = await eventually {
            signs += socket.messages().count { $0.contains("WATCHDOG=1") }
            return signs >= 4
        }
        #expect(isAlive, "\(signs) signs of life")
        try await shell.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        press.publishLateNews()
        #expect(await eventually(within: .seconds(40)) { (try? workspace.articles().count) == 3 })
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    @Test("an outbox that goes away is critical, and what came meanwhile is published when it is back")
    func outboxGoesAway() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        let daemon = try await workspace.startDaemon(untilArticles: 2)

        let aside = workspace.folder.appending(path: "aside")
        try FileManager.default.moveItem(at: workspace.outbox, to: aside)
        try workspace.write("articles", "in the way")
        press.publishLateNews()
        let isCritical = try await eventually { try await workspace.run("status").status == 2 }
        #expect(isCritical, "\(daemon.complaints)")
        #expect(try await workspace.run("status", "--check").output.hasPrefix("CRITICAL - "))

        try FileManager.default.removeItem(at: workspace.outbox)
        try FileManager.default.moveItem(at: aside, to: workspace.outbox)
        let isPublished = await eventually(within: .seconds(40)) { (try? workspace.articles().count) == 3 }
        #expect(isPublished, "\(daemon.complaints)")
        let isWell = try await eventually { try await workspace.run("status").status == 0 }
        #expect(isWell)
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    @Test(
        "figures are in their file while the daemon runs, a file that cannot be written is told, and it goes with the daemon"
    )
    func figures() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("herald", press.herald.url("/rss"))], settings: "metrics: { file: figures/rasid.prom }")
        let folder = workspace.folder.appending(path: "figures")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "rasid.prom")
        let daemon = try await workspace.startDaemon(untilArticles: 2)
        func has(_ line: String) -> Bool {
            ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").contains(line[...])
        }
        let isCounted = await eventually(within: .seconds(40)) { has(#"rasid_articles_total{outcome="written"} 2"#) }
        #expect(isCounted, "\(daemon.complaints)")

        let aside = workspace.folder.appending(path: "aside")
        try FileManager.default.moveItem(at: folder, to: aside)
        let isTold = await eventually(within: .seconds(40)) {
            daemon.complaints.contains("metrics cannot be handed on")
        }
        #expect(isTold)
        let isProblem = try await eventually {
            try await workspace.run("status", "--json").output.contains("metrics-unwritable")
        }
        #expect(isProblem)
        try FileManager.default.moveItem(at: aside, to: folder)
        let isWell = await eventually(within: .seconds(40)) {
            daemon.complaints.contains("metrics are handed on again")
        }
        #expect(isWell)

        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        await press.stop()
    }

    @Test("a changed article replaces its file under the same name, as version 2")
    func versions() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
        #expect(try await workspace.run("run", "--once").status == 0)
        let before = try workspace.articles()

        press.rewriteHarbour()
        let isUpdated = try await eventually {
            _ = try await workspace.run("run", "--once")
            let article = try workspace.articlesByTitle()[NewsPage.rewrittenHarbour.title]
            return article?.fields["version"] == "2"
        }
        #expect(isUpdated)
        #expect(try workspace.articles() == before)
        let article = try #require(try workspace.articlesByTitle()[NewsPage.rewrittenHarbour.title])
        #expect(article.paragraphs == NewsPage.rewrittenHarbour.lines)
        await press.stop()
    }
}
