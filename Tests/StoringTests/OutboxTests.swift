import Glibc
import NewsModel
import Testing

@testable import Storing

/// The watched directory when it is not as it should be.
@Suite("Outbox")
struct OutboxTests {
    private static let later = Scratch.now + .seconds(60)

    struct Obstacle: Sendable, CustomTestStringConvertible {
        let name: String
        let put: @Sendable (_ path: String) -> Void
        var testDescription: String { name }
    }

    static let obstacles = [
        Obstacle(name: "a foreign file") { path in close(creat(path, 0o600)) },
        Obstacle(name: "a link to a file that is there") { path in symlink("/etc/hostname", path) },
        Obstacle(name: "a link to nothing") { path in symlink("/nowhere", path) },
        Obstacle(name: "a directory") { path in mkdir(path, 0o700) },
    ]

    @Test("a name that is taken gets a number, and what has it is not touched", arguments: obstacles, [false, true])
    func nameTaken(_ c: Obstacle, _ isUpdate: Bool) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let id = ArticleID(feed: Sample.feed, identity: "guid-1")
        let plain = "20260922T101232Z-aljazeera-\(id)"
        let path = scratch.settings.directory + "/\(plain).md"
        if isUpdate {
            // A foreign file at the name of a published article is the consumer's own doing and is replaced.
            if c.name == "a foreign file" { return }
            try archive.take([1])
            unlink(path)
        }
        c.put(path)
        let before = identity(path)

        if isUpdate {
            let pending = try archive.record([Sample.item(1, title: "x")], of: Sample.record(), now: Self.later).pending
            try archive.publish(pending.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)
        } else {
            try archive.take([1])
        }

        #expect(identity(path) == before)
        let name = "\(plain)-2.md"
        #expect(try scratch.document(name)?.id == id)
        #expect(try scratch.journal().last?.file == name)
        #expect(try archive.reader.article(id)?.file == name)
    }

    @Test("nothing is lost while the outbox is away, and all comes when it is back", arguments: [".tmp", ""])
    func outboxAway(_ part: String) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let place = scratch.settings.directory + (part.isEmpty ? "" : "/" + part)
        rename(place, scratch.path + "/away")
        close(creat(place, 0o600))

        let error = #expect(throws: StorageError.self) { try archive.take([1, 2]) }
        #expect(error?.kind == .directory)
        #expect(try archive.statistics().outgoing == 2)
        #expect(throws: StorageError.self) { try archive.pendingItems(limit: 5, now: Self.later) }
        unlink(place)
        rename(scratch.path + "/away", place)

        #expect(try archive.pendingItems(limit: 5, now: Self.later).isEmpty)
        #expect(try scratch.files().count == 2)
        #expect(try scratch.journal().map(\.seq) == [1, 2])
    }

    @Test("a full disk loses nothing, and space brings everything out")
    func fullDisk() throws {
        let scratch = try Scratch()
        mkdir(scratch.settings.directory, 0o750)
        guard mount("none", scratch.settings.directory, "tmpfs", 0, "size=128k") == 0 else { return }
        defer { umount(scratch.settings.directory) }
        let archive = try scratch.open()

        let error = #expect(throws: StorageError.self) { try archive.take(1...60) }
        #expect(error?.kind == .full)
        let files = try scratch.files()
        for name in files { #expect(try scratch.document(name) != nil, "\(name) is whole") }
        #expect(try archive.statistics().outgoing == 60 - files.count)
        #expect(mount("none", scratch.settings.directory, "tmpfs", UInt(MS_REMOUNT), "size=4m") == 0)

        try archive.publishOutgoing(now: Self.later)

        #expect(try scratch.files().count == 60)
        #expect(try scratch.journal().map(\.seq) == Array(1...60))
        archive.close()
    }

    @Test("a full disk under the journal spends no number twice")
    func fullJournal() throws {
        let scratch = try Scratch()
        let journal = scratch.state + "/journal"
        mkdir(scratch.state, 0o750)
        mkdir(journal, 0o750)
        guard mount("none", journal, "tmpfs", 0, "size=8k") == 0 else { return }
        defer { umount(journal) }
        let archive = try scratch.open()

        let error = #expect(throws: StorageError.self) { try archive.take(1...60) }
        #expect(error?.kind == .full)
        #expect(mount("none", journal, "tmpfs", UInt(MS_REMOUNT), "size=1m") == 0)
        try archive.publishOutgoing(now: Self.later)

        let lines = try scratch.journal()
        #expect(lines.map(\.seq) == lines.map(\.seq).sorted() && Set(lines.map(\.seq)).count == lines.count)
        #expect(Set(lines.map(\.id)).count == 60)
        #expect(try scratch.files().count == 60)
        archive.close()
    }

    private func identity(_ path: String) -> [UInt64] {
        var status = stat()
        guard lstat(path, &status) == 0 else { return [] }
        return [UInt64(status.st_ino), UInt64(status.st_mode), UInt64(status.st_size)]
    }
}

@Suite("Retention")
struct RetentionTests {
    private static let day = Duration.seconds(86_400)

    @Test("old files go, those that changed lately and foreign ones stay")
    func files() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2])
        try archive.take([3], now: Scratch.now + Self.day * 9)
        let changed = try archive.record(
            [Sample.item(2, title: "x")], of: Sample.record(), now: Scratch.now + Self.day * 9
        ).pending
        try archive.publish(
            changed.map { Sample.publication($0, Sample.article(9)) }, now: Scratch.now + Self.day * 9)
        try Directory.make(scratch.settings.directory, mode: 0o750).write([1], to: "foreign.md", mode: 0o640)

        let retired = try archive.retire(
            outboxRetention: Self.day * 5, indexRetention: nil, now: Scratch.now + Self.day * 10)

        #expect(retired.files == 1 && !retired.isUnfinished)
        #expect(try scratch.files().count == 3)
        #expect(try archive.statistics().files == 2)
        #expect(try archive.reader.search(SearchQuery("العاصمة", now: Scratch.now), now: Scratch.now).count == 3)
    }

    @Test("forgotten articles do not come back")
    func articles() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2])
        try archive.take([1], feed: Sample.feed("bbc"))
        let later = Scratch.now + Self.day * 40

        let retired = try archive.retire(outboxRetention: nil, indexRetention: Self.day * 30, now: later)

        #expect(retired.articles == 3)
        #expect(try archive.statistics().articles == 0)
        #expect(try archive.reader.search(SearchQuery("خبر", now: later), now: later).isEmpty)
        let again = try archive.record([1, 2].map { Sample.item($0) }, of: Sample.record(), now: later)
        #expect(again.pending.isEmpty && again.known == 2)
        #expect(try scratch.files().count == 2)
    }

    @Test("what waits is never touched")
    func pending() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        _ = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now)
        let later = Scratch.now + Self.day * 1000

        try archive.retire(outboxRetention: Self.day, indexRetention: Self.day, now: later)

        #expect(try archive.pendingItems(limit: 5, now: later).count == 1)
    }

    @Test("identities go half a year after no feed has them any more")
    func identities() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2])
        for step in 1...30 {
            let now = Scratch.now + Self.day * step * 10
            _ = try archive.record([Sample.item(2)], of: Sample.record(), now: now)
            try archive.retire(outboxRetention: nil, indexRetention: Self.day * 30, now: now)
        }

        let id = ArticleID(feed: Sample.feed, identity: "guid-1")
        #expect(try archive.reader.status(of: id) == nil)
        #expect(try archive.reader.status(of: ArticleID(feed: Sample.feed, identity: "guid-2"))?.state == "retired")
    }
}
