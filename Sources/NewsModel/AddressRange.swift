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
    package func contains(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        let whole = prefixLength / 8
        for index in 0..<whole where bytes[index] != address[index] { return false }
        let rest = prefixLength % 8
        return rest == 0 || (bytes[whole] ^ address[whole]) >> UInt8(8 - rest) == 0
    }
}
