/// Where figures for Prometheus go. Nowhere unless it is said.
package struct MetricsSettings: Equatable, Sendable {
    /// The file for node_exporter's textfile collector. Absolute.
    package var file: String?
    /// Where figures are answered over HTTP.
    package var listen: Place?

    package init() {}

    /// What only this machine reaches.
    package enum Place: Equatable, Sendable, CustomStringConvertible {
        /// An absolute path.
        case unix(String)
        /// 4 or 16 bytes in network order.
        case loopback([UInt8], port: UInt16)

        /// 127.0.0.0/8 or ::1.
        ///
        /// Source: RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3.
        package static func isLoopback(_ address: [UInt8]) -> Bool {
            address.count == 4
                ? address[0] == 127 : address.count == 16 && address == Array(repeating: 0, count: 15) + [1]
        }

        package var description: String {
            switch self {
            case .unix(let path): "unix:\(path)"
            case .loopback(let address, let port):
                address.count == 4 ? "\(address.map(String.init).joined(separator: ".")):\(port)" : "[::1]:\(port)"
            }
        }
    }
}
