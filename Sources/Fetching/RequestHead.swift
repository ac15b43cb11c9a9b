import NewsModel

/// The header lines of one request, beyond `Host` and `User-Agent`.
struct RequestHead {
    /// `Name: value`, ready to be sent.
    private(set) var lines: [String] = []
    private(set) var userAgent: String
    /// The validators that were sent, `nil` when the request is unconditional.
    private(set) var validators: Validators?

    /// - Parameters:
    ///   - url: what is asked now; the request's own or a redirect's target.
    ///   - isAtHome: no redirect left the origin of the request's URL.
    ///   - asksIdentity: the host mislabels compressed bodies.
    init(
        _ request: FetchRequest, credentials: String?, url: WebURL, isAtHome: Bool, asksIdentity: Bool,
        userAgent: String
    )
        throws(RequestHead.Fault)
    {
        let own = try isAtHome ? RequestHead.checked(request.headers) : [:]
        self.userAgent = own["user-agent"]?.value ?? request.userAgent ?? userAgent
        guard isSendable(headerValue: self.userAgent) else { throw Fault(name: "User-Agent") }
        if own["accept"] == nil { lines.append("Accept: \(request.kind.accept)") }
        lines.append("Accept-Encoding: \(asksIdentity ? "identity" : "gzip, br, zstd")")
        if own["accept-language"] == nil, let language = request.acceptLanguage {
            guard isSendable(headerValue: language) else { throw Fault(name: "Accept-Language") }
            lines.append("Accept-Language: \(language)")
        }
        addConditions(request, url: url)
        if isAtHome, own["authorization"] == nil, let credentials {
            lines.append("Authorization: Basic \(base64(Array(credentials.utf8)))")
        }
        for (key, header) in own.sorted(by: { $0.key < $1.key }) where key != "user-agent" {
            lines.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
    }

    /// A header that cannot be sent as it is configured.
    struct Fault: Error, Equatable {
        let name: String
    }

    private mutating func addConditions(_ request: FetchRequest, url: WebURL) {
        let match =
            request.validators.first { $0.url == url.text }
            ?? request.validators.first { (try? WebURL($0.url)) == url }
        guard let match, !match.isEmpty else { return }
        var sent = Validators(url: url.text)
        if let etag = match.etag, isSendable(headerValue: etag) {
            lines.append("If-None-Match: \(etag)")
            sent.etag = etag
            if request.acceptsDelta { lines.append("A-IM: feed") }
        }
        if let lastModified = match.lastModified, isSendable(headerValue: lastModified) {
            lines.append("If-Modified-Since: \(lastModified)")
            sent.lastModified = lastModified
        }
        if !sent.isEmpty { validators = sent }
    }

    /// The configured headers by their name in lower case.
    private static func checked(_ headers: [String: String]) throws(Fault) -> [String: (name: String, value: String)] {
        var checked: [String: (name: String, value: String)] = [:]
        for (name, value) in headers {
            let key = name.lowercased()
            guard isToken(name), !reserved.contains(key), value.isEmpty || isSendable(headerValue: value) else {
                throw Fault(name: name)
            }
            checked[key] = (name, value)
        }
        return checked
    }

    /// What this module decides itself, or what would change where a message ends.
    private static let reserved: Set<String> = [
        "accept-encoding", "connection", "content-length", "content-type", "expect", "host", "if-match",
        "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "keep-alive", "proxy-authorization",
        "range", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    /// Source: RFC 9110 section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        let marks = "!#$%&'*+-.^_`|~".utf8
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || marks.contains(byte)
            }
    }
}

extension FetchRequest.Kind {
    /// What is understood, best first; `*/*` last, since many servers label feeds wrongly.
    var accept: String {
        switch self {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
        case .page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
        case .robots: "text/plain, */*;q=0.1"
        case .other: "*/*"
        }
    }
}

/// Source: RFC 4648 section 4.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = (group + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
        for position in 0..<4 {
            text.append(position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : 0x3D)
        }
    }
    return String(decoding: text, as: UTF8.self)
}
