import GRDB
package import NewsModel
import Synchronization

/// Makes the rows of a new index from what outbox and journal still tell.
///
/// Lost for good are the feeds' schedules and validators, which polling learns again, and what was set aside: the first
/// answer of each feed is therefore taken by the rules of a new feed. Articles whose files a consumer took away are
/// known by their journal lines and not published a second time.
struct Rebuild {
    let outbox: Outbox
    /// The last line of each article and copy.
    private var last: [ArticleID: JournalEntry] = [:]
    private var copies: [JournalEntry] = []
    private var withdrawn: [ArticleID: Timestamp] = [:]

    init(outbox: Outbox, journal: [JournalEntry]) {
        self.outbox = outbox
        for entry in journal {
            switch entry.event {
            case .new, .update: last[entry.id] = entry
            case .duplicate: copies.append(entry)
            case .withdraw: withdrawn[entry.id] = entry.at
            }
        }
    }

    func run(_ database: DatabasePool) throws {
        let files = try outbox.files().sorted {
            ($0.firstSeen, $0.id.text, $0.version, $0.copy) < ($1.firstSeen, $1.id.text, $1.version, $1.copy)
        }
        for start in stride(from: 0, to: files.count, by: Rebuild.batch) {
            try database.write { connection in
                for file in files[start..<min(start + Rebuild.batch, files.count)] {
                    try insert(file, in: connection)
                }
            }
        }
        try database.write { connection in
            for entry in last.values { try insertTombstone(entry, in: connection) }
            for entry in copies { try insertCopy(entry, in: connection) }
        }
    }

    private static let batch = 200

    /// A file that cannot be read, or is not what its name says, is left alone; `verify` names it.
    func insert(_ file: ArticleFileName, in database: Database) throws {
        guard let (document, bytes) = read(file) else { return }
        let article = document.article
        let stored = StoredArticle(
            document: document, text: TextDigest(article.text), fileName: file.text,
            sha256: SHA256.hexadecimal(of: bytes), bytes: bytes, firstSeen: file.firstSeen, removed: [], fingerprint: []
        )
        if try KnownItem.exists(file.id, in: database) { return try insertVersion(stored, in: database) }
        try stored.insert(into: database)
        try FingerprintRows.noteMissing(in: database)
        let seq = last[file.id]?.seq
        try database.execute(
            sql: "UPDATE publications SET seq = ?, withdrawn = ? WHERE id = ?",
            arguments: [seq, withdrawn[file.id]?.milliseconds, file.id.text])
        if seq == nil { try announce(stored, in: database) }
        try insertItem(
            file.id, feed: file.feed, url: article.url, seen: file.firstSeen, state: .published, in: database)
    }

    /// `nil` for a file that cannot be read, or is not what its name says.
    func read(_ file: ArticleFileName) -> (document: ArticleDocument, bytes: [UInt8])? {
        guard let bytes = outbox.bytes(of: file.text), let document = file.format.document(from: bytes),
            document.id == file.id
        else { return nil }
        return (document, bytes)
    }

