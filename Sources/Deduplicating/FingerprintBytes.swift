extension Fingerprint {
    /// The layout of ``bytes``. Another layout, or another way to fold or hash, is another version.
    package static let version: UInt8 = 4

    /// What ``init(bytes:)`` reads: the version, the counts, then the codes, all numbers little-endian.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = [Fingerprint.version]
        bytes.append(UInt32(clamping: length))
        for count in [words.count, anchors.count, numbers.count, terms.count, paragraphs.count, termPlaces.count] {
            bytes.append(UInt16(truncatingIfNeeded: count))
        }
        bytes.append(source)
        bytes.append(isArabic ? 1 : 0 as UInt8)
        for code in words + anchors + numbers { bytes.append(code) }
        for term in terms { bytes.append(term.packed) }
        for paragraph in paragraphs { bytes.append(paragraph.packed) }
        return bytes + termPlaces
    }

    /// What ``bytes`` held; `nil` when it is of another version or damaged.
    package init?(bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { Fingerprint(raw: $0) }
        guard let read else { return nil }
        self = read
    }

    /// Bytes before the codes.
    private static let headLength = 20

    /// Read in pieces as long as they are: a start reads 200,000 of these.
    private init?(raw: UnsafeRawBufferPointer) {
        guard raw.count >= Fingerprint.headLength, raw[0] == Fingerprint.version, raw[19] <= 1 else { return nil }
        let counts = raw.integers(UInt16.self, at: 5, count: 6).map(Int.init)
        let size = 2 * (counts[0] + counts[1] + counts[2]) + 4 * (counts[3] + counts[4]) + counts[5]
        length = Int(raw.integers(UInt32.self, at: 1, count: 1)[0])
        guard raw.count == Fingerprint.headLength + size, counts[0] <= Fingerprint.wordLimit, length >= counts[0],
            counts[3] <= TermWeighing.limits.upperBound, counts[4] <= Fingerprint.paragraphLimit,
            counts[5] == 0 || counts[5] == counts[3]
        else { return nil }
        source = raw.integers(UInt16.self, at: 17, count: 1)[0]
        isArabic = raw[19] == 1
        var place = Fingerprint.headLength
        words = raw.integers(UInt16.self, at: place, count: counts[0])
        place += 2 * counts[0]
        anchors = raw.integers(UInt16.self, at: place, count: counts[1])
        place += 2 * counts[1]
        numbers = raw.integers(UInt16.self, at: place, count: counts[2])
        place += 2 * counts[2]
        terms = raw.integers(UInt32.self, at: place, count: counts[3]).map(Term.init(packed:))
        place += 4 * counts[3]
        paragraphs = raw.integers(UInt32.self, at: place, count: counts[4]).map(ParagraphMark.init(packed:))
        place += 4 * counts[4]
        termPlaces = Array(raw[place..<place + counts[5]])
        guard anchors.allSatisfy({ Int($0) + 2 < counts[0] }) else { return nil }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ value: some FixedWidthInteger) {
        for shift in stride(from: 0, to: type(of: value).bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension UnsafeRawBufferPointer {
    /// `count` little-endian integers from `place` on, all of them inside.
    fileprivate func integers<Value: FixedWidthInteger>(_: Value.Type, at place: Int, count: Int) -> [Value] {
        let size = MemoryLayout<Value>.size
        return Array(unsafeUninitializedCapacity: count) { values, filled in
            UnsafeMutableRawBufferPointer(values).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: self[place..<place + count * size]))
            for index in 0..<count { values[index] = Value(littleEndian: values[index]) }
            filled = count
        }
    }
}
