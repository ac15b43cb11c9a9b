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
            let found = text.withUnsafeBufferPointer { Self.stops.next(in: $0, from: 0, to: 41) }
            #expect(found == (Self.special.contains(byte) ? position : 41))
        }
    }

    @Test("what stands behind the end does not count", arguments: [0, 1, 15, 16, 17, 31, 32, 40])
    func end(_ end: Int) {
        var text = [UInt8](repeating: 0x61, count: end) + [UInt8](repeating: 0x3C, count: 40)
        #expect(text.withUnsafeBufferPointer { Self.stops.next(in: $0, from: 0, to: end) } == end)
        if end > 0 { text[end - 1] = 0x3C }
        #expect(text.withUnsafeBufferPointer { Self.stops.next(in: $0, from: 0, to: end) } == max(end - 1, 0))
    }

    @Test("control characters are found, tabs and line ends are none", arguments: [0, 1, 7, 8, 15, 16, 17, 40])
    func controls(_ position: Int) {
        for byte in UInt8.min...UInt8.max {
            var text = Array("ab\tc\r\nd\u{FF}abcdefghijklmnopqrstuvwxyzabcdefghijkl".utf8)
            text[position] = byte
            let isControl = byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F
            #expect(text.withUnsafeBufferPointer { hasForbiddenControl($0) } == isControl)
        }
    }

    @Test("what stands before the start does not count")
    func start() {
        let text = Array("\"aaaaaaaaaaaaaaaaaaaaaaaa\"\"".utf8)
        text.withUnsafeBufferPointer { text in
            #expect(Self.stops.next(in: text, from: 1, to: 27) == 25)
            #expect(Self.stops.next(in: text, from: 26, to: 27) == 26)
            #expect(Self.stops.next(in: text, from: 27, to: 27) == 27)
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
