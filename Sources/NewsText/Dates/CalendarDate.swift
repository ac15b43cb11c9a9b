import NewsModel

/// A day found in a line.
struct DayMatch {
    /// `nil` when it is written as a date but no calendar has the day (31 February).
    let day: CivilDate?
    let calendar: DateCalendar
    /// The token after it.
    let end: Int
    /// Only a date if nothing but dates and their words stand in the line: too short or too bare to be sure.
    var isWeak = false
    /// A time that stands inside the date (`Jan 4 16:29:06 2004`).
    var clock: ClockMatch?
}

extension DateLine {
    /// The day that starts at a token, in whatever order and calendar.
    func day(at index: Int) -> DayMatch? {
        if let number = number(index) {
            if number.digits == 4 { return yearFirst(at: index) }
            if number.digits == 8 || number.digits == 14 { return compact(at: index) }
            if number.digits <= 2 { return markedDay(at: index) ?? dayMonth(at: index) ?? numeric(at: index) }
            return nil
        }
        if has([.firstDay, .lastDay], at: index) { return dayMonth(at: index) }
        if let era = lexeme(index)?.era { return dayOfEra(era, at: index + 1) }
        if lexeme(index)?.isMonth == true { return monthFirst(at: index) }
        return nil
    }

    // MARK: Names of months

    /// A month's name, with a second name for the same month after it (`آب/أغسطس`, `سبتمبر (أيلول)`).
    func month(at index: Int) -> (name: DateLexeme, end: Int)? {
        guard let name = lexeme(index), name.isMonth else { return nil }
        let second = skip(from: index + 1, signs: "/-(.,|", limit: 2)
        if let twin = lexeme(second), twin.gregorianMonth != 0, twin.gregorianMonth == name.gregorianMonth {
            return (name, skip(from: second + 1, signs: ").", limit: 2))
        }
        return (name, index + 1)
    }

    /// `16 يناير 2025`, `1er mai 2020`, `25/أبريل/2019`, `غرة محرم 1443هـ`.
    private func dayMonth(at index: Int) -> DayMatch? {
        let afterDay = skip(from: index + 1, signs: "", roles: .ordinal, limit: 1)
        let monthStart = skip(from: afterDay, signs: "/-.,'", roles: .filler, limit: 3)
        guard let (found, monthEnd) = month(at: monthStart) else { return nil }
        var name = found
        if name.dottedMonth != 0, isSign(afterDay, ".") { name.gregorianMonth = name.dottedMonth }
        let yearStart = skip(from: monthEnd, signs: "/-.,'", roles: [.filler, .clock, .buddhist], limit: 5)
        if let year = year(at: yearStart, name: name) {
            let day = dayNumber(at: index, name: name, year: year.value)
            return named(name, year: year.value, day: day, end: yearStart + 1, isWeak: year.isWeak)
        }
        if let inner = clockBeforeYear(from: monthEnd, name: name, day: small(index)) { return inner }
        guard let day = small(index), name.gregorianMonth != 0 else { return nil }
        return withoutYear(name, day: day, end: monthEnd)
    }

    /// `April 25, 2019`, `يناير 16, 2025`, `Jan 4 16:29:06 2004`.
    private func monthFirst(at index: Int) -> DayMatch? {
        guard let (name, monthEnd) = month(at: index) else { return nil }
        let dayIndex = skip(from: monthEnd, signs: "/-., ", limit: 2)
        guard let day = small(dayIndex), !isSign(dayIndex + 1, ":") else { return nil }
        let afterDay = skip(from: dayIndex + 1, signs: "", roles: .ordinal, limit: 1)
        let yearStart = skip(from: afterDay, signs: "/-.,'", roles: .filler, limit: 3)
        if let year = year(at: yearStart, name: name) {
            return named(name, year: year.value, day: day, end: yearStart + 1, isWeak: year.isWeak)
        }
        if lexeme(yearStart)?.isMonth == true { return nil }
        if let inner = clockBeforeYear(from: afterDay, name: name, day: day) { return inner }
        return withoutYear(name, day: day, end: afterDay)
    }

