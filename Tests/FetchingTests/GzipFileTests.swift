import Loopback
import Testing

@testable import Fetching

@Suite("files packed by gzip")
struct GzipFileTests {
    @Test("are unpacked")
    func unpacked() {
        #expect(GzipFile.unpacked(Compressed.gzip, limit: 1 << 20) == Compressed.text)
    }

    @Test("are unpacked up to the limit")
    func bounded() {
        #expect(GzipFile.unpacked(Compressed.gzip, limit: 100) == Array(Compressed.text.prefix(100)))
    }

    @Test("that are cut off give what is there")
    func cut() {
        let unpacked = GzipFile.unpacked(Array(Compressed.gzip.dropLast(20)), limit: 1 << 20)
        #expect(!unpacked.isEmpty && Compressed.text.starts(with: unpacked))
    }

    @Test(
        "others are left as they are",
        arguments: [[], [0x1F], [0x1F, 0x8B], [0x1F, 0x8B, 0xFF, 0x00], Array("<rss/>".utf8)])
    func others(_ bytes: [UInt8]) {
        #expect(GzipFile.unpacked(bytes, limit: 1 << 20) == bytes)
    }
}
