import GRDB
import Glibc
import NewsModel
import Testing

@testable import Storing

@Suite("Upkeep")
struct UpkeepTests {
    private static let later = Scratch.now + .seconds(60)

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let expected: [Disagreement.Kind]
        var left: [Disagreement.Kind] = []
        let spoil: @Sendable (_ scratch: Scratch, _ path: String) throws -> Void
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing", expected: []) { _, _ in },
        Case(name: "a file was taken away", expected: [.fileMissing]) { _, path in unlink(path) },
        Case(name: "a file was changed", expected: [.fileChanged]) { _, path in truncate(path, 10) },
        Case(name: "a foreign file", expected: []) { scratch, _ in
            close(creat(scratch.settings.directory + "/notes.md", 0o644))
        },
        Case(name: "a file the index does not know", expected: [.fileUnknown]) { scratch, _ in
            let id = ArticleID(feed: Sample.feed, identity: "restored from a backup")
            let document = ArticleDocument(
                article: Sample.article(4), id: id, feed: Sample.feed, story: StoryID(startedBy: id), version: 1,
                dateSource: .page, removed: 0, written: Scratch.now)
            let seen = Scratch.now - .seconds(10 * 86_400)
            let name = ArticleFileName(id: id, feed: Sample.feed, firstSeen: seen, format: .markdown).text
            try Directory.existing(scratch.settings.directory).write(
                MarkdownForm.bytes(of: document), to: name, mode: 0o640)
        },
        Case(name: "an empty file with a name of ours", expected: [.fileUnreadable], left: [.fileUnreadable]) {
            scratch, _ in
            close(creat(scratch.settings.directory + "/20260922T101232Z-aljazeera-000000000000.md", 0o644))
        },
        Case(name: "a line of the journal was lost", expected: [.journalGap, .journalLineMissing], left: [.journalGap])
        { scratch, _ in
            let path = scratch.state + "/journal/2026-09-22.jsonl"
            let directory = try Directory.existing(scratch.state + "/journal")
            let lines = (directory.read("2026-09-22.jsonl", limit: 1 << 20) ?? []).split(separator: 0x0A)
            let kept = lines.enumerated().filter { $0.offset != 2 }.map(\.element)
            unlink(path)
            try directory.write(Array(kept.joined(separator: [0x0A])) + [0x0A], to: "2026-09-22.jsonl", mode: 0o640)
        },
    ]

    @Test("outbox, journal and index are compared, and mended where that is no guess", arguments: cases)
    func verify(_ c: Case) throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2, 3])
            archive.close()
        }
        let before = try scratch.files()
        try c.spoil(scratch, scratch.settings.directory + "/" + before[0])
        let archive = try scratch.open(now: Self.later)

        let found = try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory)
        #expect(found.map(\.kind) == c.expected, "\(found)")
        let left = try archive.repair(found, now: Self.later)
        #expect(left.map(\.kind) == c.left)
        let again = try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory)

        #expect(Set(again.map(\.kind)).isSubset(of: c.left), "\(again)")
        let articles = c.expected == [.fileUnknown] ? 4 : 3
        #expect(try archive.reader.search(SearchQuery("العاصمة", now: Scratch.now), now: Scratch.now).count == articles)
    }

    @Test(
        "articles are published again, here or elsewhere, with the same bytes",
        arguments: [ReplayStart.after(1), .since(Scratch.now)])
    func replay(_ start: ReplayStart) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2, 3])
        let files = try scratch.files()
        let bytes = try files.map { try scratch.bytes($0) }
        let expected = start == .after(1) ? 2 : 3
        let other = scratch.path + "/other"

        #expect(try archive.reader.replay(start, into: other) == expected)
        let there = try Directory.existing(other)
        let copied = try there.names().filter { !$0.hasPrefix(".") }
        #expect(copied.count == expected)
        for name in copied { #expect(there.read(name, limit: 1 << 20) == (try scratch.bytes(name))) }

        for name in files { unlink(scratch.settings.directory + "/" + name) }
        #expect(try archive.replay(start) == expected)
        #expect(try scratch.files().count == expected)
        for name in try scratch.files() { #expect(bytes.contains(try scratch.bytes(name))) }
        #expect(try scratch.journal().count == 3)
    }

    @Test("an index made from files gets its fingerprints again")
    func fingerprints() throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2])
            archive.close()
        }
        for suffix in ["", "-wal", "-shm"] { unlink(scratch.state + "/index.sqlite" + suffix) }
        let archive = try scratch.open()
        var count = 0
        try archive.fingerprints(since: Scratch.now - .seconds(86_400)) { _ in count += 1 }
        #expect(count == 0)

        /// The fingerprints once those of another version are made anew, each with the version before its title.
        func filled(_ version: UInt8) throws -> Set<[UInt8]> {
            let since = Scratch.now - .seconds(86_400)
            try archive.fillFingerprints(since: since, version: version) {
                [version] + Array(($0.article.title ?? "").utf8)
            }
            var found: Set<[UInt8]> = []
            try archive.fingerprints(since: since) { found.insert($0.bytes) }
            return found
        }
        func expected(_ version: UInt8) -> Set<[UInt8]> {
            Set([1, 2].map { [version] + Array("خبر رقم \($0)".utf8) })
        }
        #expect(try filled(1) == expected(1))
        #expect(try filled(2) == expected(2))
        try archive.fillFingerprints(since: Scratch.now - .seconds(86_400), version: 2) { _ in
            Issue.record("a fingerprint of today's layout is made again")
            return []
        }
        try archive.database.write { try $0.execute(sql: "DELETE FROM fingerprints") }
        #expect(try filled(2) == [], "what was whole is not looked at again")
        try archive.database.write { try FingerprintRows.noteMissing(in: $0) }
        #expect(try filled(2) == expected(2))
    }
}
