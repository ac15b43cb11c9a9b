import Glibc

/// Where the control socket of a state directory is.
///
/// Under a service manager that gives a runtime directory it is there, and a link in the state directory leads to it;
/// else it is in the state directory itself. So whoever knows the state directory finds it.
package struct ControlPlace: Equatable, Sendable {
    package static let name = "control.sock"

    /// The socket itself.
    package let path: String
    /// A link to it; `nil` when it is in the state directory.
    package let link: String?

    /// - Parameters:
    ///   - state: absolute path of the state directory.
    ///   - environment: of this process; systemd sets `RUNTIME_DIRECTORY`, paths with a colon between them.
    package init(state: String, environment: [String: String]) {
        let inState = "\(state)/\(ControlPlace.name)"
        if let runtime = ControlPlace.runtimeDirectory(environment) {
            path = "\(runtime)/\(ControlPlace.name)"
            link = inState
        } else {
            path = inState
            link = nil
        }
    }

    /// The runtime directory that the service manager gave this process.
    ///
    /// Source: systemd.exec(5), RuntimeDirectory=.
    package static func runtimeDirectory(_ environment: [String: String]) -> String? {
        guard let first = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first, first.hasPrefix("/") else {
            return nil
        }
        return String(first)
    }

    /// Runs `body` with an address of the socket at `path`. One too long for the system is reached through its
    /// directory, which is opened for as long as `body` runs.
    ///
    /// Source: unix(7), 108 bytes; proc(5), /proc/self/fd.
    static func withAddress<Result>(
        of path: String, _ body: (UnixAddress) throws(ControlError) -> Result
    ) throws(ControlError) -> Result {
        if let address = UnixAddress(path) { return try body(address) }
        guard let slash = path.lastIndex(of: "/") else { throw ControlError(.system, path: path, number: EINVAL) }
        let directory = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw ControlError(errno: errno, path: path) }
        defer { close(directory) }
        guard let address = UnixAddress("/proc/self/fd/\(directory)\(path[slash...])") else {
            throw ControlError(.system, path: path, number: ENAMETOOLONG)
        }
        return try body(address)
    }
}
