import GRDB
package import NewsModel
import Synchronization

extension Archive {
    /// Publishes articles: stores them durably, writes and syncs their files, renames them into the outbox, tells the
    /// journal, marks the rows. One sync of the outbox and one of the journal for the whole batch.
    ///
    /// A copy of an article that was told before gets no file but a line in the journal. A changed article replaces its
    /// file when it says something new.
    ///
    /// - Returns: one result per publication, in order. An item that is no longer pending is `unchanged`.
    /// - Throws: ``StorageError``, `full` when a disk is. What was stored by then is published by the next call or
    ///   ``publishOutgoing(now:)``; nothing has to be handed over again, but an item whose text was not yet stored is
    ///   handed out again by ``pendingItems(limit:now:)``.
    @discardableResult
    package func publish(_ batch: [Publication], now: Timestamp) throws(StorageError) -> [PublicationResult] {
        // Text work before the lock and outside the transaction.
        let prepared = batch.map { PreparedPublication($0, settings: settings, now: now) }
        let window = now - duplicateWindow
        return try publishing.withLock { (publisher) throws(StorageError) in
            let outcomes = try store(prepared, since: window, now: now)
            try publisher.steps.reach(.stored)
            var told: [ArticleID: PublicationOutcome] = [:]
            for result in try publisher.flush(self, now: now) { told[result.id] = result.outcome }
            return outcomes.map { PublicationResult(id: $0.id, outcome: told[$0.id] ?? $0.outcome) }
        }
    }

    /// Publishes what is stored but could not be brought out, after space came back. Nothing to do is no error.
    @discardableResult
    package func publishOutgoing(now: Timestamp) throws(StorageError) -> [PublicationResult] {
        try publishing.withLock { (publisher) throws(StorageError) in try publisher.flush(self, now: now) }
    }

    /// Throws while the outbox holds as much as the settings allow.
    func requireRoom() throws(StorageError) {
        try publishing.withLock { (publisher) throws(StorageError) in try publisher.room.require(in: publisher.outbox) }
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
            defer { publisher.forgetTold() }
            _ = try publisher.flush(self, now: now)
        }
    }
}
