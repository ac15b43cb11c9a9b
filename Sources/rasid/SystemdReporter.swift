import Glibc
import Monitoring
import NewsModel
import Polling
import Synchronization

/// Tells systemd how the daemon is: ready, reloading, stopping, a status line, that it lives, or why it could not start.
final class SystemdReporter: Sendable {
    private struct Last {
        var line = ""
        var at = Timestamp(milliseconds: 0)
    }

    private let notification: SystemdNotification
    private let last = Mutex(Last())
    /// A status line is sent when it changed, and not more often.
    private static let pause = Duration.seconds(10)
    /// Asked for while the last articles are written, each time some more are.
    private static let extraTime = Duration.seconds(20)

    init(_ notification: SystemdNotification) {
        self.notification = notification
    }

    func report(_ snapshot: StatusSnapshot) {
        let line = Self.line(snapshot)
        let isDue = last.withLock { last in
            guard line != last.line, snapshot.snapshotAt - last.at >= Self.pause else { return false }
            last = Last(line: line, at: snapshot.snapshotAt)
            return true
        }
        if isDue { send([.status(line)]) }
    }

    func announce(_ change: WatchEnvironment.Change) {
        switch change {
        case .ready: send([.ready])
        case .reloading: send([.reloading])
        case .stopping: send([.stopping])
        case .closing: send([.extendTimeout(Self.extraTime)])
        case .alive: if notification.watchdogInterval != nil { send([.watchdog]) }
        }
    }

    /// The daemon ends before it began.
    ///
    /// - Parameter number: as of errno(3).
    func failed(_ reason: String, number: Int32) {
        send([.status(reason), .errno(number)])
    }

    private func send(_ states: [SystemdNotification.State]) {
        do throws(NotificationError) {
            try notification.send(states)
        } catch {
            complain("\(error)")
        }
    }

    private static func line(_ snapshot: StatusSnapshot) -> String {
        let mark = snapshot.health == .ok ? "" : snapshot.health == .warning ? "DEGRADED: " : "CRITICAL: "
        let feeds = snapshot.feeds
        if let refused = snapshot.problems.first(where: { $0.id == "reload-refused" }) {
            return "\(mark)\(refused.message)"
        }
        return """
            \(mark)\(feeds.ok)/\(feeds.total) feeds ok, \(feeds.failing) failing, \
            \(snapshot.articles.written) articles today
            """
    }
}
