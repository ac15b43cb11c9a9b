import Glibc
import NewsModel
import Testing

@testable import Storing

/// A crash is an error thrown at a step: nothing after it happens, and the next start finds what a killed process
/// would have left.
@Suite("Crashes")
struct CrashTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let step: StepHook.Step
        let isUpdate: Bool
        var testDescription: String {
            "\(isUpdate ? "a new version" : "a new article"), killed after: \(step.rawValue)"
        }
    }

    static let cases = StepHook.Step.allCases.flatMap { step in
        [Case(step: step, isUpdate: false), Case(step: step, isUpdate: true)]
    }

    private static let killed = StorageError(.file, path: "", detail: "killed")

    private func killer(at step: StepHook.Step) -> StepHook {
        StepHook { reached throws(StorageError) in if reached == step { throw Self.killed } }
    }

    @Test("the next start publishes the same bytes once", arguments: cases)
    func nextStartPublishes(_ c: Case) throws {
        let scratch = try Scratch()
        var before = 0
        if c.isUpdate {
            let archive = try scratch.open()
            try archive.take([1, 2])
            archive.close()
            before = 2
        }
        do {
            let archive = try scratch.open(steps: killer(at: c.step))
            #expect(throws: Self.killed) { try publish(c, archive) }
            archive.close()
        }
        let killedFiles = try scratch.files()

        let archive = try scratch.open(now: Scratch.now + .seconds(3600))

        let files = try scratch.files()
        #expect(files.count == 2)
        #expect(Set(killedFiles).isSubset(of: files))
        let lines = try scratch.journal()
        #expect(lines.map(\.seq) == Array(1...Int64(before + 2)))
        for line in lines.dropFirst(before) {
            let file = try #require(line.file)
            #expect(line.event == (c.isUpdate ? .update : .new))
            #expect(SHA256.hexadecimal(of: try #require(try scratch.bytes(file))) == line.sha256)
            // Rendered before the crash: not a byte of the later start is in it.
            #expect(try scratch.document(file)?.written == Scratch.now)
        }
        #expect(try archive.statistics().outgoing == 0)
        #expect(try archive.statistics().files == 2)
        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(7200)).isEmpty)
    }

    @Test("a file that was visible before the crash is not announced again", arguments: [false, true])
    func notAnnouncedAgain(_ isTakenAway: Bool) throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open(steps: killer(at: .journaled))
            #expect(throws: Self.killed) { try archive.take([1]) }
            archive.close()
        }
        let name = try #require(try scratch.files().first)
        let path = scratch.settings.directory + "/" + name
        if isTakenAway { unlink(path) }
        let before = inode(path)

        _ = try scratch.open()

        #expect(inode(path) == before)
        #expect(try scratch.journal().count == 1)
    }

    @Test("items recorded before the crash are handed out at once, with the validators that came with them")
    func itemsSurvive() throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            _ = try archive.record([Sample.item(1), Sample.item(2)], of: Sample.record(), now: Scratch.now)
            archive.close()
        }

        let archive = try scratch.open(now: Scratch.now + .seconds(5))

        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(5)).count == 2)
        #expect(try archive.pendingItems(limit: 10, now: Scratch.now + .seconds(6)).isEmpty)
        #expect(try archive.feedRecords().first?.validators.first?.etag == "\"1\"")
    }

    @Test("a torn journal line is closed off and counts for nothing")
    func tornLine() throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1])
            archive.close()
        }
        let journal = scratch.state + "/journal/2026-09-22.jsonl"
        let file = open(journal, O_WRONLY | O_APPEND)
        let torn = Array("{\"seq\":2,\"event\":\"new\",\"fi".utf8)
        #expect(torn.withUnsafeBytes { writeAll($0, to: file) })
        close(file)

        let archive = try scratch.open()
        try archive.take([2])

        #expect(try scratch.journal().map(\.seq) == [1, 2])
    }

    @Test("a file that was renamed when the log of the index was lost is taken in, and its article not published again")
    func orphan() throws {
        let scratch = try Scratch()
        let index = scratch.state + "/index.sqlite"
        do {
            let archive = try scratch.open()
            try archive.take([1, 2])
            archive.close()
        }
        let before = try #require(try Directory.existing(scratch.state).read("index.sqlite", limit: 1 << 24))
        do {
            let archive = try scratch.open(steps: killer(at: .renamed))
            #expect(throws: Self.killed) { try archive.take([3]) }
            archive.close()
        }
        for suffix in ["", "-wal", "-shm"] { unlink(index + suffix) }
        try Directory.existing(scratch.state).write(before, to: "index.sqlite", mode: 0o640)

        let archive = try scratch.open(now: Scratch.now + .seconds(60))
        try archive.take([3], now: Scratch.now + .seconds(60))

        let files = try scratch.files()
        #expect(files.count == 3)
        #expect(try scratch.journal().compactMap(\.file).sorted() == files)
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
    }

    @Test("a foreign file with the name of an article that waits changes nothing")
    func foreignOrphan() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let recorded = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now)
        archive.close()
        let item = try #require(recorded.pending.first)
        let name = ArticleFileName(id: item.id, feed: item.feed, firstSeen: Scratch.now, format: .markdown).text
        try Directory.existing(scratch.settings.directory).write(Array("mine".utf8), to: name, mode: 0o640)

        let again = try scratch.open()
        let pending = try again.pendingItems(limit: 10, now: Scratch.now)
        try again.publish(pending.map { Sample.publication($0, Sample.article(1)) }, now: Scratch.now)

        #expect(try scratch.bytes(name) == Array("mine".utf8))
        #expect(try scratch.journal().map(\.file) == [String(name.dropLast(3)) + "-2.md"])
    }

    @Test("an old file that the index does not know is left to verify")
    func oldOrphan() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])
        let name = try #require(try scratch.files().first)
        let bytes = try #require(try scratch.bytes(name))
        archive.close()
        let old = "20200922T101232Z-aljazeera-3f9a1c07b2d4.md"
        try Directory.existing(scratch.settings.directory).write(bytes, to: old, mode: 0o640)

        let again = try scratch.open()

        #expect(try scratch.journal().count == 1)
        let found = try again.reader.verify(state: scratch.state, outbox: scratch.settings.directory)
        #expect(found.map(\.subject) == [old])
    }

    @Test("numbers go on above the journal when the index is lost, and above the index when the journal is")
    func numbersNeverGoBack() throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2, 3])
            archive.close()
        }
        for name in ["", "-wal", "-shm"] { unlink(scratch.state + "/index.sqlite" + name) }
        do {
            let archive = try scratch.open()
            try archive.take([4])
            #expect(try scratch.journal().last?.seq == 4)
            archive.close()
        }
        unlink(scratch.state + "/journal/2026-09-22.jsonl")

        let archive = try scratch.open()
        try archive.take([5])

        #expect(try scratch.journal().map(\.seq) == [5])
    }

    private func publish(_ c: Case, _ archive: Archive) throws {
        guard c.isUpdate else {
            try archive.take([1, 2])
            return
        }
        let items = [1, 2].map { Sample.item($0, title: "عنوان جديد \($0)") }
        let pending = try archive.record(items, of: Sample.record(), now: Scratch.now).pending
        #expect(pending.map(\.version) == [2, 2])
        try archive.publish(
            pending.map { item in
                var article = Sample.article(1, text: Sample.words(item.item.link == items[0].link ? 11 : 12))
                article.title = item.item.title
                return Sample.publication(item, article)
            }, now: Scratch.now)
    }

    private func inode(_ path: String) -> ino_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_ino : 0
    }
}
