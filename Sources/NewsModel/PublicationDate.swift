/// When something was published, as exactly as the publisher said: a day, or a time with or without a zone.
package struct PublicationDate: Hashable, Codable, Sendable {
    package enum Precision: String, Codable, Sendable {
        /// Only the calendar day is known; the timestamp is its midnight UTC.
        case day
        case minute
        case second
    }

    package var timestamp: Timestamp
    package var precision: Precision
    /// Minutes east of UTC as printed; `nil` when the text named no zone and the clock time was taken as UTC.
    package var offset: Int?

    package init(timestamp: Timestamp, precision: Precision = .second, offset: Int? = 0) {
        self.timestamp = timestamp
        self.precision = precision
        self.offset = offset
    }

    package init(day: CivilDate) {
        self.init(timestamp: Timestamp(day), precision: .day, offset: nil)
    }

    /// The calendar day as printed by the publisher, in the publisher's zone.
    package var day: CivilDate? {
        (timestamp + .seconds((offset ?? 0) * 60)).civilDate
    }

    /// `2024-10-16` for a day, else RFC 3339 with the printed offset: `2024-10-16T07:30:00+08:00`.
    package var iso8601: String {
        guard let day else { return timestamp.rfc3339 }
        guard precision != .day else { return day.description }
        let offset = offset ?? 0
        guard offset != 0 else { return timestamp.rfc3339 }
        let local = (timestamp + .seconds(offset * 60)).rfc3339.dropLast()
        let sign = offset < 0 ? "-" : "+"
        return "\(local)\(sign)\(padded(abs(offset) / 60, to: 2)):\(padded(abs(offset) % 60, to: 2))"
    }

    /// Reads what ``iso8601`` prints. Dates of the web in all their abuses are read by `NewsText`.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let dayNumber = reader.number(2), let day = CivilDate(year: year, month: month, day: dayNumber)
        else { return nil }
        if reader.isAtEnd {
            self.init(day: day)
            return
        }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), hour <= 24, minute <= 59
        else { return nil }
        var second = 0
        var precision = Precision.minute
        if reader.take(":") {
            guard let read = reader.number(2), read <= 60 else { return nil }
            second = min(read, 59)
            precision = .second
            if reader.take(".") { reader.skipDigits() }
        }
        guard let offset = reader.zone(), reader.isAtEnd else { return nil }
        let clock = Int64(hour * 3600 + minute * 60 + second - (offset.minutes ?? 0) * 60)
        self.init(
            timestamp: Timestamp(seconds: Timestamp(day).seconds + clock), precision: precision, offset: offset.minutes)
    }
}

/// Reads fixed-width ASCII numbers off a text, one after another.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(_ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipDigits() {
        rest = rest.drop { (0x30...0x39).contains($0) }
    }

    /// `Z`, `+08:00`, `+0800` or nothing; `nil` for anything else.
    mutating func zone() -> (minutes: Int?, Void)? {
        if isAtEnd { return (nil, ()) }
        if take("Z") || take("z") { return (0, ()) }
        let negative = take("-")
        guard negative || take("+"), let hours = number(2), hours <= 23 else { return nil }
        _ = take(":")
        let minutes = number(2) ?? 0
        guard minutes <= 59 else { return nil }
        return ((negative ? -1 : 1) * (hours * 60 + minutes), ())
    }
}
