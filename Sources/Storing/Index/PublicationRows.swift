import GRDB
import NewsModel

/// The rows of articles that have a file.
enum PublicationRows {
    /// The article that told a page or a text first: of another feed for a link, of any for a text of some length.
    ///
    /// - Parameter since: how far back an equal text counts; daily notices repeat word for word.
    static func original(
        link: String?, text: TextDigest?, feed: FeedID, besides id: ArticleID?, since: Timestamp, in database: Database
    ) throws -> ArticleID? {
        if let link {
            let statement = try database.cachedStatement(
                sql: """
                    SELECT p.id FROM items i JOIN publications p ON p.id = i.id
                    WHERE i.link_hash = ? AND i.link = ? AND i.feed <> ? AND p.id <> ? ORDER BY p.number LIMIT 1
                    """)
            let arguments: StatementArguments = [ItemKeys.hash(link), link, feed.name, id?.text ?? ""]
            if let found = try String.fetchOne(statement, arguments: arguments) { return ArticleID(found) }
        }
        guard let text, text.isTelling else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                SELECT id FROM publications WHERE text_hash = ? AND seen >= ? AND id <> ? ORDER BY number LIMIT 1
                """)
        return try String.fetchOne(
            statement, arguments: [Int64(bitPattern: text.hash), since.milliseconds, id?.text ?? ""]
        ).flatMap { ArticleID($0) }
    }

    /// The article itself, or the one it is a copy of; `nil` when neither is there.
    static func resolve(_ id: ArticleID, in database: Database) throws -> ArticleID? {
        if try Row.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM publications WHERE id = ?"), arguments: [id.text]) != nil
        {
            return id
        }
        let statement = try database.cachedStatement(
            sql: "SELECT p.id FROM copies c JOIN publications p ON p.id = c.of WHERE c.id = ?")
        return try String.fetchOne(statement, arguments: [id.text]).flatMap { ArticleID($0) }
    }

    /// Marks what the publisher took back. Whether a published article was; one that waits is set aside.
    static func withdraw(_ id: ArticleID, now: Timestamp, in database: Database) throws -> Bool {
        try database.execute(
            sql: "UPDATE publications SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
            arguments: [now.milliseconds, id.text])
        guard database.changesCount > 0 else {
            try database.execute(
                sql: """
                    UPDATE items SET state = 'aside', outcome = 'withdrawn', item = NULL, due = NULL
                    WHERE id = ? AND state = 'pending' AND id NOT IN (SELECT id FROM publications)
                    """, arguments: [id.text])
            return false
        }
        try database.execute(
            sql: """
                INSERT INTO outgoing (event, id, version, file, sha256, feed, story, url)
                SELECT 'withdraw', id, version, file, sha256, feed, story, url FROM publications WHERE id = ?
                """, arguments: [id.text])
        return true
    }
}
