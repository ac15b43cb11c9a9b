import GRDB
package import NewsModel
import Synchronization

/// All that Rasid keeps: feeds, items, articles, the outbox and its journal. The only writer of them.
///
/// Every method blocks (SQLite, fsync) and may be called from any thread. The order that loses nothing: an item is
/// recorded as pending in the transaction that stores its feed's validators; its text is stored before its file is
/// renamed into the outbox; the journal tells of the file before the row says published. A crash in between is worked
/// off by the next ``open(state:outbox:duplicateWindow:now:)``.
package final class Archive: Sendable {
    /// The searching side, for those who only read.
    package let reader: ArchiveReader
    let database: DatabasePool
    let indexPath: String
    let settings: OutboxSettings
    /// How far back a text that is equal word for word is the same story.
    let duplicateWindow: Duration
    let publishing: Mutex<Publisher>
    let steps: StepHook
    private let lock: StateLock
    private let patience: IndexConnection.Patience

    /// Opens the archive, and leaves it as if there had been no crash.
    ///
    /// Makes the directories (state 0750, outbox 2750), proves that the outbox takes files, takes the lock, brings the
    /// index to the present schema. An index that cannot be read is set aside as `index.sqlite.corrupt-TIME` and built
    /// again from outbox and journal. What an earlier run stored but did not publish is published now, under the same
    /// name and with the same bytes.
    ///
    /// - Parameters:
    ///   - state: absolute path of the directory of index, journal and lock.
    ///   - duplicateWindow: how far back an equal text counts as told.
    ///   - now: the wall clock.
    /// - Throws: ``StorageError`` of kind `locked` with the other's process id while another daemon works here,
    ///   `notWritable`, `otherFileSystem`, `directory`, `newerIndex`, `full`.
    package static func open(
        state: String, outbox: OutboxSettings, duplicateWindow: Duration = .seconds(14 * 86_400), now: Timestamp
    ) throws(StorageError) -> Archive {
        try open(state: state, outbox: outbox, duplicateWindow: duplicateWindow, now: now, steps: StepHook())
    }

    /// The same with a hook at each step of publishing, for tests that stop there.
    static func open(
        state: String, outbox settings: OutboxSettings, duplicateWindow: Duration = .seconds(14 * 86_400),
        now: Timestamp, steps: StepHook
    ) throws(StorageError) -> Archive {
        let stateDirectory = try Directory.make(state, mode: 0o750)
        let lock = try StateLock(in: stateDirectory)
        let outbox = try Outbox(settings.directory, temporary: settings.temporary)
        let index = try IndexFile.open(in: stateDirectory, now: now)
        let journal = try Journal(in: stateDirectory, known: index.lastSeq, now: now)
        let archive = Archive(
            index, settings: settings, duplicateWindow: duplicateWindow,
            publisher: Publisher(outbox: outbox, room: OutboxRoom(settings), journal: journal, steps: steps), lock: lock
        )
        if index.isNew { try archive.rebuild() }
        do {
            try archive.recover(after: index.lastSeq, now: now)
        } catch  where error.kind == .held {
            // What waits for room does not keep the rest from working.
        }
        return archive
    }

    private init(
        _ index: IndexFile, settings: OutboxSettings, duplicateWindow: Duration,
        publisher: consuming sending Publisher, lock: StateLock
    ) {
        database = index.database
        indexPath = index.path
        patience = index.patience
        self.settings = settings
        self.duplicateWindow = duplicateWindow
        steps = publisher.steps
        publishing = Mutex(publisher)
        self.lock = lock
        reader = ArchiveReader(database: index.database, path: index.path)
    }

    /// Opens an archive for reading, beside a running daemon or without one.
    ///
    /// - Throws: ``StorageError`` of kind `missing` where no daemon has run, `newerIndex`, `damagedIndex`, `index`.
    package static func openReadOnly(state: String) throws(StorageError) -> ArchiveReader {
        try ArchiveReader.open(state: state)
    }

    /// The process is about to stop: a database that somebody else holds is no longer waited for. Safe on any thread.
    package func hurry() { patience.end() }

    /// How often the index was tried while somebody else held it; grows as long as it is waited for. Safe on any thread.
    package var waits: Int { patience.count }

    /// Folds the write-ahead log into the index, closes it and gives the lock back. Nothing works afterwards.
    ///
    /// What cannot be folded in now is folded in by the next start, so there is no error to report.
    package func close() {
        hurry()
        try? database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try? database.close()
        lock.release()
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
        do { return try database.read(body) } catch { throw StorageError(error, path: indexPath) }
    }

    func write<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
        do { return try database.write(body) } catch { throw StorageError(error, path: indexPath) }
    }
}
