package import NewsModel

/// Tells our own outage from dead feeds: when most hosts cannot be reached at once, it is us.
///
/// Only whether a host was reached counts; an HTTP error is an answer.
package struct NetworkHealth: Sendable {
    private struct Try {
        var at: Timestamp
        var isReached: Bool
    }

    private var tries: [String: Try] = [:]
    package private(set) var downSince: Timestamp?

    /// Tries older than this say nothing about now.
    package static let memory = Duration.seconds(300)
    /// With fewer hosts nothing can be told.
    private static let fewestHosts = 4

    package init() {}

    package var isDown: Bool { downSince != nil }

    /// Takes note of one try. - Returns: whether the judgement changed with it.
    package mutating func note(host: String, isReached: Bool, now: Timestamp) -> Bool {
        tries[host] = Try(at: now, isReached: isReached)
        let before = isDown
        if isReached {
            downSince = nil
            // What failed before the network came back says nothing any more.
            if before { tries = tries.filter(\.value.isReached) }
        } else if downSince == nil {
            // Only when it matters: most hosts answer, and there may be many.
            tries = tries.filter { now - $0.value.at <= Self.memory && $0.value.at <= now + .seconds(60) }
            let unreached = tries.values.count { !$0.isReached }
            if tries.count >= Self.fewestHosts, unreached * 2 > tries.count { downSince = now }
        }
        return before != isDown
    }
}
