/// Bytes at which a run of text is interrupted, searched for sixteen at a time.
package struct ByteStops: Sendable {
    private let first: SIMD16<UInt8>
    private let second: SIMD16<UInt8>
    private let third: SIMD16<UInt8>
    private let fourth: SIMD16<UInt8>
    private let fifth: SIMD16<UInt8>

    /// Every control character below the blank, and these.
    package init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8, _ fifth: UInt8) {
        self.first = SIMD16(repeating: first)
        self.second = SIMD16(repeating: second)
        self.third = SIMD16(repeating: third)
        self.fourth = SIMD16(repeating: fourth)
        self.fifth = SIMD16(repeating: fifth)
    }

    /// Where the first of them stands in `start..<end`, else `end`. Bytes behind the end are looked at and do not count,
    /// so that a short run of text is one step, too.
    package func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index < end, index + 16 <= bytes.count {
            let group = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            if let hit = ByteStops.firstLane(of: matches(group)) { return min(index + hit, end) }
            index += 16
        }
        while index < end, !isStop(bytes[index]) { index += 1 }
        return min(index, end)
    }

    private func matches(_ group: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        let listed = (group .== first) .| (group .== second) .| (group .== third) .| (group .== fourth)
        return listed .| (group .== fifth) .| (group .< SIMD16(repeating: 0x20))
    }

    private func isStop(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == first[0] || byte == second[0] || byte == third[0] || byte == fourth[0]
            || byte == fifth[0]
    }

    /// The number of the first lane that is set, `nil` for none.
    private static func firstLane(of mask: SIMDMask<SIMD16<Int8>>) -> Int? {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        if halves[0] != 0 { return halves[0].trailingZeroBitCount / 8 }
        return halves[1] != 0 ? 8 + halves[1].trailingZeroBitCount / 8 : nil
    }
}

/// Whether there is a control character that is no tab and no line end; DEL is one.
package func hasForbiddenControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= bytes.count {
        let group = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The top bit is set of every byte that made subtracting borrow: those below the blank, and DEL turned to zero.
        let low = (group &- 0x2020_2020_2020_2020) & ~group
        let turned = group ^ 0x7F7F_7F7F_7F7F_7F7F
        let delete = (turned &- 0x0101_0101_0101_0101) & ~turned
        if (low | delete) & 0x8080_8080_8080_8080 != 0, bytes[index..<index + 8].contains(where: isForbiddenControl) {
            return true
        }
        index += 8
    }
    return bytes[index...].contains(where: isForbiddenControl)
}

private func isForbiddenControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
}

/// Goes on from `start` over printable ASCII, up to the first control character or byte beyond ASCII.
func skipPrintable(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
        let group = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // The top bit of a byte is set when it was, or when subtracting a blank had to borrow. Only the first one counts.
        let others = (group | (group &- 0x2020_2020_2020_2020) & ~group) & 0x8080_8080_8080_8080
        if others != 0 { return index + others.trailingZeroBitCount / 8 }
        index += 8
    }
    while index < bytes.count, (0x20..<0x80).contains(bytes[index]) { index += 1 }
    return index
}
