import CLinux
import Glibc
import Synchronization

/// Answers scrapes over HTTP, on a thread of its own. However many connect and whatever they send, it costs a few
/// connections, some kilobytes each, for a few seconds.
package final class MetricsListener: Sendable {
    private let socket: LocalSocket
    private let stopPair: (loopEnd: Int32, stopEnd: Int32)
    private let thread: Mutex<pthread_t?>

    /// Starts to answer.
    ///
    /// - Parameters:
    ///   - patience: from the connection to the last byte of the answer.
    ///   - figures: the text of the moment; called on the listener's thread.
    package init(
        _ socket: LocalSocket, patience: Duration = .seconds(5), figures: @escaping @Sendable (MetricsForm) -> String
    ) throws(MetricsError) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw MetricsError(kind: .listen, place: "a socket pair", number: errno)
        }
        stopPair = (ends[0], ends[1])
        self.socket = socket
        let task = Unmanaged.passRetained(ScrapeLoop(socket, stop: ends[0], longest: patience, figures: figures))
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, runScrapeLoop, task.toOpaque())
        guard status == 0 else {
            task.release()
            close(ends[0])
            close(ends[1])
            throw MetricsError(kind: .listen, place: "a thread", number: status)
        }
        self.thread = Mutex(thread)
    }

    deinit { stop() }

    /// The port that was bound; 0 for a Unix socket.
    package var port: UInt16 { socket.port }

    /// Ends the thread and waits for it: some milliseconds.
    package func stop() {
        thread.withLock { thread in
            guard let running = thread else { return }
            thread = nil
            close(stopPair.stopEnd)
            pthread_join(running, nil)
            close(stopPair.loopEnd)
        }
    }
}

/// The thread's body. A function of the file and no closure, so that it belongs to no actor.
private func runScrapeLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ScrapeLoop>.fromOpaque(context).takeRetainedValue().run()
    return nil
}

/// The listener's thread: a poll(2) loop over a few connections. Lives on that thread alone.
private final class ScrapeLoop {
    /// At once. Who comes later waits in the kernel's queue.
    private static let mostConnections = 8

    private struct Connection {
        let descriptor: Int32
        let deadline: ContinuousClock.Instant
        var request: [UInt8] = []
        /// `nil` while the request is read.
        var answer: ArraySlice<UInt8>?
    }

    private let socket: LocalSocket
    private let stop: Int32
    private let longest: Duration
    private let figures: (MetricsForm) -> String
    private var connections: [Connection] = []

    init(_ socket: LocalSocket, stop: Int32, longest: Duration, figures: @escaping (MetricsForm) -> String) {
        self.socket = socket
        self.stop = stop
        self.longest = longest
        self.figures = figures
    }

    deinit {
        for connection in connections { close(connection.descriptor) }
    }

    /// Until the other end of `stop` is closed.
    func run() {
        while true {
            let takesMore = connections.count < Self.mostConnections
            var polled = [pollfd(fd: stop, events: 0, revents: 0)]
            polled.append(pollfd(fd: takesMore ? socket.descriptor : -1, events: Int16(POLLIN), revents: 0))
            polled += connections.map {
                pollfd(fd: $0.descriptor, events: Int16($0.answer == nil ? POLLIN : POLLOUT), revents: 0)
            }
            let number = poll(&polled, nfds_t(polled.count), patience)
            if number < 0, errno != EINTR { return }
            if polled[0].revents != 0 { return }
            serve(polled.dropFirst(2).map { $0.revents != 0 })
            if polled[1].revents != 0 { accept() }
        }
    }

    /// Milliseconds until the first connection has had its time.
    private var patience: Int32 {
        guard let first = connections.map(\.deadline).min() else { return -1 }
        return Int32(clamping: max(ContinuousClock.now.duration(to: first) / .milliseconds(1), 0).rounded(.up).asInt)
    }

    private func accept() {
        let descriptor = rasid_accept(socket.descriptor)
        if descriptor >= 0 {
            connections.append(Connection(descriptor: descriptor, deadline: .now + longest))
        } else if errno == EMFILE || errno == ENFILE {
            // It would be tried again at once, and again.
            usleep(100_000)
        }
    }

    private func serve(_ isReady: [Bool]) {
        let now = ContinuousClock.now
        connections = zip(connections, isReady).compactMap { connection, isReady in
            var connection = connection
            let isGoingOn = (!isReady || advance(&connection)) && connection.deadline > now
            if !isGoingOn { close(connection.descriptor) }
            return isGoingOn ? connection : nil
        }
    }

    /// Reads or writes what goes without waiting. `false` when the connection is done with.
    private func advance(_ connection: inout Connection) -> Bool {
        guard let answer = connection.answer else { return read(&connection) }
        let count = answer.withUnsafeBytes {
            send(connection.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return isPatienceDue }
        connection.answer = answer.dropFirst(count)
        return count < answer.count
    }

    private func read(_ connection: inout Connection) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(connection.descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return count < 0 && isPatienceDue }
        connection.request += buffer[..<count]
        guard connection.request.count <= ScrapeAnswer.longestHead else { return false }
        if ScrapeAnswer.isWhole(connection.request) {
            connection.answer = ScrapeAnswer.bytes(to: connection.request, figures: figures)[...]
        }
        return true
    }

    private var isPatienceDue: Bool { errno == EAGAIN || errno == EINTR }
}

extension Double {
    fileprivate var asInt: Int { Int(exactly: self) ?? .max }
}
