/// What the fetcher knows of hosts at one moment, for the status.
package struct HostStates: Equatable, Sendable {
    /// A host that asked for a pause.
    package struct Held: Equatable, Sendable {
        package let host: String
        package let until: ContinuousClock.Instant

        package init(host: String, until: ContinuousClock.Instant) {
            self.host = host
            self.until = until
        }
    }

    package let known: Int
    /// Requests in the queue.
    package let waiting: Int
    /// Requests under way.
    package let running: Int
    package let heldCount: Int
    /// At most a hundred, those held longest first.
    package let held: [Held]
}
