/// A stem and how much it says about the article it stands in, in 32 bits.
struct Term: Hashable, Sendable {
    /// 22 bits of hash, 3 of commonness, 1 for the title, 6 of weight.
    let packed: UInt32

    init(packed: UInt32) {
        self.packed = packed
    }

    /// - Parameters:
    ///   - hash: of the stem; its upper 22 bits count.
    ///   - weight: how often and how prominently it is said; 0…7.8, in steps of an eighth.
    init(hash: UInt32, commonness: Commonness, isInTitle: Bool, weight: Float) {
        packed =
            hash & 0xFFFF_FC00 | UInt32(commonness.rawValue) << 7 | (isInTitle ? 0x40 : 0)
            | UInt32(min(max(weight * 8, 1), 63))
    }

    /// The same stem, saying as little as it can.
    var discounted: Term { Term(packed: packed & ~0x3F | 1) }

    /// What the stem is looked up by: 22 bits.
    var key: UInt32 { packed >> 10 }

    var commonness: Commonness { Commonness(rawValue: UInt8(packed >> 7 & 7)) ?? .rare }

    var isInTitle: Bool { packed & 0x40 != 0 }

    var weight: Float { Float(packed & 0x3F) / 8 }
}

/// In how many articles a stem is to be expected before any was seen: each level in about 1.6 times as many as the one
/// before.
enum Commonness: UInt8, Sendable, CaseIterable {
    case rare, seldom, occasional, familiar, usual, common, frequent, constant

    /// Of 500 articles.
    var expected: UInt32 {
        switch self {
        case .rare: 1
        case .seldom: 3
        case .occasional: 5
        case .familiar: 7
        case .usual: 11
        case .common: 18
        case .frequent: 29
        case .constant: 54
        }
    }
}
