/// The redirects of one request so far, and whether the next may be followed.
struct RedirectTrail: Sendable {
    /// Redirects in one fetch.
    static let longest = 10

    private(set) var hops: [Hop] = []
    /// No redirect has left the first URL's origin, so headers and credentials may be sent.
    private(set) var isAtHome = true

    static func isRedirect(_ status: Int) -> Bool {
        switch status {
        case 301, 302, 303, 307, 308: true
        default: false
        }
    }

    /// The URL to ask next after `url` answered `status` with `location`.
    ///
    /// Nothing is remembered between two requests of a fetch, so a URL met twice would answer alike for ever.
    mutating func follow(_ location: String, status: Int, from url: WebURL) throws(FetchError.Kind) -> WebURL {
        let next: WebURL
        do {
            next = try url.resolving(location)
        } catch {
            throw error == .refusedScheme ? .refusedScheme : .badURL
        }
        guard hops.count < RedirectTrail.longest else { throw .tooManyRedirects }
        guard next != url, !hops.contains(where: { $0.url == next.text }) else { throw .redirectLoop }
        hops.append(Hop(url: url.text, status: status, location: next.text))
        if next.origin != url.origin { isAtHome = false }
        return next
    }
}

extension FetchError.Kind: Error {}
