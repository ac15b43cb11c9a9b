/// Which recent documents are about a term, newest first: of each term the newest ``TermIndex/documentsOfATerm``, side
/// by side in memory.
///
/// 64 tables, each of which grows by itself, so that no single addition waits for all to be moved. Most terms are
/// borne by few documents and take 16 bytes; a full list doubles until it is as long as a list may be.
struct TermIndex: Sendable {
    /// What everybody writes about tells no story from another, so more of it need not be kept.
    static let documentsOfATerm = 64

    private static let tableBits: UInt32 = 6
    private var tables: [TermTable] = Array(repeating: TermTable(), count: 1 << TermIndex.tableBits)
    private var pending = PendingEntries<UInt16>(tables: 1 << TermIndex.tableBits)
    /// The oldest document that still counts.
    private var oldest: UInt32 = 1

    /// Adds `document` under a term, by ``Term/key``. Documents come in ascending order.
    mutating func add(_ key: UInt32, document: UInt32) {
        tables[table(of: key)].add(UInt16(truncatingIfNeeded: key >> TermIndex.tableBits), document, oldest: oldest)
    }

    /// As ``add(_:document:)``, but nothing is found before ``settle()``.
    mutating func addLater(_ key: UInt32, document: UInt32) {
        pending.add(UInt16(truncatingIfNeeded: key >> TermIndex.tableBits), document: document, table: table(of: key))
        if pending.isFull { settle() }
    }

    /// Puts in what was added to be put in later.
    mutating func settle() {
        pending.drain { table, entries in
            for entry in entries where entry.document >= oldest {
                tables[table].add(entry.key, entry.document, oldest: oldest)
            }
        }
    }

    /// Forgets the entries of all documents before `document`.
    mutating func forget(before document: UInt32) {
        oldest = document
    }

    /// Calls `body` with the documents that bear the term, newest first, at most `limit`.
    @inline(__always)
    func forEach(_ key: UInt32, limit: Int, _ body: (UInt32) -> Void) {
        tables[table(of: key)].forEach(
            UInt16(truncatingIfNeeded: key >> TermIndex.tableBits), oldest: oldest, limit: limit, body)
    }

    private func table(of key: UInt32) -> Int {
        Int(key & (1 << TermIndex.tableBits &- 1))
    }
}

/// The documents of the terms whose keys end alike.
private struct TermTable: Sendable {
    /// A term and where its documents stand.
    private struct Entry {
        /// The upper bits of its key.
        var key: UInt16 = 0
        /// Its list has room for twice as many documents as 2 to the power of this.
        var size: UInt8 = 0
        /// Documents in the list; once a list of the greatest size is full, the place of the oldest above that.
        var filled: UInt8 = 0
        var list: UInt32 = 0
    }

    /// Open addressing; an entry without documents is free.
    private var entries: [Entry] = Array(repeating: Entry(), count: 16)
    private var used = 0
    private var lists: [UInt32] = []
    /// Lists that nobody uses, by size.
    private var spare: [[UInt32]] = Array(repeating: [], count: Int(TermTable.mostSize) + 1)

    private static let mostSize: UInt8 = 5
    private static let mostDocuments = UInt8(2 << mostSize)

    mutating func add(_ key: UInt16, _ document: UInt32, oldest: UInt32) {
        if used >= entries.count / 4 * 3 { rebuild(oldest: oldest) }
        let place = place(of: key)
        if entries[place].filled == 0 {
            entries[place] = Entry(key: key, list: newList(0))
            used += 1
        }
        var entry = entries[place]
        append(document, to: &entry, oldest: oldest)
        entries[place] = entry
    }

    private mutating func append(_ document: UInt32, to entry: inout Entry, oldest: UInt32) {
        if entry.filled >= TermTable.mostDocuments {
            lists[Int(entry.list) + Int(entry.filled - TermTable.mostDocuments)] = document
            entry.filled = entry.filled + 1 == 2 * TermTable.mostDocuments ? TermTable.mostDocuments : entry.filled + 1
            return
        }
        if entry.filled == 2 << entry.size { makeRoom(in: &entry, oldest: oldest) }
        lists[Int(entry.list) + Int(entry.filled)] = document
        entry.filled += 1
    }

    /// Drops the documents that count no more; when they are few, moves the others to a list of twice the size.
    private mutating func makeRoom(in entry: inout Entry, oldest: UInt32) {
        let documents = lists[Int(entry.list)..<Int(entry.list) + Int(entry.filled)].filter { $0 >= oldest }
        if documents.count > Int(entry.filled) / 2 {
            spare[Int(entry.size)].append(entry.list)
            entry.size += 1
            entry.list = newList(entry.size)
        }
        for (place, document) in documents.enumerated() { lists[Int(entry.list) + place] = document }
        entry.filled = UInt8(documents.count)
    }

    private mutating func newList(_ size: UInt8) -> UInt32 {
        if let list = spare[Int(size)].popLast() { return list }
        let list = UInt32(lists.count)
        for _ in 0..<2 << size { lists.append(0) }
        return list
    }

    @inline(__always)
    func forEach(_ key: UInt16, oldest: UInt32, limit: Int, _ body: (UInt32) -> Void) {
        let entry = entries[place(of: key)]
        let isRing = entry.filled >= TermTable.mostDocuments
        let count = isRing ? TermTable.mostDocuments : entry.filled
        var next = isRing ? entry.filled - TermTable.mostDocuments : count
        for _ in 0..<min(Int(count), limit) {
            next = next == 0 ? TermTable.mostDocuments - 1 : next - 1
            let document = lists[Int(entry.list) + Int(next)]
            guard document >= oldest else { return }
            body(document)
        }
    }

    /// Where the term is, or where it would be.
    private func place(of key: UInt16) -> Int {
        var place = (Int(key) * entries.count) >> 16
        while entries[place].filled != 0, entries[place].key != key {
            place = place + 1 == entries.count ? 0 : place + 1
        }
        return place
    }

    /// Drops the terms none of whose documents counts, and makes room for a quarter more when the others need it.
    private mutating func rebuild(oldest: UInt32) {
        var living: [Entry] = []
        for entry in entries where entry.filled != 0 {
            let end = Int(min(entry.filled, TermTable.mostDocuments))
            if lists[Int(entry.list)..<Int(entry.list) + end].contains(where: { $0 >= oldest }) {
                living.append(entry)
            } else {
                spare[Int(entry.size)].append(entry.list)
            }
        }
        let room = living.count * 5 > entries.count * 3 ? entries.count / 4 * 5 : entries.count
        entries = Array(repeating: Entry(), count: room)
        used = living.count
        for entry in living { entries[place(of: entry.key)] = entry }
    }
}
