/// A day of the (proleptic) Gregorian calendar.
package struct CivilDate: Hashable, Comparable, Sendable {
    package let year: Int
    /// 1…12
    package let month: Int
    /// 1…31
    package let day: Int

    /// The day, or `nil` when the calendar has no such day or the year is not in 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that is `days` days after 1970-01-01, or `nil` outside the years 1…9999.
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    package init?(daysSince1970 days: Int) {
        guard (-719_162...2_932_896).contains(days) else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days after 1970-01-01; negative before it.
    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 0 is Sunday, 6 Saturday.
    package var weekday: Int {
        let remainder = (daysSince1970 + 4) % 7
        return remainder < 0 ? remainder + 7 : remainder
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2024-10-16`
    package var description: String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

/// `number` with leading zeros, at least `width` digits. For non-negative numbers.
package func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}

extension Timestamp {
    /// Midnight UTC of a day.
    package init(_ date: CivilDate) {
        self.init(seconds: Int64(date.daysSince1970) * 86_400)
    }

    /// The day in UTC, `nil` outside the years 1…9999.
    package var civilDate: CivilDate? {
        CivilDate(daysSince1970: Int((Double(seconds) / 86_400).rounded(.down)))
    }

    /// RFC 3339 in UTC with whole seconds, `2026-09-22T10:12:32Z`. Outside the years 1…9999 the nearest end.
    package var rfc3339: String {
        guard let date = civilDate else { return seconds < 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z" }
        return "\(date)T\(clock())Z"
    }

    /// The form article files are named with: `20260922T101232Z`.
    package var compact: String {
        String(rfc3339.filter { $0 != "-" && $0 != ":" })
    }

    private func clock() -> String {
        let ofDay = Int(seconds - Int64((Double(seconds) / 86_400).rounded(.down)) * 86_400)
        return "\(padded(ofDay / 3600, to: 2)):\(padded(ofDay / 60 % 60, to: 2)):\(padded(ofDay % 60, to: 2))"
    }

    /// Reads what ``rfc3339`` prints, also with an offset, a fraction or a blank for the `T`, and a bare day
    /// (midnight UTC). `nil` for anything else.
    ///
    /// Source: RFC 3339 section 5.6.
    package init?(rfc3339 text: String) {
        guard let date = PublicationDate(rfc3339: text) else { return nil }
        self = date.timestamp
    }
}
