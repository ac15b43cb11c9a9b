import Foundation
import Glibc
import Testing

/// What an operator does with a running daemon.
@Suite("Operating", .serialized)
struct OperationTests {
    private func requests(of publisher: LoopbackPublisher, _ path: String) -> Int {
        publisher.requests.count { $0.path == path }
    }

    /// A daemon over the herald alone that polls once a day by itself.
    private func startQuiet(
        _ press: Press, _ workspace: Workspace, feeds: [(name: String, url: String)]? = nil,
        environment: [String: String] = [:]
    ) async throws -> RasidProcess.Daemon {
        try configureQuiet(press, workspace, feeds: feeds)
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder, environment: environment)
        let ready = try await workspace.run("status", "--wait-ready", "30")
        #expect(ready.status <= 1, "\(ready.output)\(ready.errors)\(daemon.complaints)")
        return daemon
    }

    private func configureQuiet(_ press: Press, _ workspace: Workspace, feeds: [(name: String, url: String)]? = nil)
        throws
    {
        try workspace.configure(
            feeds: feeds ?? [("herald", press.herald.url("/rss"))],
            poll: "{ interval: 24h, min: 24h, max: 24h }")
    }

    @Test("poll asks at once, once a minute, and by force always")
    func poll() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let daemon = try await startQuiet(press, workspace)
        #expect(requests(of: press.herald, "/rss") == 1)

        let refused = try await workspace.run("poll", "herald")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("a minute must lie between; --force"))
        #expect(requests(of: press.herald, "/rss") == 1)

        let forced = try await workspace.run("poll", "herald", "--force")
        #expect(forced.status == 0, "\(forced.errors)")
        #expect(forced.output.hasPrefix("herald: nothing new, HTTP 304; next poll "))
        #expect(requests(of: press.herald, "/rss") == 2)

        let mixed = try await workspace.run("poll", "--force", "herald", "nobody")
        #expect(mixed.status == 3)
        #expect(mixed.errors.contains("there is no such feed"))
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        #expect(try await workspace.run("poll", "herald").status == 3)
        await press.stop()
    }

    @Test("poll without names asks every feed that may be asked, and does not wait")
    func pollAll() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let daemon = try await startQuiet(
            press, workspace, feeds: [("herald", press.herald.url("/rss")), ("silent", press.herald.url("/rss?2"))])
        #expect(try await workspace.run("poll", "--force").status == 64)
        #expect(try await workspace.run("pause", "silent").status == 0)
        let early = try await workspace.run("poll")
        #expect(early.status == 1)
        #expect(early.errors.contains("polled now: 0, not now: 1, paused: 1\n"), "\(early.errors)")
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        #expect(try await workspace.run("poll").status == 3)
        await press.stop()
    }

    @Test("a Retry-After holds back a poll that is asked for, and force does not wait for it")
    func retryAfter() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        press.herald.serve(
            "/busy", .init(status: 429, headers: ["Retry-After": "600"]))
        try workspace.configure(
            feeds: [("busy", press.herald.url("/busy"))], poll: "{ interval: 1s, min: 1s, max: 10s }")
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let isAsked = await eventually { requests(of: press.herald, "/busy") == 1 }
        #expect(isAsked)
        let refused = try await workspace.run("poll", "busy")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Retry-After"), "\(refused.errors)")
        #expect(requests(of: press.herald, "/busy") == 1)
        let forced = try await workspace.run("poll", "busy", "--force")
        #expect(forced.status == 2)
        #expect(forced.errors.contains("429"), "\(forced.errors)")
        #expect(requests(of: press.herald, "/busy") == 2)
        daemon.signal(SIGTERM)
        _ = await daemon.wait()
        await press.stop()
    }

    @Test("a paused feed stays paused over a restart, says so, and comes back")
    func pause() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        var daemon = try await startQuiet(press, workspace)
        #expect(try await workspace.run("pause", "herald").status == 0)
        #expect(try await workspace.run("pause", "nobody").status == 1)
        #expect(try await workspace.run("poll", "herald", "--force").errors.contains("rasid resume herald"))
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)

        daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let isUp = try await eventually { try await workspace.run("pause", "herald").status == 0 }
        #expect(isUp)
        let feed = try await workspace.run("feed", "herald")
        #expect(feed.output.contains("never, because: paused by an operator"), "\(feed.output)")
        let resumed = try await workspace.run("resume", "herald")
        #expect(resumed.output == "herald: polled again\n")
        #expect(!(try await workspace.run("feed", "herald").output.contains("paused")))
        daemon.signal(SIGTERM)
        _ = await daemon.wait()
        await press.stop()
    }

    @Test("reload takes a good file, refuses a bad one with its line, and the old one stays in force")
    func reload() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let daemon = try await startQuiet(press, workspace)
        let good = try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)

        try workspace.write("feeds.yaml", good + "    intervall: 10m\n")
        let refused = try await workspace.run("reload", "--wait")
        #expect(refused.status == 78)
        let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
        let last = try #require(lines.lastIndex { !$0.isEmpty }) + 1
        #expect(refused.errors.contains("feeds.yaml:\(last + 1): "), "\(refused.errors)")
        let told = try await eventually {
            try await workspace.run("status").output.contains("reload-refused")
        }
        #expect(told)
        #expect(try await workspace.run("poll", "herald", "--force").status == 0)

        try configureQuiet(
            press, workspace, feeds: [("herald", press.herald.url("/rss")), ("other", press.daily.url("/rdf"))])
        #expect(try await workspace.run("reload", "--wait").status == 0)
        let isWell = try await eventually {
            let status = try await workspace.run("status", "--wait-ready", "20")
            return status.output.contains("feeds      2 ") && !status.output.contains("reload-refused")
        }
        #expect(isWell)
        daemon.signal(SIGTERM)
        _ = await daemon.wait()
        await press.stop()
    }

    @Test("a feed that was taken away and put back keeps its history, through a storm of signals")
    func storm() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let daemon = try await startQuiet(press, workspace)
        let both = [("herald", press.herald.url("/rss")), ("other", press.daily.url("/nothing"))]
        for round in 0..<100 {
            let feeds = round % 2 == 0 ? [both[1]] : both
            try configureQuiet(press, workspace, feeds: feeds)
            daemon.signal(SIGHUP)
        }
        #expect(try await workspace.run("reload", "--wait").status == 0)
        #expect(requests(of: press.herald, "/rss") == 1)
        let forced = try await workspace.run("poll", "herald", "--force")
        #expect(forced.output.contains("HTTP 304"), "\(forced.output)\(forced.errors)")
        #expect(requests(of: press.daily, "/nothing") == 1)
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    @Test(
        "the watchdog is fed while everything moves, and not when a loop or the writer hangs",
        arguments: [
            "polling", "writer",
        ])
    func watchdog(part: String) async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let socket = try NotificationSocket(in: workspace.folder)
        let daemon = try await startQuiet(
            press, workspace,
            environment: [
                "NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "60000000", "RASID_TEST_HANG": part,
            ])
        let isFed = await eventually { socket.messages().contains("WATCHDOG=1") }
        #expect(isFed)
        try workspace.write("hang", "")
        // It has gone silent when nothing came for longer than five of its turns.
        var last = ContinuousClock.now
        let isSilent = await eventually(within: .seconds(60)) {
            if socket.messages().contains("WATCHDOG=1") { last = .now }
            return last.duration(to: .now) > .seconds(6)
        }
        #expect(isSilent)
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "hang"))
        #expect(await eventually { socket.messages().contains("WATCHDOG=1") })
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    @Test("a reload is told as such, good or bad, and ends with readiness")
    func toldReload() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let socket = try NotificationSocket(in: workspace.folder)
        let daemon = try await startQuiet(press, workspace, environment: ["NOTIFY_SOCKET": socket.path])
        #expect(socket.messages().contains("READY=1"))
        let good = try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)
        for (text, status) in [(good, Int32(0)), ("feeds: 3\n", 78)] {
            try workspace.write("feeds.yaml", text)
            #expect(try await workspace.run("reload", "--state", workspace.state.path).status == status)
            let heard = socket.messages().filter { !$0.hasPrefix("STATUS=") }
            #expect(heard.count == 2 && heard.last == "READY=1", "\(heard)")
            #expect(heard.first?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        }
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    @Test("a stop that waits for the last articles asks systemd for time, once for a writer that does not move")
    func lastBatch() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        let socket = try NotificationSocket(in: workspace.folder)
        let daemon = try await startQuiet(
            press, workspace, environment: ["NOTIFY_SOCKET": socket.path, "RASID_TEST_HANG": "writer"])
        try workspace.write("hang", "")
        #expect(await workspace.hasSilentStatus(for: 4))
        daemon.signal(SIGTERM)
        var heard: [String] = []
        let isAsked = await eventually {
            heard += socket.messages()
            return heard.contains("EXTEND_TIMEOUT_USEC=20000000")
        }
        #expect(isAsked, "\(heard)")
        #expect(daemon.isRunning)
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "hang"))
        #expect(await daemon.wait().status == 0)
        heard += socket.messages()
        #expect(heard.count { $0.hasPrefix("EXTEND_TIMEOUT_USEC=") } <= 2)
        await press.stop()
    }

    @Test("a start that fails tells systemd why, and never that it is ready")
    func failedStart() async throws {
        let workspace = try Workspace()
        try workspace.configure(feeds: [("a", "http://127.0.1.9:9/rss")])
        let socket = try NotificationSocket(in: workspace.folder)
        let environment = ["NOTIFY_SOCKET": socket.path]
        try workspace.write("articles", "in the way")
        #expect(try await RasidProcess.run(["run"], in: workspace.folder, environment: environment).status == 78)
        try workspace.write("feeds.yaml", "feeds: 3\n")
        #expect(try await RasidProcess.run(["run"], in: workspace.folder, environment: environment).status == 78)
        let heard = socket.messages()
        #expect(heard.count == 2)
        #expect(
            heard.allSatisfy { $0.contains("STATUS=") && $0.contains("ERRNO=") && !$0.contains("READY") }, "\(heard)")
    }
}
