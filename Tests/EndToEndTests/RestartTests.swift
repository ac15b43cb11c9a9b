import Foundation
import Glibc
import Loopback
import Testing

/// The real program, started again and again.
@Suite("Restarts", .serialized)
struct RestartTests {
    private func configure(_ workspace: Workspace, _ server: ScriptedServer) throws {
        let feeds = (0..<3).map {
            "  - { name: f\($0), url: \"\(server.url("/\($0)", host: "127.0.2.\($0 + 1)"))\" }\n"
        }
        try workspace.write(
            "feeds.yaml",
            """
            outbox: ./articles
            state: ./state
            fetch: { host_delay: 0s, allow_private: [127.0.0.0/8] }
            feeds:
            \(feeds.joined())
            """)
    }

    /// Starts the daemon, kills it, and so on.
    ///
    /// - Parameter isReady: told the number of the start; when the daemon may be killed.
    private func starts(_ count: Int, in workspace: Workspace, isReady: (Int) async -> Bool) async throws {
        for number in 1...count {
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            let wasReady = await eventually { await isReady(number) }
            #expect(wasReady, "\(daemon.complaints)")
            daemon.signal(SIGKILL)
            _ = await daemon.wait()
        }
    }

    private func pid(_ workspace: Workspace) async -> Int? {
        (try? await workspace.run("status", "--json").objects.first?["pid"] as? Int) ?? nil
    }

    @Test("killed in the middle of its polls and started ten times, it asks each feed once")
    func killedInPolls() async throws {
        let server = try ScriptedServer { _ in Reply(pieces: [.silence]) }
        defer { server.stop() }
        let workspace = try Workspace()
        try configure(workspace, server)
        var lastPID: Int?
        try await starts(10, in: workspace) { number in
            if number == 1 { return server.requests.count == 3 }
            // Each writes its status twice a second or so; by then what is due has been asked.
            let pid = await pid(workspace)
            defer { lastPID = pid ?? lastPID }
            return pid != nil && pid != lastPID
        }
        #expect(server.requests.map(\.target).sorted() == ["/0", "/1", "/2"])
    }

    @Test("run to the end ten times, it asks each feed once")
    func runToTheEnd() async throws {
        let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title></channel></rss>"
        let server = try ScriptedServer { _ in .ok(feed, [("ETag", "\"1\"")]) }
        defer { server.stop() }
        let workspace = try Workspace()
        try configure(workspace, server)
        for _ in 0..<10 { #expect(try await workspace.run("run", "--once").status == 0) }
        #expect(server.requests.map(\.target).sorted() == ["/0", "/1", "/2"])
    }
}
