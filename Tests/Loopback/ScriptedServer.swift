import Glibc
import Synchronization

/// A server on loopback that answers as a script says, byte for byte, and keeps a log of what it was asked.
///
/// It listens on all of 127.0.0.0/8, so that `127.1.0.1` and `127.1.0.2` are two hosts to a client.
package final class ScriptedServer: Sendable {
    /// One request as it came.
    package struct Request: Sendable {
        package let target: String
        /// As sent, without the request line.
        package let headerLines: [String]
        /// Connections are numbered from 1 in the order they were accepted.
        package let connection: Int
        /// Requests before this one on the same connection.
        package let position: Int
        package let received: ContinuousClock.Instant

        /// The value of a header field, its name in any case; `nil` when it was not sent.
        package subscript(_ name: String) -> String? {
            headerLines.lazy.compactMap { line -> String? in
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
                return String(parts[1].drop { $0 == " " })
            }.first
        }
    }

    private struct State {
        var requests: [Request] = []
        var descriptors: Set<Int32> = []
        var connections = 0
        var isStopped = false
    }

    package let port: Int
    private let listener: Int32
    private let script: @Sendable (Request) -> Reply
    private let state = Mutex(State())

    /// - Parameter port: 0 for any that is free.
    package init(port: Int = 0, _ script: @escaping @Sendable (Request) -> Reply) throws {
        self.script = script
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var isReused: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_port = in_port_t(port).bigEndian
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                if bind(descriptor, pointer, length) != 0 || listen(descriptor, 512) != 0 { return Int32(-1) }
                return getsockname(descriptor, pointer, &length)
            }
        }
        guard status == 0 else { throw ServerFault(errno: errno) }
        self.port = Int(UInt16(bigEndian: address.sin_port))
        startThread { [self] in accept() }
    }

    package struct ServerFault: Error { package let errno: Int32 }

    /// All requests so far.
    package var requests: [Request] { state.withLock(\.requests) }

    package var connectionCount: Int { state.withLock(\.connections) }

    package func url(_ target: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(target)" }

    /// Returns once `count` requests have come; after so long without them too, so that a test fails and does not hang.
    package func arrival(of count: Int, within limit: Duration = .seconds(120)) async {
        let deadline = ContinuousClock.now + limit
        while requests.count < count, ContinuousClock.now < deadline, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Closes everything; the threads end by themselves.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            for descriptor in state.descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept() {
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { break }
            let number = state.withLock { state in
                state.connections += 1
                state.descriptors.insert(descriptor)
                return state.isStopped ? 0 : state.connections
            }
            guard number > 0 else {
                close(descriptor)
                break
            }
            startThread { [self] in serve(descriptor, number) }
        }
        close(listener)
    }

    private func serve(_ descriptor: Int32, _ number: Int) {
        var buffer: [UInt8] = []
        var position = 0
        while let head = readHead(descriptor, &buffer) {
            let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
            let words = lines.first?.split(separator: " ") ?? []
            guard words.count == 3 else { break }
            let request = Request(
                target: String(words[1]), headerLines: Array(lines.dropFirst()), connection: number,
                position: position, received: .now)
            state.withLock { $0.requests.append(request) }
            position += 1
            guard send(script(request), descriptor) else { break }
        }
        state.withLock { state in
            state.descriptors.remove(descriptor)
            _ = close(descriptor)
        }
    }

    private func readHead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            let text = String(decoding: buffer, as: UTF8.self)
            if let range = text.firstRange(of: "\r\n\r\n") {
                let head = String(text[..<range.lowerBound])
                buffer.removeFirst(head.utf8.count + end.count)
                return head
            }
            var chunk = [UInt8](repeating: 0, count: 16 * 1024)
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return nil }
            buffer += chunk.prefix(count)
        }
    }

    /// `false` when the connection is to be closed.
    private func send(_ reply: Reply, _ descriptor: Int32) -> Bool {
        for piece in reply.pieces {
            switch piece {
            case .bytes(let bytes):
                var rest = bytes[...]
                while !rest.isEmpty {
                    let written = rest.withUnsafeBytes {
                        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    guard written > 0 else { return false }
                    rest = rest.dropFirst(written)
                }
            case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1000)
            case .silence: return waitForHangUp(descriptor)
            case .reset:
                var option = linger(l_onoff: 1, l_linger: 0)
                setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                return false
            case .close: return false
            }
        }
        return true
    }

    /// Says nothing until the client or the test hangs up.
    private func waitForHangUp(_ descriptor: Int32) -> Bool {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) > 0 {}
        return false
    }
}

/// An answer in pieces.
package struct Reply: Sendable {
    package enum Piece: Sendable {
        case bytes([UInt8])
        case pause(milliseconds: Int)
        /// Nothing more, but the connection stays open.
        case silence
        /// Closed with RST.
        case reset
        case close
    }

    package var pieces: [Piece]

    package init(pieces: [Piece]) { self.pieces = pieces }

    /// Exactly these bytes, then the connection is closed.
    package static func raw(_ text: String) -> Reply { raw(Array(text.utf8)) }

    package static func raw(_ bytes: [UInt8]) -> Reply { Reply(pieces: [.bytes(bytes), .close]) }

    /// A whole answer over a connection that is kept.
    package static func status(_ status: Int, _ headers: [(String, String)] = [], body: [UInt8] = []) -> Reply {
        Reply(pieces: [.bytes(head(status, headers + [("Content-Length", "\(body.count)")]) + body)])
    }

    package static func ok(_ body: String = "body", _ headers: [(String, String)] = []) -> Reply {
        status(200, headers, body: Array(body.utf8))
    }

    package static func redirect(_ status: Int = 302, to location: String) -> Reply {
        .status(status, [("Location", location)])
    }

    /// The header of an answer, its blank line included.
    package static func head(_ status: Int, _ headers: [(String, String)]) -> [UInt8] {
        let lines = headers.map { "\($0): \($1)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) Some Reason\r\n\(lines)\r\n".utf8)
    }
}

/// Runs `body` on a thread of its own.
package func startThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(ThreadBody(body))
    guard pthread_create(&thread, nil, runThreadBody, context.toOpaque()) == 0 else { return context.release() }
    pthread_detach(thread)
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThreadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
