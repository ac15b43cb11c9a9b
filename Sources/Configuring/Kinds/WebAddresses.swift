extension Scalar where Value == String {
    /// An http or https URL without a user and password. Letters of any script may stand in it.
    static func webAddress(_ what: String) -> Scalar {
        Scalar("an http or https URL of \(what)") { text throws(Refusal) in
            _ = try WebAddress(text, schemes: ["http", "https"])
            return text
        }
    }

    /// `http://host:port` or `socks5h://host:port`.
    static var proxy: Scalar {
        Scalar("http://host:port, socks5h://host:port") { text throws(Refusal) in
            let address = try WebAddress(text, schemes: ["http", "socks5h"])
            guard address.port != nil, address.rest.isEmpty || address.rest == "/" else { throw Refusal() }
            return text
        }
    }
}

/// The parts of a URL that settings are checked by.
///
/// Source: RFC 3986 section 3, with the letters of RFC 3987.
struct WebAddress {
    let scheme: String
    /// Small letters, with the brackets of an IPv6 address.
    let host: String
    let port: Int?
    /// Path and query as written; the fragment is no part of what is asked for.
    let rest: String

    init(_ text: String, schemes: [String]) throws(Refusal) {
        guard (1...2_048).contains(text.utf8.count) else { throw Refusal(found: "\(text.utf8.count) bytes") }
        guard let separator = text.firstRange(of: "://") else {
            throw Refusal(hint: "it begins with \(schemes.map { $0 + "://" }.joined(separator: " or "))")
        }
        let authority = text[separator.upperBound...].prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else {
            throw Refusal(
                found: "a URL with a user or password in it",
                hint: "secrets do not belong in this file: write auth: !credential NAME")
        }
        scheme = text[..<separator.lowerBound].lowercased()
        guard schemes.contains(scheme) else {
            let others = ["feed", "feeds", "rss", "webcal"].contains(scheme)
            throw Refusal(hint: others ? "write https:// in place of \(scheme)://" : nil)
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 || $0 == "\\" }),
            let (host, port) = WebAddress.split(authority)
        else { throw Refusal() }
        self.host = host
        self.port = port
        rest = String(text[authority.endIndex...].prefix { $0 != "#" })
    }

    private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            let digits = String(authority[authority.index(after: colon)...])
            guard isNumber(digits), let number = Int(digits), (1...65_535).contains(number) else { return nil }
            (host, port) = (authority[..<colon], number)
        }
        return isHost(host) ? (host.lowercased(), port) : nil
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return addressBytes(String(host.dropFirst().dropLast()))?.count == 16
        }
        let allowed = host.utf8.allSatisfy { $0 >= 0x80 || isWordByte($0, or: "-._") }
        return allowed && (1...253).contains(host.utf8.count) && !host.hasPrefix(".") && !host.contains("..")
    }
}
