/// Keeps a thousand lines of one kind from filling the log at once: the first of a while are told, the rest are counted
/// and told as one. Pure: it is told the time.
package struct LogThrottle: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// Lines of one kind within ``window``.
    package static let budget = 20
    package static let window = Duration.seconds(30)

    private struct Kind: Sendable {
        var since: Instant
        var told = 0
        var untold = 0
    }

    private var kinds: [LogName: Kind] = [:]

    package init() {}

    /// Whether a line may be written. One that may not is counted.
    package mutating func admits(_ event: LogName, now: Instant) -> Bool {
        var kind = kinds[event] ?? Kind(since: now)
        defer { kinds[event] = kind }
        guard kind.told < Self.budget else {
            kind.untold += 1
            return false
        }
        kind.told += 1
        return true
    }

    /// What was not told since each kind's window began; windows that are over begin anew.
    ///
    /// - Parameter isFinal: also of windows that are not over yet.
    package mutating func takeUntold(now: Instant, isFinal: Bool = false) -> [(event: LogName, count: Int)] {
        let over = kinds.filter { isFinal || $0.value.since + Self.window <= now }
        for event in over.keys { kinds[event] = nil }
        return over.filter { $0.value.untold > 0 }.map { ($0.key, $0.value.untold) }
            .sorted { $0.event.rawValue < $1.event.rawValue }
    }
}
