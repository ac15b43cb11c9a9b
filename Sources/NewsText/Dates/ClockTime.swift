import NewsModel

/// A time of day, as far as it is printed.
struct ClockTime {
    /// Seconds after midnight, 0…86,400.
    var seconds: Int
    var hasSeconds: Bool

    /// `nil` for a time no clock shows. 24:00 and a leap second are shown by some.
    init?(hour: Int, minute: Int, second: Int?) {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second ?? 0),
            hour < 24 || minute == 0 && (second ?? 0) == 0
        else { return nil }
        seconds = hour * 3600 + minute * 60 + min(second ?? 0, 59)
        hasSeconds = second != nil
    }

    /// The time with its half of the day, `nil` when the two do not fit (`17:00 ص` is a slip and stays 17:00).
    mutating func apply(_ half: DayHalf) {
        let hour = seconds / 3600
        switch half {
        case .morning:
            if hour == 12 { seconds -= 12 * 3600 }
        case .afternoon:
            if hour < 12 { seconds += 12 * 3600 }
        case .noon:
            if (1...4).contains(hour) { seconds += 12 * 3600 }
        case .night:
            if hour == 12 { seconds -= 12 * 3600 } else if (6...11).contains(hour) { seconds += 12 * 3600 }
        }
    }
}

/// A time of day found in a line.
struct ClockMatch {
    var time: ClockTime
    /// The token after it.
    var end: Int
    var zone: ZoneMatch?
}
