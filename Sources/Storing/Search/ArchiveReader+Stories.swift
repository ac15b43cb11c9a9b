import GRDB
package import NewsModel

/// One report of a story, or a copy of one.
package struct StoryMember: Sendable, Equatable {
    package let id: ArticleID
    package let title: String?
    /// The publication's own name.
    package let source: String?
    package let feed: FeedID
    /// When it says it was published, else when it was seen.
    package let published: Timestamp
    package let url: String?
    package let isCopy: Bool
}

/// An event as several outlets told it.
package struct ToldStory: Sendable, Equatable {
    package let id: StoryID
    /// Reports and copies, by time.
    package let members: [StoryMember]

    /// The headline that most of the others agree with; see ``StoryLabel``.
    package let title: String?

    package init(id: StoryID, members: [StoryMember]) {
        self.id = id
        self.members = members
        let reports = members.filter { !$0.isCopy }
        title = StoryLabel.best(of: (reports.isEmpty ? members : reports).compactMap(\.title))
    }

    /// Names of the outlets, in the order in which they told it.
    package var sources: [String] {
        var seen: Set<String> = []
        return members.map { $0.source ?? $0.feed.name }.filter { seen.insert($0).inserted }
    }
    package var started: Timestamp? { members.first?.published }
    package var latest: Timestamp? { members.last?.published }
}

extension ArchiveReader {
    /// Stories that two outlets or more told, those of the most outlets first.
    ///
    /// - Parameters:
    ///   - since: one report at least was first seen from then on.
    ///   - limit: stories at most.
    package func stories(since: Timestamp, limit: Int = 50) throws(StorageError) -> [ToldStory] {
        try read { database in
            let stories = try String.fetchAll(
                database,
                sql: """
                    WITH fresh AS (
                        SELECT story FROM publications WHERE seen >= :since
                        UNION SELECT p.story FROM copies c JOIN publications p ON p.id = c.of WHERE c.seen >= :since),
                    told AS (
                        SELECT story, ifnull(site, feed) AS outlet, seen FROM publications
                        WHERE seq IS NOT NULL AND story IN fresh
                        UNION ALL
                        SELECT p.story, ifnull(c.site, c.feed), c.seen FROM publications p JOIN copies c ON c.of = p.id
                        WHERE p.story IN fresh)
                    SELECT story FROM told GROUP BY story HAVING count(DISTINCT outlet) > 1
                    ORDER BY count(DISTINCT outlet) DESC, count(*) DESC, max(seen) DESC, story LIMIT :limit
                    """, arguments: ["since": since.milliseconds, "limit": limit])
            return try stories.compactMap { StoryID($0) }.map { id in
                ToldStory(id: id, members: try StoryRows.members(of: id, in: database))
            }
        }
    }
}

/// Reads who told a story.
enum StoryRows {
    /// By time; at most a thousand.
    static func members(of story: StoryID, in database: Database) throws -> [StoryMember] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT p.id, t.title, p.site, p.feed, p.published_ms AS time, p.url, 0
                FROM publications p JOIN texts t USING (number) WHERE p.story = :story AND p.seq IS NOT NULL
                UNION ALL
                SELECT c.id, c.title, c.site, c.feed, min(ifnull(c.published_ms, c.seen), c.seen), c.url, 1
                FROM publications p JOIN copies c ON c.of = p.id WHERE p.story = :story
                ORDER BY time, 1 LIMIT 1000
                """, arguments: ["story": story.text]
        ).compactMap { row in
            guard let id = ArticleID(row[0]), let feed = FeedID(row[3]) else { return nil }
            return StoryMember(
                id: id, title: row[1], source: row[2], feed: feed, published: Timestamp(milliseconds: row[4]),
                url: row[5], isCopy: row[6])
        }
    }
}
