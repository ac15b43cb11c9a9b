/// One entry of the system's journal, in its native form.
///
/// Source: systemd, Native Journal Protocol: `NAME=value` lines, or the name alone on its line, then the value's length
/// as 64 bits in little-endian order, the value, and a line break, for values that hold line breaks.
package struct JournalEntry: Equatable, Sendable {
    package private(set) var bytes: [UInt8] = []

    /// Bytes of one value. A datagram must hold them all.
    private static let longestValue = 16 * 1024

    package init() {}

    /// Adds a field.
    ///
    /// - Parameter name: letters, digits and underscores become a name the journal takes, at most 64 bytes; other
    ///   characters become underscores.
    package mutating func add(_ name: String, _ value: String) {
        bytes.append(contentsOf: Self.fieldName(name))
        let content = value.utf8.prefix(Self.longestValue)
        if content.contains(0x0A) {
            bytes.append(0x0A)
            withUnsafeBytes(of: UInt64(content.count).littleEndian) { bytes.append(contentsOf: $0) }
        } else {
            bytes.append(0x3D)
        }
        bytes.append(contentsOf: content)
        bytes.append(0x0A)
    }

    private static func fieldName(_ name: String) -> [UInt8] {
        name.utf8.prefix(64).map { byte in
            switch byte {
            case 0x61...0x7A: byte - 0x20
            case 0x41...0x5A, 0x30...0x39: byte
            default: 0x5F
            }
        }
    }
}

/// Where entries go.
package struct JournalSocket: Sendable {
    package static let standardPath = "/run/systemd/journal/socket"

    private let address: UnixAddress?

    package init(_ path: String) {
        address = UnixAddress(path)
    }

    /// Hands an entry on without waiting. - Returns: whether it was taken.
    package func send(_ entry: JournalEntry) -> Bool {
        guard let address else { return false }
        return address.sendIfRead(entry.bytes)
    }
}
