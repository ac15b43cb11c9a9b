/// The tables of ``DateNames`` and ``DateWords``: names separated by commas and `|`, a line of its own for each language or
/// role. What stands before a colon is the line's role; a line that ends in a comma goes on in the next.
enum DateTable {
    struct Entry {
        let role: String
        /// Commas before the name in its line.
        let column: Int
        let name: UnsafeBufferPointer<UInt8>
    }

    /// Hands over the names of a table one by one. Read by bytes, since every program that meets a date reads them all
    /// when it starts.
    static func read(_ table: String, _ take: (Entry) -> Void) {
        var table = table
        table.withUTF8 { bytes in
            var role = ""
            var column = 0
            var start = 0
            for (index, byte) in bytes.enumerated() where isSeparator(byte) {
                let name = trimmed(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                start = index + 1
                if byte == UInt8(ascii: ":"), role.isEmpty {
                    role = String(decoding: name, as: UTF8.self)
                    continue
                }
                if !name.isEmpty { take(Entry(role: role, column: column, name: name)) }
                if byte == UInt8(ascii: ",") {
                    column += 1
                } else if byte == UInt8(ascii: "\n"), !name.isEmpty {
                    (role, column) = ("", 0)
                }
            }
            let name = trimmed(UnsafeBufferPointer(rebasing: bytes[start...]))
            if !name.isEmpty { take(Entry(role: role, column: column, name: name)) }
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "\n")
    }

    private static func trimmed(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = name.firstIndex(where: { $0 != 0x20 }), let last = name.lastIndex(where: { $0 != 0x20 })
        else { return UnsafeBufferPointer(rebasing: name[..<0]) }
        return UnsafeBufferPointer(rebasing: name[first...last])
    }
}
