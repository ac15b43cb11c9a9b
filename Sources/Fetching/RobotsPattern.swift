import CLinux

/// The path of a robots rule: a prefix, where `*` stands for anything and `$` at the end for the end.
///
/// Source: RFC 9309 sections 2.2.2 and 2.2.3.
struct RobotsPattern: Equatable, Sendable {
    /// The pieces between the stars.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// Bytes of the rule as written: the longer rule is the more specific.
    let length: Int

    init(_ rule: some Sequence<UInt8>) {
        var bytes = robotsSpelling(rule)
        length = bytes.count
        isAnchored = bytes.last == 0x24
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: 0x2A, omittingEmptySubsequences: false).map(Array.init)
    }

    /// The rule, in its one spelling.
    var text: String {
        String(decoding: Array(pieces.joined(separator: [0x2A])), as: UTF8.self) + (isAnchored ? "$" : "")
    }

    /// Linear in the length of `path`, however many stars there are.
    ///
    /// - Parameter path: spelled by ``robotsSpelling(_:)``.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        guard pieces.count > 1 else { return !isAnchored || path.count == first.count }
        var position = first.count
        for piece in pieces.dropFirst().dropLast() {
            guard let end = RobotsPattern.end(of: piece, in: path, from: position) else { return false }
            position = end
        }
        guard let last = pieces.last else { return true }
        if isAnchored { return path.count - position >= last.count && path.suffix(last.count).elementsEqual(last) }
        return RobotsPattern.end(of: last, in: path, from: position) != nil
    }

    /// Where the first occurrence of `piece` at or after `start` ends.
    private static func end(of piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard !piece.isEmpty else { return start }
        return path.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = rasid_memmem(base + start, bytes.count - start, piece, piece.count)
            else { return nil }
            return found - base + piece.count
        }
    }
}

/// `text` with one spelling for each path: what is not ASCII is escaped, escapes are in upper case, and those of
/// letters, digits and `-._~` are undone.
///
/// Source: RFC 9309 section 2.2.2, RFC 3986 section 6.2.2.
func robotsSpelling(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var spelled: [UInt8] = []
    spelled.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
        let byte = bytes[position]
        if byte == 0x25, position + 2 < bytes.count, let high = hexadecimal(bytes[position + 1]),
            let low = hexadecimal(bytes[position + 2])
        {
            let value = high << 4 | low
            if isUnreserved(value) { spelled.append(value) } else { escape(value) }
            position += 3
        } else {
            if byte < 0x21 || byte > 0x7E { escape(byte) } else { spelled.append(byte) }
            position += 1
        }
    }
    return spelled

    func escape(_ byte: UInt8) {
        spelled += [0x25, hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
    }
}

private func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
}
