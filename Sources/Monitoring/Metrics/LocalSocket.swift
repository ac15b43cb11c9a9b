import Glibc
package import NewsModel

/// A listening socket that only this machine reaches: on a loopback address or a Unix socket. Closed with its last owner.
package final class LocalSocket: Sendable {
    let descriptor: Int32
    /// A Unix socket that was made here and goes with us.
    private let ownPath: String?

    /// Connections the kernel keeps while others are answered.
    private static let backlog: Int32 = 16

    deinit {
        close(descriptor)
        if let ownPath { unlink(ownPath) }
    }

    private init(_ descriptor: Int32, ownPath: String?) {
        self.descriptor = descriptor
        self.ownPath = ownPath
    }

    /// Listens on `place`. A Unix socket that is left from an earlier run is replaced; its rights are 0660.
    package convenience init(_ place: MetricsSettings.Place) throws(MetricsError) {
        switch place {
        case .unix(let path): try self.init(path: path)
        case .loopback(let address, let port): try self.init(address: address, port: port, place: "\(place)")
        }
    }

    /// The socket that the service manager hands over under `name`; `nil` when it hands over none.
    ///
    /// Source: sd_listen_fds(3). The first descriptor is 3.
    package convenience init?(named name: String, environment: [String: String]) throws(MetricsError) {
        guard environment["LISTEN_PID"] == "\(getpid())", let text = environment["LISTEN_FDS"], let count = Int32(text),
            let names = environment["LISTEN_FDNAMES"]?.split(separator: ":", omittingEmptySubsequences: false),
            let index = names.firstIndex(of: name[...]), index < Int(count)
        else { return nil }
        let descriptor = 3 + Int32(index)
        guard LocalSocket.isLocal(descriptor) else { throw MetricsError(kind: .notLocal, place: name, number: 0) }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, LocalSocket.isNotWaitedFor(descriptor) else {
            throw MetricsError(kind: .listen, place: name, number: errno)
        }
        self.init(descriptor, ownPath: nil)
    }

    private convenience init(path: String) throws(MetricsError) {
        func failure() -> MetricsError { MetricsError(kind: .listen, place: path, number: errno) }
        guard let address = UnixAddress(path) else {
            throw MetricsError(kind: .listen, place: path, number: ENAMETOOLONG)
        }
        let descriptor = try LocalSocket.stream(AF_UNIX, place: path)
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
        let isBound = address.withAddress { bind(descriptor, $0, $1) } == 0
        guard isBound, chmod(path, 0o660) == 0, listen(descriptor, LocalSocket.backlog) == 0 else {
            let error = failure()
            close(descriptor)
            throw error
        }
        self.init(descriptor, ownPath: path)
    }

    private convenience init(address: [UInt8], port: UInt16, place: String) throws(MetricsError) {
        let descriptor = try LocalSocket.stream(address.count == 4 ? AF_INET : AF_INET6, place: place)
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        guard bindInternet(descriptor, address, port) == 0, listen(descriptor, LocalSocket.backlog) == 0 else {
            let error = MetricsError(kind: .listen, place: place, number: errno)
            close(descriptor)
            throw error
        }
        self.init(descriptor, ownPath: nil)
    }

    private static func stream(_ family: Int32, place: String) throws(MetricsError) -> Int32 {
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(family, Int32(kind), 0)
        guard descriptor >= 0 else { throw MetricsError(kind: .listen, place: place, number: errno) }
        return descriptor
    }

    private static func isNotWaitedFor(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFL)
        return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0
    }

    /// The port that was bound, for tests that let the kernel choose; 0 for a Unix socket.
    var port: UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return status == 0 && address.sin_family == AF_INET ? UInt16(bigEndian: address.sin_port) : 0
    }

    /// Whether `descriptor` is a socket of this machine only.
    private static func isLocal(_ descriptor: Int32) -> Bool {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard status == 0 else { return false }
        return withUnsafeBytes(of: storage) { bytes in
            switch Int32(storage.ss_family) {
            case AF_UNIX: true
            case AF_INET: MetricsSettings.Place.isLoopback(Array(bytes[4..<8]))
            case AF_INET6: MetricsSettings.Place.isLoopback(Array(bytes[8..<24]))
            default: false
            }
        }
    }
}

private func bindInternet(_ descriptor: Int32, _ address: [UInt8], _ port: UInt16) -> Int32 {
    if address.count == 4 {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &four.sin_addr) { $0.copyBytes(from: address) }
        return withBytes(of: four) { bind(descriptor, $0, $1) }
    }
    var sixteen = sockaddr_in6()
    sixteen.sin6_family = sa_family_t(AF_INET6)
    sixteen.sin6_port = port.bigEndian
    withUnsafeMutableBytes(of: &sixteen.sin6_addr) { $0.copyBytes(from: address) }
    return withBytes(of: sixteen) { bind(descriptor, $0, $1) }
}

private func withBytes<Address>(of address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Address>.size)) }
    }
}
