/// A document that was saved as it came over the wire, or packed since.
package enum GzipFile {
    /// What is packed in the bytes of a file; other bytes as they are.
    ///
    /// Of a file that is cut off or broken, what comes before the damage; the bytes themselves when that is nothing.
    ///
    /// - Parameter limit: bytes to unpack; what comes after them is left.
    package static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        guard bytes.starts(with: [0x1F, 0x8B]), let inflater = try? Inflater(.gzip) else { return bytes }
        var unpacked: [UInt8] = []
        do {
            try bytes.withUnsafeBytes { packed in
                try inflater.decode(packed) { piece throws(BodyFault) in
                    unpacked.append(contentsOf: piece.prefix(limit - unpacked.count))
                    if unpacked.count >= limit { throw .enough }
                }
            }
        } catch {
            // What came before the damage, or before the limit, is kept.
        }
        return unpacked.isEmpty ? bytes : unpacked
    }
}
