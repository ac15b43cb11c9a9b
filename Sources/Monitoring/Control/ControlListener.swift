import Glibc

/// The listening end of the control socket, from its first moment open to its own user and group only.
final class ControlListener: Sendable {
    let descriptor: Int32
    private let place: ControlPlace

    /// Clients that wait to be let in. The room itself is ``ControlClients/capacity``.
    private static let queue: Int32 = 128

    /// Takes the place of a socket that a killed daemon left behind. The caller holds the lock of the state directory.
    ///
    /// - Parameter group: the socket is given to this group where it exists and we may.
    init(at place: ControlPlace, group: String) throws(ControlError) {
        if place.link != nil, ControlListener.isInUse(place.path) {
            throw ControlError(.system, path: place.path, number: EADDRINUSE)
        }
        descriptor = try ControlListener.bound(to: place.path, group: group)
        self.place = place
        guard let link = place.link else { return }
        unlink(link)
        guard symlink(place.path, link) == 0 else { throw ControlError(errno: errno, path: link) }
    }

    deinit {
        close(descriptor)
        unlink(place.path)
        if let link = place.link { unlink(link) }
    }

    private static func bound(to path: String, group: String) throws(ControlError) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw ControlError(errno: errno, path: path) }
        do throws(ControlError) {
            try bind(descriptor, path)
            // Nobody can connect before listen(2), so there is no moment in which others could.
            guard chmod(path, 0o660) == 0 else { throw ControlError(errno: errno, path: path) }
            // Only a member may give a file to a group; for others their own group must do.
            if let entry = getgrnam(group) { _ = chown(path, uid_t.max, entry.pointee.gr_gid) }
            guard listen(descriptor, Self.queue) == 0 else { throw ControlError(errno: errno, path: path) }
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func bind(_ descriptor: Int32, _ path: String) throws(ControlError) {
        var status = stat()
        // Whatever else is there is not ours to remove; bind(2) then fails with a clear reason.
        if lstat(path, &status) == 0, [S_IFSOCK, S_IFLNK].contains(status.st_mode & S_IFMT) { unlink(path) }
        try ControlPlace.withAddress(of: path) { address throws(ControlError) in
            let result = address.withAddress { Glibc.bind(descriptor, $0, $1) }
            guard result == 0 else { throw ControlError(errno: errno, path: path) }
        }
    }

    /// Another daemon with another state directory was given the same runtime directory.
    private static func isInUse(_ path: String) -> Bool {
        do throws(ControlError) {
            _ = try ControlClient(path: path, patience: .seconds(1)).ask(.status)
            return true
        } catch {
            return error.kind != .notThere
        }
    }
}
