/// A value that several elements of a feed may give, some of which know better than others.
struct Ranked<Value> {
    private(set) var value: Value?
    private var rank = Int.min

    /// Takes a value that knows better than the one there is; of equals the first stays.
    mutating func offer(_ offered: Value?, rank: Int) {
        guard let offered, rank > self.rank else { return }
        value = offered
        self.rank = rank
    }

    /// Takes a value that knows as well or better: of equals the last stays.
    mutating func replace(_ offered: Value?, rank: Int) {
        guard let offered, rank >= self.rank else { return }
        value = offered
        self.rank = rank
    }
}
