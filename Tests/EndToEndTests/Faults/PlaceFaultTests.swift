import Foundation
import GRDB
import Glibc
import Testing

/// A daemon whose disks fill up, whose clock jumps, whose database somebody else holds.
@Suite("Faults around the daemon", .serialized)
struct PlaceFaultTests {
    /// A small file system of its own at a place below the workspace.
    private struct SmallDisk {
        let path: String

        /// `nil` where one may not mount.
        init?(at folder: URL, _ options: String) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            path = folder.path
            guard mount("none", path, "tmpfs", 0, options) == 0 else { return nil }
        }

        func become(_ options: String) -> Bool { mount("none", path, "tmpfs", UInt(MS_REMOUNT), options) == 0 }

        func close() { umount2(path, Int32(MNT_DETACH)) }
    }

    struct Disk: Sendable, CustomTestStringConvertible {
        let number: String
        let fault: String
        let folder: String
        let small: String
        let large: String
        var testDescription: String { fault }
    }

    static let disks = [
        Disk(
            number: "6", fault: "index and journal on a disk that fills up", folder: "state", small: "size=1m",
            large: "size=64m"),
        Disk(
            number: "5", fault: "outbox on a disk that fills up", folder: "articles", small: "size=160k",
            large: "size=16m"),
        Disk(
            number: "7", fault: "outbox on a disk that runs out of inodes", folder: "articles",
            small: "nr_inodes=24,size=16m", large: "nr_inodes=4000,size=16m"),
    ]

    @Test("a full disk is critical and loses nothing; with space all comes without a restart", arguments: disks)
    func fullDisk(_ c: Disk) async throws {
        let run = FaultRun(c.number, c.fault)
        for _ in 0..<FaultRun.rounds(5, quick: 1) {
            let mill = try NewsMill(2, network: 46)
            let workspace = try Workspace()
            guard let disk = try SmallDisk(at: workspace.folder.appending(path: c.folder), c.small) else { return }
            defer { disk.close() }
            run.round()
            try await mill.start()
            mill.publish(45)
            try workspace.configure(feeds: mill.feeds, settings: "disk: { min_free: none }")
            let reader = try OutboxReader(workspace.outbox)
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            let isCritical = try await eventually(within: .seconds(40)) {
                try await workspace.run("status").status == 2
            }
            run.expect(isCritical, "not critical: \(daemon.complaints)")
            run.expect(disk.become(c.large), "cannot make the disk larger")
            let isDone = try await eventually(within: .seconds(60)) {
                try mill.expected.isSubset(of: workspace.announced())
            }
            run.expect(isDone, "not all came: \(daemon.complaints)")
            run.expect(daemon.isRunning, "it ended: \(daemon.complaints)")
            await stop(daemon, run)
            run.expectNone(try await workspace.settle(mill.expected))
            run.expectNone(try reader.stop(workspace, repetitions: 200))
            await mill.stop()
        }
        try run.finish()
    }

    private func stop(_ daemon: RasidProcess.Daemon, _ run: FaultRun) async {
        let asked = ContinuousClock.now
        daemon.signal(SIGTERM)
        let result = await daemon.wait()
        run.expect(result.status == 0, "ended with \(result.status): \(result.errors)")
        run.expect(asked.duration(to: .now) < .seconds(5) * RasidProcess.slowness, "took \(asked.duration(to: .now))")
    }

    @Test("7: too few descriptors for what is configured, and a soft limit that can be raised")
    func descriptors() async throws {
        let run = FaultRun("7", "fewer file descriptors than the transfers need")
        let mill = try NewsMill(1, network: 47)
        try await mill.start()
        mill.publish(5)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        run.round()
        let refused = try await RasidProcess.run(
            ["run", "--once"], in: workspace.folder, after: "ulimit -Sn 100; ulimit -Hn 200")
        run.expect(refused.status == 78 && refused.errors.contains("fetch.concurrency"), refused.errors)
        run.expect(try workspace.announced().isEmpty, "it began with too few")
        run.round()
        let raised = try await RasidProcess.run(["run", "--once"], in: workspace.folder, after: "ulimit -Sn 100")
        run.expect(raised.status == 0, raised.errors)
        run.expect(try mill.expected.isSubset(of: workspace.announced()), "not all came: \(raised.errors)")
        await mill.stop()
        try run.finish()
    }

    @Test("8: an outbox that is read-only for a while, and one whose temporary directory is another file system")
    func readOnly() async throws {
        let run = FaultRun("8", "outbox read-only for a while; .tmp on another file system")
        let mill = try NewsMill(1, network: 48)
        try await mill.start()
        mill.publish(5)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds, settings: "disk: { min_free: none }")
        guard let outside = try SmallDisk(at: workspace.outbox.appending(path: ".tmp"), "size=1m") else { return }
        run.round()
        let refused = try await workspace.run("run")
        run.expect(refused.status == 78 && refused.errors.contains("another file system"), refused.errors)
        outside.close()
        guard let disk = try SmallDisk(at: workspace.outbox, "size=8m") else { return }
        defer { disk.close() }
        for _ in 0..<FaultRun.rounds(5, quick: 1) {
            run.round()
            let before = mill.expected.count
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            let isReady = try await eventually(within: .seconds(60)) {
                let status = try await workspace.run("status").output
                return try status.contains("pid \(daemon.pid)") && workspace.announced().count >= before
            }
            run.expect(isReady, "it did not begin: \(daemon.complaints)")
            run.expect(disk.become("ro"), "cannot make it read-only")
            mill.publish(5)
            let isCritical = try await eventually(within: .seconds(40)) {
                try await workspace.run("status").status == 2
            }
            run.expect(isCritical, "not critical: \(daemon.complaints)")
            run.expect(disk.become("rw"), "cannot make it writable")
            let isDone = try await eventually(within: .seconds(60)) {
                try mill.expected.isSubset(of: workspace.announced())
            }
            run.expect(isDone, "not all came: \(daemon.complaints)")
            await stop(daemon, run)
            run.expectNone(try await workspace.disagreements())
        }
        try run.finish()
        await mill.stop()
    }
}

