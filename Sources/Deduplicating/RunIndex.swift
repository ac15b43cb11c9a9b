/// Which documents bear a run of words. Keeps for each run only the newest few documents, so that a phrase everybody
/// uses costs no more than a rare one.
///
/// 256 open-addressing tables, each of which grows by itself, so that no single addition waits for all to be moved. An
/// entry is 6 bytes and a table is three fifths to three quarters full. Entries of documents that left are dead and are
/// taken over by new ones.
struct RunIndex: Sendable {
    /// Documents kept for one run. A wire text is told by more outlets than this only within hours, and then its copies
    /// are found by their other runs as well.
    static let documentsOfARun = 16

    private var tables: [RunTable] = Array(repeating: RunTable(), count: 256)
    private var pending = PendingEntries<UInt32>(tables: 256)

    /// Adds `document` under `run`. Documents come in ascending order.
    ///
    /// - Parameter oldest: the number of the oldest document that still counts.
    mutating func add(_ run: UInt32, document: UInt32, oldest: UInt32) {
        tables[Int(run >> 24)].add(run & 0xFF_FFFF, document: document, oldest: oldest)
    }

    /// As ``add(_:document:oldest:)``, but nothing is found before ``settle(oldest:)``.
    mutating func addLater(_ run: UInt32, document: UInt32, oldest: UInt32) {
        pending.add(run & 0xFF_FFFF, document: document, table: Int(run >> 24))
        if pending.isFull { settle(oldest: oldest) }
    }

    /// Puts in what was added to be put in later.
    mutating func settle(oldest: UInt32) {
        pending.drain { table, entries in
            tables[table].makeRoom(for: entries.count, oldest: oldest, newest: entries.last?.document ?? oldest)
            for entry in entries where entry.document >= oldest {
                tables[table].add(entry.key, document: entry.document, oldest: oldest)
            }
        }
    }

    /// Calls `body` with every document that bears `run`, in no order.
    ///
    /// - Parameter documents: the documents that count.
    @inline(__always)
    func forEach(_ run: UInt32, of documents: Range<UInt32>, _ body: (UInt32) -> Void) {
        tables[Int(run >> 24)].forEach(run & 0xFF_FFFF, of: documents, body)
    }
}

/// The documents of the runs whose hashes begin alike.
private struct RunTable: Sendable {
    /// Of each entry 16 bits of the run's hash, and 8 more above 24 of the document's number. An entry of all zeros is
    /// free: the hash gives it its place, so that 24 bits are all that is left to tell runs apart.
    private var marks: [UInt16] = Array(repeating: 0, count: 16)
    private var documents: [UInt32] = Array(repeating: 0, count: 16)
    /// Entries that are not free, dead ones included.
    private var used = 0

    private static let numberMask: UInt32 = 0xFF_FFFF

    mutating func add(_ run: UInt32, document: UInt32, oldest: UInt32) {
        // One number in 16 million looks like a free entry.
        guard document & RunTable.numberMask != 0 else { return }
        if used >= documents.count / 4 * 3 { rebuild(span: document &- oldest, newest: document) }
        let entry = (run & 0xFF) << 24 | document & RunTable.numberMask
        let mark = UInt16(truncatingIfNeeded: run >> 8)
        var place = home(of: run)
        var free: Int?
        var same = 0
        var oldestSame = (place: place, age: UInt32(0))
        while documents[place] != 0 {
            let age = (document &- documents[place]) & RunTable.numberMask
            if age > document &- oldest {
                if free == nil { free = place }
            } else if marks[place] == mark, (documents[place] ^ entry) & ~RunTable.numberMask == 0 {
                same += 1
                if age >= oldestSame.age { oldestSame = (place, age) }
            }
            place = place + 1 == documents.count ? 0 : place + 1
        }
        if same >= RunIndex.documentsOfARun {
            place = oldestSame.place
        } else if let free {
            place = free
        } else {
            used += 1
        }
        marks[place] = mark
        documents[place] = entry
    }

    @inline(__always)
    func forEach(_ run: UInt32, of span: Range<UInt32>, _ body: (UInt32) -> Void) {
        guard let newest = span.last else { return }
        let mark = UInt16(truncatingIfNeeded: run >> 8)
        documents.withUnsafeBufferPointer { documents in
            var place = home(of: run)
            while documents[place] != 0 {
                if marks[place] == mark, documents[place] >> 24 == run & 0xFF {
                    let age = (newest &- documents[place]) & RunTable.numberMask
                    if age < UInt32(span.count) { body(newest - age) }
                }
                place = place + 1 == documents.count ? 0 : place + 1
            }
        }
    }

    /// Grows at once by what so many more entries will need.
    mutating func makeRoom(for count: Int, oldest: UInt32, newest: UInt32) {
        guard (used + count) * 4 > documents.count * 3 else { return }
        rebuild(span: newest &- oldest, newest: newest, adding: count)
    }

    private func home(of run: UInt32) -> Int {
        (Int(run) * documents.count) >> 24
    }

    /// Drops the dead entries, and makes room for a quarter more when the living need it.
    private mutating func rebuild(span: UInt32, newest: UInt32, adding: Int = 0) {
        let old = (marks: marks, documents: documents)
        let living = old.documents.indices.filter { place in
            old.documents[place] != 0 && (newest &- old.documents[place]) & RunTable.numberMask <= span
        }
        let needed = (living.count + adding) / 2 * 3
        let room =
            needed * 10 > old.documents.count * 9 ? max(needed, old.documents.count / 4 * 5) : old.documents.count
        marks = Array(repeating: 0, count: room)
        documents = Array(repeating: 0, count: room)
        used = living.count
        for entry in living {
            let run = UInt32(old.marks[entry]) << 8 | old.documents[entry] >> 24
            var place = home(of: run)
            while documents[place] != 0 { place = place + 1 == room ? 0 : place + 1 }
            marks[place] = old.marks[entry]
            documents[place] = old.documents[entry]
        }
    }
}
