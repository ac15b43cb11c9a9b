import Monitoring
import NewsModel
import Polling
import Synchronization

/// Tells systemd how the daemon is: ready, reloading, stopping, a status line, and that it lives.
final class SystemdReporter: Sendable {
    private struct Last {
        var line = ""
        var at = Timestamp(milliseconds: 0)
    }

    private let notification: SystemdNotification
    private let last = Mutex(Last())
    /// A status line is sent when it changed, and not more often.
    private static let pause = Duration.seconds(10)

    init(_ notification: SystemdNotification) {
        self.notification = notification
    }

    /// The watchdog is fed with the snapshot: it is made by the loop that also stores, so a daemon whose writer hangs
    /// stops feeding it.
    func report(_ snapshot: StatusSnapshot) {
        var states: [SystemdNotification.State] = [.watchdog]
        let line = Self.line(snapshot)
        let isDue = last.withLock { last in
            guard line != last.line, snapshot.snapshotAt - last.at >= Self.pause else { return false }
            last = Last(line: line, at: snapshot.snapshotAt)
            return true
        }
        if isDue { states.append(.status(line)) }
        send(states)
    }

    func announce(_ change: WatchEnvironment.Change) {
        switch change {
        case .ready: send([.ready])
        case .reloading: send([.reloading])
        case .stopping: send([.stopping])
        }
    }

    private func send(_ states: [SystemdNotification.State]) {
        do throws(NotificationError) {
            try notification.send(states)
        } catch {
            complain("\(error)")
        }
    }

    private static func line(_ snapshot: StatusSnapshot) -> String {
        let mark = snapshot.health == .ok ? "" : snapshot.health == .warning ? "WARNING: " : "CRITICAL: "
        let feeds = snapshot.feeds
        return """
            \(mark)\(feeds.ok)/\(feeds.total) feeds ok, \(feeds.failing) failing, \
            \(snapshot.articles.written) articles today
            """
    }
}