extension PlaceFaultTests {
    @Test("27: somebody else holds the database", arguments: ["BEGIN EXCLUSIVE", "BEGIN; SELECT count(*) FROM items"])
    func heldDatabase(_ hold: String) async throws {
        let run = FaultRun("27", "an operator's shell holds the index: \(hold)")
        for index in 0..<FaultRun.rounds(4, quick: 1) {
            run.round()
            let mill = try NewsMill(2, network: 49)
            try await mill.start()
            mill.publish(3)
            let workspace = try Workspace()
            try workspace.configure(feeds: mill.feeds)
            let daemon = try await workspace.startDaemon(untilArticles: 6)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            configuration.busyMode = .timeout(10)
            let shell = try DatabaseQueue(
                path: workspace.state.appending(path: "index.sqlite").path, configuration: configuration)
            try await shell.writeWithoutTransaction { try $0.execute(sql: hold) }
            mill.publish(10)
            try await Task.sleep(for: .seconds(FaultRun.isFull && index == 0 ? 62 : 3))
            run.expect(!daemon.complaints.contains("locked"), daemon.complaints)
            run.expect(daemon.isRunning, "it ended: \(daemon.complaints)")
            if index % 2 == 0, FaultRun.isFull || hold.hasSuffix("EXCLUSIVE") {
                try await shell.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
                let isDone = try await eventually(within: .seconds(60)) {
                    try mill.expected.isSubset(of: workspace.announced())
                }
                run.expect(isDone, "not all came: \(daemon.complaints)")
                await stop(daemon, run)
            } else {
                await stop(daemon, run)
                try await shell.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            }
            try shell.close()
            run.expectNone(try await workspace.settle(mill.expected))
            await mill.stop()
        }
        try run.finish()
    }

