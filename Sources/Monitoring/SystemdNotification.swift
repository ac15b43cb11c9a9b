import Glibc

/// Tells the service manager how the daemon is, in datagrams to the socket it was started with.
///
/// Source: sd_notify(3), the protocol section; systemd 252 and later.
package struct SystemdNotification: Equatable, Sendable {
    /// What can be told.
    package enum State: Equatable, Sendable {
        /// The start, or the reload before it, is done.
        case ready
        /// The configuration is being read again; `ready` ends it.
        case reloading
        case stopping
        /// The daemon lives; to be told at least every ``watchdogInterval``.
        case watchdog
        /// One line for the operator, at most 512 bytes; line breaks become spaces.
        case status(String)
        /// The number of the error that ends the daemon, as of errno(3).
        case errno(Int32)
        /// The start or stop needs this much more time from now.
        case extendTimeout(Duration)
    }

    /// How often ``State/watchdog`` is best told, half of what the manager waits for; `nil` when it does not wait.
    package let watchdogInterval: Duration?
    private let address: UnixAddress

    /// - Parameter environment: of this process. The manager sets `NOTIFY_SOCKET`, a path or an abstract name behind
    ///   `@`, and for the watchdog `WATCHDOG_USEC` and `WATCHDOG_PID`.
    /// - Returns: `nil` when no manager wants to be told.
    package init?(environment: [String: String]) {
        guard let name = environment["NOTIFY_SOCKET"], let address = UnixAddress(name) else { return nil }
        self.address = address
        watchdogInterval = SystemdNotification.watchdogInterval(environment)
    }

    /// Tells all of `states` at once. Does not wait: a manager that does not read is an error.
    package func send(_ states: [State]) throws(NotificationError) {
        guard !states.isEmpty else { return }
        try address.send(states.flatMap(SystemdNotification.lines).joined(separator: "\n"))
    }

    private static func watchdogInterval(_ environment: [String: String]) -> Duration? {
        guard let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text), microseconds > 0 else {
            return nil
        }
        // The variables are inherited: those of another process are not meant for this one.
        if let process = environment["WATCHDOG_PID"], process != "\(getpid())" { return nil }
        return .microseconds(microseconds / 2)
    }

    private static func lines(_ state: State) -> [String] {
        switch state {
        case .ready: ["READY=1"]
        case .reloading: ["RELOADING=1", "MONOTONIC_USEC=\(monotonicMicroseconds())"]
        case .stopping: ["STOPPING=1"]
        case .watchdog: ["WATCHDOG=1"]
        case .status(let text): ["STATUS=\(oneLine(text))"]
        case .errno(let number): ["ERRNO=\(number)"]
        case .extendTimeout(let duration): ["EXTEND_TIMEOUT_USEC=\(Int64(max(0, duration / .microseconds(1))))"]
        }
    }

    /// A line break would begin another assignment: `STATUS=x\nREADY=1`.
    private static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        var line = String(String.UnicodeScalarView(scalars))
        while line.utf8.count > longestStatus { line.unicodeScalars.removeLast() }
        return line
    }

    /// Bytes. systemctl shows one line.
    private static let longestStatus = 512

    private static func monotonicMicroseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
    }
}

/// Why the service manager was not told.
package struct NotificationError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// No socket could be made.
        case socket
        /// Nobody reads there, or not fast enough.
        case send
    }

    package let kind: Kind
    /// As `NOTIFY_SOCKET` has it.
    package let address: String
    /// As of errno(3).
    package let number: Int32

    package var description: String {
        let reason = String(cString: strerror(number))
        return switch kind {
        case .socket: "no socket to notify systemd: \(reason)"
        case .send: "systemd not notified at \(address): \(reason)"
        }
    }
}
