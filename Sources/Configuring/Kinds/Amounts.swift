extension Scalar where Value == Int {
    /// A whole number within `range`. `unit` says what is counted.
    static var errorStatus: Scalar {
        Scalar(allowed: "an HTTP status from 400 to 599", written: \.description) { text throws(Refusal) in
            guard isNumber(text), let status = Int(text), (400...599).contains(status) else { throw Refusal() }
            return status
        }
    }

    static func count(_ range: ClosedRange<Int>, of unit: String) -> Scalar {
        Scalar(
            allowed: "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)",
            written: \.description,
            parse: { text throws(Refusal) in
                guard isNumber(text), let number = Int(text), range.contains(number) else { throw Refusal() }
                return number
            })
    }

    /// A number of bytes with its unit, within `range`.
    static func size(_ range: ClosedRange<Int>) -> Scalar {
        let bounds = "from \(written(bytes: range.lowerBound)) to \(written(bytes: range.upperBound))"
        return Scalar(
            allowed: "a size such as 500KB, 8MiB \(bounds)", written: written(bytes:),
            parse: { text throws(Refusal) in
                if isNumber(text) { throw Refusal(hint: "it has no unit: \(text)B, \(text)KiB or \(text)MiB") }
                guard let bytes = bytes(text), range.contains(bytes) else { throw Refusal() }
                return bytes
            })
    }

    /// Largest first.
    private static let units: [(name: String, bytes: Int)] = [
        ("TiB", 1 << 40), ("TB", 1_000_000_000_000), ("GiB", 1 << 30), ("GB", 1_000_000_000), ("MiB", 1 << 20),
        ("MB", 1_000_000), ("KiB", 1 << 10), ("KB", 1_000),
        ("B", 1),
    ]

    private static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard digits.utf8.count <= 9, let amount = Int(digits),
            let unit = units.first(where: { $0.name == text.dropFirst(digits.count) })
        else { return nil }
        return amount * unit.bytes
    }

    private static func written(bytes: Int) -> String {
        let unit = units.first { bytes >= $0.bytes && bytes.isMultiple(of: $0.bytes) }
        return unit.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)B"
    }
}
