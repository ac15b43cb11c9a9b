/// One new text, laid out so that it is quick to compare with many old ones.
///
/// A run is three words, known by the low bytes of their codes: 24 bits, so that two texts of 300 words share a run by
/// chance in 1 of 100 comparisons.
struct Comparison: Sendable {
    private let words: [UInt8]
    /// For each position of the new text the number of the run that starts there; equal runs have equal numbers.
    private var runs: [UInt16] = []
    /// Open addressing: the run's 24 bits plus one in the low, its number in the high half; 0 is free.
    private var table: [UInt64]
    /// For each run, the last comparison that found it.
    private var found: [UInt32]
    private var turn: UInt32 = 0

    init(_ codes: [UInt16]) {
        words = codes.map { UInt8(truncatingIfNeeded: $0) }
        let count = max(words.count - 2, 0)
        var size = 64
        while size < count * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
        found = Array(repeating: 0, count: count)
        runs.reserveCapacity(count)
        var numbers = 0
        for start in 0..<count {
            let run = Comparison.run(words[start], words[start + 1], words[start + 2])
            var place = Comparison.home(of: run, in: size)
            while table[place] != 0, UInt32(truncatingIfNeeded: table[place]) != run + 1 {
                place = (place + 1) & (size - 1)
            }
            if table[place] == 0 {
                table[place] = UInt64(numbers) << 32 | UInt64(run + 1)
                numbers += 1
            }
            runs.append(UInt16(truncatingIfNeeded: table[place] >> 32))
        }
    }

    /// What the new text has in common with the words of `old`.
    mutating func overlap(with old: UnsafeBufferPointer<UInt8>) -> Overlap {
        turn += 1
        let count = old.count
        var overlap = Overlap(comparedNew: words.count, comparedOld: count)
        var end = 0
        overlap.leadOld = count
        for start in 0..<max(count - 2, 0) {
            guard let number = number(of: Comparison.run(old[start], old[start + 1], old[start + 2])) else { continue }
            found[number] = turn
            if end == 0 { overlap.leadOld = start }
            overlap.commonOld += start + 3 - max(end, start)
            end = start + 3
        }
        countNew(into: &overlap)
        return overlap
    }

    private func countNew(into overlap: inout Overlap) {
        var end = 0
        overlap.leadNew = words.count
        for start in runs.indices where found[Int(runs[start])] == turn {
            if end == 0 { overlap.leadNew = start }
            overlap.commonNew += start + 3 - max(end, start)
            end = start + 3
        }
    }

    private func number(of run: UInt32) -> Int? {
        var place = Comparison.home(of: run, in: table.count)
        while true {
            let entry = table[place]
            if entry == 0 { return nil }
            if UInt32(truncatingIfNeeded: entry) == run + 1 { return Int(entry >> 32) }
            place = (place + 1) & (table.count - 1)
        }
    }

    private static func run(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    private static func home(of run: UInt32, in size: Int) -> Int {
        Int((run &* 0x9E37_79B1) >> 8) & (size - 1)
    }
}
