import Glibc

/// IP addresses as bytes in network order: 4 or 16.
enum IPAddress {
    /// Reads the text of an address, IPv6 also in brackets or with a zone; `nil` for a host name.
    static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.first == 0x5B || text.utf8.contains(0x25) else { return plainBytes(text) }
        var text = text[...]
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        return plainBytes(String(text.prefix { $0 != "%" }))
    }

    private static func plainBytes(_ address: String) -> [UInt8]? {
        var ipv4 = in_addr()
        if inet_pton(AF_INET, address, &ipv4) == 1 { return withUnsafeBytes(of: ipv4) { Array($0) } }
        var ipv6 = in6_addr()
        if inet_pton(AF_INET6, address, &ipv6) == 1 { return withUnsafeBytes(of: ipv6) { Array($0) } }
        return nil
    }

    /// The address in a socket address; `nil` for families other than IPv4 and IPv6 or when it is too short.
    static func bytes(family: Int32, socketAddress: UnsafeRawBufferPointer) -> [UInt8]? {
        switch family {
        case AF_INET where socketAddress.count >= 8: Array(socketAddress[4..<8])
        case AF_INET6 where socketAddress.count >= 24: Array(socketAddress[8..<24])
        default: nil
        }
    }

    static func text(_ bytes: [UInt8]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard bytes.count == 4 || bytes.count == 16,
            inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil
        else { return "?" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
