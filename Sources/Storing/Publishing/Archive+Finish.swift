import GRDB
import NewsModel

extension Archive {
    /// Marks rows as told and published.
    func finish(_ told: [(row: OutgoingRow, seq: Int64)], now: Timestamp) throws(StorageError) {
        try write { database in
            for (row, seq) in told {
                try Archive.finish(row, seq: seq, now: now, in: database)
            }
            if let last = told.map(\.seq).max() {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO facts (name, value) VALUES ('seq', ?), ('last_write', ?)",
                    arguments: [last, now.milliseconds])
            }
        }
    }

    private static func finish(_ row: OutgoingRow, seq: Int64, now: Timestamp, in database: Database) throws {
        switch row.kind {
        case .new, .update, .withdraw:
            try database.cachedStatement(sql: "UPDATE publications SET seq = ? WHERE id = ?")
                .execute(arguments: [seq, row.id.text])
        case .duplicate:
            try database.cachedStatement(sql: "UPDATE copies SET seq = ? WHERE id = ?")
                .execute(arguments: [seq, row.id.text])
        }
        if row.kind != .withdraw {
            try database.cachedStatement(
                sql: "UPDATE items SET state = ? WHERE id = ? AND state = 'outgoing'"
            ).execute(arguments: [
                row.kind == .duplicate ? ItemState.copy.rawValue : ItemState.published.rawValue, row.id.text,
            ])
        }
        if row.hasFile, row.content != nil {
            try database.cachedStatement(sql: "UPDATE publications SET has_file = 1 WHERE id = ?")
                .execute(arguments: [row.id.text])
        }
        try Tallies.add(row.kind.rawValue, feed: row.feed.name, at: now, in: database)
        try database.cachedStatement(sql: "DELETE FROM outgoing WHERE number = ?").execute(arguments: [row.number])
    }
}
