/// Where the parts of a link lie in its bytes.
///
/// Source: RFC 3986 section 3 and appendix B.
struct LinkParts {
    enum Kind { case web, opaque, foreign, relative }

    /// Without the colon; empty when there is none.
    private(set) var scheme: Range<Int> = 0..<0
    private(set) var hasAuthority = false
    /// User, host and port.
    private(set) var authority: Range<Int> = 0..<0
    private(set) var path: Range<Int> = 0..<0
    /// Without the question mark.
    private(set) var query: Range<Int>?
    /// Without the number sign.
    private(set) var fragment: Range<Int>?

    init(_ bytes: [UInt8]) {
        var index = LinkParts.schemeEnd(bytes) ?? 0
        if index > 0 {
            scheme = 0..<index
            index += 1
        }
        if LinkParts.startsAuthority(bytes, at: index) {
            hasAuthority = true
            index += 2
            // A browser does not mind a third slash.
            if !scheme.isEmpty { while index < bytes.count, bytes[index] == 0x2F { index += 1 } }
            let end = bytes[index...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
            authority = index..<end
            index = end
        }
        let pathEnd = bytes[index...].firstIndex { $0 == 0x3F || $0 == 0x23 } ?? bytes.count
        path = index..<pathEnd
        let queryEnd = bytes[pathEnd...].firstIndex(of: 0x23) ?? bytes.count
        if pathEnd < queryEnd { query = pathEnd + 1..<queryEnd }
        if queryEnd < bytes.count { fragment = queryEnd + 1..<bytes.count }
    }

    var endOfQuery: Int { query?.upperBound ?? path.upperBound }

    func kind(in bytes: [UInt8]) -> Kind {
        if scheme.isEmpty { return .relative }
        if named("http", bytes) || named("https", bytes) { return .web }
        return named("mailto", bytes) || named("magnet", bytes) ? .opaque : .foreign
    }

    func isSecure(in bytes: [UInt8]) -> Bool {
        named("https", bytes)
    }

    /// As written, without user and port.
    func host(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        let server = server(in: bytes)
        guard let colon = portColon(in: server) else { return server }
        return server[..<colon]
    }

    /// The port's digits, empty for the default one.
    func port(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        let server = server(in: bytes)
        guard let colon = portColon(in: server) else { return [] }
        let port = server[(colon + 1)...]
        return port.elementsEqual((isSecure(in: bytes) ? "443" : "80").utf8) ? [] : port
    }

    private func server(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        let all = bytes[authority]
        guard let at = all.lastIndex(of: 0x40) else { return all }
        return all[(at + 1)...]
    }

    /// The colon before a port: only digits follow it, and it is not inside the brackets of an IPv6 address.
    private func portColon(in server: ArraySlice<UInt8>) -> Int? {
        guard let colon = server.lastIndex(of: 0x3A),
            server[(colon + 1)...].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return server.first == 0x5B && server[..<colon].last != 0x5D ? nil : colon
    }

    private func named(_ name: StaticString, _ bytes: [UInt8]) -> Bool {
        name.withUTF8Buffer { wanted in
            scheme.count == wanted.count && zip(bytes[scheme], wanted).allSatisfy { LinkText.lowered($0) == $1 }
        }
    }

    /// Where the colon after a scheme stands.
    private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: continue
            case 0x30...0x39, 0x2B, 0x2D, 0x2E: if index == 0 { return nil }
            case 0x3A: return index == 0 ? nil : index
            default: return nil
            }
        }
        return nil
    }

    private static func startsAuthority(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0x2F && bytes[index + 1] == 0x2F
    }
}
