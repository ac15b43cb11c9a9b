/// The text that was meant where UTF-8 or windows-1256 was read as another encoding, once or twice:
/// `Ø§Ù„Ù‚Ø§Ù‡Ø±Ø©`, `ط§ظ„ظ‚ط§ظ‡ط±ط©` and `ÇáÞÇåÑÉ` are القاهرة.
///
/// - Returns: `nil` unless it is certain: the whole text goes back to bytes, and those are UTF-8 without a flaw, or
///   Arabic of windows-1256 by their letters.
package func repairMojibake(_ text: String) -> String? {
    var repaired: String?
    for _ in 0..<3 {
        guard let better = repairedOnce(repaired ?? text) else { break }
        repaired = better
    }
    return repaired
}

private func repairedOnce(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { utf8 in
        if let bytes = WrongReading.windows1252.bytes(of: utf8) {
            return meantUTF8(bytes) ?? meantArabic(bytes)
        }
        return WrongReading.windows1256.bytes(of: utf8).flatMap(meantUTF8)
    }
}

/// The bytes as UTF-8, when they are that without a flaw and hold two characters beyond ASCII, or one of three bytes:
/// `â€¦` is no word of any language, `Â°` may be meant.
private func meantUTF8(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
        let validity = UTF8Validity(buffer)
        let isLong = buffer.contains { $0 >= 0xE0 }
        guard validity.errors == 0, validity.sequences >= 2 || validity.sequences == 1 && isLong, !validity.needsFilter
        else { return nil }
        return String(decoding: buffer, as: UTF8.self)
    }
}

/// The bytes as windows-1256, when their letters are Arabic beyond doubt.
private func meantArabic(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
        let statistics = CharsetStatistics(buffer)
        guard statistics.contradiction(of: .windows1252)?.name == "windows-1256",
            let encoding = Encoding(label: "windows-1256"), let decoded = encoding.decode(buffer), !decoded.hadErrors
        else { return nil }
        return String(decoding: decoded.utf8, as: UTF8.self)
    }
}

/// An encoding that other bytes are read as by mistake, backwards.
private struct WrongReading {
    private let byScalar: [UInt32: UInt8]

    private init(_ label: String) {
        var table: [UInt32: UInt8] = [:]
        let scalars = Encoding(label: label).flatMap { SingleByteTable($0) }?.scalars ?? []
        for (byte, scalar) in scalars.enumerated() where scalar != 0xFFFD {
            table[scalar] = UInt8(byte)
        }
        // Readers of ISO-8859-1 proper leave C1 controls.
        for byte in UInt8(0x80)...0x9F where table[UInt32(byte)] == nil { table[UInt32(byte)] = byte }
        byScalar = table
    }

    static let windows1252 = WrongReading("windows-1252")
    static let windows1256 = WrongReading("windows-1256")

    /// The bytes that were read as `utf8`, `nil` when the encoding has no such character.
    func bytes(of utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            let (scalar, length) = decodeScalar(utf8, at: index)
            guard let byte = scalar < 0x80 ? UInt8(scalar) : byScalar[scalar] else { return nil }
            bytes.append(byte)
            index += length
        }
        return bytes
    }
}
