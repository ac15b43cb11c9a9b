package import NewsModel

/// What is to be fetched, and what may be told to whom. Always a GET.
package struct FetchRequest: Sendable {
    /// What the answer is for. Decides the `Accept` header and who goes first: feeds, robots.txt, the rest.
    package enum Kind: String, CaseIterable, Sendable {
        case feed, page, robots, other
    }

    /// `user:password` in it are sent as ``credentials``.
    package var url: String
    package var kind: Kind
    /// Each is sent only to its own URL, whether that is `url` or a redirect's target.
    package var validators: [Validators] = []
    /// Sent to the origin of `url` as long as no redirect left it.
    package var headers: [String: String] = [:]
    /// `user:password`, sent as `headers` are.
    package var credentials: String?
    /// Bytes after decoding; `nil` for ``FetchSettings/maxBody``.
    package var maxBody: Int?
    /// Takes the beginning of a body that is larger than `maxBody`, where else that is an error.
    package var cutsBody = false
    /// Redirects included, time in the queue not counted; `nil` for ``FetchSettings/timeout``.
    package var timeout: Duration?
    /// In place of the fetcher's own.
    package var userAgent: String?
    package var acceptLanguage: String?
    /// Asks for changes only (`A-IM: feed`) wherever an ETag is sent. A 226 answer is then to be merged.
    ///
    /// Source: RFC 3229.
    package var acceptsDelta = false

    package init(_ url: String, kind: Kind = .page) {
        self.url = url
        self.kind = kind
    }
}
