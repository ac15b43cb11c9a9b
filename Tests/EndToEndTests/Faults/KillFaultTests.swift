import Foundation
import Glibc
import Testing

/// A daemon under load that is killed, stopped, hurried and held up at moments of no choice.
@Suite("Faults under load", .serialized)
struct KillFaultTests {
    private static let feeds = 4
    /// Articles that wait to be published while a round begins, of each feed.
    private static let load = 30

    /// Keeps the feeds full: what a round publishes is followed by as much, and nothing falls out of a feed unread.
    private func feed(_ mill: NewsMill, _ workspace: Workspace) throws {
        let waiting = try mill.expected.count - workspace.announced().count
        let more = Self.load - waiting / mill.publishers.count
        if more > 0 { mill.publish(more) }
    }

    @Test("1: kill -9 at random moments")
    func kill() async throws {
        let run = FaultRun("1", "kill -9 at random moments under load")
        let mill = try NewsMill(Self.feeds, network: 42)
        try await mill.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let reader = try OutboxReader(workspace.outbox)
        var luck = SeededLuck(1)
        for _ in 0..<FaultRun.rounds(500, quick: 6) {
            run.round()
            try feed(mill, workspace)
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            // The kill comes at no moment in particular: that is what is tested.
            try await Task.sleep(for: .milliseconds(Int.random(in: 50...900, using: &luck)))
            daemon.signal(SIGKILL)
            _ = await daemon.wait()
            if run.rounds % 50 == 0 { run.expectNone(try await workspace.settle(mill.expected)) }
        }
        run.expectNone(try await workspace.settle(mill.expected))
        // What was renamed and not yet marked when the kill came may be renamed once more: not even that happens.
        run.expectNone(try reader.stop(workspace, repetitions: 0))
        try run.finish()
        await mill.stop()
    }

    @Test("11: SIGTERM at any time")
    func terminate() async throws {
        let run = FaultRun("11", "SIGTERM at random moments under load, end within 5 s")
        let mill = try NewsMill(Self.feeds, network: 43)
        try await mill.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let reader = try OutboxReader(workspace.outbox)
        var luck = SeededLuck(2)
        for _ in 0..<FaultRun.rounds(100, quick: 4) {
            run.round()
            try feed(mill, workspace)
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            try await Task.sleep(for: .milliseconds(Int.random(in: 20...900, using: &luck)))
            let asked = ContinuousClock.now
            daemon.signal(SIGTERM)
            let result = await daemon.wait()
            let took = asked.duration(to: .now)
            // Before it listens, the signal ends it at once.
            run.expect([0, SIGTERM].contains(result.status), "ended with \(result.status): \(result.errors)")
            run.expect(took < .seconds(5) * RasidProcess.slowness, "took \(took)")
        }
        run.expectNone(try await workspace.settle(mill.expected))
        run.expectNone(try reader.stop(workspace))
        try run.finish()
        await mill.stop()
    }

    @Test("9: a consumer takes every file away at once")
    func consumer() async throws {
        let run = FaultRun("9", "a consumer that takes every file away at once, and kills")
        let mill = try NewsMill(2, network: 44)
        try await mill.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let reader = try OutboxReader(workspace.outbox, removes: true)
        var luck = SeededLuck(3)
        for _ in 0..<FaultRun.rounds(40, quick: 3) {
            run.round()
            try feed(mill, workspace)
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            try await Task.sleep(for: .milliseconds(Int.random(in: 200...900, using: &luck)))
            daemon.signal(SIGKILL)
            _ = await daemon.wait()
        }
        run.expectNone(try await workspace.settle(mill.expected, removed: true))
        // A file that was taken between its rename and its journal line comes once more after a kill: once for each file
        // of the one batch that was under way.
        run.expectNone(try reader.stop(workspace, repetitions: run.rounds * 2 * Self.load))
        try run.finish()
        await mill.stop()
    }

    @Test("31: a restart loop asks no publisher more often")
    func restarts() async throws {
        let run = FaultRun("31", "a loop of starts asks each feed at most once in its shortest interval")
        let mill = try NewsMill(1, network: 45)
        try await mill.start()
        mill.publish(5)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let begun = ContinuousClock.now
        for index in 0..<FaultRun.rounds(50, quick: 5) {
            run.round()
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            try await Task.sleep(for: .milliseconds(index == 0 ? 1500 : 300))
            daemon.signal(SIGTERM)
            _ = await daemon.wait()
        }
        let polls = mill.publishers[0].requests.count { $0.path == "/feed" }
        let most = Int(begun.duration(to: .now) / .seconds(1)) + 2
        run.expect(polls <= most, "\(polls) polls in \(most) s")
        run.expectNone(try await workspace.settle(mill.expected))
        try run.finish()
        await mill.stop()
    }
}

/// The same luck for the same seed.
struct SeededLuck: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
