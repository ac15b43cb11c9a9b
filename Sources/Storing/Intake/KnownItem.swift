import GRDB
import NewsModel

/// Where an item is on its way from a feed to a file.
enum ItemState: String {
    /// Waits to be fetched, cleaned, placed.
    case pending
    /// Its text is stored and waits in `outgoing` for its file.
    case outgoing
    case published
    /// Told before by another article.
    case copy
    /// No file will come of it.
    case aside
    /// Its article was forgotten by retention; only the identity is left.
    case retired

    /// How long an item that was handed out is left to whoever took it. After that it is handed out again.
    static let lease = Duration.seconds(30 * 60)
}

/// What is remembered of an item, as far as it takes to know it again.
struct KnownItem {
    let id: ArticleID
    let state: ItemState
    let outcome: SetAsideReason?
    let guidHash: Int64?
    let linkHash: Int64?
    let titleHash: Int64?
    let published: Int64?
    let lastSeen: Timestamp
    /// 0 when the row was made from a file.
    let digest: Int64
    let revisions: Int

    /// A copy stays a copy, and what was left out by rule stays out, unless the item had simply no text yet.
    var isWorthAnotherLook: Bool {
        switch state {
        case .pending, .published: true
        case .aside: outcome == .noText || outcome == .tooShort || outcome == .filtered || outcome == .error
        case .outgoing, .copy, .retired: false
        }
    }

    /// The item these keys name, by id, by any identity it may have been given, then by link.
    ///
    /// A link counts only when the item found has an id that is gone from the document, since a publisher that changes
    /// an id does not keep the old one.
    static func find(_ keys: ItemKeys, otherIDs: Set<Int64>, in database: Database) throws -> KnownItem? {
        if let guid = keys.guidHash {
            let found = try all(where: "guid_hash = ? AND feed = ?", [guid, keys.feed.name], database)
            if let item = found.first(where: { !$0.isAnother(than: keys, byLink: true) }) { return item }
        }
        for identity in keys.identities {
            let id = ArticleID(feed: keys.feed, identity: identity)
            guard let found = try all(where: "id = ? AND feed = ?", [id.text, keys.feed.name], database).first else {
                continue
            }
            if found.guidHash == nil || found.guidHash == keys.guidHash, !found.isAnother(than: keys, byLink: true) {
                return found
            }
        }
        guard let link = keys.linkHash else { return nil }
        return try all(where: "link_hash = ? AND feed = ?", [link, keys.feed.name], database).first { item in
            let isStillThere = item.guidHash.map { $0 != keys.guidHash && otherIDs.contains($0) } ?? false
            return !isStillThere && !item.isAnother(than: keys, byLink: false)
        }
    }

    /// Whether everything else says that this is another item: a new title, another date, and another link.
    private func isAnother(than keys: ItemKeys, byLink: Bool) -> Bool {
        guard let title = titleHash, let other = keys.titleHash, title != other else { return false }
        guard let date = published, let otherDate = keys.published?.milliseconds, date != otherDate else {
            return false
        }
        guard byLink else { return true }
        guard let link = linkHash, let otherLink = keys.linkHash else { return false }
        return link != otherLink
    }

    static func exists(_ id: ArticleID, in database: Database) throws -> Bool {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM items WHERE id = ?"), arguments: [id.text]) != nil
    }

    /// What a feed calls `guid`.
    static func ids(guid: String, feed: FeedID, in database: Database) throws -> [ArticleID] {
        try all(where: "guid_hash = ? AND feed = ?", [ItemKeys.hash(guid), feed.name], database).map(\.id)
    }

    /// Articles of a feed that have a file, and items that wait.
    static func liveIDs(of feed: FeedID, in database: Database) throws -> [ArticleID] {
        try all(where: "feed = ? AND state IN ('pending', 'published')", [feed.name], database).map(\.id)
    }

    private static func all(
        where condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [KnownItem] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT id, state, outcome, guid_hash, link_hash, title_hash, published, last_seen, digest, revisions
                FROM items WHERE \(condition)
                """)
        return try Row.fetchAll(statement, arguments: arguments).compactMap(KnownItem.init)
    }

    private init?(_ row: Row) {
        guard let id = ArticleID(row[0]), let state = ItemState(rawValue: row[1]) else { return nil }
        self.id = id
        self.state = state
        outcome = (row[2] as String?).flatMap(SetAsideReason.init(rawValue:))
        guidHash = row[3]
        linkHash = row[4]
        titleHash = row[5]
        published = row[6]
        lastSeen = Timestamp(milliseconds: row[7])
        digest = row[8]
        revisions = row[9]
    }
}

extension ItemKeys {
    /// Every identity that a document may have given the item, whatever else was in that document.
    var identities: [String] {
        guid.map { [$0] } ?? [link, titleAndDate].compactMap { $0 }
    }
}
