import GRDB
import Glibc
import NewsModel
import Testing

@testable import Storing

@Suite("Indexes of earlier programs")
struct SchemaTests {
    private static let later = Scratch.now + .seconds(60)
    private static let latest = Scratch.now + .seconds(7200)

    @Test(
        "each version is brought up to date, agrees with the files and takes more", arguments: 1..<IndexSchema.version)
    func upgrade(from version: Int) throws {
        let scratch = try Scratch()
        try fill(scratch)
        try bringBack(scratch, to: version)
        let before = try scratch.journal().count

        let archive = try scratch.open(now: Self.latest)

        #expect(try disagreements(archive, scratch).isEmpty)
        #expect(try tables(archive.database) == ofNewIndex(tables))
        #expect(try names(archive.database) == ofNewIndex(names))
        #expect(try archive.reader.search(SearchQuery("العاصمة", now: Scratch.now), now: Self.latest).count == 3)
        #expect(try archive.statistics().files == 3)
        // What was told stays told, and what is new is taken.
        let known = try archive.record(
            [2, 3].map { Sample.item($0) }, of: Sample.record(), limits: IntakeLimits(backlog: 10, mostNew: 10),
            now: Self.latest)
        #expect(known.pending.isEmpty && known.known == 2)
        try archive.take([4], now: Self.latest)
        #expect(try scratch.journal().map(\.seq) == Array(1...Int64(before + 1)))
        #expect(try disagreements(archive, scratch).isEmpty)
        archive.close()
        #expect(try IndexConnection.version(of: scratch.state + "/index.sqlite") == IndexSchema.version)
        #expect(try Directory.existing(scratch.state).names().allSatisfy { !$0.contains("corrupt") })
    }

    /// Three articles, one of them in two versions, and two copies.
    private func fill(_ scratch: Scratch) throws {
        let archive = try scratch.open()
        try archive.take([1, 2, 3])
        try archive.take([1, 2], feed: Sample.feed("bbc"))
        let changed = Sample.item(1, title: "خبر آخر تماما")
        let pending = try archive.record([changed], of: Sample.record(), now: Self.later).pending
        try #require(pending.count == 1)
        try archive.publish([Sample.publication(pending[0], Sample.article(1, text: Sample.words(9)))], now: Self.later)
        try #require(try scratch.journal().last?.event == .update)
        archive.close()
    }

    /// Puts an index in the place of the present one as an earlier program would have made it of the same articles: by
    /// the statements of its time.
    private func bringBack(_ scratch: Scratch, to version: Int) throws {
        let present = scratch.state + "/index.sqlite"
        let earlier = scratch.path + "/earlier.sqlite"
        let index = try IndexConnection.writing(earlier, patience: IndexConnection.Patience())
        try index.writeWithoutTransaction { database in
            try IndexSchema.migrate(database, path: earlier, to: version)
            try database.execute(sql: "ATTACH ? AS present", arguments: [present])
            for (table, columns) in try tables(database) where !table.hasPrefix("search") {
                let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                try database.execute(
                    sql: "INSERT INTO main.\(table) (\(names)) SELECT \(names) FROM present.\(table)")
            }
            try database.execute(sql: "INSERT INTO search (search) VALUES ('rebuild'); DETACH present")
        }
        try index.close()
        for suffix in ["", "-wal", "-shm"] { unlink(present + suffix) }
        rename(earlier, present)
        try #require(try IndexConnection.version(of: present) == version)
    }

    private func ofNewIndex<Value>(_ read: (DatabasePool) throws -> Value) throws -> Value {
        let scratch = try Scratch()
        let archive = try scratch.open()
        defer { archive.close() }
        return try read(archive.database)
    }

    /// Of tables, indexes and views.
    private func names(_ index: DatabasePool) throws -> Set<String> {
        try index.read { try Set(String.fetchAll($0, sql: "SELECT type || ' ' || name FROM sqlite_schema")) }
    }

    private func tables(_ index: DatabasePool) throws -> [String: Set<String>] {
        try index.read { try tables($0) }
    }

    /// The columns of the tables, by name.
    private func tables(_ database: Database) throws -> [String: Set<String>] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT m.name, c.name FROM main.sqlite_schema m, pragma_table_info(m.name, 'main') c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
                """)
        return Dictionary(grouping: rows) { $0[0] as String }.mapValues { Set($0.map { $0[1] as String }) }
    }

    private func disagreements(_ archive: Archive, _ scratch: Scratch) throws -> [Disagreement] {
        try archive.reader.verify(state: scratch.state, outbox: scratch.settings.directory)
    }
}
