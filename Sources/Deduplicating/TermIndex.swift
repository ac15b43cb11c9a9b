/// Which recent documents are about a term, newest first.
///
/// Chains through a ring, from new to old: forgetting moves the ring's tail. 8 bytes an entry, and a megabyte for the
/// heads of the chains. Terms share chains; eight bits of the term tell them apart, and a rare mix-up is only a document
/// that is looked at in vain.
struct TermIndex: Sendable {
    private static let headBits: UInt32 = 18

    /// The number of the newest entry of each chain, 0 for none.
    private var heads: [UInt32] = Array(repeating: 0, count: 1 << TermIndex.headBits)
    /// A power of two of entries.
    private var ring: [Entry] = Array(repeating: Entry(mark: 0, older: 0), count: 1024)
    /// Number of the next entry, and of the oldest that still counts.
    private var next: UInt32 = 1
    private var tail: UInt32 = 1

    private struct Entry: Sendable {
        /// 24 bits of the document's number, 8 bits of the term.
        var mark: UInt32
        /// The number of the next older entry in the chain.
        var older: UInt32
    }

    /// Adds `document` under a term. Documents come in ascending order.
    mutating func add(_ key: UInt32, document: UInt32) {
        if Int(next &- tail) == ring.count { grow() }
        let chain = Int(key & (1 << TermIndex.headBits &- 1))
        ring[Int(next) & (ring.count - 1)] = Entry(mark: document << 8 | tag(key), older: heads[chain])
        heads[chain] = next
        next &+= 1
    }

    /// Forgets the entries of all documents before `document`.
    mutating func forget(before document: UInt32) {
        while tail != next {
            let age = (document &- ring[Int(tail) & (ring.count - 1)].mark >> 8) & 0xFF_FFFF
            guard age > 0, age < 0x80_0000 else { return }
            tail &+= 1
        }
    }

    /// Calls `body` with the documents that bear the term, newest first, after looking at no more than `limit` entries.
    @inline(__always)
    func forEach(_ key: UInt32, newest: UInt32, limit: Int, _ body: (UInt32) -> Void) {
        var number = heads[Int(key & (1 << TermIndex.headBits &- 1))]
        var steps = 0
        // A number outside the ring's present span is forgotten, and so is all that is older.
        while number &- tail < next &- tail, steps < limit {
            let entry = ring[Int(number) & (ring.count - 1)]
            if entry.mark & 0xFF == tag(key) {
                body(newest &- ((newest &- entry.mark >> 8) & 0xFF_FFFF))
            }
            steps += 1
            number = entry.older
        }
    }

    @inline(__always)
    private func tag(_ key: UInt32) -> UInt32 {
        (key >> 14 ^ (key &* 0x9E37_79B1) >> 24) & 0xFF
    }

    private mutating func grow() {
        var larger = Array(repeating: Entry(mark: 0, older: 0), count: ring.count * 2)
        var number = tail
        while number != next {
            larger[Int(number) & (larger.count - 1)] = ring[Int(number) & (ring.count - 1)]
            number &+= 1
        }
        ring = larger
    }
}
