import Glibc
import NewsModel
import Testing

@testable import Storing

/// What the settings of the outbox change: where files lie, what new versions do, where drafts are, how much it holds.
@Suite("Layouts and limits")
struct LayoutTests {
    private static let later = Scratch.now + .seconds(60)

    struct Case: Sendable, CustomTestStringConvertible {
        let layout: OutboxSettings.Layout
        let temporary: OutboxSettings.Temporary
        var testDescription: String { "\(layout), drafts in \(temporary.rawValue)" }
    }

    static let cases = OutboxSettings.Layout.allCases.flatMap { layout in
        OutboxSettings.Temporary.allCases.map { Case(layout: layout, temporary: $0) }
    }

    private func directory(_ layout: OutboxSettings.Layout, _ id: ArticleID) -> String {
        switch layout {
        case .flat: ""
        case .daily: "2026-09-22/"
        case .hashed: id.text.prefix(2) + "/"
        }
    }

    @Test("files lie where the layout says, are read back, rebuilt, verified and replayed", arguments: cases)
    func life(_ c: Case) throws {
        let scratch = try Scratch()
        scratch.settings.layout = c.layout
        scratch.settings.temporary = c.temporary
        var names: [String] = []
        do {
            let archive = try scratch.open()
            for result in try archive.take(1...3) {
                guard case .written(let file, _) = result.outcome else { continue }
                #expect(file == directory(c.layout, result.id) + "20260922T101232Z-aljazeera-\(result.id).md")
                names.append(file)
            }
            let changed = try archive.record([Sample.item(2, title: "x")], of: Sample.record(), now: Self.later).pending
            try archive.publish(changed.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)
            archive.close()
        }
        #expect(try scratch.allFiles() == names.sorted())
        for suffix in ["", "-wal", "-shm"] { unlink(scratch.state + "/index.sqlite" + suffix) }

        let archive = try scratch.open(now: Self.later)

        #expect(try archive.statistics().files == 3)
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
        let before = try names.map { try scratch.bytes(at: $0) }
        for name in names { unlink(scratch.settings.directory + "/" + name) }
        #expect(try archive.replay(.after(0)) == 3)
        #expect(try names.map { try scratch.bytes(at: $0) } == before)
        #expect(
            try archive.retire(outboxRetention: .zero, indexRetention: nil, now: Self.later + .seconds(9)).files == 3)
        #expect(try scratch.allFiles().isEmpty)
    }

    @Test("another layout leaves the files where they are", arguments: OutboxSettings.Layout.allCases)
    func changedLayout(_ layout: OutboxSettings.Layout) throws {
        let scratch = try Scratch()
        let first = try scratch.open()
        let before = try first.take([1])
        first.close()
        scratch.settings.layout = layout
        let archive = try scratch.open(now: Self.later)
        try archive.take([2])
        let changed = try archive.record([Sample.item(1, title: "x")], of: Sample.record(), now: Self.later).pending

        let updated = try archive.publish(changed.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)

        let name = "20260922T101232Z-aljazeera-\(before[0].id).md"
        #expect(updated.map(\.outcome) == [.updated(file: name, version: 2, seq: 3)])
        #expect(try scratch.allFiles().count == 2)
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
    }

    @Test("directories have the rights of the contract, and a foreign one or a link is left alone")
    func rights() throws {
        let scratch = try Scratch()
        scratch.settings.layout = .daily
        mkdir(scratch.settings.directory, 0o755)
        mkdir(scratch.settings.directory + "/notes", 0o700)
        symlink("/etc", scratch.settings.directory + "/2026-09-22")
        let archive = try scratch.open()

        #expect(throws: StorageError.self) { try archive.take([1]) }
        unlink(scratch.settings.directory + "/2026-09-22")
        #expect(try archive.publishOutgoing(now: Self.later).count == 1)

        var status = stat()
        #expect(stat(scratch.settings.directory + "/2026-09-22", &status) == 0 && status.st_mode & 0o7777 == 0o2750)
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
    }

    @Test("a directory that a consumer removed is made again")
    func removedDirectory() throws {
        let scratch = try Scratch()
        scratch.settings.layout = .daily
        let archive = try scratch.open()
        try archive.take([1])
        for name in try scratch.allFiles() { unlink(scratch.settings.directory + "/" + name) }
        #expect(rmdir(scratch.settings.directory + "/2026-09-22") == 0)

        try archive.take([2])

        #expect(try scratch.allFiles().count == 1)
    }

    @Test("drafts of either place go at the next start", arguments: OutboxSettings.Temporary.allCases)
    func leftDrafts(_ temporary: OutboxSettings.Temporary) throws {
        let scratch = try Scratch()
        scratch.settings.temporary = temporary
        scratch.settings.layout = .hashed
        try scratch.open().close()
        let outbox = scratch.settings.directory
        let draft = "20260922T101232Z-aljazeera-3f9a1c07b2d4.md"
        mkdir(outbox + "/3f", 0o750)
        for path in ["/.\(draft)", "/3f/.\(draft)", "/.tmp/\(draft)", "/.foreign.md"] {
            close(creat(outbox + path, 0o640))
        }

        try scratch.open().close()

        for path in ["/.\(draft)", "/3f/.\(draft)", "/.tmp/\(draft)"] { #expect(access(outbox + path, F_OK) != 0) }
        #expect(access(outbox + "/.foreign.md", F_OK) == 0)
    }
}

