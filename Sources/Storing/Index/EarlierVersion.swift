import GRDB
import NewsModel

/// A published article as it stands before it changes.
struct EarlierVersion {
    let id: ArticleID
    let number: Int64
    let version: Int
    let written: Timestamp
    let sha256: String
    let textHash: Int64
    let title: String
    let body: String
    let story: StoryID?
    let firstSeen: Timestamp
    let file: String

    init?(_ id: ArticleID, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT p.number, p.version, p.written, p.sha256, p.text_hash, t.title, t.body, p.story, p.seen, p.file
                FROM publications p JOIN texts t USING (number) WHERE p.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { return nil }
        self.id = id
        number = row[0]
        version = row[1]
        written = Timestamp(milliseconds: row[2])
        sha256 = row[3]
        textHash = row[4]
        title = row[5]
        body = row[6]
        story = StoryID(row[7])
        firstSeen = Timestamp(milliseconds: row[8])
        file = row[9]
    }

    /// Keeps this text among the versions, with its file unless that is the next one's.
    func keep(before nextFile: String, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO versions (id, version, quiet, written, sha256, text_hash, title, body, file)
                VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.text, version, written.milliseconds, sha256, textHash, title, body, file == nextFile ? nil : file,
        ])
    }

    /// Of versions that have a file of their own.
    static func files(of id: String, in database: Database) throws -> [String] {
        let statement = try database.cachedStatement(sql: "SELECT file FROM versions WHERE id = ? AND file IS NOT NULL")
        return try String.fetchAll(statement, arguments: [id])
    }

    /// Whether `title` and `text` say nothing new: only a slip was mended, or the publisher went back to a text that
    /// was published before.
    func says(title newTitle: String, text: TextDigest, in database: Database) throws -> Bool {
        let isSameTitle = TextDigest(newTitle).hash == TextDigest(title).hash
        if isSameTitle, text.isSlip(from: TextDigest(body)) { return true }
        let statement = try database.cachedStatement(
            sql: "SELECT title FROM versions WHERE id = ? AND text_hash = ? AND quiet = 0")
        let earlier = try String.fetchAll(statement, arguments: [id.text, Int64(bitPattern: text.hash)])
        return earlier.contains { TextDigest($0).hash == TextDigest(newTitle).hash }
    }

    /// Keeps the text of a small correction that no file is written for, the last one of each version.
    func keepCorrection(_ article: Article, text: TextDigest, now: Timestamp, in database: Database) throws {
        guard Int64(bitPattern: text.hash) != textHash || article.text != body else { return }
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO versions (id, version, quiet, written, text_hash, title, body)
                VALUES (?, ?, 1, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.text, version, now.milliseconds, Int64(bitPattern: text.hash), article.title ?? "", article.text,
        ])
    }
}
