import GRDB
import NewsModel

/// What the duplicate search remembers, kept apart so that a start reads it fast.
enum FingerprintRows {
    static func save(_ fingerprint: StoredFingerprint, in database: Database) throws {
        guard !fingerprint.bytes.isEmpty else { return }
        try database.cachedStatement(
            sql: """
                INSERT INTO fingerprints (seen, id, published_ms, story, duplicate_of, bytes) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes, published_ms = excluded.published_ms
                """
        ).execute(arguments: [
            fingerprint.seen.milliseconds, fingerprint.id.text, fingerprint.published?.milliseconds,
            fingerprint.story.text, fingerprint.duplicateOf?.text, fingerprint.bytes.databaseBlob,
        ])
    }

    /// Whether every article seen since then is known to have a fingerprint of this layout, but for those that can have
    /// none.
    static func areWhole(since: Timestamp, version: UInt8, in database: Database) throws -> Bool {
        let start = try Int64.fetchOne(
            database, sql: "SELECT value FROM facts WHERE name = ?", arguments: ["\(wholeness)\(version)"])
        return start.map { $0 <= since.milliseconds } ?? false
    }

    static func noteWhole(since: Timestamp, version: UInt8, in database: Database) throws {
        try noteMissing(in: database)
        try database.execute(
            sql: "INSERT INTO facts (name, value) VALUES (?, ?)",
            arguments: ["\(wholeness)\(version)", since.milliseconds])
    }

    /// An article came into the index without its fingerprint.
    static func noteMissing(in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM facts WHERE name >= ? AND name < ?")
            .execute(arguments: [wholeness, wholeness + "~"])
    }

    /// The name of the fact begins with this, the version follows; its value is since when.
    private static let wholeness = "fingerprints."

    /// Oldest first, one after another.
    static func each(
        since: Timestamp, in database: Database, _ body: (StoredFingerprint) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, bytes, published_ms, seen, story, duplicate_of FROM fingerprints
                WHERE seen >= ? ORDER BY seen, rowid
                """, arguments: [since.milliseconds])
        while let row = try rows.next() {
            guard let id = ArticleID(row[0]), let story = StoryID(row[4]) else { continue }
            let bytes = try row.withUnsafeData(atIndex: 1) { data in data.map { [UInt8]($0) } }
            try body(
                StoredFingerprint(
                    id: id, bytes: bytes ?? [], published: (row[2] as Int64?).map(Timestamp.init(milliseconds:)),
                    seen: Timestamp(milliseconds: row[3]), story: story,
                    duplicateOf: (row[5] as String?).flatMap { ArticleID($0) }))
        }
    }
}
