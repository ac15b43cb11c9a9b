import GRDB
import NewsModel

/// Brings stored articles out: into the outbox, then the journal, then the rows. One at a time per process.
struct Publisher: Sendable {
    var outbox: Outbox
    var room: OutboxRoom
    private(set) var journal: Journal
    let steps: StepHook
    /// What the journal already tells of although the rows do not know: a crash came in between. By event.
    private var told: [EventName: Int64] = [:]

    private struct EventName: Hashable {
        let kind: JournalEventKind
        let id: ArticleID
        let version: Int
    }

    init(outbox: Outbox, room: OutboxRoom, journal: Journal, steps: StepHook) {
        self.outbox = outbox
        self.room = room
        self.journal = journal
        self.steps = steps
    }

    mutating func remember(_ entries: [JournalEntry]) {
        for entry in entries {
            told[EventName(kind: entry.event, id: entry.id, version: entry.version)] = entry.seq
        }
    }

    mutating func forgetTold() { told = [:] }

    /// Publishes everything outgoing, batch by batch.
    ///
    /// When a file cannot be written, those before it are finished and the error is thrown; the rest waits.
    mutating func flush(_ archive: Archive, now: Timestamp) throws(StorageError) -> [PublicationResult] {
        var results: [PublicationResult] = []
        while true {
            let rows = try archive.read { try OutgoingRow.all(limit: Publisher.batch, in: $0) }
            if rows.isEmpty { return results }
            results += try flush(rows, archive, now: now)
        }
    }

    /// Rows whose text is held in memory at once.
    private static let batch = 200

    private mutating func flush(
        _ rows: [OutgoingRow], _ archive: Archive, now: Timestamp
    ) throws(StorageError) -> [PublicationResult] {
        let done = rows.compactMap { row in told[name(of: row)].map { (row: row, seq: $0) } }
        let open = rows.filter { told[name(of: $0)] == nil }
        try outbox.follow()
        let (revealed, failure) = try reveal(open, of: archive)
        let numbers = try journal.append(revealed.map(\.event), now: now)
        try steps.reach(.journaled)
        let finished = done + zip(revealed, numbers).map { (row: $0, seq: $1) }
        try archive.finish(finished, now: now)
        if let failure { throw failure }
        return finished.map { PublicationResult(id: $0.row.id, outcome: $0.row.outcome(seq: $0.seq)) }
    }

    private func name(of row: OutgoingRow) -> EventName {
        EventName(kind: row.kind, id: row.id, version: row.version)
    }
}
