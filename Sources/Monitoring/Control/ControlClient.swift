import Glibc

/// Asks the daemon, as the commands do.
package struct ControlClient: Sendable {
    package let path: String
    /// For the whole conversation.
    package let patience: Duration

    /// Bytes of an answer. The status of ten thousand feeds is far below it.
    private static let longestAnswer = 16 << 20

    package init(path: String, patience: Duration) {
        self.path = path
        self.patience = patience
    }

    /// Sends the request and waits for the answer, at most ``patience`` long.
    package func ask(_ request: ControlRequest) throws(ControlError) -> ControlAnswer {
        let deadline = ContinuousClock.now + patience
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        // A full queue of those who wait to be let in holds connect(2) up, too.
        limit(SO_SNDTIMEO, of: descriptor, until: deadline)
        try ControlPlace.withAddress(of: path) { address throws(ControlError) in
            guard address.withAddress({ connect(descriptor, $0, $1) }) == 0 else { throw failure(errno) }
        }
        try send(Array((request.line + "\n").utf8), to: descriptor)
        guard let answer = ControlAnswer(try receive(from: descriptor, until: deadline)) else {
            throw ControlError(.noAnswer, path: path)
        }
        return answer
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) throws(ControlError) {
        let count = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        // A daemon that refuses us for want of room may have answered and hung up already.
        guard count == bytes.count || errno == EPIPE else { throw failure(errno) }
    }

    private func receive(from descriptor: Int32, until deadline: ContinuousClock.Instant) throws(ControlError)
        -> [UInt8]
    {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while answer.count < Self.longestAnswer {
            limit(SO_RCVTIMEO, of: descriptor, until: deadline)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            if count == 0 { return answer }
            answer.append(contentsOf: buffer.prefix(count))
            guard ContinuousClock.now < deadline else { throw failure(ETIMEDOUT) }
        }
        throw ControlError(.noAnswer, path: path)
    }

    /// Source: socket(7); a time of zero would mean no limit.
    private func limit(_ option: Int32, of descriptor: Int32, until deadline: ContinuousClock.Instant) {
        let left = max(ContinuousClock.now.duration(to: deadline), .milliseconds(1))
        let (seconds, attoseconds) = left.components
        var time = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    private func failure(_ number: Int32) -> ControlError { ControlError(errno: number, path: path) }
}
