import GRDB
import NewsModel

/// What happened on each day (UTC), feed by feed.
enum Tallies {
    static func add(_ outcome: String, feed: String, at now: Timestamp, count: Int = 1, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO tallies (day, feed, outcome, count) VALUES (?, ?, ?, ?)
                ON CONFLICT (day, feed, outcome) DO UPDATE SET count = count + excluded.count
                """
        ).execute(arguments: [day(of: now), feed, outcome, count])
    }

    static func day(of time: Timestamp) -> String { String(time.rfc3339.prefix(10)) }
}
