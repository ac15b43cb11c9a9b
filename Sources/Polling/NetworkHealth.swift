import Fetching
package import NewsModel

/// Tells our own outage from dead feeds: when most hosts cannot be reached at once, it is us.
///
/// Only whether a host was reached counts; an HTTP error is an answer. Hosts written as private addresses are judged
/// apart: that a feed of this machine answers says nothing of the internet.
package struct NetworkHealth: Sendable {
    private var internet = Way()
    private var local = Way()
    private var nextProbe: Timestamp?
    private var probes = 0

    /// Tries older than this say nothing about now.
    package static let memory = Duration.seconds(300)
    /// From one look at whether the network is back to the next: the first, and the longest.
    private static let probePauses = (first: Duration.seconds(15), longest: Duration.seconds(60))

    package init() {}

    package var isDown: Bool { downSince != nil }

    package var downSince: Timestamp? {
        [internet.downSince, local.downSince].compactMap { $0 }.min()
    }

    /// Whether the way to a host is down.
    package func isDown(for host: String) -> Bool {
        (Self.isLocal(host) ? local : internet).downSince != nil
    }

    /// Takes note of one try. - Returns: whether the judgement changed with it.
    package mutating func note(host: String, isReached: Bool, now: Timestamp) -> Bool {
        let hasChanged =
            Self.isLocal(host)
            ? local.note(host: host, isReached: isReached, now: now)
            : internet.note(host: host, isReached: isReached, now: now)
        if !isDown { (nextProbe, probes) = (nil, 0) }
        return hasChanged
    }

    /// Whether a feed may be polled while the network is down: one now and then is enough to see it come back.
    package mutating func mayProbe(now: Timestamp) -> Bool {
        // A plan far ahead was made before the clock was set back.
        if let nextProbe, now < nextProbe, nextProbe - now <= Self.probePauses.longest { return false }
        nextProbe = now + min(Self.probePauses.first * (1 << min(probes, 10)), Self.probePauses.longest)
        probes += 1
        return true
    }

    private static func isLocal(_ host: String) -> Bool {
        AddressPolicy().objection(toLiteralHost: host) != nil
    }
}

/// What is known of one way to hosts.
private struct Way {
    private struct Try {
        var at: Timestamp
        var isReached: Bool
    }

    private var tries: [String: Try] = [:]
    private(set) var downSince: Timestamp?

    /// With fewer hosts nothing can be told.
    private static let fewestHosts = 4

    mutating func note(host: String, isReached: Bool, now: Timestamp) -> Bool {
        tries[host] = Try(at: now, isReached: isReached)
        let before = downSince
        if isReached {
            downSince = nil
            // What failed before the network came back says nothing any more.
            if before != nil { tries = tries.filter(\.value.isReached) }
        } else if downSince == nil {
            // Only when it matters: most hosts answer, and there may be many.
            tries = tries.filter {
                now - $0.value.at <= NetworkHealth.memory && $0.value.at <= now + .seconds(60)
            }
            let unreached = tries.values.count { !$0.isReached }
            if tries.count >= Self.fewestHosts, unreached * 2 > tries.count { downSince = now }
        }
        return (before == nil) != (downSince == nil)
    }
}
