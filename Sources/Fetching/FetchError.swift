/// Why a URL could not be fetched. Carries what an operator needs to act without a second look.
package struct FetchError: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// The name has no address, or the resolver did not answer.
        case resolve
        /// No connection, or none in time.
        case connect
        case tls
        /// The whole transfer took longer than this, time in the queue not counted.
        case timeout(after: Duration)
        /// Fewer bytes a second than a transfer must have.
        case stalled
        /// Bytes of the body after decoding, or decoded bytes out of all proportion to what was sent.
        case tooLarge(limit: Int)
        /// The server's answer, 300 or above. 304 only when nothing conditional was asked.
        case status(Int)
        /// The connection or the compressed stream ended before the body did.
        case truncated
        case decoding
        /// The answer is not HTTP, or its header is larger than any honest one.
        case badHeader
        /// A header the request itself may not carry.
        case badRequestHeader
        /// The connection was closed before the answer came.
        case connectionLost
        case redirectLoop
        case tooManyRedirects
        /// The host is at an address that is private, loopback or otherwise not of the public internet.
        case refusedAddress
        /// Neither http nor https.
        case refusedScheme
        case badURL
        /// The host asked for a pause that is not over.
        case held
        case cancelled
        /// The fetcher is shut down.
        case closed
        /// The system or libcurl refused what it should not: no memory, no thread.
        case system
    }

    package let kind: Kind
    /// The URL that failed: of a redirected request the last one asked.
    package let url: String
    /// What more is known, and the library's own words: for the log only.
    package let detail: String
    /// What the server asked for, with any status; for ``Kind/held`` what is left of the pause.
    package let retryAfter: Duration?
    /// The redirects that led to `url`.
    package let hops: [Hop]

    package init(_ kind: Kind, url: String, detail: String = "", retryAfter: Duration? = nil, hops: [Hop] = []) {
        self.kind = kind
        self.url = url
        self.detail = detail
        self.retryAfter = retryAfter
        self.hops = hops
    }
}

extension FetchError {
    /// The HTTP status, when the server gave one that is the error.
    package var status: Int? {
        if case .status(let status) = kind { status } else { nil }
    }

    /// Whether the same request may well succeed later without anybody changing anything.
    package var isTransient: Bool {
        switch kind {
        case .resolve, .connect, .timeout, .stalled, .truncated, .connectionLost, .held, .cancelled, .closed, .system:
            true
        case .status(let status):
            status >= 500 || status == 408 || status == 425 || status == 429
        case .tls, .tooLarge, .decoding, .badHeader, .badRequestHeader, .redirectLoop, .tooManyRedirects,
            .refusedAddress, .refusedScheme, .badURL:
            false
        }
    }

    /// Whether our own network may be the cause: no address or no connection, so nothing was heard of the server.
    package var mayBeOwnOutage: Bool {
        kind == .resolve || kind == .connect
    }

    /// A short stable word for counters and records: `timeout`, `http-403`.
    package var code: String {
        switch kind {
        case .resolve: "resolve"
        case .connect: "connect"
        case .tls: "tls"
        case .timeout: "timeout"
        case .stalled: "stalled"
        case .tooLarge: "too-large"
        case .status(let status): "http-\(status)"
        case .truncated: "truncated"
        case .decoding: "decoding"
        case .badHeader: "bad-header"
        case .badRequestHeader: "bad-request-header"
        case .connectionLost: "connection-lost"
        case .redirectLoop: "redirect-loop"
        case .tooManyRedirects: "too-many-redirects"
        case .refusedAddress: "refused-address"
        case .refusedScheme: "refused-scheme"
        case .badURL: "bad-url"
        case .held: "host-held"
        case .cancelled: "cancelled"
        case .closed: "closed"
        case .system: "system"
        }
    }

    package var description: String {
        detail.isEmpty ? "\(reason) (\(url))" : "\(reason): \(detail) (\(url))"
    }

    private var reason: String {
        switch kind {
        case .resolve: "the host name could not be resolved"
        case .connect: "no connection to the host"
        case .tls: "no trusted TLS connection"
        case .timeout(let limit): "not finished after \(limit)"
        case .stalled: "the server stopped sending"
        case .tooLarge(let limit): "the body is larger than \(limit) bytes"
        case .status(let status): "the server answered \(status)"
        case .truncated: "the body was cut short"
        case .decoding: "the body could not be decompressed"
        case .badHeader: "the answer has no acceptable HTTP header"
        case .badRequestHeader: "a configured header cannot be sent"
        case .connectionLost: "the connection was closed before the answer"
        case .redirectLoop: "the redirects go in a circle"
        case .tooManyRedirects: "more than \(RedirectTrail.longest) redirects"
        case .refusedAddress: "the address is not of the public internet and not in allow_private"
        case .refusedScheme: "only http and https are fetched"
        case .badURL: "not a URL that can be fetched"
        case .held: "the host asked for a pause"
        case .cancelled: "cancelled"
        case .closed: "shutting down"
        case .system: "the fetcher cannot run"
        }
    }
}
