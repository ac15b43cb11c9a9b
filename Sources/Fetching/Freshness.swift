package import NewsModel

/// When the server would like to be asked again, as durations from the answer on. Capping them is for the caller.
package struct Freshness: Equatable, Sendable {
    /// `Retry-After`, in seconds or as a date relative to the server's own `Date`.
    ///
    /// Source: RFC 9110 section 10.2.3.
    package var retryAfter: Duration?
    /// `Cache-Control: max-age` without the `Age` the answer already has; zero when it is used up.
    ///
    /// Source: RFC 9111 sections 4.2.1 and 5.2.2.1.
    package var maxAge: Duration?
    /// `Expires` relative to the server's own `Date`; zero when it is in the past or unreadable.
    ///
    /// Source: RFC 9111 section 5.3.
    package var expires: Duration?

    package init() {}

    /// How long the answer is fresh: `max-age` counts before `Expires`.
    package var lifetime: Duration? { maxAge ?? expires }

    /// - Parameter received: stands in for a missing `Date`.
    package init(_ headers: HeaderFields, received: Timestamp) {
        // Most answers name no time that it would be needed for.
        lazy var date = headers["date"].flatMap { HTTPDate($0) }?.timestamp ?? received
        if let text = headers["retry-after"] { retryAfter = Freshness.wait(text, from: date) }
        if let seconds = Freshness.maxAgeSeconds(headers.tokens("cache-control")) {
            let age = headers["age"].flatMap { decimal($0.utf8) } ?? 0
            maxAge = .seconds(max(0, min(seconds, Freshness.longest) - min(age, Freshness.longest)))
        }
        if let text = headers["expires"] {
            expires = .zero
            if let end = HTTPDate(text)?.timestamp { expires = max(.zero, end - date) }
        }
    }

    /// Seconds. What is longer is cut to 68 years, so that sums cannot overflow (RFC 9111 section 1.2.2).
    private static let longest = 1 << 31

    private static func wait(_ text: String, from date: @autoclosure () -> Timestamp) -> Duration? {
        if let seconds = decimal(text.utf8) { return .seconds(min(seconds, longest)) }
        return HTTPDate(text).map { max(.zero, $0.timestamp - date()) }
    }

    private static func maxAgeSeconds(_ directives: [String]) -> Int? {
        for directive in directives where directive.hasPrefix("max-age=") {
            let digits = directive.dropFirst(8).utf8.filter { $0 != 0x22 }
            return decimal(digits)
        }
        return nil
    }
}
