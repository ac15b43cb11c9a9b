import Foundation
import GRDB
import Glibc
import Testing

/// A new program over what an earlier one left, and operators who ask at a bad moment.
@Suite("Faults of change", .serialized)
struct ChangeFaultTests {
    /// Takes the tables back to what the first program made: each migration undone, the last one first.
    private static let downgrade = """
        DROP TABLE robots;
        DROP TABLE site_blocks;
        ALTER TABLE publications DROP COLUMN stated;
        DROP INDEX feeds_unlisted; ALTER TABLE feeds DROP COLUMN is_listed;
        ALTER TABLE items DROP COLUMN page;
        DROP INDEX versions_with_file; ALTER TABLE versions DROP COLUMN file;
        PRAGMA user_version = 1;
        """

    @Test("30: an upgrade under load, killed at any step")
    func upgrade() async throws {
        let run = FaultRun("30", "an index of the first program under load, its upgrade killed at any step")
        let mill = try NewsMill(2, network: 59)
        try await mill.start()
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let reader = try OutboxReader(workspace.outbox)
        var luck = SeededLuck(30)
        var present: Int?
        for _ in 0..<FaultRun.rounds(40, quick: 2) {
            run.round()
            mill.publish(10)
            let daemon = try await workspace.startDaemon(untilAnnounced: mill.expected.count / 2)
            mill.publish(10)
            daemon.signal(run.rounds % 2 == 0 ? SIGTERM : SIGKILL)
            _ = await daemon.wait()
            let index = try DatabaseQueue(path: workspace.state.appending(path: "index.sqlite").path)
            let version = try await index.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            run.expect(version == present ?? version, "the index is of version \(version ?? 0)")
            present = version
            try await index.writeWithoutTransaction { try $0.execute(sql: Self.downgrade) }
            try index.close()

            var fault = Fault(action: .kill, step: Int.random(in: 1...30, using: &luck))
            fault.part = "index.sqlite"
            _ = try await RasidProcess.run(
                ["run", "--once"], in: workspace.folder, environment: try fault.environment(in: workspace))
            run.expectNone(try await workspace.settle(mill.expected))
        }
        run.expectNone(try reader.stop(workspace))
        try run.finish()
        await mill.stop()
    }

    @Test("33: the status of a daemon that starts, and of one that is stopped while it builds its index anew")
    func statusWhileStarting() async throws {
        let run = FaultRun("33", "status while the daemon starts, and while it rebuilds")
        let mill = try NewsMill(2, network: 60)
        try await mill.start()
        mill.publish(40)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        run.expectNone(try await workspace.settle(mill.expected))
        let index = workspace.state.appending(path: "index.sqlite").path
        for round in 0..<FaultRun.rounds(20, quick: 2) {
            run.round()
            let isRebuilding = round % 2 == 1
            let shell = isRebuilding ? nil : try holdIndex(index)
            if isRebuilding { for suffix in ["", "-wal", "-shm"] { unlink(index + suffix) } }
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            let isSeen = try await eventually {
                try await workspace.run("status").output.contains("pid \(daemon.pid)")
            }
            run.expect(isSeen, "it is not seen: \(daemon.complaints)")
            if isRebuilding { daemon.signal(SIGSTOP) }
            let asked = ContinuousClock.now
            let status = try await workspace.run("status")
            let check = try await workspace.run("status", "--check")
            // An index that is held is waited for by the daemon for minutes, by the status not at all.
            run.expect(asked.duration(to: .now) < .seconds(20), "it took \(asked.duration(to: .now))")
            run.expect((0...2).contains(status.status), "status \(status.status): \(status.output)\(status.errors)")
            run.expect(check.output.contains(" - "), "\(check.output)\(check.errors)")
            if isRebuilding { daemon.signal(SIGCONT) }
            try await shell?.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            let isReady = try await workspace.run("status", "--wait-ready", "60")
            // That nothing was polled of late may be critical to feeds that are polled each second.
            run.expect(
                isReady.status <= 2 && !isReady.output.contains("starting"), "\(isReady.output)\(daemon.complaints)")
            daemon.signal(SIGTERM)
            run.expect(await daemon.wait().status == 0, daemon.complaints)
            run.expectNone(try await workspace.disagreements())
        }
        try run.finish()
        await mill.stop()
    }

    private func holdIndex(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let shell = try DatabaseQueue(path: path, configuration: configuration)
        try shell.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        return shell
    }

    @Test("33: the status for a user who may not read the state", .enabled(if: geteuid() == 0, "needs root"))
    func otherUser() async throws {
        let run = FaultRun("33", "status as a user who may not read the state")
        let mill = try NewsMill(1, network: 61)
        try await mill.start()
        mill.publish(2)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        // The folder of the build may be closed to others.
        let program = workspace.folder.appending(path: "rasid")
        try FileManager.default.copyItem(at: RasidProcess.binary, to: program)
        chmod(workspace.folder.path, 0o755)
        chmod(program.path, 0o755)
        let daemon = try await workspace.startDaemon(untilArticles: 2)
        for isRunning in [true, false] {
            run.round()
            if !isRunning {
                daemon.signal(SIGTERM)
                _ = await daemon.wait()
            }
            let status = try await RasidProcess.run(
                ["status", "--state", workspace.state.path], in: workspace.folder,
                after: "exec setpriv --reuid=65534 --regid=65534 --clear-groups '\(program.path)' \"$@\"")
            run.expect(status.status == 4, "status \(status.status): \(status.output)\(status.errors)")
            run.expect(!status.output.contains("crash") && !status.errors.isEmpty, "\(status.output)\(status.errors)")
        }
        try run.finish()
        await mill.stop()
    }
}

extension Workspace {
    /// A daemon that has told of so many articles.
    func startDaemon(untilAnnounced count: Int) async throws -> RasidProcess.Daemon {
        let daemon = try RasidProcess.Daemon(["run"], in: folder)
        let isTold = try await eventually(within: .seconds(60)) { try announced().count >= count }
        #expect(isTold, "\(daemon.complaints)")
        return daemon
    }
}
