package import Monitoring
package import NewsModel

/// What the watch gets from outside, so that tests can give it something else.
package struct WatchEnvironment: Sendable {
    package var now: @Sendable () -> Timestamp
    /// 0..<1, for spreading.
    package var luck: @Sendable () -> Double = { Double.random(in: 0..<1) }
    package var version: String
    /// Threads for parsing and extraction.
    package var cores: Int
    /// `user:password` of a credential's name.
    package var credential: @Sendable (String) -> String?
    /// Told of everything that happens, on any thread; must not block.
    package var observe: @Sendable (WatchEvent) -> Void = { _ in }
    /// Given each status snapshot, for systemd.
    package var report: @Sendable (StatusSnapshot) -> Void = { _ in }
    /// Told when the watch is ready, reads its configuration again, lives, or stops.
    package var announce: @Sendable (Change) -> Void = { _ in }
    /// Where metrics are answered besides what feeds.yaml says: the service manager's socket.
    package var metricsSocket: LocalSocket?
    package var pid: Int32

    /// Test hook: whether a part of the watch is to stand still.
    package var isHung: @Sendable (Heartbeat.Part) -> Bool = { _ in false }

    package enum Change: Sendable {
        case ready, reloading, stopping
        /// Everything that must move has moved since the last time this was told.
        case alive
        /// The last articles are being written, and it goes on.
        case closing
    }

    package init(
        version: String, pid: Int32, cores: Int, now: @escaping @Sendable () -> Timestamp,
        credential: @escaping @Sendable (String) -> String?
    ) {
        self.version = version
        self.pid = pid
        self.cores = cores
        self.now = now
        self.credential = credential
    }

    /// `Rasid/1.0 (+https://…)`: who asks, and where to ask back.
    package func userAgent(_ settings: Settings) -> String {
        settings.contact.map { "Rasid/\(version) (+\($0))" } ?? "Rasid/\(version)"
    }
}
