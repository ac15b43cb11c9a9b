/// Files that are no pages, told by their first bytes.
enum FileSignature {
    /// Whether the bytes are a picture, an archive, a document or a film.
    static func isForeign(_ bytes: [UInt8]) -> Bool {
        signatures.contains { bytes.starts(with: $0) } || holdsZeros(bytes)
    }

    /// PDF, PNG, GIF, JPEG, ZIP, gzip, RIFF (WebP), Ogg, ID3.
    private static let signatures: [[UInt8]] = [
        Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8, 0xFF],
        [0x50, 0x4B, 0x03, 0x04],
        [0x1F, 0x8B], Array("RIFF".utf8), Array("OggS".utf8), Array("ID3".utf8),
    ]

    /// Text has no runs of zeros, not in UTF-32 either.
    private static func holdsZeros(_ bytes: [UInt8]) -> Bool {
        var run = 0
        for byte in bytes.prefix(4096) {
            run = byte == 0 ? run + 1 : 0
            if run == 8 { return true }
        }
        return false
    }
}
