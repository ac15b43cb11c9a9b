import GRDB
import NewsModel

/// An article as its rows hold it, ready to be written.
struct StoredArticle {
    let document: ArticleDocument
    let text: TextDigest
    let fileName: String
    let sha256: String
    let bytes: [UInt8]
    let firstSeen: Timestamp
    let removed: [Removal]
    let fingerprint: [UInt8]

    private var id: String { document.id.text }
    private var article: Article { document.article }
    private var title: String { article.title ?? "" }
    private var kinds: String { article.paragraphs.map { ParagraphKinds.word(for: $0.kind) }.joined(separator: " ") }
    private var published: Timestamp { min(article.published?.timestamp ?? firstSeen, firstSeen) }

    func insert(into database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO publications (id, feed, story, url, site, outlet, credit, language, published, published_ms,
                    date_source, modified, image, description, seen, written, version, removed, removed_count, robots,
                    text_hash, file, sha256, bytes, stated)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [id, document.feed.name, document.story.text] + StatementArguments(values))
        let number = database.lastInsertedRowID
        try insertText(number, into: database)
        try saveFingerprint(in: database)
    }

    /// Replaces the rows of the version before; that version's text is kept beside them.
    func update(_ old: EarlierVersion, in database: Database) throws {
        try old.keep(before: fileName, in: database)
        try database.cachedStatement(
            sql: """
                UPDATE publications SET url = ?, site = ?, outlet = ?, credit = ?, language = ?, published = ?,
                    published_ms = ?, date_source = ?, modified = ?, image = ?, description = ?, seen = ?, written = ?,
                    version = ?, removed = ?, removed_count = ?, robots = ?, text_hash = ?, file = ?, sha256 = ?,
                    bytes = ?, stated = ?, withdrawn = NULL
                WHERE id = ?
                """
        ).execute(arguments: StatementArguments(values) + [id])
        try TextRows.remove(old.number, in: database)
        try insertText(old.number, into: database)
        try saveFingerprint(in: database)
    }

    /// Keeps a version that was published before the present one, with its file.
    func keepAsVersion(in database: Database) throws {
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO versions (id, version, quiet, written, sha256, text_hash, title, body, file)
                VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, document.version, document.written.milliseconds, sha256, Int64(bitPattern: text.hash), title,
                article.text, fileName,
            ])
    }

    /// From `url` on, in the order of the columns.
    private var values: [(any DatabaseValueConvertible)?] {
        [
            article.url, article.site, article.outlet, article.source, article.language, article.published?.iso8601,
            published.milliseconds, document.dateSource.rawValue, article.modified?.iso8601, article.image,
            article.description, firstSeen.milliseconds, document.written.milliseconds, document.version,
            StoredRemovals.text(removed), document.removed, article.robots.joined(separator: "\n"),
            Int64(bitPattern: text.hash), fileName, sha256, bytes.count, article.statedDate?.iso8601,
        ]
    }

    private func insertText(_ number: Int64, into database: Database) throws {
        let names = [article.site, article.outlet, article.source].compactMap { $0 }.joined(separator: "\n")
        try TextRows.insert(
            number, title: title, body: article.text, source: names, tags: article.tags.joined(separator: "\n"),
            authors: article.authors.joined(separator: "\n"), kinds: kinds, in: database)
    }

    private func saveFingerprint(in database: Database) throws {
        try FingerprintRows.save(
            StoredFingerprint(
                id: document.id, bytes: fingerprint, published: article.published?.timestamp, seen: firstSeen,
                story: document.story, duplicateOf: nil),
            in: database)
    }
}

/// What was taken out of an article, for `show`: bounded, as JSON.
enum StoredRemovals {
    private struct Block: Codable {
        var reason: String
        var text: String
    }

    static func text(_ removals: [Removal]) -> String {
        let blocks = removals.prefix(mostBlocks).map { removal in
            "{\"reason\":\"\(removal.reason.rawValue)\",\"text\":\(JSONText.string(StorableText.line(removal.text, limit: longestText)))}"
        }
        return "[\(blocks.joined(separator: ","))]"
    }

    static func removals(in text: String) -> [Removal] {
        (StoredJSON.value([Block].self, text) ?? []).compactMap { block in
            Removal.Reason(rawValue: block.reason).map { Removal($0, block.text) }
        }
    }

    private static let mostBlocks = 100
    /// Bytes.
    private static let longestText = 500
}
