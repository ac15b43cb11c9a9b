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

    /// A host with something to tell.
    package struct Host: Equatable, Sendable {
        package let name: String
        package let heldUntil: ContinuousClock.Instant?
        package let waiting: Int
        package let running: Int
        /// Between the starts of two requests.
        package let pace: Duration
    }

    package let known: Int
    /// Requests in the queue.
    package let waiting: Int
    /// Requests under way.
    package let running: Int
    package let heldCount: Int
    /// At most a hundred, those held longest first.
    package let held: [Held]
    /// Hosts that are held, asked now, waited for, or that want to be asked more slowly than others; at most as many.
    package let busy: [Host]
}
