import GRDB
import NewsModel

extension Archive {
    /// Takes in files of the outbox that neither the index nor the journal knows, and leaves it to the journal to tell
    /// of them.
    ///
    /// A file is renamed before the journal tells of it, and its rows are durable before that. Who finds a file without
    /// rows has an index whose log was cut off in between: its article would be fetched again and get a second file.
    /// Only files as young as the newest article are looked at; ``repair(_:now:)`` takes in the others.
    ///
    /// - Parameter journal: its lines behind the last that the index knows of.
    func takeInOrphans(of outbox: Outbox, journal: [JournalEntry]) throws(StorageError) {
        let newest = try read { try Int64.fetchOne($0, sql: "SELECT max(seen) FROM publications") }
        let files = try outbox.files(since: newest.map { Timestamp(milliseconds: $0) - Archive.orphanAge })
        let orphans = try read { database in try files.filter { try Archive.isOrphan($0, in: database) } }
        guard !orphans.isEmpty else { return }
        let rebuild = Rebuild(outbox: outbox, journal: journal)
        try write { database in
            for file in orphans.sorted(by: { $0.text < $1.text }) where rebuild.read(file) != nil {
                try rebuild.forgetWaiting(file.id, in: database)
                try rebuild.insert(file, in: database)
            }
        }
    }

    /// What was lost with the end of a log is not older than what was left of it by more than the longest wait of an
    /// item for its page.
    private static let orphanAge = Duration.seconds(2 * 86_400)

    private static func isOrphan(_ file: ArticleFileName, in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT 1 FROM items WHERE id = ? AND (state <> 'pending' OR id IN (SELECT id FROM publications))
                """)
        return try Row.fetchOne(statement, arguments: [file.id.text]) == nil
    }
}
