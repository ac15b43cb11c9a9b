import GRDB
package import NewsModel
import Synchronization

/// What retention took away in one call.
package struct Retired: Sendable, Equatable {
    /// Files removed from the outbox.
    package var files = 0
    /// Articles and copies the index forgot.
    package var articles = 0
    /// There is more to do: call again.
    package var isUnfinished = false

    package init() {}
}

extension Archive {
    /// Removes old files from the outbox and forgets old articles; a bounded part of them per call.
    ///
    /// Nothing that waits is touched. Of a forgotten article the identity stays, so that a feed that brings it once
    /// more brings nothing new; when no feed has had it for half a year, that goes too.
    ///
    /// - Parameters:
    ///   - outboxRetention: how long files stay after they were first seen; `nil` for ever.
    ///   - indexRetention: how long the index keeps articles; `nil` for ever.
    @discardableResult
    package func retire(
        outboxRetention: Duration?, indexRetention: Duration?, now: Timestamp
    ) throws(StorageError) -> Retired {
        var retired = Retired()
        if let outboxRetention { try removeFiles(before: now - outboxRetention, &retired) }
        if let indexRetention { try forget(before: now - indexRetention, &retired) }
        try forgetIdentities(before: now - Archive.identityRetention, &retired)
        return retired
    }

    /// Rows per call: a few milliseconds of the writer's time.
    private static let retirementBatch = 500
    private static let identityRetention = Duration.seconds(180 * 86_400)

    private func removeFiles(before limit: Timestamp, _ retired: inout Retired) throws(StorageError) {
        // A new version of an article must not be on its way to the name that is removed.
        try publishing.withLock { (publisher) throws(StorageError) in
            let files = try read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT id, file FROM publications WHERE has_file = 1 AND seen < ? AND written < ?
                            AND id NOT IN (SELECT id FROM outgoing)
                        ORDER BY seen LIMIT ?
                        """, arguments: [limit.milliseconds, limit.milliseconds, Archive.retirementBatch]
                ).map { (id: $0[0] as String, file: $0[1] as String) }
            }
            let earlier = try read { database in
                try files.flatMap { try EarlierVersion.files(of: $0.id, in: database) }
            }
            let names = files.map(\.file) + earlier
            for name in names { publisher.outbox.remove(name) }
            try publisher.outbox.synchronize(names.filter { publisher.outbox.isPlaced($0) })
            try write { database in
                for (id, _) in files {
                    try database.execute(sql: "UPDATE publications SET has_file = 0 WHERE id = ?", arguments: [id])
                    try database.execute(
                        sql: "UPDATE versions SET file = NULL WHERE id = ? AND file IS NOT NULL", arguments: [id])
                }
            }
            retired.files += names.count
            retired.isUnfinished = retired.isUnfinished || files.count == Archive.retirementBatch
        }
    }

    private func forget(before limit: Timestamp, _ retired: inout Retired) throws(StorageError) {
        let (articles, copies) = try write { database in
            let articles = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, number FROM publications WHERE seen < ? AND written < ?
                        AND id NOT IN (SELECT id FROM outgoing)
                        AND id NOT IN (SELECT id FROM items WHERE state = 'pending' AND first_seen < ?)
                    ORDER BY seen LIMIT ?
                    """,
                arguments: [limit.milliseconds, limit.milliseconds, limit.milliseconds, Archive.retirementBatch])
            for row in articles { try Archive.forget(row[0], number: row[1], in: database) }
            let copies = try String.fetchAll(
                database,
                sql: "SELECT id FROM copies WHERE seen < ? AND id NOT IN (SELECT id FROM outgoing) LIMIT ?",
                arguments: [limit.milliseconds, Archive.retirementBatch])
            for id in copies { try Archive.forget(id, number: nil, in: database) }
            return (articles.count, copies.count)
        }
        retired.articles += articles + copies
        retired.isUnfinished = retired.isUnfinished || max(articles, copies) == Archive.retirementBatch
    }

    private static func forget(_ id: String, number: Int64?, in database: Database) throws {
        if let number { try TextRows.remove(number, in: database) }
        for table in ["publications", "copies", "versions", "fingerprints"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [id])
        }
        try database.cachedStatement(
            sql: """
                UPDATE items SET state = 'retired', identity = NULL, link = NULL, item = NULL, due = NULL,
                    outcome = NULL, detail = NULL WHERE id = ?
                """
        ).execute(arguments: [id])
    }

    private func forgetIdentities(before limit: Timestamp, _ retired: inout Retired) throws(StorageError) {
        let count = try write { database in
            try database.execute(
                sql: """
                    DELETE FROM items WHERE id IN (
                        SELECT id FROM items WHERE last_seen < ? AND state IN ('retired', 'aside') LIMIT ?)
                    """, arguments: [limit.milliseconds, Archive.retirementBatch])
            return database.changesCount
        }
        retired.isUnfinished = retired.isUnfinished || count == Archive.retirementBatch
    }
}
