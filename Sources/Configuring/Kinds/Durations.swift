extension Scalar where Value == Duration {
    /// Amounts with units, `30s` or `1h30m`, within `range`.
    static func duration(_ range: ClosedRange<Duration>) -> Scalar {
        let bounds = "from \(range.lowerBound.inOneUnit) to \(range.upperBound.inOneUnit)"
        return Scalar(
            allowed: "a duration such as 30s, 15m, 1h, 2d \(bounds)", written: \.inOneUnit,
            parse: { text throws(Refusal) in
                if isNumber(text) { throw Refusal(hint: "it has no unit: \(text)s, \(text)m, \(text)h or \(text)d") }
                guard let duration = duration(text), range.contains(duration) else { throw Refusal() }
                return duration
            })
    }

    /// `nil` when `text` is none: each unit at most once, the larger one first, whole numbers of up to nine digits.
    private static func duration(_ text: String) -> Duration? {
        var rest = Substring(text)
        var sum = Duration.zero
        var next = 0
        repeat {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { ("a"..."z").contains($0) }
            rest = rest.dropFirst(name.count)
            guard digits.utf8.count <= 9, let amount = Int(digits),
                let unit = durationUnits[next...].firstIndex(where: { $0.name == name })
            else { return nil }
            sum += durationUnits[unit].duration * amount
            next = unit + 1
        } while !rest.isEmpty
        return sum
    }
}

extension Duration {
    /// As an operator would write it in feeds.yaml, in one unit: 15m, 24h, 7d.
    package var inOneUnit: String {
        if self == .zero { return "0s" }
        for (name, unit) in durationUnits.dropFirst() {
            let amount = Int(self / unit)
            // A day is better known as 24 hours, more of them as days.
            if unit * amount == self, amount > 0, !(name == "d" && amount == 1) { return "\(amount)\(name)" }
        }
        return "\(Int(self / .milliseconds(1)))ms"
    }
}

/// Largest first, since an amount may be written with several.
private let durationUnits: [(name: String, duration: Duration)] = [
    ("w", .seconds(604_800)), ("d", .seconds(86_400)), ("h", .seconds(3_600)), ("m", .seconds(60)),
    ("s", .seconds(1)), ("ms", .milliseconds(1)),
]

/// Whether `text` is a number without a unit.
func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}
