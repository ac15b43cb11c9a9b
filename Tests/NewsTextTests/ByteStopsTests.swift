import Testing

@testable import NewsText

@Suite("bytes a run stops at")
struct ByteStopsTests {
    private static let stops = ByteStops(0x22, 0x5C, 0xE2, 0x3C, 0x7F)
    private static let special: Set<UInt8> = Set(0..<0x20).union([0x22, 0x5C, 0xE2, 0x3C, 0x7F])

    @Test("each is found where it stands, and nothing else is", arguments: [0, 1, 15, 16, 17, 31, 32, 40])
    func position(_ position: Int) {
        for byte in UInt8.min...UInt8.max {
            var text = [UInt8](repeating: 0x61, count: 41)
            text[position] = byte
            let found = text.withUnsafeBufferPointer { Self.stops.next(in: $0, from: 0) }
            #expect(found == (Self.special.contains(byte) ? position : 41))
        }
    }

    @Test("what stands before the start does not count")
    func start() {
        let text = Array("\"aaaaaaaaaaaaaaaaaaaaaaaa\"\"".utf8)
        text.withUnsafeBufferPointer { text in
            #expect(Self.stops.next(in: text, from: 1) == 25)
            #expect(Self.stops.next(in: text, from: 26) == 26)
            #expect(Self.stops.next(in: text, from: 27) == 27)
        }
    }

    @Test("printable ASCII is passed over", arguments: [0, 1, 15, 16, 17, 31, 32, 40])
    func printable(_ position: Int) {
        for byte in UInt8.min...UInt8.max {
            var text = [UInt8](repeating: 0x61, count: 41)
            text[position] = byte
            let found = text.withUnsafeBufferPointer { skipPrintable($0, from: 0) }
            #expect(found == ((0x20..<0x80).contains(byte) ? 41 : position))
        }
    }
}
