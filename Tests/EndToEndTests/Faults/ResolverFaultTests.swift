import Foundation
import Testing

@Suite("Faults of the resolver", .serialized)
struct ResolverFaultTests {
    private static let slowNames = 6
    /// Enough for the network not to look down.
    private static let goodNames = 20

    @Test("names that are slow, missing, broken or moving fail alone, and hold up neither the others nor the end")
    func names() async throws {
        let press = try Press()
        try await press.start()
        let address = try #require(URL(string: press.herald.url("/rss")))
        let host = try #require(address.host())
        let port = try #require(address.port)
        let workspace = try Workspace()
        let slow = (1...Self.slowNames).map { "slow\($0)" }
        let good = (1...Self.goodNames).map { "good\($0)" }
        let names = slow + ["missing", "broken", "moving"] + good
        try workspace.configure(
            feeds: names.map { ($0, "http://\($0).test:\(port)/rss") }, poll: "{ interval: 2m, min: 1m, max: 1h }")
        try workspace.write(
            "feeds.yaml",
            try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)
                .replacingOccurrences(of: "timeout: 10s", with: "timeout: 3s"))
        var environment = try FaultShim.environment(in: workspace)
        // As long as no test runs: what waits for the resolver does not go on.
        environment["RASID_FAULT_RESOLVER"] = "\(host):3600"
        let daemon = try await workspace.startDaemon(untilArticles: 2, environment: environment)

        let expected = Dictionary(uniqueKeysWithValues: (slow + ["missing", "broken"]).map { ($0, "resolve") })
        var errors: [String: String] = [:]
        let isTold = try await eventually(within: .seconds(90)) {
            errors = try await Self.errors(of: workspace)
            return errors == expected
        }
        #expect(isTold, "\(errors)")
        // A thread for each name that is waited for, and those of the daemon.
        #expect(try Self.threads(of: daemon.pid) <= Self.slowNames * 2 + 24)
        #expect(try await workspace.run("poll", "good1", "--force").status == 0)
        daemon.signal(SIGTERM)
        #expect(await daemon.wait().status == 0)
        await press.stop()
    }

    /// The codes of the last errors, by feed.
    private static func errors(of workspace: Workspace) async throws -> [String: String] {
        let feeds = try await workspace.run("status", "--feeds", "--json").objects
        return Dictionary(
            feeds.compactMap { feed -> (String, String)? in
                guard let name = feed["name"] as? String, let error = feed["last_error"] as? [String: Any] else {
                    return nil
                }
                return (name, error["code"] as? String ?? "")
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func threads(of pid: Int32) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task").count
    }
}
