import Foundation
import Glibc
import Synchronization
import Testing

/// What happens without memory: the process ends, and nothing is lost.
@Suite("Faults of memory", .serialized, .enabled(if: RasidProcess.slowness == 1, "sanitizers allocate by themselves"))
struct MemoryFaultTests {
    private static let library = Result { try FaultShim.build("allocations") }

    /// EX_OSERR of sysexits.h.
    private static let noMemory: Int32 = 71

    @Test("37: an allocation of what fetches or parses fails", arguments: ["libcurl.so", "libxml2.so"])
    func allocations(_ name: String) async throws {
        try await withPress { press in
            let run = FaultRun("37", "an allocation of \(name) fails")
            let count = try await allocations(of: name, press)
            try #require(count > 0)
            let ends = Mutex(0)
            try await run.each(Self.places(count), atOnce: 3) { place in
                try await violations(press, Self.environment(name, at: place)) { result in
                    // No two runs allocate as often: the last ones may not be reached.
                    if result.status == 0 { return nil }
                    ends.withLock { $0 += 1 }
                    let isClear = result.status == Self.noMemory && result.errors.contains("there is no memory left")
                    return isClear ? nil : "it ended with \(result.status)"
                }.map { "\($0) [allocation \(place) of \(count)]" }
            }
            run.expect(ends.withLock { $0 * 2 > run.rounds }, "most allocations that failed made no difference")
            try run.finish()
        }
    }

    /// SQLite tells of it, and the library that speaks with it takes some of its answers for granted and ends the
    /// process.
    @Test("37: an allocation of the index fails, and each that follows", arguments: [false, true])
    func allocationsOfTheIndex(isLasting: Bool) async throws {
        try await withPress { press in
            let name = "libsqlite3.so"
            let run = FaultRun("37", "an allocation of \(name) fails\(isLasting ? ", and all that follow" : "")")
            let count = try await allocations(of: name, press)
            try #require(count > 0)
            try await run.each(Self.places(count), atOnce: 3) { place in
                var environment = try Self.environment(name, at: place)
                if isLasting { environment["RASID_ALLOCATION_MORE"] = "1" }
                return try await violations(press, environment).map { "\($0) [allocation \(place) of \(count)]" }
            }
            try run.finish()
        }
    }

    /// Whoever wants memory first gets none: Swift, which then crashes, or libdispatch, which waits until there is room
    /// for the stack of one more thread, if need be for ever.
    @Test("37: there is no memory left for anything")
    func addressSpace() async throws {
        try await withPress { press in
            let run = FaultRun("37", "the address space is too small (ulimit -v)")
            // MB: from too little to open the index to enough for all.
            let sizes = FaultRun.isFull ? Array(stride(from: 260, through: 560, by: 6)) : [280, 400, 460]
            try await run.each(sizes, atOnce: 3) { size in
                // Else the runtime starts a debugger, which takes half a minute.
                try await violations(
                    press, ["SWIFT_BACKTRACE": "enable=no"], after: "ulimit -v \(size * 1000)", patience: .seconds(10)
                ).map { "\($0) [\(size) MB]" }
            }
            try run.finish()
        }
    }

    private func withPress(_ body: (Press) async throws -> Void) async throws {
        let press = try Press()
        try await press.start()
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(press)) } catch { outcome = .failure(error) }
        await press.stop()
        try outcome.get()
    }

    /// Runs once with a fault, and then without until all is there.
    ///
    /// - Parameters:
    ///   - patience: after which the run with the fault is killed.
    ///   - objection: to how it ended.
    /// - Returns: what is wrong.
    private func violations(
        _ press: Press, _ environment: [String: String], after preparation: String? = nil,
        patience: Duration? = nil, objection: (RasidProcess.Result) -> String? = { _ in nil }
    ) async throws -> [String] {
        let workspace = try Workspace()
        try configure(workspace, press)
        let reader = try OutboxReader(workspace.outbox)
        let program = try RasidProcess.Daemon(
            ["run", "--once"], in: workspace.folder, environment: environment, after: preparation)
        if let patience, await !eventually(within: patience, { !program.isRunning }) { program.signal(SIGKILL) }
        let result = await program.wait()
        var found = [objection(result)].compactMap(\.self)
        found += try await settle(workspace)
        found += try reader.stop(workspace)
        return found
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