    /// The journal does not tell of the file: a crash came in between, or the journal was lost as well.
    private func announce(_ stored: StoredArticle, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO outgoing (event, id, version, file, sha256, feed, story, url)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                (stored.document.version > 1 ? JournalEventKind.update : .new).rawValue, stored.document.id.text,
                stored.document.version, stored.fileName, stored.sha256, stored.document.feed.name,
                stored.document.story.text, stored.document.article.url,
            ])
    }

    /// Another file of an article that is there: a later version takes the rows, an earlier one is kept beside them.
    private func insertVersion(_ stored: StoredArticle, in database: Database) throws {
        guard let present = try EarlierVersion(stored.document.id, in: database),
            present.version != stored.document.version
        else { return }
        if stored.document.version > present.version {
            try stored.update(present, in: database)
            try database.execute(
                sql: "UPDATE publications SET seq = ? WHERE id = ?",
                arguments: [last[stored.document.id]?.seq ?? 0, stored.document.id.text])
        } else if present.file != stored.fileName {
            try stored.keepAsVersion(in: database)
        }
    }

    /// Takes in what the journal tells of and the index has lost: it is older than the journal when its log was cut off
    /// or it came from a backup. What lies there as outgoing is left to be marked.
    func catchUp(_ database: Database) throws {
        for entry in last.values {
            let present = try EarlierVersion(entry.id, in: database)?.version ?? 0
            if present >= entry.version { continue }
            if try isOutgoing(entry, in: database) { continue }
            if let file = entry.file.flatMap({ ArticleFileName($0) }), read(file) != nil {
                try forgetWaiting(entry.id, in: database)
                try insert(file, in: database)
            } else if present == 0 {
                try forgetWaiting(entry.id, in: database)
                try insertTombstone(entry, in: database)
            }
        }
        for entry in copies where try !isOutgoing(entry, in: database) {
            try forgetWaiting(entry.id, in: database)
            try insertCopy(entry, in: database)
        }
    }

    private func isOutgoing(_ entry: JournalEntry, in database: Database) throws -> Bool {
        try Row.fetchOne(
            database, sql: "SELECT 1 FROM outgoing WHERE id = ? AND event = ? AND version = ?",
            arguments: [entry.id.text, entry.event.rawValue, entry.version]) != nil
    }

    /// The item of an article that was told of waits for nothing.
    func forgetWaiting(_ id: ArticleID, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM items WHERE id = ? AND state = 'pending' AND id NOT IN (SELECT id FROM publications)",
            arguments: [id.text])
    }

    private func insertTombstone(_ entry: JournalEntry, in database: Database) throws {
        guard let feed = entry.feed, try !KnownItem.exists(entry.id, in: database) else { return }
        try insertItem(entry.id, feed: feed, url: entry.url, seen: entry.at, state: .retired, in: database)
    }

    private func insertCopy(_ entry: JournalEntry, in database: Database) throws {
        guard let feed = entry.feed, let of = entry.of, try !KnownItem.exists(entry.id, in: database) else { return }
        try insertItem(entry.id, feed: feed, url: entry.url, seen: entry.at, state: .copy, in: database)
        try database.execute(
            sql: """
                INSERT INTO copies (id, of, feed, url, seen, similarity, text_hash, seq) VALUES (?, ?, ?, ?, ?, 1, 0, ?)
                """, arguments: [entry.id.text, of.text, feed.name, entry.url, entry.at.milliseconds, entry.seq])
    }

    /// The id is made from the item's identity, so the item is known by it although the identity is not.
    private func insertItem(
        _ id: ArticleID, feed: FeedID, url: String?, seen: Timestamp, state: ItemState, in database: Database
    ) throws {
        let link = url.flatMap { WebLink.isWeb($0) ? WebLink.canonical($0) : nil }
        try database.execute(
            sql: """
                INSERT INTO items (id, feed, link_hash, link, first_seen, last_seen, digest, state)
                VALUES (?, ?, ?, ?, ?, ?, 0, ?)
                """,
            arguments: [
                id.text, feed.name, link.map { ItemKeys.hash($0) }, link, seen.milliseconds, seen.milliseconds,
                state.rawValue,
            ])
    }
}

extension Archive {
    /// - Parameter entries: lines of the journal behind the last that the index knows of.
    func catchUp(with entries: [JournalEntry], outbox: Outbox) throws(StorageError) {
        guard !entries.isEmpty else { return }
        try write { try Rebuild(outbox: outbox, journal: entries).catchUp($0) }
    }

    func rebuild() throws(StorageError) {
        let rebuild = try publishing.withLock { (publisher) throws(StorageError) in
            Rebuild(outbox: publisher.outbox, journal: try publisher.journal.entries(after: 0))
        }
        do {
            try rebuild.run(database)
        } catch {
            throw StorageError(error, path: indexPath)
        }
    }

    /// Makes the fingerprints that an index rebuilt from files lacks, and those of another layout anew. Of copies there
    /// is no text any more: theirs stay as they are. Once all are there, later calls look at nothing: to look for those
    /// that lack takes a second with 200,000 articles.
    ///
    /// - Parameters:
    ///   - version: the first byte of a fingerprint of today's layout.
    ///   - make: the fingerprint of an article, empty for none. Must not call the archive.
    package func fillFingerprints(
        since: Timestamp, version: UInt8, _ make: (ArticleDocument) -> [UInt8]
    ) throws(StorageError) {
        try write { database in
            guard try !FingerprintRows.areWhole(since: since, version: version, in: database) else { return }
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT p.*, t.title, t.body, t.tags, t.authors, t.kinds
                    FROM publications p JOIN texts t USING (number)
                    WHERE p.seen >= ? AND p.id NOT IN (
                        SELECT id FROM fingerprints WHERE substr(bytes, 1, 1) = ?)
                    """, arguments: [since.milliseconds, [version].databaseBlob])
            while let row = try rows.next() {
                guard let document = ArticleRow.document(row) else { continue }
                try FingerprintRows.save(
                    StoredFingerprint(
                        id: document.id, bytes: make(document), published: document.article.published?.timestamp,
                        seen: Timestamp(milliseconds: row["seen"]), story: document.story, duplicateOf: nil),
                    in: database)
            }
            try FingerprintRows.noteWhole(since: since, version: version, in: database)
        }
    }
}
