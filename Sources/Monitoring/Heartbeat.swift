/// Whether everything that must move has moved since the last look. Pure.
///
/// The watchdog of the service manager is fed from it: a loop that hangs stops the feeding, though other threads run
/// on and on.
package struct Heartbeat: Sendable {
    package enum Part: String, CaseIterable, Sendable {
        /// The loop that hands out feeds.
        case polling
        /// The loop that hands out pages.
        case pages
        /// The threads that parse and clean.
        case workers
        /// The threads that write, to the index and to the outbox.
        case writer
    }

    private var still = Set(Part.allCases)
    private var resting: Set<Part> = []

    package init() {}

    package mutating func beat(_ part: Part) {
        still.remove(part)
    }

    /// A part has done its work and will not move again.
    package mutating func rest(_ part: Part) {
        resting.insert(part)
    }

    /// Whether every part has moved since this last said so.
    package mutating func take() -> Bool {
        guard still.isSubset(of: resting) else { return false }
        still = Set(Part.allCases)
        return true
    }
}
