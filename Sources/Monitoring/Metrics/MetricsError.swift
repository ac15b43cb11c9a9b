import Glibc

/// Why figures cannot be handed on.
package struct MetricsError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// The file could not be put in place.
        case file
        /// Nothing can be listened on.
        case listen
        /// The socket handed over by the service manager is none that only this machine reaches.
        case notLocal
    }

    package let kind: Kind
    /// The file or the address.
    package let place: String
    /// As of errno(3); 0 for none.
    package let number: Int32

    package var description: String {
        let reason = String(cString: strerror(number))
        return switch kind {
        case .file: "metrics cannot be written to \(place): \(reason)"
        case .listen: "metrics cannot be offered on \(place): \(reason)"
        case .notLocal: "metrics are not offered on \(place): neither loopback nor a Unix socket"
        }
    }
}
