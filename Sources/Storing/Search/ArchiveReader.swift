import GRDB
import Glibc
package import NewsModel

/// Reads an archive: search, articles, stories. Changes nothing; safe beside a running daemon.
package final class ArchiveReader: Sendable {
    let database: any DatabaseReader
    let path: String

    init(database: any DatabaseReader, path: String) {
        self.database = database
        self.path = path
    }

    static func open(state: String) throws(StorageError) -> ArchiveReader {
        let path = state + "/" + IndexConnection.name
        guard access(path, F_OK) == 0 else {
            throw StorageError(
                errno == ENOENT ? .missing : .index, path: path, detail: String(cString: strerror(errno)))
        }
        do {
            let reader = ArchiveReader(database: try connect(path), path: path)
            try reader.database.read { database in
                let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                guard found <= IndexSchema.version else {
                    throw StorageError(.newerIndex(found: found, known: IndexSchema.version), path: path)
                }
                guard found > 0 else { throw StorageError(.missing, path: path) }
            }
            return reader
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Without a write-ahead log nobody is writing, and a reader without the right to write there could not make one.
    private static func connect(_ path: String) throws -> DatabaseQueue {
        let isAtRest = access(path + "-wal", F_OK) != 0
        return try IndexConnection.reading(path, isImmutable: isAtRest)
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
        do { return try database.read(body) } catch { throw StorageError(error, path: path) }
    }

    /// What is remembered of every feed, by name; also of those that are configured no more.
    package func feedRecords() throws(StorageError) -> [FeedRecord] {
        try read { database in
            try String.fetchAll(database, sql: "SELECT record FROM feeds ORDER BY name")
                .compactMap { StoredJSON.value(FeedRecord.self, $0) }
        }
    }

    /// The process that works on a state directory, `nil` when none does. Asks the kernel, not a file.
    package static func daemon(of state: String) -> Int32? {
        StateLock.holder(of: state)
    }
}
