import Dispatch
import GRDB
package import NewsModel

extension ArchiveReader {
    /// The articles that match, best and newest first.
    ///
    /// Relevance counts a word in the title like several in the text, and halves with every month of age. Of more
    /// than 5,000 matches the newest are ranked.
    ///
    /// - Parameters:
    ///   - limit: hits at most.
    ///   - now: what age is counted from.
    ///   - timeLimit: how long it may take; a query that begins half of all words can take seconds.
    /// - Throws: ``StorageError``, `tooSlow` past the time limit.
    package func search(
        _ query: SearchQuery, limit: Int = 20, now: Timestamp, timeLimit: Duration = .seconds(10)
    ) throws(StorageError) -> [SearchHit] {
        try within(timeLimit) { database in
            let conditions = SearchConditions(query)
            let candidates = try conditions.candidates(in: database)
            let best = conditions.ranked(candidates, isNewestFirst: query.isNewestFirst, now: now).prefix(max(limit, 0))
            return try best.compactMap { try conditions.hit($0, in: database) }
        }
    }

    /// Runs `body` and interrupts SQLite when it takes too long.
    func within<Result>(
        _ limit: Duration, _ body: (Database) throws -> Result
    ) throws(StorageError) -> Result {
        let alarm = DispatchWorkItem { [database] in database.interrupt() }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .milliseconds(Int(limit.wholeMilliseconds)), execute: alarm)
        defer { alarm.cancel() }
        do {
            return try database.read(body)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw StorageError(.tooSlow, path: path)
        } catch {
            throw StorageError(error, path: path)
        }
    }
}
