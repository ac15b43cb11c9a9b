import Testing

@testable import Monitoring

@Suite("How long something took, by classes")
struct HistogramTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let durations: [Duration]
        /// Up to 0.1 s, up to 1 s, longer.
        let counts: [Int]
    }

    static let cases = [
        Case(description: "nothing yet", durations: [], counts: [0, 0, 0]),
        Case(description: "below the first bound", durations: [.milliseconds(99)], counts: [1, 0, 0]),
        Case(description: "a bound belongs to its class", durations: [.milliseconds(100)], counts: [1, 0, 0]),
        Case(description: "just above it does not", durations: [.milliseconds(101)], counts: [0, 1, 0]),
        Case(description: "longer than all bounds", durations: [.seconds(2), .seconds(3)], counts: [0, 0, 2]),
        Case(description: "a clock that went back", durations: [.seconds(-1)], counts: [1, 0, 0]),
    ]

    @Test("each duration counts in one class", arguments: cases)
    func classes(_ c: Case) {
        var histogram = Histogram(bounds: [0.1, 1])
        for duration in c.durations { histogram.add(duration) }
        #expect(histogram.counts == c.counts)
        #expect(histogram.count == c.durations.count)
        #expect(histogram.sum == c.durations.reduce(0) { $0 + max($1 / .seconds(1), 0) })
    }

    @Test("each bound tells how many took so long or less")
    func cumulative() {
        var histogram = Histogram(bounds: [0.1, 1])
        for duration in [Duration.milliseconds(50), .milliseconds(500), .seconds(5)] { histogram.add(duration) }
        #expect(histogram.cumulative.map(\.count) == [1, 2])
        #expect(histogram.count == 3)
    }

    @Test("labels do not grow without end")
    func tally() {
        var tally = Tally(["known"])
        for number in 0..<1000 { tally.add("n\(number)") }
        tally.add("known")
        #expect(tally.counts.count == Tally.mostValues + 1)
        #expect(tally.counts["known"] == 1)
        #expect(tally.counts.values.reduce(0, +) == 1001)
    }
}
