import NewsModel

/// The Solar Hijri calendar of Iran and Afghanistan.
enum PersianCalendar {
    static let years = 1200...1600

    /// The day, `nil` when the calendar has no such day or the year is out of range.
    ///
    /// Source: the 33-year cycle of leap years, which agrees with the equinox from 1178 to 1633
    /// (K. Borkowski, "The Persian calendar for 3000 years", 1996).
    static func date(year: Int, month: Int, day: Int) -> CivilDate? {
        guard years.contains(year), (1...12).contains(month), day >= 1, day <= days(in: month, of: year) else {
            return nil
        }
        let earlierMonths = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6
        return CivilDate(daysSince1970: newYear(year) + earlierMonths + day - 1)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 1...6: 31
        case 7...11: 30
        default: newYear(year + 1) - newYear(year) - 336
        }
    }

    /// Days after 1970-01-01.
    private static func newYear(_ year: Int) -> Int {
        epoch + 365 * year + (8 * year + 21) / 33
    }

    /// Such that 1 Farvardin 1400 is 21 March 2021.
    private static let epoch = 18_707 - 365 * 1400 - 340
}
