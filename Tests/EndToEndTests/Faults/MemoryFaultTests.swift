import Foundation
import Glibc
import Testing

/// Libraries that get no memory: asked for by name, since it is known that not all of it holds.
@Suite("Faults of memory", .serialized, .enabled(if: FaultRun.isFull, "only with all faults"))
struct MemoryFaultTests {
    private static let library = Result { try FaultShim.build("allocations") }

    /// libcurl and libxml2 tell of it and Rasid goes on. SQLite tells too, but the library that speaks with it takes
    /// some of its answers for granted and ends the process: then nothing may be lost.
    @Test(
        "37: an allocation fails, and each that follows",
        arguments: [("libcurl.so", false), ("libxml2.so", false), ("libsqlite3.so", true)])
    func allocations(_ name: String, mayEnd: Bool) async throws {
        let press = try Press()
        try await press.start()
        let count = try await allocations(of: name, press)
        try #require(count > 0)
        for isLasting in [false, true] {
            let run = FaultRun("37", "an allocation of \(name) fails\(isLasting ? ", and all that follow" : "")")
            try await run.each(Self.places(count), atOnce: 3) { place in
                let workspace = try Workspace()
                try configure(workspace, press)
                let reader = try OutboxReader(workspace.outbox)
                var environment = try Self.environment(name, at: place)
                if isLasting { environment["RASID_ALLOCATION_MORE"] = "1" }
                let result = try await RasidProcess.run(
                    ["run", "--once"], in: workspace.folder, environment: environment)
                var found: [String] = []
                if ![0, 2, 3, 78].contains(result.status), !mayEnd { found.append("it ended with \(result.status)") }
                found += try await settle(workspace)
                found += try reader.stop(workspace)
                return found.map { "\($0) [\(name), allocation \(place) of \(count)]" }
            }
            try run.finish()
        }
        await press.stop()
    }

    private static func places(_ count: Int) -> [Int] {
        let most = FaultRun.isFull ? 200 : 3
        guard count > most else { return Array(1...count) }
        return (0..<most).map { 1 + $0 * (count - 1) / (most - 1) }
    }

    private static func environment(_ name: String, at place: Int) throws -> [String: String] {
        let others = ProcessInfo.processInfo.environment["LD_PRELOAD"].map { ":" + $0 } ?? ""
        return [
            "LD_PRELOAD": try library.get() + others, "RASID_ALLOCATION_OF": name, "RASID_ALLOCATION_AT": "\(place)",
        ]
    }

    private func configure(_ workspace: Workspace, _ press: Press) throws {
        try workspace.configure(feeds: [("herald", press.herald.url("/rss"))])
    }

    /// How many the library makes in a run without a fault.
    private func allocations(of name: String, _ press: Press) async throws -> Int {
        let workspace = try Workspace()
        try configure(workspace, press)
        let log = workspace.folder.appending(path: ".allocations")
        var environment = try Self.environment(name, at: 0)
        environment["RASID_ALLOCATION_LOG"] = log.path
        _ = try await RasidProcess.run(["run", "--once"], in: workspace.folder, environment: environment)
        let text = try String(contentsOf: log, encoding: .utf8)
        return Int(text.split(separator: "\n").first ?? "") ?? 0
    }

    /// Lets the program work with all the memory there is until both articles are there, whole.
    ///
    /// - Returns: what is wrong.
    private func settle(_ workspace: Workspace) async throws -> [String] {
        // A page that could not be read is tried again after minutes, later after hours: the clock is put forward.
        var environment = try FaultShim.environment(in: workspace)
        let clock = workspace.folder.appending(path: ".clock")
        environment["RASID_FAULT_CLOCK"] = clock.path
        var last = ""
        var days: Int64 = 0
        let isDone = try await eventually(within: .seconds(60)) {
            days += 1
            var shift = days * 86_400
            try Data(bytes: &shift, count: 8).write(to: clock)
            let run = try await RasidProcess.run(["run", "--once"], in: workspace.folder, environment: environment)
            last = "status \(run.status): \(run.errors)"
            return try run.status == 0 && workspace.announced().count == 2
        }
        guard isDone else { return ["\(try workspace.announced()) alone came; \(last)"] }
        let articles = try workspace.articlesByTitle()
        let broken = [NewsPage.harbour, NewsPage.orchard].filter { articles[$0.title]?.paragraphs != $0.lines }
        return try await workspace.disagreements() + broken.map { "\($0.title) is not what the page says" }
    }
}
