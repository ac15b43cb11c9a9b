/// A range of IP addresses as CIDR writes it: `127.1.0.0/16`, `fd00::/8`, or one address.
package struct AddressRange: Hashable, Sendable {
    /// 4 or 16 bytes, network order.
    package let bytes: [UInt8]
    /// Leading bits that count.
    package let prefixLength: Int

    /// - Parameters:
    ///   - bytes: 4 for IPv4, 16 for IPv6.
    ///   - prefixLength: 0…32 or 0…128.
    package init?(bytes: [UInt8], prefixLength: Int) {
        guard bytes.count == 4 || bytes.count == 16, (0...bytes.count * 8).contains(prefixLength) else { return nil }
        self.bytes = bytes
        self.prefixLength = prefixLength
    }

    /// Whether `address`, 4 or 16 bytes in network order, lies in the range. Families do not mix.
    package func contains(_ address: some Collection<UInt8>) -> Bool {
        guard address.count == bytes.count else { return false }
        var bits = prefixLength
        for (mine, theirs) in zip(bytes, address) {
            guard bits > 0 else { return true }
            let mask: UInt8 = bits >= 8 ? 0xFF : ~(0xFF >> UInt8(bits))
            guard mine & mask == theirs & mask else { return false }
            bits -= 8
        }
        return true
    }
}
