package import NewsModel

/// One redirect that was followed.
package struct Hop: Equatable, Sendable {
    package let url: String
    /// 301, 302, 303, 307 or 308.
    package let status: Int
    /// Where it led, absolute.
    package let location: String

    package init(url: String, status: Int, location: String) {
        self.url = url
        self.status = status
        self.location = location
    }

    package var isPermanent: Bool { status == 301 || status == 308 }
}

/// The answer to a ``FetchRequest``: a 2xx, or 304 to a conditional request.
package struct FetchResponse: Sendable {
    /// The URL that answered, without fragment and credentials.
    package var finalURL: String
    package var hops: [Hop]
    package var status: Int
    package var headers: HeaderFields
    /// Decoded. May be empty; whether that is an error is for the caller.
    package var body: [UInt8]
    /// `body` is only the beginning; see ``FetchRequest/cutsBody``.
    package var isCut: Bool
    /// What the next request to `finalURL` is to send. After a 304: what was sent, updated by what came.
    package var validators: Validators
    package var freshness: Freshness
    /// On the wire, from the first connection to the last byte; time in the queue not counted.
    package var duration: Duration
    /// Body bytes as they came, all hops.
    package var wireBytes: Int
    package var reusedConnection: Bool
    /// `1.1`, `2`.
    package var httpVersion: String

    package var isNotModified: Bool { status == 304 }

    package var contentType: String? { headers["content-type"] }

    package var decodedBytes: Int { body.count }

    /// Where the permanent redirects at the beginning lead; `nil` when the first one is not permanent.
    ///
    /// Source: RFC 9110 sections 15.4.2 and 15.4.9.
    package var permanentTarget: String? {
        hops.prefix(while: \.isPermanent).last?.location
    }
}