    /// The time between the day and its year, as asctime and its kin have it, perhaps with a zone.
    private func clockBeforeYear(from index: Int, name: DateLexeme, day: Int?) -> DayMatch? {
        guard let day else { return nil }
        let start = skip(from: index, signs: ",-", roles: .clock, limit: 2)
        guard let clock = clock(at: start), let year = year(at: clock.end, name: name), !year.isWeak else { return nil }
        var match = named(name, year: year.value, day: day, end: clock.end + 1, isWeak: false)
        match.clock = clock
        return match
    }

    /// The year that stands at a token, by the names of the month before it.
    private func year(at index: Int, name: DateLexeme) -> (value: Int, isWeak: Bool)? {
        guard let number = number(index) else { return nil }
        if number.digits == 4 {
            let isKnown = gregorianYears.contains(number.value) || (1200...1600).contains(number.value)
            let isThai = (2500...2643).contains(number.value)
            return isKnown || isThai ? (number.value, false) : nil
        }
        guard number.digits == 2, name.gregorianMonth != 0, !isSign(index + 1, ":.") || isSign(index + 1, "."),
            clock(at: index) == nil
        else { return nil }
        return (DateLine.century(number.value), style == .page)
    }

    private func dayNumber(at index: Int, name: DateLexeme, year: Int) -> Int? {
        if let day = small(index) { return day }
        guard name.hijriMonth != 0, UmmAlQura.years.contains(year) else { return nil }
        return has(.firstDay, at: index) ? 1 : UmmAlQura.days(in: Int(name.hijriMonth), of: year)
    }

    private func named(_ name: DateLexeme, year: Int, day: Int?, end: Int, isWeak: Bool) -> DayMatch {
        guard let day else { return DayMatch(day: nil, calendar: .gregorian, end: end) }
        if name.hijriMonth != 0, UmmAlQura.years.contains(year), name.persianMonth == 0 || !has(.persian, at: end) {
            let date = UmmAlQura.date(year: year, month: Int(name.hijriMonth), day: day)
            return DayMatch(day: date, calendar: .hijri, end: end)
        }
        if name.persianMonth != 0, PersianCalendar.years.contains(year) {
            let date = PersianCalendar.date(year: year, month: Int(name.persianMonth), day: day)
            return DayMatch(day: date, calendar: .persian, end: end)
        }
        let year = year >= 2500 ? year - 543 : year
        guard name.gregorianMonth != 0, gregorianYears.contains(year) else {
            return DayMatch(day: nil, calendar: .gregorian, end: end)
        }
        let date = CivilDate(year: year, month: Int(name.gregorianMonth), day: day)
        return DayMatch(day: date, calendar: .gregorian, end: end, isWeak: isWeak)
    }

    /// A day and a month alone are of the last twelve months.
    private func withoutYear(_ name: DateLexeme, day: Int, end: Int) -> DayMatch? {
        guard style == .page, name.gregorianMonth != 0, let today = now.civilDate else { return nil }
        let month = Int(name.gregorianMonth)
        let years = [today.year, today.year - 1, today.year - 2]
        let date = years.lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
            .first { $0.daysSince1970 <= today.daysSince1970 + 1 }
        return date.map { DayMatch(day: $0, calendar: .gregorian, end: end, isWeak: true) }
    }

    // MARK: Years

    var gregorianYears: ClosedRange<Int> { 1900...2099 }

    /// Two-digit years as RFC 5322 section 4.3 reads them.
    static func century(_ year: Int) -> Int { year < 50 ? 2000 + year : 1900 + year }

    // MARK: Ideographs

    /// `6年1月27日` behind the name of an era.
    private func dayOfEra(_ era: Int, at index: Int) -> DayMatch? {
        guard let year = number(index), year.digits <= 3, has(.yearMark, at: index + 1), let month = small(index + 2),
            has(.monthMark, at: index + 3), let day = small(index + 4), gregorianYears.contains(era + year.value)
        else { return nil }
        return DayMatch(
            day: CivilDate(year: era + year.value, month: month, day: day), calendar: .gregorian, end: index + 6)
    }

    /// `5月28日` without its year, as Chinese, Japanese and Korean lists print it.
    private func markedDay(at index: Int) -> DayMatch? {
        guard let month = small(index), has(.monthMark, at: index + 1), let day = small(index + 2),
            has(.dayMark, at: index + 3), (1...12).contains(month)
        else { return nil }
        var name = DateLexeme()
        name.gregorianMonth = UInt8(month)
        return withoutYear(name, day: day, end: index + 4)
    }
}
