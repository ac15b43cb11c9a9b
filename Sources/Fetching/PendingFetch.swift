import NewsModel

/// A fetch between two requests: waiting for its first, or for the next one after a redirect.
struct PendingFetch: Sendable {
    let ticket: HostGate.Ticket
    let request: FetchRequest
    let credentials: String?
    let continuation: CheckedContinuation<Delivery, Never>
    /// What is asked next.
    var url: WebURL
    var trail = RedirectTrail()
    /// Asks for an uncompressed body, since the host mislabels others.
    var asksIdentity = false
    /// How often its host's address turned out to have no room for it.
    var deferrals = 0
    /// Time on the wire so far.
    var spent = Duration.zero
    /// Body bytes so far, as they came.
    var wireBytes = 0

    var host: String { url.origin.host }

    var priority: HostGate.Priority {
        if !trail.hops.isEmpty || asksIdentity { return .begun }
        switch request.kind {
        case .feed: return .feed
        case .robots: return .robots
        case .page, .other: return .rest
        }
    }

    /// Answers at once, without a request.
    func end(_ error: FetchError) {
        Answer(continuation: continuation, result: .failure(error)).handBack()
    }

    func error(_ kind: FetchError.Kind, _ detail: String = "", retryAfter: Duration? = nil) -> FetchError {
        FetchError(kind, url: url.text, detail: detail, retryAfter: retryAfter, hops: trail.hops)
    }
}
