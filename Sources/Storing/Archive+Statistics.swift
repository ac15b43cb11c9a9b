import GRDB
import Glibc
package import NewsModel

/// What there is, for status and metrics.
package struct ArchiveStatistics: Sendable, Equatable {
    /// Articles of the index, with and without a file.
    package var articles = 0
    /// Visible files, as far as the index knows: a consumer may have taken some away.
    package var files = 0
    /// Of those files.
    package var bytes: Int64 = 0
    /// Stories told by two articles or more.
    package var stories = 0
    /// Items of configured feeds that wait to be fetched, cleaned, placed.
    package var pending = 0
    /// Articles whose text is stored and whose file is not there yet: more than none between two calls means that
    /// the outbox takes no files.
    package var outgoing = 0
    /// The last event that was told.
    package var lastWrite: Timestamp?
    /// Its number.
    package var sequence: Int64 = 0
    package var indexBytes: Int64 = 0
    package var walBytes: Int64 = 0

    package init() {}
}

/// How much the outbox grew.
package struct ArchiveGrowth: Sendable, Equatable {
    package let bytes: Int64
    /// When the first of these files was seen.
    package let first: Timestamp
}

extension Archive {
    package func statistics() throws(StorageError) -> ArchiveStatistics {
        try reader.statistics()
    }
}

extension ArchiveReader {
    /// Some milliseconds per 100,000 articles.
    package func statistics() throws(StorageError) -> ArchiveStatistics {
        var statistics = try read { try ArchiveReader.statistics(in: $0) }
        statistics.indexBytes = ArchiveReader.size(of: path)
        statistics.walBytes = ArchiveReader.size(of: path + "-wal")
        return statistics
    }

    private static func statistics(in database: Database) throws -> ArchiveStatistics {
        func number(_ sql: String) throws -> Int64 { try Int64.fetchOne(database, sql: sql) ?? 0 }
        var found = ArchiveStatistics()
        found.articles = Int(try number("SELECT count(*) FROM publications"))
        found.files = Int(
            try number("SELECT count(*) FROM publications WHERE has_file = 1")
                + number("SELECT count(*) FROM versions WHERE file IS NOT NULL"))
        found.bytes = try number("SELECT ifnull(sum(bytes), 0) FROM publications WHERE has_file = 1")
        found.stories = Int(
            try number("SELECT count(*) FROM (SELECT 1 FROM publications GROUP BY story HAVING count(*) > 1)"))
        found.pending = Int(try number("SELECT count(*) FROM items WHERE state = 'pending' AND \(PendingRow.isListed)"))
        found.outgoing = Int(try number("SELECT count(*) FROM outgoing"))
        found.sequence = try number("SELECT value FROM facts WHERE name = 'seq'")
        found.lastWrite = try Int64.fetchOne(database, sql: "SELECT value FROM facts WHERE name = 'last_write'")
            .map(Timestamp.init(milliseconds:))
        return found
    }

    /// What happened on a day (UTC): `new`, `update`, `duplicate`, `withdraw`, and the reasons of ``SetAsideReason``.
    package func tallies(of day: CivilDate) throws(StorageError) -> [String: Int] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT outcome, sum(count) FROM tallies WHERE day = ? GROUP BY outcome",
                arguments: [day.description])
            return Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { $0 + $1 }
        }
    }

    /// What was written to the outbox from `since` on; `nil` when nothing was.
    package func bytesWritten(since: Timestamp) throws(StorageError) -> ArchiveGrowth? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT ifnull(sum(bytes), 0), min(seen) FROM publications WHERE has_file = 1 AND seen >= ?",
                arguments: [since.milliseconds])
            guard let row, let first = row[1] as Int64? else { return nil }
            return ArchiveGrowth(bytes: row[0], first: Timestamp(milliseconds: first))
        }
    }

    /// Items that came in each feed on each of the last `days` days (UTC), oldest first, the present day last. Feeds
    /// without any are not there.
    package func itemsByDay(days: Int, now: Timestamp) throws(StorageError) -> [FeedID: [Int]] {
        let names = (0..<max(days, 1)).reversed().map { Tallies.day(of: now - .seconds(86_400 * $0)) }
        let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT feed, day, sum(count) FROM tallies WHERE outcome IN ('new', 'duplicate') AND day >= ?
                    GROUP BY feed, day
                    """, arguments: [names[0]])
            var found: [FeedID: [Int]] = [:]
            for row in rows {
                guard let feed = FeedID(row[0]), let place = places[row[1]] else { continue }
                found[feed, default: Array(repeating: 0, count: names.count)][place] = row[2]
            }
            return found
        }
    }

    /// New articles of each feed per day over the days before `now`, the present day left out.
    ///
    /// - Parameter days: how many days count, at least 1. Feeds without an article are not there.
    package func articlesPerDay(days: Int, now: Timestamp) throws(StorageError) -> [FeedID: Double] {
        let since = Tallies.day(of: now - .seconds(86_400 * max(days, 1)))
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT feed, sum(count) FROM tallies WHERE outcome IN ('new', 'duplicate') AND day >= ? AND day < ?
                    GROUP BY feed
                    """, arguments: [since, Tallies.day(of: now)])
            let pairs = rows.compactMap { row in
                FeedID(row[0]).map { ($0, Double(row[1] as Int) / Double(max(days, 1))) }
            }
            return Dictionary(pairs) { $0 + $1 }
        }
    }

    /// Bytes; 0 for what is not there.
    static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
