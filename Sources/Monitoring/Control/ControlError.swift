import Glibc

/// Why the control socket cannot be used.
package struct ControlError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// Nobody listens there.
        case notThere
        /// It belongs to others.
        case forbidden
        /// The daemon did not answer in time.
        case timeout
        /// What came back is no answer.
        case noAnswer
        case system
    }

    package let kind: Kind
    package let path: String
    /// As of errno(3); 0 when no system call failed.
    package let number: Int32

    init(_ kind: Kind, path: String, number: Int32 = 0) {
        self.kind = kind
        self.path = path
        self.number = number
    }

    /// What the last system call said.
    init(errno number: Int32, path: String) {
        let kind: Kind =
            switch number {
            case ENOENT, ECONNREFUSED, ENOTSOCK, ENOTDIR: .notThere
            case EACCES, EPERM: .forbidden
            case EAGAIN, ETIMEDOUT: .timeout
            default: .system
            }
        self.init(kind, path: path, number: number)
    }

    package var description: String {
        let reason = number == 0 ? "" : ": \(String(cString: strerror(number)))"
        return switch kind {
        case .notThere: "nobody listens at \(path)"
        case .forbidden: "\(path) belongs to others\(reason)"
        case .timeout: "no answer from \(path) in time"
        case .noAnswer: "what came from \(path) is no answer"
        case .system: "\(path) cannot be used\(reason)"
        }
    }
}
