import GRDB
import Glibc
import NewsModel

/// A query as SQL, and what is done with its rows.
struct SearchConditions {
    struct Candidate {
        let number: Int64
        let published: Timestamp
        let relevance: Double
        var score = 0.0
    }

    private let match: String?
    private let sql: String
    private let arguments: StatementArguments

    init(_ query: SearchQuery) {
        match = SearchExpression.matching(query)
        var conditions = ["p.seq IS NOT NULL"]
        var arguments: [any DatabaseValueConvertible] = []
        if let match { arguments.append(match) }
        if !query.feeds.isEmpty {
            conditions.append("p.feed IN (\(query.feeds.map { _ in "?" }.joined(separator: ", ")))")
            arguments += query.feeds
        }
        if let since = query.since {
            conditions.append("p.published_ms >= ?")
            arguments.append(since.milliseconds)
        }
        if let until = query.until {
            conditions.append("p.published_ms <= ?")
            arguments.append(until.milliseconds)
        }
        if match == nil, let excluded = SearchExpression.excluding(query) {
            conditions.append("p.number NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
            arguments.append(excluded)
        }
        let all = conditions.joined(separator: " AND ")
        sql =
            match == nil
            ? "SELECT p.number, p.published_ms, 1.0 FROM publications p WHERE \(all) ORDER BY p.published_ms DESC LIMIT 5000"
            : """
            SELECT search.rowid, p.published_ms, -bm25(search, 5.0, 1.0, 2.0, 3.0, 2.0)
            FROM search CROSS JOIN publications p ON p.number = search.rowid
            WHERE search MATCH ? AND \(all) ORDER BY search.rowid DESC LIMIT 5000
            """
        self.arguments = StatementArguments(arguments)
    }

    /// The newest matches.
    func candidates(in database: Database) throws -> [Candidate] {
        try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            Candidate(number: row[0], published: Timestamp(milliseconds: row[1]), relevance: max(row[2], 1e-9))
        }
    }

    /// Best first.
    func ranked(_ candidates: [Candidate], isNewestFirst: Bool, now: Timestamp) -> [Candidate] {
        let scored = candidates.map { candidate in
            var candidate = candidate
            let days = Double(max((now - candidate.published).wholeSeconds, 0)) / 86_400
            let recency = exp2(-days / 30)
            candidate.score =
                isNewestFirst || match == nil ? -days : candidate.relevance * (0.25 + 0.75 * recency)
            return candidate
        }
        return scored.sorted { ($0.score, $0.number) > ($1.score, $1.number) }
    }

    /// All that is shown of a match; `nil` when its row went meanwhile.
    func hit(_ candidate: Candidate, in database: Database) throws -> SearchHit? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT p.id, p.feed, p.site, p.url, p.story, p.file, p.has_file, t.title, substr(t.body, 1, 300)
                    FROM publications p JOIN texts t USING (number) WHERE number = ?
                    """), arguments: [candidate.number])
        guard let row, let id = ArticleID(row[0]), let feed = FeedID(row[1]), let story = StoryID(row[4]) else {
            return nil
        }
        let marked = try self.marked(candidate.number, in: database)
        return SearchHit(
            id: id, title: marked?.title ?? MarkedText(row[7]),
            snippet: marked?.snippet ?? MarkedText(row[8]), feed: feed, source: row[2],
            published: candidate.published, url: row[3], story: story, file: row[6] ? row[5] : nil,
            score: candidate.score)
    }

    private func marked(_ number: Int64, in database: Database) throws -> (title: MarkedText, snippet: MarkedText)? {
        guard let match else { return nil }
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT highlight(search, 0, char(2), char(3)), snippet(search, 1, char(2), char(3), '…', 32)
                    FROM search WHERE search MATCH ? AND rowid = ?
                    """), arguments: [match, number])
        return row.map { (MarkedText(marked: $0[0]), MarkedText(marked: $0[1])) }
    }
}
