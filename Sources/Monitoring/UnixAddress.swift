import Glibc

/// The address of a socket of this machine: a path, or an abstract name behind `@`.
///
/// Source: unix(7). An abstract name begins with NUL and ends with the length, not with NUL.
struct UnixAddress: Equatable, Sendable {
    private let name: String

    /// `nil` unless `name` is absolute or abstract, and short enough for the system.
    init?(_ name: String) {
        guard name.hasPrefix("/") || name.hasPrefix("@"), (2..<UnixAddress.capacity).contains(name.utf8.count) else {
            return nil
        }
        self.name = name
    }

    private static var capacity: Int { MemoryLayout.size(ofValue: sockaddr_un().sun_path) }

    /// Sends one datagram, without waiting.
    func send(_ text: String) throws(NotificationError) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw NotificationError(kind: .socket, address: name, number: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        let sent = withAddress { address, length in
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), address, length)
        }
        guard sent == bytes.count else { throw NotificationError(kind: .send, address: name, number: errno) }
    }

    /// Sends one datagram, without waiting. - Returns: whether it was taken.
    func sendIfRead(_ bytes: [UInt8]) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let sent = withAddress { address, length in
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), address, length)
        }
        return sent == bytes.count
    }

    /// The address as system calls want it.
    func withAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if name.hasPrefix("@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let terminator = name.hasPrefix("@") ? 0 : 1
        let length =
            socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2) + socklen_t(bytes.count + terminator)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
