import GRDB

/// The searchable text of articles, and the full-text index that must follow each change of it.
enum TextRows {
    static func insert(
        _ number: Int64, title: String, body: String, source: String, tags: String, authors: String, kinds: String,
        in database: Database
    ) throws {
        try database.cachedStatement(
            sql: "INSERT INTO texts (number, title, body, source, tags, authors, kinds) VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [number, title, body, source, tags, authors, kinds])
        try database.cachedStatement(
            sql: "INSERT INTO search (rowid, title, body, source, tags, authors) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [number, title, body, source, tags, authors])
    }

    /// The index has to be told what it holds to forget it.
    ///
    /// Source: sqlite.org/fts5.html section 6.5, the 'delete' command.
    static func remove(_ number: Int64, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO search (search, rowid, title, body, source, tags, authors)
                SELECT 'delete', number, title, body, source, tags, authors FROM texts WHERE number = ?
                """
        ).execute(arguments: [number])
        try database.cachedStatement(sql: "DELETE FROM texts WHERE number = ?").execute(arguments: [number])
    }
}
