/// Bodies compressed elsewhere, and a writer of gzip that compresses nothing.
package enum Compressed {
    /// What all of the constants hold.
    package static let text = Array((0..<40).map { "<item><title>Story \($0)</title></item>\n" }.joined().utf8)

    package static let gzip = bytes(
        """
        1f8b08000000000002038dd43b0a02510c40d1de55b88331895f08b309d730c58022c86bdcbda0e534a70cb9d521a4d7\
        b13ce71eeb782cf37dbcde9ffda1a7ffd8d36fb9eb6d13d0243405cd119a133467682ed05ca1b98921418b7408758875\
        0876887608778877087888788a78d26d8b788a788a788a788a788a788a788a7889788978d13b11f112f112f112f112f1\
        12f1da887f0158dea885be050000
        """)
    package static let zlib = bytes(
        """
        78da8dd43b0a02510c40d1de55b88331895f08b309d730c58022c86bdcbda0e534a70cb9d521a4d7b13ce71eeb782cf3\
        7dbcde9ffda1a7ffd8d36fb9eb6d13d0243405cd119a133467682ed05ca1b98921418b74087588750876887608778877\
        087888788a78d26d8b788a788a788a788a788a788a788a7889788978d13b11f112f112f112f112f112f1da887f01135e\
        f618
        """)
    package static let deflate = bytes(
        """
        8dd43b0a02510c40d1de55b88331895f08b309d730c58022c86bdcbda0e534a70cb9d521a4d7b13ce71eeb782cf37dbc\
        de9ffda1a7ffd8d36fb9eb6d13d0243405cd119a133467682ed05ca1b98921418b740875887508768876087788770878\
        88788a78d26d8b788a788a788a788a788a788a788a7889788978d13b11f112f112f112f112f112f1da887f01
        """)
    package static let brotli = bytes(
        """
        1bbd05209c056eacd86e324c26a3570a3cba213b5f5706d82f696d74caa70c6172ee6dc790024c134da8051eb2ed5546\
        12ad3e661d14530f9dfc525328556a8db68eaede1f5bbf21268bcde1e6e1d54bb3184c169bc3cdc3ab975631982c3687\
        9b87373c
        """)
    package static let zstd = bytes(
        """
        28b52ffd60be044d030002c40c11a0ed60165e10012cc26edb6402b8c27d05aaaaaaaaaaffffffbf6ddbb69dd03185e8\
        0dc48a1d61462897624e36b9ea31d9362aa811d0afff1960a3961e11340ce167088cf0ef0fd5abe79e7d5de97aaee51a\
        57b87cab5bdbca462181c4d126815e9458a30a
        """)

    /// 4 MiB of zeros.
    package static let brotliBomb = bytes("9bffff3ff82700e2b14020f7fe07")
    package static let zstdBomb = bytes(
        """
        28b52ffda0000040004c000008000100fcff391002020010000200100002001000020010000200100002001000020010\
        000200100002001000020010000200100002001000020010000200100002001000020010000200100002001000020010\
        000200100002001000020010000200100002001000020010000200100002001000020010000200100002001000030010\
        00
        """)

    /// `body` as a gzip stream of stored blocks (RFC 1951 section 3.2.4, RFC 1952).
    package static func storedGzip(_ body: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = body[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            stream.append(rest.isEmpty ? 1 : 0)
            stream += littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
        } while !rest.isEmpty
        return stream + littleEndian(checksum(body)) + littleEndian(UInt32(body.count))
    }

    /// A gzip stream of zeros, 258 for every 13 bits: fixed codes, each match one byte back (RFC 1951 section 3.2.6).
    package static func gzipBomb(matches: Int) -> [UInt8] {
        var writer = BitWriter()
        writer.append(0b1, count: 1)
        writer.append(0b01, count: 2)
        writer.append(code: 0x30, count: 8)
        for _ in 0..<matches {
            writer.append(code: 0b1100_0101, count: 8)
            writer.append(code: 0, count: 5)
        }
        writer.append(code: 0, count: 7)
        let zeros = [UInt8](repeating: 0, count: 1 + 258 * matches)
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        return header + writer.finished + littleEndian(checksum(zeros)) + littleEndian(UInt32(zeros.count))
    }

    /// The beginning of a gzip stream of zeros, 1 for every 159 or so that it unpacks to; it has no end.
    ///
    /// Of such a stream as ``gzipBomb(matches:)`` makes, thirteen bytes come again and again.
    package static func endlessGzip(bytes count: Int) -> [UInt8] {
        let head = gzipBomb(matches: 32)
        let period = head[12..<25]
        return Array(head[..<12]) + (0..<count / 13).flatMap { _ in period }
    }

    /// The beginning of a gzip stream of blanks in stored blocks, so many of them; it has no end.
    package static func endlessStoredGzip(blanks count: Int) -> [UInt8] {
        let size = 65_535
        let block =
            [0] + littleEndian(UInt16(size)) + littleEndian(~UInt16(size)) + [UInt8](repeating: 0x20, count: size)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + (0...count / size).flatMap { _ in block }
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func littleEndian(_ value: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 as gzip uses it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum: UInt32 = ~0
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return ~checksum
    }
}

/// Bits from the lowest of each byte on.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var used = 8

    /// The lowest bit first.
    mutating func append(_ value: UInt, count: Int) {
        for bit in 0..<count {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(value >> UInt(bit) & 1) << UInt8(used)
            used += 1
        }
    }

    /// A Huffman code: the highest bit first.
    mutating func append(code: UInt, count: Int) {
        for bit in (0..<count).reversed() { append(code >> UInt(bit), count: 1) }
    }

    var finished: [UInt8] { bytes }
}
