import FoundationEssentials
import GRDB
import Glibc
import NewsModel

/// The index of a state directory, opened for writing.
struct IndexFile {
    let database: DatabasePool
    let path: String
    /// There was none, or the one there was could not be read.
    let isNew: Bool
    /// The highest journal number a row knows of.
    let lastSeq: Int64
    let patience: IndexConnection.Patience

    /// Opens the index, or sets a damaged one aside and makes a new one.
    static func open(in state: Directory, now: Timestamp) throws(StorageError) -> IndexFile {
        do {
            return try openOrMake(in: state)
        } catch {
            guard error.kind == .damagedIndex else { throw error }
        }
        try setAside(in: state, now: now)
        return try openOrMake(in: state)
    }

    private static func openOrMake(in state: Directory) throws(StorageError) -> IndexFile {
        // Made here, since SQLite gives its log the rights the index has.
        let name = IndexConnection.name
        let made = openat(state.descriptor, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard made >= 0 else { throw state.failure(name, .notWritable) }
        close(made)
        return try open(state.path + "/" + name)
    }

    private static func open(_ path: String) throws(StorageError) -> IndexFile {
        // Before it is opened for writing, which writes. One that cannot be read so is judged below.
        if let found = try? IndexConnection.version(of: path), found > IndexSchema.version {
            throw StorageError(.newerIndex(found: found, known: IndexSchema.version), path: path)
        }
        do {
            let patience = IndexConnection.Patience()
            let database = try IndexConnection.writing(path, patience: patience)
            return try database.writeWithoutTransaction { connection in
                let isNew = try IndexSchema.migrate(connection, path: path) == 0
                try check(connection, path: path)
                try SearchTermsCheck.update(connection)
                return IndexFile(
                    database: database, path: path, isNew: isNew, lastSeq: try lastSeq(connection), patience: patience)
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    private static func lastSeq(_ connection: Database) throws -> Int64 {
        try Int64.fetchOne(
            connection,
            sql: """
                SELECT max(ifnull((SELECT max(seq) FROM publications), 0),
                    ifnull((SELECT value FROM facts WHERE name = 'seq'), 0))
                """) ?? 0
    }

    /// Looks through an index that was not closed in order, when it is small enough for a start to wait for it.
    private static func check(_ connection: Database, path: String) throws {
        let pages = try Int.fetchOne(connection, sql: "PRAGMA page_count") ?? 0
        guard pages <= mostPagesToCheck else { return }
        let answer = try String.fetchOne(connection, sql: "PRAGMA quick_check(1)") ?? ""
        guard answer == "ok" else { throw StorageError(.damagedIndex, path: path, detail: answer) }
    }

    /// 64 MiB in pages of 4 KiB: read in a fraction of a second.
    private static let mostPagesToCheck = 16_384

    private static func setAside(in state: Directory, now: Timestamp) throws(StorageError) {
        for suffix in ["", "-wal", "-shm"] {
            let name = IndexConnection.name + suffix
            guard state.entry(name) != .nothing else { continue }
            let kept = "\(IndexConnection.name).corrupt-\(now.compact)\(suffix)"
            guard renameat(state.descriptor, name, state.descriptor, kept) == 0 else { throw state.failure(name) }
        }
    }
}
