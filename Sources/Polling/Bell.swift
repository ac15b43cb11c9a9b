/// Wakes one waiting loop; rings that come while it works are one ring.
package struct Bell: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package func ring() {
        continuation.yield()
    }

    /// After this the loop ends.
    package func silence() {
        continuation.finish()
    }

    /// The rings, for the one loop that listens.
    package var rings: AsyncStream<Void> { stream }
}
