/// Which documents bear a run of words. Keeps for each run only the newest few documents, so that a phrase everybody
/// uses costs no more than a rare one.
///
/// One open-addressing table of 64-bit entries: about 11 bytes an entry. Entries of documents that left are dead and
/// are taken over by new ones.
struct RunIndex: Sendable {
    /// Documents kept for one run. A wire text is told by more outlets than this only within hours, and then its copies
    /// are found by their other runs as well.
    static let documentsOfARun = 16

    /// Upper half the run's hash, lower half the document's number; 0 is free.
    private var entries: [UInt64] = Array(repeating: 0, count: 1024)
    /// Entries that are not free, dead ones included.
    private var used = 0

    /// Adds `document` under `run`. Documents come in ascending order.
    ///
    /// - Parameter oldest: the number of the oldest document that still counts.
    mutating func add(_ run: UInt32, document: UInt32, oldest: UInt32) {
        if used >= entries.count / 4 * 3 { rebuild(oldest: oldest) }
        var place = home(of: run)
        var free: Int?
        var same = 0
        var oldestSame = (place: place, document: UInt32.max)
        while entries[place] != 0 {
            let entry = entries[place]
            let known = UInt32(truncatingIfNeeded: entry)
            if known < oldest {
                if free == nil { free = place }
            } else if UInt32(entry >> 32) == run {
                same += 1
                if known < oldestSame.document { oldestSame = (place, known) }
            }
            place = place + 1 == entries.count ? 0 : place + 1
        }
        if same >= RunIndex.documentsOfARun {
            place = oldestSame.place
        } else if let free {
            place = free
        } else {
            used += 1
        }
        entries[place] = UInt64(run) << 32 | UInt64(document)
    }

    /// Calls `body` with every document that bears `run`, in no order.
    @inline(__always)
    func forEach(_ run: UInt32, oldest: UInt32, _ body: (UInt32) -> Void) {
        var place = home(of: run)
        while entries[place] != 0 {
            let entry = entries[place]
            if UInt32(entry >> 32) == run, UInt32(truncatingIfNeeded: entry) >= oldest {
                body(UInt32(truncatingIfNeeded: entry))
            }
            place = place + 1 == entries.count ? 0 : place + 1
        }
    }

    private func home(of run: UInt32) -> Int {
        Int((UInt64(run) &* UInt64(entries.count)) >> 32)
    }

    /// Drops the dead entries, and makes room for half as many again when the living need it.
    private mutating func rebuild(oldest: UInt32) {
        let living = entries.count { $0 != 0 && UInt32(truncatingIfNeeded: $0) >= oldest }
        let old = entries
        let room = living > old.count / 2 ? old.count / 2 * 3 : old.count
        entries = Array(repeating: 0, count: room)
        used = living
        for entry in old where entry != 0 && UInt32(truncatingIfNeeded: entry) >= oldest {
            var place = home(of: UInt32(entry >> 32))
            while entries[place] != 0 { place = place + 1 == entries.count ? 0 : place + 1 }
            entries[place] = entry
        }
    }
}
