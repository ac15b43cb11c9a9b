import Foundation
import Loopback
import Testing

/// What unpacks to far more than it is costs the limit of a body and little beside it.
@Suite("Bombs", .serialized)
struct BombTests {
    private static let mebibyte = 1024 * 1024
    /// The default of `fetch.max_body`, and what etiquette 65 grants beside it.
    private static let allowance = (8 + 32) * mebibyte

    private static let bombs: [(coding: String, body: [UInt8])] = [
        ("gzip", Compressed.endlessGzip(bytes: mebibyte)), ("br", Compressed.brotliBomb), ("zstd", Compressed.zstdBomb),
        ("gzip, gzip", Compressed.storedGzip(Compressed.endlessGzip(bytes: mebibyte / 8))),
        // No bomb by its ratio, and too large all the same.
        ("gzip", Compressed.endlessStoredGzip(blanks: 48 * mebibyte)),
    ]

    @Test("bombs cost less memory than the limit of a body and 32 MiB, and are named")
    func memory() async throws {
        let server = try ScriptedServer { request in
            guard let number = Int(request.target.dropFirst()), Self.bombs.indices.contains(number) else {
                return .ok("<rss version=\"2.0\"><channel><title>t</title></channel></rss>")
            }
            let bomb = Self.bombs[number]
            return .status(200, [("Content-Encoding", bomb.coding), ("Content-Type", "text/xml")], body: bomb.body)
        }
        defer { server.stop() }
        let plain = try await peakMemory(server, targets: Self.bombs.indices.map { "/plain\($0)" }, code: nil)
        let bombs = try await peakMemory(server, targets: Self.bombs.indices.map { "/\($0)" }, code: "too-large")
        #expect(bombs - plain < Self.allowance, "\(bombs / Self.mebibyte) MiB after \(plain / Self.mebibyte)")
    }

    /// Bytes that a daemon needed at most once it had polled all feeds, one after the other, and each had come to `code`.
    private func peakMemory(_ server: ScriptedServer, targets: [String], code: String?) async throws -> Int {
        let workspace = try Workspace()
        try workspace.configure(
            feeds: targets.enumerated().map { ("f\($0)", server.url($1, host: "127.0.9.\($0 + 1)")) },
            poll: "{ interval: 1h, min: 1h, max: 1h }")
        try workspace.write(
            "feeds.yaml",
            try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)
                .replacingOccurrences(of: "timeout: 10s", with: "timeout: 60s, concurrency: 1"))
        let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
        let isDone = try await eventually(within: .seconds(60)) {
            let feeds = try await workspace.run("status", "--feeds", "--json").objects
            return feeds.count == targets.count
                && feeds.allSatisfy { feed in
                    guard let error = feed["last_error"] as? [String: Any] else {
                        return code == nil && feed["last_success_at"] is String
                    }
                    return error["code"] as? String == code
                }
        }
        #expect(isDone, "\(daemon.complaints)")
        let status = try String(contentsOfFile: "/proc/\(daemon.pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        let kibibytes = try #require(
            line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first)
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        return kibibytes * 1024
    }
}
