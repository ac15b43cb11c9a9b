/// Entries on their way into one of many tables. Many of them are put into a table together: while it is worked on,
/// it lies in the processor's cache, and so a restart is done in a fraction of the time.
struct PendingEntries<Key: Sendable>: Sendable {
    /// Entries of all tables that wait at most.
    private static var limit: Int { 1 << 21 }

    private var entries: [[(key: Key, document: UInt32)]]
    private(set) var count = 0

    init(tables: Int) {
        entries = Array(repeating: [], count: tables)
    }

    var isFull: Bool { count >= PendingEntries.limit }

    mutating func add(_ key: Key, document: UInt32, table: Int) {
        entries[table].append((key, document))
        count += 1
    }

    /// Hands out what waits, table after table, in each in the order it came, and gives its memory back.
    mutating func drain(_ body: (_ table: Int, _ entries: [(key: Key, document: UInt32)]) -> Void) {
        guard count > 0 else { return }
        for table in entries.indices where !entries[table].isEmpty {
            body(table, entries[table])
            entries[table].removeAll(keepingCapacity: isFull)
        }
        count = 0
    }
}
