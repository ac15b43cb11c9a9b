/// Decides whether one text is a copy of another.
struct CopyRule: Sendable {
    static func isCopy(_ overlap: Overlap, _ new: Fingerprint, of old: Document) -> Bool {
        let coverage = overlap.coverage
        let shorter = min(overlap.comparedNew, overlap.comparedOld)
        guard coverage >= (shorter < shortText ? 0.95 : leastCoverage) else { return false }
        if new.length > old.length, Double(overlap.commonNew) < leastOldShare * Double(new.length) { return false }
        return numberShare(new, old) >= leastNumberShare
    }

    static let leastCoverage = 0.75
    static let leastOldShare = 0.45
    static let leastNumberShare = 0.75
    static let shortText = 12

    /// The share of the numbers of the text with fewer of them that stand in the other; 1 when it has none.
    static func numberShare(_ new: Fingerprint, _ old: Document) -> Double {
        let count = old.numberCount
        var common = 0
        var index = 0
        for number in new.numbers {
            while index < count, old.number(index) < number { index += 1 }
            if index < count, old.number(index) == number { common += 1 }
        }
        let fewer = new.words.count <= old.kept ? new.numbers.count : count
        return fewer == 0 ? 1 : Double(common) / Double(fewer)
    }
}
