import CLinux
import Dispatch
import Glibc
import NewsModel
import Synchronization

/// The daemon's end of the control socket. A thread of its own talks with the clients, so that none of them can keep
/// the daemon's work waiting and none has to wait for it to be told so.
///
/// Every client is bounded: in the length of its request, in the time it may take to send it and to read its answer,
/// and in their number (``ControlClients``).
package final class ControlServer: Sendable {
    package typealias Handler = @Sendable (ControlRequest) async -> ControlAnswer

    private struct Received: Sendable {
        let client: UInt64
        let request: ControlRequest
    }

    private struct Mail: Sendable {
        var answers: [(client: UInt64, answer: ControlAnswer)] = []
        var isClosing = false
    }

    private let listener: ControlListener
    private let bell: ControlBell
    private let mail = Mutex(Mail())
    private let requests: AsyncStream<Received>
    private let continuation: AsyncStream<Received>.Continuation

    /// Listens from now on; who connects waits until ``run(_:)``.
    ///
    /// - Parameter group: may ask, too, where it exists.
    package init(at place: ControlPlace, group: String = "rasid") throws(ControlError) {
        listener = try ControlListener(at: place, group: group)
        bell = try ControlBell(path: place.path)
        (requests, continuation) = AsyncStream.makeStream()
    }

    /// Answers until the task is cancelled. Each request is a task of its own.
    package func run(_ handler: @escaping Handler) async {
        await withTaskCancellationHandler {
            await withTaskGroup { group in
                group.addTask {
                    await withCheckedContinuation { done in
                        DispatchQueue(label: "rasid.control").async {
                            self.talk()
                            done.resume()
                        }
                    }
                    self.continuation.finish()
                }
                for await received in requests {
                    group.addTask { self.deliver(await handler(received.request), to: received.client) }
                }
                group.cancelAll()
            }
        } onCancel: {
            mail.withLock { $0.isClosing = true }
            bell.ring()
        }
    }

    private func deliver(_ answer: ControlAnswer, to client: UInt64) {
        mail.withLock { $0.answers.append((client, answer)) }
        bell.ring()
    }

    // MARK: - The thread

    private func talk() {
        var clients = ControlClients()
        var isOpen = true
        while true {
            let watched = wait(for: clients, isOpen: isOpen)
            bell.hush()
            let mail = mail.withLock { mail in
                defer { mail.answers = [] }
                return mail
            }
            let now = ContinuousClock.now
            for (number, answer) in mail.answers {
                guard let descriptor = clients.descriptor(of: number) else { continue }
                clients.update(descriptor) { $0.tell(answer, now: now) }
            }
            for entry in watched where entry.revents != 0 && entry.fd != listener.descriptor {
                serve(entry, in: &clients, now: now)
            }
            for descriptor in clients.all.keys { send(to: descriptor, in: &clients) }
            for descriptor in clients.finished(now) { drop(descriptor, from: &clients) }
            if mail.isClosing { break }
            isOpen = admit(into: &clients, now: now)
        }
        for descriptor in clients.all.keys { close(descriptor) }
    }

    /// Sleeps until something happens or someone has taken too long.
    ///
    /// - Parameter isOpen: newcomers are looked for. While none can be let in they are not, or this would not sleep at
    ///   all.
    private func wait(for clients: ControlClients, isOpen: Bool) -> [pollfd] {
        var watched = [
            pollfd(fd: listener.descriptor, events: isOpen ? Int16(POLLIN) : 0, revents: 0),
            pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        for (descriptor, client) in clients.all {
            let events: Int32 =
                switch client.conversation.state {
                case .asking: POLLIN
                case .answering: POLLOUT
                case .working, .over: 0
                }
            watched.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
        }
        let left = clients.nextDeadline.map { ContinuousClock.now.duration(to: $0) }
        let longest: Int32 = isOpen ? 60_000 : 1_000
        let milliseconds = left.map { Int32(clamping: max($0, .zero).wholeMilliseconds + 1) } ?? longest
        _ = poll(&watched, nfds_t(watched.count), min(milliseconds, longest))
        return watched
    }

    /// Lets in those who wait, a roomful at a time.
    ///
    /// - Returns: whether more can come; not while everyone is being served, or no descriptor is left.
    private func admit(into clients: inout ControlClients, now: ContinuousClock.Instant) -> Bool {
        let round = clients.nextNumber
        for _ in 0..<ControlClients.capacity {
            let admission = clients.admission(round: round)
            if admission == .full { return clients.admission(round: clients.nextNumber) != .full }
            let newcomer = rasid_accept(listener.descriptor)
            guard newcomer >= 0 else { return ![EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) }
            if case .after(let displaced) = admission { drop(displaced, from: &clients) }
            clients.add(newcomer, user: rasid_peer_user(newcomer), now: now)
        }
        return true
    }

    private func serve(_ entry: pollfd, in clients: inout ControlClients, now: ContinuousClock.Instant) {
        guard let client = clients[entry.fd] else { return }
        guard client.conversation.state == .asking else {
            if Int32(entry.revents) & (POLLHUP | POLLERR) != 0 { drop(entry.fd, from: &clients) }
            return
        }
        var buffer = [UInt8](repeating: 0, count: ControlRequest.longest)
        let count = recv(entry.fd, &buffer, buffer.count, 0)
        if count > 0 {
            let request = clients.update(entry.fd) { $0.take(buffer[..<count], now: now) }
            if case .some(.some(let request)) = request {
                continuation.yield(Received(client: client.number, request: request))
            }
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            drop(entry.fd, from: &clients)
        }
    }

    private func send(to descriptor: Int32, in clients: inout ControlClients) {
        guard let rest = clients[descriptor]?.conversation.toSend, !rest.isEmpty else { return }
        let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count >= 0 {
            clients.update(descriptor) { $0.sent(count) }
        } else if errno != EAGAIN, errno != EINTR {
            drop(descriptor, from: &clients)
        }
    }

    private func drop(_ descriptor: Int32, from clients: inout ControlClients) {
        clients.remove(descriptor)
        close(descriptor)
    }
}

/// Wakes the thread of the control socket out of poll(2).
private struct ControlBell: ~Copyable {
    let descriptor: Int32
    private let other: Int32

    init(path: String) throws(ControlError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw ControlError(errno: errno, path: path) }
        descriptor = ends[0]
        other = ends[1]
    }

    deinit {
        close(descriptor)
        close(other)
    }

    /// A full socket is rung already.
    func ring() {
        _ = Glibc.send(other, [1], 1, Int32(MSG_NOSIGNAL))
    }

    func hush() {
        var buffer = [UInt8](repeating: 0, count: 64)
        while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
    }
}