extension LayoutTests {
    @Test("each version gets a file of its own", arguments: OutboxSettings.Layout.allCases)
    func newFiles(_ layout: OutboxSettings.Layout) throws {
        let scratch = try Scratch()
        scratch.settings.updates = .newFile
        scratch.settings.layout = layout
        do {
            let archive = try scratch.open()
            try archive.take([1])
            for version in 2...3 {
                let items = [Sample.item(1, title: "عنوان \(version)")]
                let now = Scratch.now + .seconds(20_000 * version)
                _ = try archive.record(items, of: Sample.record(), now: now)
                let pending = try archive.pendingItems(limit: 1, now: now + .seconds(10_000))
                try archive.publish(
                    pending.map { Sample.publication($0, Sample.article(version * 10)) }, now: now + .seconds(10_000))
            }
            #expect(try archive.statistics().files == 3)
            archive.close()
        }
        let files = try scratch.allFiles()
        #expect(files.map { $0.suffix(7) }.sorted().map { String($0.suffix(5)) }.count == 3)
        #expect(
            files.filter { $0.hasSuffix("-v2.md") }.count == 1 && files.filter { $0.hasSuffix("-v3.md") }.count == 1)
        #expect(try scratch.journal().map(\.file).compactMap { $0 }.sorted() == files)
        for suffix in ["", "-wal", "-shm"] { unlink(scratch.state + "/index.sqlite" + suffix) }

        let archive = try scratch.open(now: Scratch.now + .seconds(90_000))

        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
        #expect(try archive.statistics().articles == 1 && archive.statistics().files == 3)
        let id = try #require(try scratch.journal().first?.id)
        #expect(try archive.reader.article(id)?.document.version == 3)
        let after = try archive.retire(
            outboxRetention: .zero, indexRetention: nil, now: Scratch.now + .seconds(100_000))
        #expect(after.files == 3)
        #expect(try scratch.allFiles().isEmpty)
    }

    @Test("updates are left out where the settings say so")
    func ignoredUpdates() throws {
        let scratch = try Scratch()
        scratch.settings.updates = .ignore
        let archive = try scratch.open()
        try archive.take([1])
        let before = try scratch.allFiles().map { try scratch.bytes(at: $0) }
        let changed = try archive.record([Sample.item(1, title: "x")], of: Sample.record(), now: Self.later).pending

        let results = try archive.publish(changed.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)

        #expect(results.map(\.outcome) == [.unchanged])
        #expect(try scratch.allFiles().map { try scratch.bytes(at: $0) } == before)
        #expect(try scratch.journal().count == 1)
    }

    @Test("above its limits the outbox takes no file, and all come when there is room", arguments: [true, false])
    func limits(_ isCount: Bool) throws {
        let scratch = try Scratch()
        if isCount { scratch.settings.mostFiles = 4 } else { scratch.settings.mostBytes = 8_000 }
        let archive = try scratch.open()

        let error = #expect(throws: StorageError.self) { try archive.take(1...10) }
        #expect(error?.kind == .held)
        let visible = try scratch.allFiles()
        #expect(isCount ? visible.count == 4 : (1..<10).contains(visible.count))
        #expect(try archive.statistics().outgoing == 10 - visible.count)
        // Nothing of what waits is retired.
        try archive.retire(outboxRetention: .zero, indexRetention: .zero, now: Scratch.now)
        #expect(try archive.statistics().outgoing == 10 - visible.count)
        #expect(throws: StorageError.self) { try archive.pendingItems(limit: 5, now: Self.later) }
        var rounds = 0
        while try archive.statistics().outgoing > 0, rounds < 500 {
            for name in try scratch.allFiles() { unlink(scratch.settings.directory + "/" + name) }
            // The limit is looked at again after a while that is longer than the look took.
            usleep(20_000)
            _ = try? archive.publishOutgoing(now: Self.later)
            rounds += 1
        }

        #expect(try archive.statistics().outgoing == 0)
        #expect(try scratch.journal().map(\.seq) == Array(1...10))
        archive.close()
    }

    @Test("a start with a full outbox works, and what waits is not lost")
    func startWhileFull() throws {
        let scratch = try Scratch()
        scratch.settings.mostFiles = 1
        do {
            let archive = try scratch.open()
            #expect(throws: StorageError.self) { try archive.take(1...3) }
            archive.close()
        }

        do {
            let archive = try scratch.open(now: Self.later)
            #expect(try archive.statistics().outgoing == 2)
            archive.close()
        }
        scratch.settings.mostFiles = nil
        let archive = try scratch.open(now: Self.later)

        #expect(try scratch.allFiles().count == 3)
        #expect(try archive.statistics().outgoing == 0)
    }

    @Test("a disk with less room than is to be left takes no file")
    func leastFree() throws {
        let scratch = try Scratch()
        scratch.settings.leastFree = 1 << 60
        let archive = try scratch.open()

        let error = #expect(throws: StorageError.self) { try archive.take([1]) }

        #expect(error?.kind == .held && error?.description.contains("disk.min_free") == true)
        #expect(try archive.statistics().outgoing == 1)
    }
}

extension Scratch {
    /// Every visible file, with the directory of its layout, in order.
    func allFiles() throws -> [String] {
        try Outbox(reading: settings.directory).files().map(\.text).sorted()
    }

    func bytes(at name: String) throws -> [UInt8]? { try Outbox(reading: settings.directory).bytes(of: name) }
}
