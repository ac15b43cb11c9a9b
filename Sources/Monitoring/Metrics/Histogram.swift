/// How long something took, by classes: what a Prometheus histogram holds.
package struct Histogram: Equatable, Sendable {
    /// Upper bounds of the classes in seconds, ascending; what is longer counts in one more class.
    package let bounds: [Double]
    /// By class, the one above all bounds last.
    private(set) var counts: [Int]
    private(set) var sum = 0.0

    package init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    package var count: Int { counts.reduce(0, +) }

    package mutating func add(_ duration: Duration) {
        let seconds = max(duration / .seconds(1), 0)
        counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
        sum += seconds
    }

    /// Each bound with how many took so long or less.
    var cumulative: [(bound: Double, count: Int)] {
        var total = 0
        return zip(bounds, counts).map { bound, count in
            total += count
            return (bound, total)
        }
    }
}
