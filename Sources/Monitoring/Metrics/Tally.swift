/// Counts by the value of one label. Values that are known beforehand are there from the start, with 0: a rate needs
/// a sample before the first event.
package struct Tally: Equatable, Sendable {
    package private(set) var counts: [String: Int]

    /// Values beyond this are counted together as `other`: labels that grow without end would burden whoever stores them.
    static let mostValues = 100

    package init(_ values: [String] = []) {
        counts = Dictionary(values.map { ($0, 0) }) { first, _ in first }
    }

    package mutating func add(_ value: String, _ count: Int = 1) {
        let isKnown = counts[value] != nil || counts.count < Tally.mostValues
        counts[isKnown ? value : "other", default: 0] += count
    }
}
