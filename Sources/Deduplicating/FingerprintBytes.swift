extension Fingerprint {
    /// The layout of ``bytes``. Another layout, or another way to fold or hash, is another version.
    private static let version: UInt8 = 1

    /// What ``init(bytes:)`` reads: the version, the counts, then the codes, all numbers little-endian.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = [Fingerprint.version]
        bytes.append(UInt32(clamping: length))
        for count in [words.count, anchors.count, numbers.count, terms.count] {
            bytes.append(UInt16(truncatingIfNeeded: count))
        }
        bytes.append(source)
        for code in words + anchors + numbers { bytes.append(code) }
        for term in terms { bytes.append(term.packed) }
        return bytes
    }

    /// What ``bytes`` held; `nil` when it is of another version or damaged.
    package init?(bytes: [UInt8]) {
        var rest = bytes[...]
        guard rest.popFirst() == Fingerprint.version, let length = rest.takeInteger(UInt32.self),
            let words = rest.takeInteger(UInt16.self), let anchors = rest.takeInteger(UInt16.self),
            let numbers = rest.takeInteger(UInt16.self), let terms = rest.takeInteger(UInt16.self),
            let source = rest.takeInteger(UInt16.self), words <= Fingerprint.wordLimit
        else { return nil }
        let size = 2 * (Int(words) + Int(anchors) + Int(numbers)) + 4 * Int(terms)
        guard rest.count == size, Int(length) >= Int(words), Int(terms) <= TermWeighing.limits.upperBound else {
            return nil
        }
        self.length = Int(length)
        self.words = (0..<words).compactMap { _ in rest.takeInteger(UInt16.self) }
        self.anchors = (0..<anchors).compactMap { _ in rest.takeInteger(UInt16.self) }
        self.numbers = (0..<numbers).compactMap { _ in rest.takeInteger(UInt16.self) }
        self.terms = (0..<terms).compactMap { _ in rest.takeInteger(UInt32.self).map(Term.init(packed:)) }
        self.source = source
        guard self.anchors.allSatisfy({ Int($0) + 2 < Int(words) }) else { return nil }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ value: some FixedWidthInteger) {
        for shift in stride(from: 0, to: type(of: value).bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func takeInteger<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
        guard count >= Value.bitWidth / 8 else { return nil }
        var value: Value = 0
        for shift in stride(from: 0, to: Value.bitWidth, by: 8) { value |= Value(popFirst() ?? 0) << shift }
        return value
    }
}
