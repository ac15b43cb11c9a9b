import NewsModel

/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`, and the two older forms.
///
/// Read leniently: the weekday is ignored, one-digit numbers and dashes are accepted, since servers differ.
///
/// Source: RFC 9110 section 5.6.7.
struct HTTPDate {
    let timestamp: Timestamp

    init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var numbers: [Int] = []
        var month: Int?
        var clock: Int?
        for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }) {
            if let number = decimal(word) {
                numbers.append(number)
            } else if word.contains(0x3A) {
                clock = HTTPDate.secondsOfDay(word)
            } else if month == nil {
                month = HTTPDate.months.firstIndex(of: String(decoding: word.prefix(3), as: UTF8.self).lowercased())
            }
        }
        guard let month, let clock, numbers.count == 2,
            let day = CivilDate(year: HTTPDate.fullYear(numbers[1]), month: month + 1, day: numbers[0])
        else { return nil }
        timestamp = Timestamp(day) + .seconds(clock)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func secondsOfDay(_ word: Substring.UTF8View) -> Int? {
        let parts = word.split(separator: 0x3A).map { decimal($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + min(second, 59)
    }

    /// Two digits are a year of 1970…2069.
    private static func fullYear(_ year: Int) -> Int {
        switch year {
        case 0..<70: year + 2000
        case 70..<100: year + 1900
        default: year
        }
    }
}
