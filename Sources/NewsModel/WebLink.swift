/// Links of the web as text: made absolute, taken apart, compared.
///
/// Forgiving as a browser is: blanks around are dropped, line breaks and tabs inside removed, `\` read as `/`. Non-ASCII
/// letters are kept as they came; who fetches a link escapes them.
package enum WebLink {
    /// The absolute link a reference names; `nil` for what is no http, https, mailto or magnet link.
    ///
    /// Blanks, control characters and `"<>{}` and the grave accent are percent-encoded, escapes left as they are. A
    /// reference that opens with a host name, `www.example.com/a` or the base's own, is taken for that host. Without a base `//host/a`
    /// becomes https.
    ///
    /// - Parameter base: an absolute http or https link; any other counts as none.
    ///
    /// Source: RFC 3986 section 5.2, not strict where a reference repeats the base's scheme (5.4.2).
    package static func resolve(_ reference: String, base: String?) -> String? {
        if LinkText.isPlain(reference) { return reference }
        let cleaned = LinkText.cleaned(reference)
        let parts = LinkParts(cleaned)
        switch parts.kind(in: cleaned) {
        case .web:
            return parts.hasAuthority ? text(of: parts, in: cleaned) : resolveRepeatedScheme(parts, cleaned, base)
        case .opaque:
            return String(decoding: LinkText.escaped(cleaned[...]), as: UTF8.self)
        case .foreign:
            return nil
        case .relative:
            return resolveRelative(parts, cleaned, base)
        }
    }

    /// Whether ``resolve(_:base:)`` would give the link back as it is, whatever the base: absolute and in good order.
    package static func isResolved(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
        LinkText.isPlain(link)
    }

    /// What ``resolve(_:base:)`` gives, or, where no base is known, a relative reference as it is, escaped.
    ///
    /// `nil` for what has a scheme that is not let through, or could be read as having one.
    package static func reference(_ reference: String, base: String?) -> String? {
        if let resolved = resolve(reference, base: base) { return resolved }
        let bytes = LinkText.cleaned(reference)
        let segment = bytes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard base.flatMap(web) == nil, !bytes.isEmpty, !segment.contains(0x3A), !bytes.starts(with: "//".utf8) else {
            return nil
        }
        return String(decoding: LinkText.escaped(bytes[...]), as: UTF8.self)
    }

    /// Whether this is an absolute http or https link with a host.
    package static func isWeb(_ link: String) -> Bool {
        guard let (parts, bytes) = web(link) else { return false }
        return !parts.host(in: bytes).isEmpty
    }

    /// The host in lower case, without port and user; `nil` for what is no http or https link.
    package static func host(of link: String) -> String? {
        guard let (parts, bytes) = web(link) else { return nil }
        let host = parts.host(in: bytes)
        return host.isEmpty ? nil : String(decoding: host.map(LinkText.lowered), as: UTF8.self)
    }

    /// Scheme, host and port as a server is told apart, `https://example.com:8443`; the default port is left out.
    package static func origin(of link: String) -> String? {
        guard let (parts, bytes) = web(link), let host = host(of: link) else { return nil }
        let scheme = parts.isSecure(in: bytes) ? "https" : "http"
        let port = parts.port(in: bytes)
        return port.isEmpty ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(String(decoding: port, as: UTF8.self))"
    }

    /// The parts of an absolute http or https link.
    static func web(_ link: String) -> (parts: LinkParts, bytes: [UInt8])? {
        let bytes = LinkText.cleaned(link)
        let parts = LinkParts(bytes)
        guard parts.kind(in: bytes) == .web, parts.hasAuthority else { return nil }
        return (parts, bytes)
    }
}

extension WebLink {
    /// An absolute link, its path without dot segments.
    private static func text(of parts: LinkParts, in bytes: [UInt8]) -> String? {
        guard !parts.host(in: bytes).isEmpty else { return nil }
        var result = parts.isSecure(in: bytes) ? Array("https://".utf8) : Array("http://".utf8)
        result.append(contentsOf: LinkText.escaped(bytes[parts.authority]))
        appendPath(bytes[parts.path], to: &result)
        result.append(contentsOf: LinkText.escaped(bytes[parts.path.upperBound...]))
        return String(decoding: result, as: UTF8.self)
    }

    /// `http:g`: relative to a base of the same scheme, else a host name whose slashes were forgotten.
    private static func resolveRepeatedScheme(_ parts: LinkParts, _ bytes: [UInt8], _ base: String?) -> String? {
        let rest = Array(bytes[(parts.scheme.upperBound + 1)...])
        if let base, let (baseParts, baseBytes) = web(base),
            baseParts.isSecure(in: baseBytes) == parts.isSecure(in: bytes)
        {
            return resolveRelative(LinkParts(rest), rest, base)
        }
        let absolute = Array((parts.isSecure(in: bytes) ? "https://" : "http://").utf8) + rest.drop { $0 == 0x2F }
        return text(of: LinkParts(absolute), in: absolute)
    }

    private static func resolveRelative(_ parts: LinkParts, _ bytes: [UInt8], _ base: String?) -> String? {
        let web = base.flatMap(web)
        let baseHost = web.map { $0.parts.host(in: $0.bytes) } ?? []
        if parts.hasAuthority || LinkText.opensWithHost(bytes, like: baseHost) {
            let isSecure = web.map { $0.parts.isSecure(in: $0.bytes) } ?? parts.hasAuthority
            let absolute =
                Array((isSecure ? "https:" : "http:").utf8) + (parts.hasAuthority ? bytes : Array("//".utf8) + bytes)
            return text(of: LinkParts(absolute), in: absolute)
        }
        guard let (baseParts, baseBytes) = web else { return nil }
        var target = Array(baseBytes[..<baseParts.path.lowerBound])
        let basePath = baseBytes[baseParts.path]
        if parts.path.isEmpty {
            let kept = parts.query == nil ? baseParts.endOfQuery : baseParts.path.upperBound
            target.append(contentsOf: baseBytes[baseParts.path.lowerBound..<kept])
        } else if bytes.first != 0x2F {
            target.append(contentsOf: basePath[..<(basePath.lastIndex(of: 0x2F) ?? basePath.startIndex)])
            target.append(0x2F)
        }
        target.append(contentsOf: bytes)
        return text(of: LinkParts(target), in: target)
    }

    /// Appends a path, its dot segments resolved.
    ///
    /// Source: RFC 3986 section 5.2.4.
    private static func appendPath(_ path: ArraySlice<UInt8>, to result: inout [UInt8]) {
        guard LinkText.hasDotSegment(path) else {
            result.append(contentsOf: LinkText.escaped(path))
            return
        }
        var segments: [ArraySlice<UInt8>] = []
        let all = path.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            switch LinkText.dots(segment) {
            case 1:
                if isLast { segments.append([]) }
            case 2:
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append([]) }
            default:
                segments.append(segment)
            }
        }
        for segment in segments {
            result.append(0x2F)
            result.append(contentsOf: LinkText.escaped(segment))
        }
    }
}
