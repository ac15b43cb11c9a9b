package import NewsModel

/// Which IP addresses may be connected to: those of the public internet, and those the operator allows.
///
/// Source: the IANA special-purpose address registries (RFC 6890) and RFC 6052, 3056, 4380 for IPv4 inside IPv6.
package struct AddressPolicy: Equatable, Sendable {
    package var allowed: [AddressRange]

    package init(allowed: [AddressRange] = []) {
        self.allowed = allowed
    }

    /// What speaks against connecting to `address`, in a word or two; `nil` when nothing does.
    ///
    /// - Parameter address: 4 or 16 bytes in network order.
    package func objection(to address: [UInt8]) -> String? {
        if allowed.contains(where: { $0.contains(address) }) { return nil }
        switch address.count {
        case 4: return AddressPolicy.ipv4.first { $0.range.contains(address) }?.name
        case 16: return objection(toIPv6: address)
        default: return "not an internet address"
        }
    }

    /// The same for the host of a URL, where it is written as an address or as `localhost`; `nil` for other names.
    package func objection(toLiteralHost host: String) -> String? {
        if let address = IPAddress.bytes(host) { return objection(to: address).map { "\(host) is \($0)" } }
        let isLocal = host == "localhost" || host.hasSuffix(".localhost")
        return isLocal ? objection(to: [127, 0, 0, 1]).map { "\(host) is \($0)" } : nil
    }

    private func objection(toIPv6 address: [UInt8]) -> String? {
        if let embedded = AddressPolicy.embeddedIPv4(address) { return objection(to: embedded) }
        if let special = AddressPolicy.ipv6.first(where: { $0.range.contains(address) }) { return special.name }
        // Only 2000::/3 has been given out.
        return address[0] & 0xE0 == 0x20 ? nil : "not global"
    }

    /// The IPv4 address that a translator or tunnel would really reach.
    private static func embeddedIPv4(_ address: [UInt8]) -> [UInt8]? {
        if mapped.contains(address) || nat64.contains(address) { return Array(address[12...]) }
        if sixToFour.contains(address) { return Array(address[2..<6]) }
        return nil
    }

    private static let mapped = range6([0, 0, 0, 0, 0, 0xFFFF], 96)
    private static let nat64 = range6([0x64, 0xFF9B], 96)
    private static let sixToFour = range6([0x2002], 16)

    private struct Special {
        let name: String
        let range: AddressRange
    }

    private static let ipv4 = [
        Special(name: "unspecified", range: range4(0, 0, 0, 0, 8)),
        Special(name: "private", range: range4(10, 0, 0, 0, 8)),
        Special(name: "carrier-grade NAT", range: range4(100, 64, 0, 0, 10)),
        Special(name: "loopback", range: range4(127, 0, 0, 0, 8)),
        Special(name: "link-local", range: range4(169, 254, 0, 0, 16)),
        Special(name: "private", range: range4(172, 16, 0, 0, 12)),
        Special(name: "protocol assignments", range: range4(192, 0, 0, 0, 24)),
        Special(name: "documentation", range: range4(192, 0, 2, 0, 24)),
        Special(name: "6to4 relay", range: range4(192, 88, 99, 0, 24)),
        Special(name: "private", range: range4(192, 168, 0, 0, 16)),
        Special(name: "benchmark", range: range4(198, 18, 0, 0, 15)),
        Special(name: "documentation", range: range4(198, 51, 100, 0, 24)),
        Special(name: "documentation", range: range4(203, 0, 113, 0, 24)),
        Special(name: "multicast", range: range4(224, 0, 0, 0, 4)),
        Special(name: "reserved", range: range4(240, 0, 0, 0, 4)),
    ]

    private static let ipv6 = [
        Special(name: "unspecified", range: range6([0, 0, 0, 0, 0, 0, 0, 0], 128)),
        Special(name: "loopback", range: range6([0, 0, 0, 0, 0, 0, 0, 1], 128)),
        Special(name: "IPv4-compatible", range: range6([0], 96)),
        Special(name: "local NAT64", range: range6([0x64, 0xFF9B, 1], 48)),
        Special(name: "discard", range: range6([0x100], 64)),
        Special(name: "Teredo", range: range6([0x2001, 0], 32)),
        Special(name: "benchmark", range: range6([0x2001, 2], 48)),
        Special(name: "protocol assignments", range: range6([0x2001], 23)),
        Special(name: "documentation", range: range6([0x2001, 0xDB8], 32)),
        Special(name: "documentation", range: range6([0x3FFF], 20)),
        Special(name: "unique local", range: range6([0xFC00], 7)),
        Special(name: "link-local", range: range6([0xFE80], 10)),
        Special(name: "site-local", range: range6([0xFEC0], 10)),
        Special(name: "multicast", range: range6([0xFF00], 8)),
    ]
}

private func range4(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ length: Int) -> AddressRange {
    range([a, b, c, d], length)
}

/// The range that begins with these 16-bit groups.
private func range6(_ groups: [UInt16], _ length: Int) -> AddressRange {
    let bytes = groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return range(bytes + Array(repeating: 0, count: 16 - bytes.count), length)
}

private func range(_ bytes: [UInt8], _ length: Int) -> AddressRange {
    guard let range = AddressRange(bytes: bytes, prefixLength: length) else {
        preconditionFailure("\(bytes)/\(length) is written wrong in the tables above")
    }
    return range
}
