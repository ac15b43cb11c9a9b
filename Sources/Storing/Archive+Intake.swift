import GRDB
package import NewsModel

extension Archive {
    /// What is remembered of every feed, also of those that are configured no more.
    package func feedRecords() throws(StorageError) -> [FeedRecord] {
        try reader.feedRecords()
    }

    /// Stores records whose feeds brought no item: schedules, failures.
    package func save(_ records: [FeedRecord]) throws(StorageError) {
        try write { database in
            for record in records { try Archive.save(record, in: database) }
        }
    }

    /// Takes note of which feeds are configured. Items of others stay, but are not handed out and do not count as
    /// waiting until their feed is configured again.
    package func list(_ feeds: Set<FeedID>) throws(StorageError) {
        try write { database in
            let known = try Row.fetchAll(database, sql: "SELECT name, is_listed FROM feeds")
            for row in known {
                guard let name = FeedID(row[0]), feeds.contains(name) != (row[1] as Bool) else { continue }
                try database.cachedStatement(sql: "UPDATE feeds SET is_listed = ? WHERE name = ?")
                    .execute(arguments: [feeds.contains(name), name.name])
            }
        }
    }

    static func save(_ record: FeedRecord, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO feeds (name, record) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET record = excluded.record
                """
        ).execute(arguments: [record.id.name, try StoredJSON.text(record)])
    }

    /// Stores a feed answer: the record with its validators, and the new and changed items as pending, in one
    /// transaction. Were the validators stored first, a crash in between would be answered by 304 for ever.
    ///
    /// The pending items are the caller's for half an hour: each is to be published, postponed or set aside; what is
    /// not is handed out again by ``pendingItems(limit:now:)``.
    ///
    /// - Parameters:
    ///   - items: of the whole answer, in the order of the document.
    ///   - isComplete: the document lists all there is (RFC 5005), so an article that is not in it was withdrawn.
    ///   - deletedIDs: ids of withdrawn items (RFC 6721).
    package func record(
        _ items: [FeedItem], of record: FeedRecord, isComplete: Bool = false, deletedIDs: [String] = [],
        limits: IntakeLimits = IntakeLimits(), now: Timestamp
    ) throws(StorageError) -> Recorded {
        try write { database in
            var intake = ItemIntake(database, record: record, limits: limits, now: now)
            let recorded = try intake.take(items, isComplete: isComplete, deletedIDs: deletedIDs)
            try Archive.save(recorded.record, in: database)
            if !items.isEmpty {
                try database.execute(
                    sql: "UPDATE feeds SET was_read = 1 WHERE name = ? AND was_read = 0", arguments: [record.id.name])
            }
            return recorded
        }
    }

    /// Items whose time has come: those left by an earlier run, those postponed, those whose half hour is over.
    /// They are the caller's for another half hour.
    ///
    /// Articles whose files could not be written are tried first, see ``publishOutgoing(now:)``: while the outbox takes
    /// none, this throws, and no page is fetched in vain. It does not wait for another thread's files.
    package func pendingItems(limit: Int, now: Timestamp) throws(StorageError) -> [PendingItem] {
        try requireOutlet(now: now)
        return try write { database in
            let items = try PendingRow.due(limit: limit, now: now, in: database)
            for item in items {
                try database.cachedStatement(sql: "UPDATE items SET due = ? WHERE id = ?")
                    .execute(arguments: [(now + ItemState.lease).milliseconds, item.id.text])
            }
            return items
        }
    }

    /// Gives items back that were handed out and not begun, so that ``pendingItems(limit:now:)`` hands them out again
    /// before their half hour is over.
    package func giveBack(_ ids: [ArticleID], now: Timestamp) throws(StorageError) {
        try write { database in
            for id in ids {
                try database.cachedStatement(sql: "UPDATE items SET due = ? WHERE id = ? AND state = 'pending'")
                    .execute(arguments: [now.milliseconds, id.text])
            }
        }
    }

    /// Puts an item off after a failed try.
    ///
    /// - Parameters:
    ///   - failure: why, for the operator.
    ///   - attempts: failed tries so far, this one included.
    package func postpone(
        _ id: ArticleID, until: Timestamp, failure: String, attempts: Int
    ) throws(StorageError) {
        try write { database in
            try database.execute(
                sql: "UPDATE items SET due = ?, detail = ?, attempts = ? WHERE id = ? AND state = 'pending'",
                arguments: [until.milliseconds, StorableText.line(failure, limit: 500), attempts, id.text])
        }
    }

    /// Remembers that no file will come of an item, so that it never returns. A published article whose new version
    /// is set aside stays as it is.
    package func setAside(
        _ id: ArticleID, outcome: SetAsideReason, detail: String, now: Timestamp
    ) throws(StorageError) {
        try write { database in
            guard
                let feed = try String.fetchOne(
                    database, sql: "SELECT feed FROM items WHERE id = ? AND state = 'pending'", arguments: [id.text])
            else { return }
            try database.execute(
                sql: """
                    UPDATE items SET outcome = ?, detail = ?, item = NULL, due = NULL, state =
                        CASE WHEN id IN (SELECT id FROM publications) THEN 'published' ELSE 'aside' END
                    WHERE id = ?
                    """, arguments: [outcome.rawValue, StorableText.line(detail, limit: 500), id.text])
            try Tallies.add(outcome.rawValue, feed: feed, at: now, in: database)
        }
    }

    /// A changed item whose page says what it said: the article stays as it is.
    package func settle(_ id: ArticleID) throws(StorageError) {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE items SET state = 'published', item = NULL, due = NULL
                    WHERE id = ? AND state = 'pending' AND id IN (SELECT id FROM publications)
                    """, arguments: [id.text])
        }
    }

    /// The article that told this page or text first, so that the page need not be fetched, or placed, again.
    ///
    /// - Parameters:
    ///   - link: canonical; counts when another feed brought it.
    ///   - text: of the cleaned article; counts from 20 words on and within the duplicate window.
    package func existingCopy(
        link: String?, text: String? = nil, feed: FeedID, now: Timestamp
    ) throws(StorageError) -> ArticleID? {
        let digest = text.map { TextDigest($0) }
        let since = now - duplicateWindow
        return try read { database in
            try PublicationRows.original(
                link: link, text: digest, feed: feed, besides: nil, since: since, in: database)
        }
    }

    /// Hands every remembered fingerprint to `body`, oldest first, one at a time: nothing is held in memory. `body`
    /// must not call the archive.
    package func fingerprints(
        since: Timestamp, _ body: (StoredFingerprint) -> Void
    ) throws(StorageError) {
        try read { try FingerprintRows.each(since: since, in: $0, body) }
    }
}
