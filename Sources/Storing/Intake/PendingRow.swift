import GRDB
import NewsModel

/// Reads items that wait.
enum PendingRow {
    private static let columns = """
        SELECT i.id, i.feed, i.identity, i.link, i.item, i.first_seen, i.attempts, p.version, p.file, i.page
        FROM items i LEFT JOIN publications p ON p.id = i.id
        """

    static func item(_ id: ArticleID, in database: Database) throws -> PendingItem? {
        let statement = try database.cachedStatement(sql: "\(columns) WHERE i.id = ? AND i.state = 'pending'")
        return try Row.fetchOne(statement, arguments: [id.text]).flatMap(item)
    }

    /// What is true of items whose feeds are configured.
    static let isListed = "feed NOT IN (SELECT name FROM feeds WHERE is_listed = 0)"

    /// Those whose time has come, longest due first. A time farther ahead than any wait was set by a clock that was set
    /// back since.
    static func due(limit: Int, now: Timestamp, in database: Database) throws -> [PendingItem] {
        let statement = try database.cachedStatement(
            sql: """
                \(columns) WHERE i.state = 'pending' AND (i.due <= ? OR i.due > ?) AND i.\(isListed)
                ORDER BY i.due LIMIT ?
                """)
        let farthest = now + longestWait
        return try Row.fetchAll(statement, arguments: [now.milliseconds, farthest.milliseconds, limit])
            .compactMap(item)
    }

    /// No item is put off for more than a day.
    private static let longestWait = Duration.seconds(2 * 86_400)

    /// `nil` for a row that holds no item, which only a hand in the database can make.
    private static func item(_ row: Row) -> PendingItem? {
        guard let id = ArticleID(row[0]), let feed = FeedID(row[1]), let json = row[4] as String?,
            let item = StoredJSON.value(FeedItem.self, json)
        else { return nil }
        let published: Int? = row[7]
        return PendingItem(
            id: id, feed: feed, identity: row[2] ?? "", link: row[3], item: item,
            firstSeen: Timestamp(milliseconds: row[5]), attempts: row[6], version: published.map { $0 + 1 } ?? 1,
            fileName: row[8], pageValidators: (row[9] as String?).flatMap { StoredJSON.value(Validators.self, $0) })
    }
}
