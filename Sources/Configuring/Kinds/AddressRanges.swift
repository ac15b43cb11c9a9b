import Glibc
package import NewsModel

extension Scalar where Value == AddressRange {
    /// A range in CIDR notation, or one address.
    static var addressRange: Scalar {
        Scalar(
            allowed: "an address range such as 127.1.0.0/16 or fd00::/8", written: written,
            parse: { text throws(Refusal) in
                let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard let address = parts.first, let bytes = addressBytes(address) else { throw Refusal() }
                let length = parts.count == 2 ? (isNumber(parts[1]) ? Int(parts[1]) : nil) : bytes.count * 8
                guard let length, let range = AddressRange(bytes: bytes, prefixLength: length) else {
                    throw Refusal(hint: "the length is 0 to \(bytes.count * 8)")
                }
                guard range.contains(bytes), isNetwork(bytes, length) else {
                    throw Refusal(hint: "bits are set behind the first \(length)")
                }
                return range
            })
    }

    private static func written(_ range: AddressRange) -> String {
        if range.bytes.count == 4 {
            return range.bytes.map { "\($0)" }.joined(separator: ".") + "/\(range.prefixLength)"
        }
        let groups = stride(from: 0, to: 16, by: 2).map {
            String(Int(range.bytes[$0]) << 8 | Int(range.bytes[$0 + 1]), radix: 16)
        }
        return groups.joined(separator: ":") + "/\(range.prefixLength)"
    }

    /// Whether all bits behind the first `length` are zero.
    private static func isNetwork(_ bytes: [UInt8], _ length: Int) -> Bool {
        bytes.enumerated().allSatisfy { index, byte in
            let kept = min(max(length - index * 8, 0), 8)
            return kept == 8 || byte & (0xFF >> UInt8(kept)) == 0
        }
    }
}

/// The 4 or 16 bytes of a numeric address in network order; `nil` when `text` is none.
func addressBytes(_ text: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    var sixteen = in6_addr()
    if inet_pton(AF_INET6, text, &sixteen) == 1 { return withUnsafeBytes(of: sixteen) { Array($0) } }
    return nil
}

extension AddressRange {
    /// The range in CIDR notation, `127.1.0.0/16`, or one address; `nil` for what feeds.yaml would not take for one.
    package static func cidr(_ text: String) -> AddressRange? {
        try? Scalar.addressRange.parse(text)
    }
}