    @Test("15: the clock jumps")
    func clock() async throws {
        let run = FaultRun("15", "the clock jumps: a day, ten years, back, to 1970, and right again")
        let mill = try NewsMill(2, network: 50)
        try await mill.start()
        mill.publish(3)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let clock = workspace.folder.appending(path: ".clock")
        func shift(_ seconds: Int) throws {
            let file = open(clock.path, O_WRONLY | O_CREAT, 0o644)
            var seconds = Int64(seconds)
            _ = pwrite(file, &seconds, 8, 0)
            close(file)
        }
        try shift(0)
        var environment = try FaultShim.environment(in: workspace)
        environment["RASID_FAULT_CLOCK"] = clock.path
        let daemon = try await workspace.startDaemon(untilArticles: 6, environment: environment)
        let day = 86_400
        let now = Int(Date().timeIntervalSince1970)
        let jumps = [day, 0, -day, 0, 3650 * day, 0, 3600 - now, 0]
        for jump in FaultRun.isFull ? jumps + jumps : jumps {
            run.round()
            try shift(jump)
            mill.publish(2)
            let isDone = try await eventually(within: .seconds(60)) {
                try mill.expected.isSubset(of: workspace.announced())
            }
            run.expect(isDone, "after a jump to \(jump) s not all came: \(daemon.complaints.suffix(1500))")
        }
        await stop(daemon, run)
        run.expectNone(try await workspace.settle(mill.expected))
        let sequence = try workspace.journal().compactMap { $0["seq"] as? Int }
        run.expect(sequence.sorted() == Array(1...sequence.count), "the journal's numbers are \(sequence)")
        try run.finish()
        await mill.stop()
    }

    @Test("13: more daemons on one state directory")
    func moreDaemons() async throws {
        let run = FaultRun("13", "more daemons on one state directory; a lock left by kill -9")
        let mill = try NewsMill(1, network: 51)
        try await mill.start()
        mill.publish(3)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        for _ in 0..<FaultRun.rounds(20, quick: 2) {
            run.round()
            mill.publish(1)
            let daemon = try RasidProcess.Daemon(["run"], in: workspace.folder)
            _ = try await eventually { try await workspace.run("status").output.contains("pid \(daemon.pid)") }
            let second = try await workspace.run("run")
            run.expect(second.status == 2 && second.errors.contains("\(daemon.pid)"), "the second: \(second.errors)")
            run.expect(daemon.isRunning, "the first ended")
            daemon.signal(SIGKILL)
            _ = await daemon.wait()
        }
        run.expectNone(try await workspace.settle(mill.expected))
        try run.finish()
        await mill.stop()
    }

    @Test("12, 14: stopped and continued, and asked to reload all the time")
    func storms() async throws {
        let run = FaultRun("12,14", "SIGSTOP and SIGCONT; a storm of SIGHUP over good and broken files")
        let mill = try NewsMill(2, network: 52)
        try await mill.start()
        mill.publish(3)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let good = try String(contentsOf: workspace.folder.appending(path: "feeds.yaml"), encoding: .utf8)
        let daemon = try await workspace.startDaemon(untilArticles: 6)
        for index in 0..<FaultRun.rounds(200, quick: 20) {
            run.round()
            try workspace.write("feeds.yaml", index % 3 == 1 ? "outbox: [\n" : good)
            daemon.signal(SIGHUP)
            if index % 10 == 5 {
                daemon.signal(SIGSTOP)
                try await Task.sleep(for: .milliseconds(300))
                daemon.signal(SIGCONT)
                mill.publish(1)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        try workspace.write("feeds.yaml", good)
        daemon.signal(SIGHUP)
        let isDone = try await eventually(within: .seconds(60)) {
            try mill.expected.isSubset(of: workspace.announced())
        }
        run.expect(isDone, "not all came: \(daemon.complaints.suffix(1500))")
        await stop(daemon, run)
        run.expectNone(try await workspace.settle(mill.expected))
        try run.finish()
        await mill.stop()
    }
}
