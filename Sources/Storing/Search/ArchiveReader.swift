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
        let isAtRest = StateLock.holder(of: state) == nil && size(of: path + "-wal") == 0
        do {
            do {
                return try connect(path, isImmutable: isAtRest)
            } catch let error as DatabaseError where !isAtRest && isRefusal(error) {
                // A killed daemon left a log that only those who may write here can read: what was folded in before is
                // better than nothing.
                return try connect(path, isImmutable: true)
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    private static func isRefusal(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM].contains(error.resultCode.primaryResultCode)
    }

    /// - Parameter isImmutable: nobody writes, and a reader without the right to write here could not make the files
    ///   that a shared connection needs.
    private static func connect(_ path: String, isImmutable: Bool) throws -> ArchiveReader {
        let database = try IndexConnection.reading(path, isImmutable: isImmutable)
        try database.read { connection in
            let found = try Int.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
            guard found <= IndexSchema.version else {
                throw StorageError(.newerIndex(found: found, known: IndexSchema.version), path: path)
            }
            guard found > 0 else { throw StorageError(.missing, path: path) }
        }
        return ArchiveReader(database: database, path: path)
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

    /// When that process took the state directory; `nil` when that cannot be told.
    package static func daemonStart(of state: String) -> Timestamp? {
        var status = stat()
        guard stat("\(state)/\(StateLock.name)", &status) == 0 else { return nil }
        return Timestamp(seconds: Int64(status.st_mtim.tv_sec))
    }
}
