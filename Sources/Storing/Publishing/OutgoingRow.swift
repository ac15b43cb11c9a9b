import FoundationEssentials
import GRDB
import NewsModel

/// An event that is stored but not yet told: its file is not in the outbox, or its line not in the journal, or the
/// rows do not know of them.
struct OutgoingRow {
    let number: Int64
    let kind: JournalEventKind
    let id: ArticleID
    let version: Int
    var file: String?
    let sha256: String?
    let content: [UInt8]?
    let of: ArticleID?
    let feed: FeedID
    let story: StoryID?
    let url: String?

    /// In the order in which they happened.
    static func all(limit: Int, in database: Database) throws -> [OutgoingRow] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT number, event, id, version, file, sha256, content, of, feed, story, url
                FROM outgoing ORDER BY number LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [limit]).compactMap(OutgoingRow.init)
    }

    private init?(_ row: Row) throws {
        guard let kind = JournalEventKind(rawValue: row[1]), let id = ArticleID(row[2]), let feed = FeedID(row[8])
        else { return nil }
        number = row[0]
        self.kind = kind
        self.id = id
        version = row[3]
        file = row[4]
        sha256 = row[5]
        content = try row.withUnsafeData(atIndex: 6) { data in data.map { [UInt8]($0) } }
        of = (row[7] as String?).flatMap { ArticleID($0) }
        self.feed = feed
        story = (row[9] as String?).flatMap { StoryID($0) }
        url = row[10]
    }

    /// Whether a file must be in the outbox before the journal may tell.
    var hasFile: Bool { kind == .new || kind == .update }

    /// Whether its file takes the place of an earlier version's.
    var replaces: Bool {
        let isOfItsOwn = file.flatMap { ArticleFileName($0) }.map { $0.version > 1 && $0.version == version } ?? false
        return kind == .update && !isOfItsOwn
    }

    var event: JournalEvent {
        let named = file.flatMap { name in
            sha256.map { JournalEvent.File(name: name, sha256: $0, bytes: content?.count) }
        }
        return JournalEvent(
            kind: kind, id: id, version: version, feed: feed, story: story, url: url, file: named, of: of)
    }

    func outcome(seq: Int64) -> PublicationOutcome {
        switch kind {
        case .new: .written(file: file ?? "", seq: seq)
        case .update: .updated(file: file ?? "", version: version, seq: seq)
        case .duplicate: .duplicate(of: of ?? id, seq: seq)
        case .withdraw: .withdrawn(seq: seq)
        }
    }
}
