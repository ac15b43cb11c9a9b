import GRDB
import Glibc
import NewsModel
import Testing

@testable import Storing

/// The index itself: what operators read in it, and how it gets over what happens to it.
@Suite("Index")
struct IndexTests {
    private static let later = Scratch.now + .seconds(3600)

    private func found(_ archive: Archive) throws -> Int {
        try archive.reader.search(SearchQuery("العاصمة", now: Scratch.now), now: Scratch.now).count
    }

    @Test(
        "a full-text index whose terms were made by other rules is made anew, and only such a one",
        arguments: [true, false])
    func terms(_ areOthers: Bool) throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2])
            try archive.write { database in
                try database.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
                if areOthers { try database.execute(sql: "UPDATE facts SET value = 1 WHERE name = 'terms'") }
            }
            #expect(try found(archive) == 0)
            archive.close()
        }

        let archive = try scratch.open(now: Self.later)

        #expect(try found(archive) == (areOthers ? 2 : 0))
        let hash = try archive.read { try Int64.fetchOne($0, sql: "SELECT value FROM facts WHERE name = 'terms'") }
        #expect(hash == SearchTermsCheck.sampleHash)
    }

    @Test("the views show one row for each visible file, and each story told twice")
    func views() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let written = try archive.take([1, 2, 3])
        try archive.take([1], feed: Sample.feed("bbc"))
        let gone = try scratch.files()[0]
        unlink(scratch.settings.directory + "/" + gone)
        _ = try archive.repair([Disagreement(.fileMissing, gone)], now: Self.later)

        let rows = try archive.read { try Row.fetchAll($0, sql: "SELECT * FROM articles ORDER BY file") }
        let files: [String] = rows.map { $0["file"] }
        #expect(try files == scratch.files())
        let row = try #require(rows.first)
        let texts: [String?] = [row["first_seen"], row["feed"]]
        #expect(texts == ["2026-09-22T10:12:32Z", "aljazeera"])
        let id: String = row["id"]
        #expect(written.contains { $0.id.text == id })
        let bytes = try #require(try scratch.bytes(row["file"]))
        let sha256: String = row["sha256"]
        #expect(SHA256.hexadecimal(of: bytes) == sha256)
        let stories = try archive.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM stories") }
        #expect(stories == 0)
    }

    @Test("a query that takes too long is broken off")
    func timeLimit() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"

        let error = #expect(throws: StorageError.self) {
            try archive.reader.within(.milliseconds(200)) { try Int.fetchOne($0, sql: endless) }
        }

        #expect(error?.kind == .tooSlow)
        #expect(try archive.reader.within(.seconds(100)) { try Int.fetchOne($0, sql: "SELECT 7") } == 7)
    }

    @Test("an index that is older than the journal takes in what it has lost, and nothing is told again")
    func olderIndex() throws {
        let scratch = try Scratch()
        let index = scratch.state + "/index.sqlite"
        func publish(_ archive: Archive) throws {
            try archive.take([3])
            let items = [Sample.item(1, title: "x")]
            let changed = try archive.record(items, of: Sample.record(), now: Self.later).pending
            try archive.publish(changed.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)
            try archive.take([2], feed: Sample.feed("bbc"))
        }
        do {
            let archive = try scratch.open()
            try archive.take([1, 2])
            // The third waits in the old index, as after a crash that took the log of the new one.
            _ = try archive.record([Sample.item(3)], of: Sample.record(), now: Scratch.now)
            archive.close()
            let bytes = try #require(try Directory.existing(scratch.state).read("index.sqlite", limit: 1 << 24))
            let again = try scratch.open()
            for item in try again.pendingItems(limit: 9, now: Scratch.now) {
                try again.publish([Sample.publication(item, Sample.article(3))], now: Scratch.now)
            }
            try publish(again)
            again.close()
            unlink(index)
            try Directory.existing(scratch.state).write(bytes, to: "index.sqlite", mode: 0o640)
        }
        let files = try scratch.files()
        let journal = try scratch.journal()

        let archive = try scratch.open(now: Self.later)

        #expect(try scratch.files() == files && files.count == 3)
        #expect(try scratch.journal() == journal)
        #expect(try archive.statistics().files == 3)
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
        #expect(try archive.pendingItems(limit: 9, now: Self.later).isEmpty)
        let again = try archive.record([1, 2, 3].map { Sample.item($0) }, of: Sample.record(), now: Self.later)
        #expect(again.pending.allSatisfy { $0.version > 1 })
    }

    @Test("files that neither index nor journal know are told of")
    func nothingButFiles() throws {
        let scratch = try Scratch()
        do {
            let archive = try scratch.open()
            try archive.take([1, 2, 3])
            archive.close()
        }
        let names = try Directory.existing(scratch.state + "/journal").names()
        for name in names { unlink(scratch.state + "/journal/" + name) }
        for suffix in ["", "-wal", "-shm"] { unlink(scratch.state + "/index.sqlite" + suffix) }

        let archive = try scratch.open(now: Self.later)

        #expect(try Set(scratch.journal().compactMap(\.file)) == Set(scratch.files()))
        #expect(try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory).isEmpty)
    }

    @Test("an announcement made once more for a file that was taken away holds up nothing")
    func announcedWithoutFile() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1, 2])
        let changed = try archive.record([Sample.item(1, title: "x")], of: Sample.record(), now: Self.later).pending
        try archive.publish(changed.map { Sample.publication($0, Sample.article(9)) }, now: Self.later)
        let files = try scratch.files()
        for name in files { unlink(scratch.settings.directory + "/" + name) }
        let journal = try Directory.existing(scratch.state + "/journal")
        for name in try journal.names() { truncate(scratch.state + "/journal/" + name, 0) }

        let findings = try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory)
        #expect(findings.filter { $0.kind == .journalLineMissing }.count == 2)
        #expect(try archive.repair(findings, now: Self.later).isEmpty)

        #expect(try archive.statistics().outgoing == 0)
        #expect(try scratch.files().isEmpty)
        try archive.take([4])
        #expect(try scratch.files().count == 1)
    }

    @Test("what a clock put off that was ten years ahead comes when the clock is right again")
    func clockSetBack() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let ahead = Scratch.now + .seconds(3650 * 86_400)
        let items = [1, 2].map { Sample.item($0, published: ahead) }
        let pending = try archive.record(items, of: Sample.record(), now: ahead).pending
        try #require(pending.count == 2)
        try archive.postpone(pending[0].id, until: ahead + .seconds(600), failure: "x", attempts: 1)
        try archive.postpone(pending[1].id, until: Self.later + .seconds(86_400), failure: "x", attempts: 1)

        #expect(try archive.pendingItems(limit: 9, now: Self.later).map(\.id) == [pending[0].id])
    }

    @Test("a database that somebody else holds is waited for, but not by a process that is to stop")
    func patience() {
        let patience = IndexConnection.Patience()
        #expect(patience.allows(try: 1000))
        patience.end()
        #expect(patience.allows(try: 1))
        // A second for all that is still to be done: each try takes a part of it.
        var tries = 0
        while tries < 500, patience.allows(try: 1000) { tries += 1 }
        #expect(tries < 500)
    }
}
