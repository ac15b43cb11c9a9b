import GRDB
import NewsModel

/// Makes an article of its rows again.
enum ArticleRow {
    /// - Parameter row: all columns of `publications` and `texts`. `nil` for a row that only a hand in the database
    ///   can have made.
    static func document(_ row: Row) -> ArticleDocument? {
        guard let id = ArticleID(row["id"]), let feed = FeedID(row["feed"]), let story = StoryID(row["story"]),
            let dateSource = ArticleDocument.DateSource(rawValue: row["date_source"])
        else { return nil }
        let kinds = (row["kinds"] as String).split(separator: " ")
        let article = Article(
            url: row["url"], title: row["title"], paragraphs: paragraphs(row["body"], kinds: kinds),
            authors: names(row["authors"]), published: date(row["published"]), modified: date(row["modified"]),
            site: row["site"], outlet: row["outlet"], source: row["credit"], language: row["language"],
            image: row["image"], description: row["description"], tags: names(row["tags"]),
            robots: names(row["robots"]),
            statedDate: date(row["stated"])
        )
        return ArticleDocument(
            article: article, id: id, feed: feed, story: story, version: row["version"], dateSource: dateSource,
            removed: row["removed_count"], written: Timestamp(milliseconds: row["written"]))
    }

    /// Where preformatted text holds blank lines, there are more blocks than kinds, and all are plain.
    private static func paragraphs(_ body: String, kinds: [Substring]) -> [Paragraph] {
        let blocks = ParagraphKinds.blocks(of: body)
        return ParagraphKinds.paragraphs(blocks, kinds: blocks.count == kinds.count ? kinds : [])
    }

    private static func names(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private static func date(_ text: String?) -> PublicationDate? { text.flatMap { PublicationDate(rfc3339: $0) } }

    static func versions(of id: ArticleID, in database: Database) throws -> [ArticleDetails.Version] {
        try Row.fetchAll(
            database,
            sql: "SELECT version, written, title, body, quiet FROM versions WHERE id = ? ORDER BY written, version",
            arguments: [id.text]
        ).map { row in
            ArticleDetails.Version(
                version: row[0], written: Timestamp(milliseconds: row[1]), title: row[2], text: row[3], isQuiet: row[4])
        }
    }

    static func copies(of id: ArticleID, in database: Database) throws -> [ArticleDetails.Copy] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, feed, url, title, site, published_ms, seen, similarity FROM copies WHERE of = ?
                ORDER BY seen, id
                """, arguments: [id.text]
        ).compactMap { row in
            guard let copy = ArticleID(row[0]), let feed = FeedID(row[1]) else { return nil }
            return ArticleDetails.Copy(
                id: copy, feed: feed, url: row[2], title: row[3], source: row[4],
                published: (row[5] as Int64?).map(Timestamp.init(milliseconds:)),
                seen: Timestamp(milliseconds: row[6]), similarity: row[7])
        }
    }
}
