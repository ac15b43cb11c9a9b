import GRDB
package import NewsModel
import Synchronization

extension Archive {
    /// Publishes articles: ``store(_:now:)`` and then ``publishOutgoing(now:)``.
    ///
    /// - Returns: one result per publication, in order. An item that is no longer pending is `unchanged`.
    /// - Throws: ``StorageError``, `full` when a disk is. What was stored by then is published by the next call or
    ///   ``publishOutgoing(now:)``; nothing has to be handed over again, but an item whose text was not yet stored is
    ///   handed out again by ``pendingItems(limit:now:)``.
    @discardableResult
    package func publish(_ batch: [Publication], now: Timestamp) throws(StorageError) -> [PublicationResult] {
        let stored = try store(batch, now: now)
        return PublicationResult.joined(stored, told: try publishOutgoing(now: now))
    }

    /// Stores articles durably, one sync for the whole batch, and leaves it to ``publishOutgoing(now:)`` to bring them
    /// out: batches may be stored while files of earlier ones are being written.
    ///
    /// A copy of an article that was told before gets no file but a line in the journal. A changed article replaces its
    /// file when it says something new.
    ///
    /// - Returns: one result per publication, in order: what will be told of it. The journal's numbers are 0.
    package func store(_ batch: [Publication], now: Timestamp) throws(StorageError) -> [PublicationResult] {
        // Text work outside the transaction.
        let prepared = batch.map { PreparedPublication($0, settings: settings, now: now) }
        let results = try store(prepared, since: now - duplicateWindow, now: now)
        try steps.reach(.stored)
        return results
    }

    /// Publishes what is stored: writes and syncs the files, renames them into the outbox, tells the journal, marks the
    /// rows. One sync of the outbox and one of the journal for each batch. Nothing to do is no error.
    ///
    /// - Returns: everything that was told by this call, also what earlier ones could not bring out.
    @discardableResult
    package func publishOutgoing(now: Timestamp) throws(StorageError) -> [PublicationResult] {
        try publishing.withLock { (publisher) throws(StorageError) in try publisher.flush(self, now: now) }
    }

    /// Publishes what is stored, and throws while the outbox takes no files. While another thread is at it, which will
    /// tell the same, nothing is done: who only asks does not wait for files.
    func requireOutlet(now: Timestamp) throws(StorageError) {
        let asked = publishing.withLockIfAvailable { publisher in
            Result { () throws(StorageError) in
                _ = try publisher.flush(self, now: now)
                try publisher.room.require(in: publisher.outbox)
            }
        }
        try asked?.get()
    }

    private func store(
        _ batch: [PreparedPublication], since: Timestamp, now: Timestamp
    ) throws(StorageError) -> [PublicationResult] {
        do {
            return try database.durably { database in
                try batch.map { publication in
                    PublicationResult(
                        id: publication.item.id,
                        outcome: try publication.store(since: since, now: now, in: database))
                }
            }
        } catch {
            throw StorageError(error, path: indexPath)
        }
    }

    /// Leaves things as if there had been no crash: what the journal already tells of is marked, the rest of the
    /// outgoing is published, items that were under way are handed out at once.
    func recover(after seq: Int64, now: Timestamp) throws(StorageError) {
        try write { database in
            try database.execute(
                sql: "UPDATE items SET due = ? WHERE state = 'pending' AND attempts = 0 AND due > ?",
                arguments: [now.milliseconds, now.milliseconds])
        }
        try publishing.withLock { (publisher) throws(StorageError) in
            let entries = try publisher.journal.entries(after: seq)
            publisher.remember(entries)
            try catchUp(with: entries, outbox: publisher.outbox)
            try takeInOrphans(of: publisher.outbox, journal: entries)
            defer { publisher.forgetTold() }
            _ = try publisher.flush(self, now: now)
        }
    }
}
