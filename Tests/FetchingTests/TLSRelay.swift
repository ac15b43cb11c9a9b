import Glibc
import Loopback
import Synchronization

/// Passes on what a TLS server and its client say, except for the server's goodbye: instead of its alert the connection
/// is closed, as a middlebox or a crash does it.
///
/// It tells an alert by its record's type, which TLS 1.2 leaves readable (RFC 5246 section 6.2.1).
final class TLSRelay: Sendable {
    /// What becomes of the server's records.
    enum Manner: Sendable {
        case whole
        /// All of the body, and no close_notify.
        case withoutGoodbye
        /// The last record of the body is missing too.
        case cut
    }

    let port: Int
    private let listener: Int32
    private let upstream: Int
    private let manner: Manner
    private let descriptors = Mutex<Set<Int32>>([])

    struct Fault: Error {}

    init(to upstream: Int, _ manner: Manner) throws {
        self.upstream = upstream
        self.manner = manner
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard let port = TLSRelay.listen(listener) else { throw Fault() }
        self.port = port
        startThread { [self] in accept() }
    }

    /// Closes everything; the threads end by themselves.
    func stop() {
        for descriptor in descriptors.withLock({ $0 }) { shutdown(descriptor, Int32(SHUT_RDWR)) }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return address
    }

    private static func listen(_ listener: Int32) -> Int? {
        var address = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                if bind(listener, pointer, length) != 0 || Glibc.listen(listener, 16) != 0 { return Int32(-1) }
                return getsockname(listener, pointer, &length)
            }
        }
        return status == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }

    private func connect() -> Int32 {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = TLSRelay.address(upstream)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.connect(server, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status == 0 { return server }
        close(server)
        return -1
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            let server = connect()
            guard server >= 0 else {
                close(client)
                continue
            }
            descriptors.withLock { $0.formUnion([client, server]) }
            startThread { [self] in
                while let bytes = receive(client, atMost: 16_384), send(bytes, to: server) {}
                shutdown(server, Int32(SHUT_RDWR))
            }
            startThread { [self] in
                passRecords(from: server, to: client)
                shutdown(client, Int32(SHUT_RDWR))
            }
        }
        close(listener)
    }

    /// The records of the server, as `manner` says. One of the body is held back until the next one has come.
    private func passRecords(from server: Int32, to client: Int32) {
        var held: [UInt8] = []
        while let record = readRecord(server) {
            if record[0] == 21, manner != .whole { break }
            guard send(held, to: client) else { return }
            held = record
            // Only the body's records may be the last: the handshake would wait for what is held back.
            if record[0] != 23 {
                guard send(held, to: client) else { return }
                held = []
            }
        }
        if manner != .cut { _ = send(held, to: client) }
    }

    private func readRecord(_ descriptor: Int32) -> [UInt8]? {
        guard let head = readExactly(descriptor, 5) else { return nil }
        guard let body = readExactly(descriptor, Int(head[3]) << 8 | Int(head[4])) else { return nil }
        return head + body
    }

    private func readExactly(_ descriptor: Int32, _ count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let piece = receive(descriptor, atMost: count - bytes.count) else { return nil }
            bytes += piece
        }
        return bytes
    }

    private func receive(_ descriptor: Int32, atMost limit: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &buffer, limit)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}
