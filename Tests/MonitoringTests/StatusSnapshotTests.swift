import Foundation
import NewsModel
import Testing

@testable import Monitoring

@Suite("The status snapshot")
struct StatusSnapshotTests {
    private func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        let file = SnapshotFile(state: try folder())
        var snapshot = StatusSnapshot()
        snapshot.version = "1"
        snapshot.feeds.ok = 7
        snapshot.polls.next = Timestamp(seconds: 12)
        snapshot.problems = [
            .init(id: "feed-gone", severity: .warning, feed: "a", since: Timestamp(seconds: 3), message: "«410»")
        ]
        try file.write(snapshot)
        #expect(try file.read() == snapshot)
    }

    @Test("no snapshot, a damaged one and a directory that is gone are told apart")
    func failures() throws {
        let folder = try folder()
        let file = SnapshotFile(state: folder)
        #expect { try file.read() } throws: { ($0 as? SnapshotError)?.kind == .missing }
        try Data("{".utf8).write(to: URL(filePath: file.path))
        #expect { try file.read() } throws: { ($0 as? SnapshotError)?.kind == .damaged }
        let nowhere = SnapshotFile(state: folder + "/none")
        #expect { try nowhere.write(StatusSnapshot()) } throws: { ($0 as? SnapshotError)?.kind == .unwritable }
    }

    @Test("the worst problem is the health")
    func health() {
        var snapshot = StatusSnapshot()
        #expect(snapshot.health == .ok)
        let since = Timestamp(seconds: 0)
        snapshot.problems = [.init(id: "a", severity: .warning, since: since, message: "")]
        #expect(snapshot.health == .warning)
        snapshot.problems.append(.init(id: "b", severity: .critical, since: since, message: ""))
        #expect(snapshot.health == .critical)
    }

    @Test("polls of the last five minutes are summed up")
    func recentPolls() {
        let now = Timestamp(seconds: 10_000)
        var recent = RecentPolls()
        recent.add(.new, took: .milliseconds(100), now: now - .seconds(301))
        recent.add(.new, took: .milliseconds(200), now: now - .seconds(299))
        recent.add(.notModified, took: .milliseconds(50), now: now)
        recent.add(.unchanged, took: .milliseconds(60), now: now)
        recent.add(.error, took: .milliseconds(900), now: now)
        let summary = recent.summary(now: now)
        #expect(summary.new == 1)
        #expect(summary.unchanged == 2)
        #expect(summary.notModified == 1)
        #expect(summary.errors == 1)
        #expect(summary.p95Milliseconds == 900)
    }
}
