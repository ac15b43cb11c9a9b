import GRDB
import NewsModel

/// A throw-away index in memory, searched by the very code of the archive. For tests and tuning.
package final class SearchTrial {
    private let database: DatabaseQueue
    private var ids: [String] = []

    package init() throws(StorageError) {
        do {
            database = try IndexConnection.inMemory()
            _ = try database.writeWithoutTransaction { try IndexSchema.migrate($0, path: ":memory:") }
        } catch {
            throw StorageError(error, path: ":memory:")
        }
    }

    package func add(id: String, title: String, text: String) throws(StorageError) {
        do {
            try database.write { database in
                try TextRows.insert(
                    Int64(ids.count + 1), title: title, body: text, source: "", tags: "", authors: "", kinds: "",
                    in: database)
            }
        } catch {
            throw StorageError(error, path: ":memory:")
        }
        ids.append(id)
    }

    /// The ids of all documents that match, best first.
    package func search(_ query: String) throws(StorageError) -> [String] {
        let query = SearchQuery(query, now: Timestamp(seconds: 0))
        guard let match = SearchExpression.matching(query) else { return [] }
        do {
            return try database.read { database in
                try Int.fetchAll(
                    database, sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 5.0, 1.0)",
                    arguments: [match]
                ).map { ids[$0 - 1] }
            }
        } catch {
            throw StorageError(error, path: ":memory:")
        }
    }
}
