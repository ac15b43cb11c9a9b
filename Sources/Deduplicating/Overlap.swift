/// How much of two texts is the same, counted in words that stand in common runs of at least three words.
struct Overlap: Hashable, Sendable {
    /// Words of the new text, and of the old one, that stand in common runs.
    var commonNew = 0
    var commonOld = 0
    /// Words of each that were compared.
    var comparedNew = 0
    var comparedOld = 0
    /// Words before the first common run.
    var leadNew = 0
    var leadOld = 0

    /// Whether each text stands in the other from end to end.
    var isWhole: Bool {
        comparedNew > 0 && commonNew == comparedNew && commonOld == comparedOld
    }

    /// The share of the shorter text that stands in the other, 0…1.
    var coverage: Double {
        let (common, compared) = comparedNew <= comparedOld ? (commonNew, comparedNew) : (commonOld, comparedOld)
        return compared == 0 ? 0 : Double(common) / Double(compared)
    }
}
