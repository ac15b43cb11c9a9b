/// What was asked for and what came, since the start. A value; the switchboard puts a lock around it.
package struct TransferTallies: Equatable, Sendable {
    /// How a request was answered.
    package enum Answer: String, CaseIterable, Sendable {
        case success = "200"
        case notModified = "304"
        case redirect = "3xx"
        case clientError = "4xx"
        case tooManyRequests = "429"
        case serverError = "5xx"
        /// No answer, or not a whole one.
        case failure = "fail"

        init(status: Int?) {
            switch status {
            case .some(200..<300): self = .success
            case .some(304): self = .notModified
            case .some(300..<400): self = .redirect
            case .some(429): self = .tooManyRequests
            case .some(400..<500): self = .clientError
            case .some(500...): self = .serverError
            default: self = .failure
            }
        }
    }

    /// Of one kind of request.
    package struct Tally: Equatable, Sendable {
        /// Requests, redirects counted one by one.
        package fileprivate(set) var answers: [Answer: Int] = [:]
        /// Bytes of bodies as they came.
        package fileprivate(set) var wireBytes = 0
        /// Bytes of the bodies that were taken, after decompression.
        package fileprivate(set) var decodedBytes = 0

        package init() {}
    }

    package private(set) var kinds: [FetchRequest.Kind: Tally] = [:]

    package init() {}

    /// One request that came to its end.
    struct Request: Sendable {
        let kind: FetchRequest.Kind
        /// `nil` when no whole answer came.
        let status: Int?
        let wireBytes: Int
        let decodedBytes: Int
    }

    mutating func add(_ request: Request) {
        kinds[request.kind, default: Tally()].answers[Answer(status: request.status), default: 0] += 1
        kinds[request.kind, default: Tally()].wireBytes += request.wireBytes
        kinds[request.kind, default: Tally()].decodedBytes += request.decodedBytes
    }
}
