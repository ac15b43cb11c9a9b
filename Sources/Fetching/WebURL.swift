import CLibCurl

/// The scheme, host and port of a URL: what credentials belong to and robots.txt speaks for.
///
/// Source: RFC 6454 section 4.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    /// `http` or `https`
    package let scheme: String
    /// Lower case; international names in punycode, IPv6 in brackets.
    package let host: String
    package let port: Int

    package var description: String {
        port == (scheme == "https" ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }
}

/// An http or https URL as it is asked for: ASCII only, without fragment and credentials.
package struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is no such URL.
    package enum Fault: Error, Equatable {
        case badURL
        case refusedScheme
    }

    /// Bytes. Longer than what common servers take.
    package static let longest = 8192

    package let text: String
    package let origin: Origin
    /// Path and query, as sent in the request line.
    package let target: String

    package var description: String { text }

    /// Path and escapes stay as written; what is not ASCII is escaped as UTF-8, an international host name is
    /// turned into punycode, dot segments are resolved.
    ///
    /// Source: RFC 3986, RFC 5891; the parsing is libcurl's, so that what is judged here is what is asked there.
    package init(_ text: String) throws(Fault) {
        self = try WebURL.reading(text).url
    }

    /// The URL and the `user:password` written in it.
    package static func reading(_ text: String) throws(Fault) -> (url: WebURL, credentials: String?) {
        let parts = try URLParts()
        try parts.set(text)
        return (try WebURL(parts), parts.credentials)
    }

    /// The URL that `location` names as seen from this one. Credentials in it are ignored.
    package func resolving(_ location: String) throws(Fault) -> WebURL {
        // libcurl would take the last segment away for these.
        if location.isEmpty || location.hasPrefix("#") { return self }
        let parts = try URLParts()
        try parts.set(text)
        try parts.set(location)
        return try WebURL(parts)
    }

    private init(_ parts: borrowing URLParts) throws(Fault) {
        guard let scheme = parts.get(CURLUPART_SCHEME)?.lowercased() else { throw .badURL }
        guard scheme == "http" || scheme == "https" else { throw .refusedScheme }
        guard let host = parts.get(CURLUPART_HOST, UInt32(CURLU_PUNYCODE))?.lowercased(), !host.isEmpty,
            let port = parts.get(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { throw .badURL }
        origin = Origin(scheme: scheme, host: host, port: port)
        let path = parts.get(CURLUPART_PATH) ?? "/"
        target = parts.get(CURLUPART_QUERY).map { "\(path)?\($0)" } ?? path
        text = "\(origin)\(target)"
        guard text.utf8.count <= WebURL.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .badURL
        }
    }
}

/// A URL taken apart by libcurl.
private struct URLParts: ~Copyable {
    private let handle: OpaquePointer

    init() throws(WebURL.Fault) {
        guard prepareLibcurl(), let handle = curl_url() else { throw .badURL }
        self.handle = handle
    }

    deinit {
        curl_url_cleanup(handle)
    }

    /// Replaces all parts, or with a relative reference those that it names.
    func set(_ text: String) throws(WebURL.Fault) {
        guard let spelled = asciiSpelling(text), spelled.utf8.count <= WebURL.longest else { throw .badURL }
        guard scheme(of: spelled).map({ $0 == "http" || $0 == "https" }) ?? true else { throw .refusedScheme }
        guard curl_url_set(handle, CURLUPART_URL, spelled, 0) == CURLUE_OK else { throw .badURL }
    }

    func get(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &value, flags) == CURLUE_OK, let value else { return nil }
        defer { curl_free(value) }
        return String(cString: value)
    }

    var credentials: String? {
        let decoded = UInt32(CURLU_URLDECODE)
        guard let user = get(CURLUPART_USER, decoded) else { return nil }
        return "\(user):\(get(CURLUPART_PASSWORD, decoded) ?? "")"
    }
}

/// The scheme in lower case, `nil` for a relative reference.
private func scheme(of reference: String) -> String? {
    guard let end = reference.utf8.firstIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }),
        reference.utf8[end] == 0x3A, end > reference.startIndex
    else { return nil }
    return reference[..<end].lowercased()
}

/// `reference` without blanks around it and line ends in it, other blanks and what is not ASCII escaped except in
/// the host, which has its own spelling. `nil` when it holds control characters.
///
/// Source: the URL standard's "basic URL parser", steps 1 to 3, and its percent-encoding of paths.
private func asciiSpelling(_ reference: String) -> String? {
    let bytes = reference.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }), let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return nil }
    let trimmed = bytes[first...last]
    guard trimmed.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    let hostEnd = endOfAuthority(trimmed)
    var spelled = Array(trimmed[..<hostEnd])
    for byte in trimmed[hostEnd...] {
        if byte > 0x20 && byte < 0x7F {
            spelled.append(byte)
        } else {
            spelled += [0x25, hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
        }
    }
    return String(decoding: spelled, as: UTF8.self)
}

let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

/// Where the path begins after `//host`; the start of a reference without one.
private func endOfAuthority(_ bytes: ArraySlice<UInt8>) -> Int {
    let slash: UInt8 = 0x2F
    guard let first = bytes.firstIndex(of: slash), first + 1 < bytes.endIndex, bytes[first + 1] == slash,
        first == bytes.startIndex || bytes[first - 1] == 0x3A
    else { return bytes.startIndex }
    return bytes[(first + 2)...].firstIndex { $0 == slash || $0 == 0x3F || $0 == 0x23 } ?? bytes.endIndex
}
