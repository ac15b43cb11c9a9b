/// Keeps the few worthiest of many items, in one pass.
struct Best<Item> {
    private let limit: Int
    private var kept: [(worth: Float, item: Item)] = []
    /// What an item must be worth to get in, once there are twice as many as are kept.
    private var bar = -Float.infinity

    init(limit: Int) {
        self.limit = limit
        kept.reserveCapacity(2 * limit)
    }

    /// The worthiest first; of equals the one that was offered first.
    var items: [Item] {
        sorted.prefix(limit).map(\.item)
    }

    mutating func offer(_ item: Item, worth: Float) {
        guard worth > bar else { return }
        kept.append((worth, item))
        if kept.count == 2 * limit {
            kept = Array(sorted.prefix(limit))
            bar = kept[limit - 1].worth
        }
    }

    private var sorted: [(worth: Float, item: Item)] {
        kept.sorted { $0.worth > $1.worth }
    }
}
