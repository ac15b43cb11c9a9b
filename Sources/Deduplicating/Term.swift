/// A stem and how much it says about the article it stands in, in 32 bits.
struct Term: Hashable, Sendable {
    /// 22 bits of hash, 2 of commonness, 1 for the title, 7 of weight.
    let packed: UInt32

    init(packed: UInt32) {
        self.packed = packed
    }

    /// - Parameters:
    ///   - hash: of the stem; its upper 22 bits count.
    ///   - weight: how often and how prominently it is said; 0…15, in steps of an eighth.
    init(hash: UInt32, commonness: Commonness, isInTitle: Bool, weight: Float) {
        packed =
            hash & 0xFFFF_FC00 | UInt32(commonness.rawValue) << 8 | (isInTitle ? 0x80 : 0)
            | UInt32(min(max(weight * 8, 1), 127))
    }

    /// What the stem is looked up by: 22 bits.
    var key: UInt32 { packed >> 10 }

    var commonness: Commonness { Commonness(rawValue: UInt8(packed >> 8 & 3)) ?? .rare }

    var isInTitle: Bool { packed & 0x80 != 0 }

    var weight: Float { Float(packed & 0x7F) / 8 }
}

/// In how many articles a stem is to be expected before any was seen.
enum Commonness: UInt8, Sendable {
    case rare, familiar, common, frequent
}
