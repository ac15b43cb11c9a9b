/// A 64-bit hash that is the same in every run and on every machine, unlike `Hasher`. Not for secrets.
///
/// Source: the FNV-1a parameters of RFC 9923 (64 bit), finished with the mixer of SplitMix64
/// (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
package struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    package mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { add(byte) }
    }

    package var value: UInt64 { StableHash.mix(state) }

    /// Spreads a change of any bit over all bits.
    package static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The hash of several texts; where one ends and the next begins matters.
    package static func of(_ texts: String...) -> UInt64 {
        var hash = StableHash()
        for text in texts {
            hash.add(text)
            hash.add(0xFF)
        }
        return hash.value
    }

    package static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = StableHash()
        hash.add(bytes)
        return hash.value
    }
}
