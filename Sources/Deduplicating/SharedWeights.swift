/// What each of a few articles has in common with a new one.
struct SharedWeights {
    private static let size = 4096

    private var numbers: [UInt32] = []
    private var weights: [Float] = []
    /// Open addressing: the place of an article in `numbers` plus one; 0 is free.
    private var table: [UInt16] = Array(repeating: 0, count: SharedWeights.size)

    /// Counts for an article; of more than two thousand articles only the first.
    mutating func add(_ weight: Float, to number: UInt32) {
        var place = Int((number &* 0x9E37_79B1) >> 20)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            if numbers[index] == number {
                weights[index] += weight
                return
            }
            place = (place + 1) & (SharedWeights.size - 1)
        }
        guard numbers.count < SharedWeights.size / 2 else { return }
        numbers.append(number)
        weights.append(weight)
        table[place] = UInt16(numbers.count)
    }

    /// The articles that have most, those first.
    func most(_ count: Int) -> [UInt32] {
        var best = Best<UInt32>(limit: count)
        for (number, weight) in zip(numbers, weights) { best.offer(number, worth: weight) }
        return best.items
    }
}
