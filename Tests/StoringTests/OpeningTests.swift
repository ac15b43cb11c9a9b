import Glibc
import NewsModel
import Testing

@testable import Storing

@Suite("Opening")
struct OpeningTests {
    @Test("a second daemon is told who the first is")
    func secondDaemon() throws {
        let scratch = try Scratch()
        let first = try scratch.open()

        #expect(throws: StorageError(.locked(by: getpid()), path: scratch.state)) { try scratch.open() }
        #expect(ArchiveReader.daemon(of: scratch.state) == getpid())

        first.close()
    }

    @Test("a lock left behind blocks nobody")
    func staleLock() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        #expect(ArchiveReader.daemon(of: scratch.state) == nil)

        try scratch.open().close()
    }

    struct Obstacle: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: StorageError.Kind
        let put: @Sendable (Scratch) -> Void
        var testDescription: String { name }
    }

    static let obstacles = [
        Obstacle(name: "a file where the outbox should be", kind: .directory) { scratch in
            close(creat(scratch.settings.directory, 0o644))
        },
        Obstacle(name: "a link where the temporary directory should be", kind: .directory) { scratch in
            mkdir(scratch.settings.directory, 0o755)
            symlink("/tmp", scratch.settings.directory + "/.tmp")
        },
        Obstacle(name: "a link where the lock should be", kind: .notWritable) { scratch in
            mkdir(scratch.state, 0o755)
            symlink(scratch.path + "/elsewhere", scratch.state + "/rasid.lock")
        },
        Obstacle(name: "a temporary directory of another file system", kind: .otherFileSystem) { scratch in
            mkdir(scratch.settings.directory, 0o755)
            mkdir(scratch.settings.directory + "/.tmp", 0o755)
            mount("none", scratch.settings.directory + "/.tmp", "tmpfs", 0, "size=64k")
        },
    ]

    @Test("what stands in the way is named", arguments: obstacles)
    func obstacle(_ c: Obstacle) throws {
        let scratch = try Scratch()
        c.put(scratch)
        defer { umount(scratch.settings.directory + "/.tmp") }
        if c.kind == .otherFileSystem, !isMounted(scratch.settings.directory + "/.tmp", in: scratch) { return }

        let error = #expect(throws: StorageError.self) { try scratch.open() }

        #expect(error?.kind == c.kind)
    }

    private func isMounted(_ path: String, in scratch: Scratch) -> Bool {
        var inner = stat()
        var outer = stat()
        return stat(path, &inner) == 0 && stat(scratch.path, &outer) == 0 && inner.st_dev != outer.st_dev
    }

    @Test("own old temporary files go, foreign ones and links stay")
    func oldTemporaries() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        let outbox = try Directory.make(scratch.settings.directory, mode: 0o750)
        let temporary = try outbox.directory(".tmp", mode: 0o700)
        try temporary.write([1], to: "20260922T101232Z-aljazeera-3f9a1c07b2d4.md", mode: 0o640)
        try temporary.write([1], to: "notes.txt", mode: 0o640)
        try outbox.write([1], to: "foreign.md", mode: 0o640)
        symlink("/etc/passwd", scratch.settings.directory + "/link.md")

        try scratch.open().close()

        #expect(try temporary.names() == ["notes.txt"])
        #expect(try scratch.files() == ["foreign.md", "link.md"])
    }

    @Test("rights are those of the contract whatever the umask is")
    func rights() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])
        let name = try #require(try scratch.files().first)

        func mode(_ path: String) -> mode_t {
            var status = stat()
            return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
        }
        #expect(mode(scratch.settings.directory) == 0o2750)
        #expect(mode(scratch.settings.directory + "/" + name) == 0o640)
        #expect(mode(scratch.state) == 0o750)
        for suffix in ["", "-wal", "-shm"] { #expect(mode(scratch.state + "/index.sqlite" + suffix) == 0o640) }
        #expect(mode(scratch.state + "/journal/2026-09-22.jsonl") == 0o640)
    }

    @Test("an index of a later program is refused")
    func laterIndex() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        // The schema's number stands at byte 60 of the header (sqlite.org/fileformat.html, section 1.3).
        let file = Glibc.open(scratch.state + "/index.sqlite", O_WRONLY)
        #expect(pwrite(file, [0, 0, 0, 99] as [UInt8], 4, 60) == 4)
        close(file)

        let error = #expect(throws: StorageError.self) { try scratch.open() }
        #expect(error?.kind == .newerIndex(found: 99, known: IndexSchema.version))
        let readError = #expect(throws: StorageError.self) { try Archive.openReadOnly(state: scratch.state) }
        #expect(readError?.kind == error?.kind)
    }

    @Test("there is nothing to read before the first run")
    func nothingToRead() throws {
        let scratch = try Scratch()

        let error = #expect(throws: StorageError.self) { try Archive.openReadOnly(state: scratch.state) }

        #expect(error?.kind == .missing)
    }

    @Test("readers work beside the daemon and without it", arguments: [true, false])
    func readers(_ isRunning: Bool) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])
        if !isRunning { archive.close() }

        let reader = try Archive.openReadOnly(state: scratch.state)

        #expect(try reader.search(SearchQuery("خبر", now: Scratch.now), now: Scratch.now).count == 1)
        #expect(try reader.feedRecords().map(\.id) == [Sample.feed])
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let name: String
        /// Byte offset of what is overwritten; from the end when negative.
        let offset: Int
        let length: Int
        var testDescription: String { name }
    }

    static let damages = [
        Damage(name: "header", offset: 0, length: 100),
        Damage(name: "first page", offset: 100, length: 3996),
        Damage(name: "a page in the middle", offset: 40_960, length: 8192),
        Damage(name: "everything behind the header", offset: 4096, length: 1_000_000),
    ]

    @Test("a damaged index is set aside and built again from outbox and journal", arguments: damages)
    func damagedIndex(_ c: Damage) throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2, 3])
            // The second feed brings the same pages: copies.
            try archive.take([1, 2], feed: Sample.feed("bbc"))
            archive.close()
        }
        let files = try scratch.files()
        unlink(scratch.settings.directory + "/" + files[2])
        overwrite(scratch.state + "/index.sqlite", c)

        let archive = try scratch.open(now: Scratch.now + .seconds(60))

        let state = try Directory.make(scratch.state, mode: 0o750).names()
        #expect(state.contains { $0.hasPrefix("index.sqlite.corrupt-20260922T101332Z") })
        #expect(try archive.statistics().files == 2)
        #expect(try archive.reader.search(SearchQuery("خبر", now: Scratch.now), now: Scratch.now).count == 2)
        // The feeds come again, without validators, and bring nothing that was told before.
        #expect(try archive.feedRecords().isEmpty)
        let again = try archive.record([1, 2, 3].map { Sample.item($0) }, of: Sample.record(), now: Scratch.now)
        #expect(again.pending.isEmpty && again.known == 3)
        let copies = try archive.record(
            [1, 2].map { Sample.item($0) }, of: Sample.record(Sample.feed("bbc")), now: Scratch.now)
        #expect(copies.pending.isEmpty && copies.known == 2)
        #expect(try scratch.files() == Array(files[..<2]))
        try archive.take([4])
        #expect(try scratch.journal().map(\.seq) == Array(1...6))
    }

    private func overwrite(_ path: String, _ damage: Damage) {
        let file = open(path, O_RDWR)
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        let bytes = [UInt8](repeating: 0xA5, count: min(damage.length, size - damage.offset))
        _ = pwrite(file, bytes, bytes.count, off_t(damage.offset))
    }
}
