import NewsModel

extension DateLine {
    /// A date that begins with its year: `2025-01-16`, `2004년 05월 28일`, `2019. április 25.`, `1402/10/26`.
    func yearFirst(at index: Int) -> DayMatch? {
        guard let year = number(index)?.value else { return nil }
        if let counted = ordinalDate(at: index, year: year) ?? weekDate(at: index, year: year) { return counted }
        if has(.yearMark, at: index + 1), let month = small(index + 2), has(.monthMark, at: index + 3),
            let day = small(index + 4)
        {
            let end = skip(from: index + 5, signs: "", roles: .dayMark, limit: 1)
            return plain(year: year, month: month, day: day, end: end)
        }
        let second = skip(from: index + 1, signs: "/-.,", limit: 2)
        if let (name, end) = month(at: second), name.gregorianMonth != 0, gregorianYears.contains(year) {
            let third = skip(from: end, signs: "/-.,", limit: 2)
            guard let day = small(third) else { return nil }
            return plain(year: year, month: Int(name.gregorianMonth), day: day, end: third + 1)
        }
        guard let numbers = threeNumbers(at: index), !isGlued(before: index) else { return nil }
        let end = skip(from: numbers.end, signs: ".", limit: 1)
        return inAnyCalendar(year: year, month: numbers.second, day: numbers.third, end: end, after: numbers.end)
    }

    /// `2023-292`, the day of the year in three digits.
    ///
    /// Source: ISO 8601 section 5.2.2.
    private func ordinalDate(at index: Int, year: Int) -> DayMatch? {
        guard isSign(index + 1, "-"), !hasGap(index + 1), let day = number(index + 2), day.digits == 3,
            !hasGap(index + 2),
            !isGlued(before: index), !isGlued(after: index + 3), day.value > 12 || style == .feed
        else { return nil }
        return CivilDate(dayOfYear: day.value, of: year).map {
            DayMatch(day: $0, calendar: .gregorian, end: index + 3, isWeak: true)
        }
    }

    /// `2024-W05-4`, the week and its day, Monday first.
    ///
    /// Source: ISO 8601 section 5.2.3.
    private func weekDate(at index: Int, year: Int) -> DayMatch? {
        guard isSign(index + 1, "-"), isWord(index + 2), tokens[index + 2].range.count == 1, !hasGap(index + 2),
            let week = small(index + 3), !hasGap(index + 3), isSign(index + 4, "-"), let day = small(index + 5),
            !hasGap(index + 5), (1...53).contains(week), (1...7).contains(day), (1990...2099).contains(year),
            let fourth = CivilDate(year: year, month: 1, day: 4)
        else { return nil }
        // The fourth of January is in the first week; 1970 began on a Thursday.
        let monday = fourth.daysSince1970 - (fourth.daysSince1970 + 3) % 7
        return CivilDate(daysSince1970: monday + (week - 1) * 7 + day - 1).map {
            DayMatch(day: $0, calendar: .gregorian, end: index + 6, isWeak: true)
        }
    }

    /// `25/4/2019`, `05-03-2021`, `17.8.2020`, `18/10/1436هـ`, and with American context `4/25/2019`.
    func numeric(at index: Int) -> DayMatch? {
        guard let first = small(index), let numbers = threeNumbers(at: index), !isGlued(before: index),
            !isGlued(after: numbers.end)
        else { return nil }
        if numbers.thirdDigits == 4 {
            let year = numbers.third
            if isAmerican, numbers.sign == UInt8(ascii: "/"), gregorianYears.contains(year),
                let day = CivilDate(year: year, month: first, day: numbers.second)
            {
                return DayMatch(day: day, calendar: .gregorian, end: numbers.end)
            }
            let match = inAnyCalendar(
                year: year, month: numbers.second, day: first, end: numbers.end, after: numbers.end)
            if let match, match.day != nil { return match }
            return unambiguousAmerican(first: first, numbers) ?? match
        }
        guard numbers.thirdDigits == 2, numbers.secondDigits == 2 || style == .feed || numbers.sign != UInt8(ascii: "-")
        else { return nil }
        return shortYear(first: first, numbers)
    }

    /// The month first, when the numbers allow nothing else and no Arabic stands in the line.
    private func unambiguousAmerican(first: Int, _ numbers: ThreeNumbers) -> DayMatch? {
        guard !isArabic, numbers.sign == UInt8(ascii: "/") || numbers.sign == UInt8(ascii: "-"),
            gregorianYears.contains(numbers.third),
            let day = CivilDate(year: numbers.third, month: first, day: numbers.second)
        else { return nil }
        return DayMatch(day: day, calendar: .gregorian, end: numbers.end)
    }

    /// Two digits each. People write the year last (`25/04/19`). Machines write `03-12-31` or `31-12-03`: the later day
    /// is meant that is not to come.
    private func shortYear(first: Int, _ numbers: ThreeNumbers) -> DayMatch? {
        let yearFirst = CivilDate(year: DateLine.century(first), month: numbers.second, day: numbers.third)
        let dayFirst = CivilDate(year: DateLine.century(numbers.third), month: numbers.second, day: first)
        let mayBeAmerican = !isArabic && numbers.sign == UInt8(ascii: "/")
        let monthFirst =
            mayBeAmerican ? CivilDate(year: DateLine.century(numbers.third), month: first, day: numbers.second) : nil
        let day: CivilDate?
        if style == .feed, numbers.sign == UInt8(ascii: "-") {
            let past = [yearFirst, dayFirst].compactMap { $0 }.filter { Timestamp($0) <= now + .seconds(86_400) }
            day = past.max() ?? yearFirst
        } else {
            day = isAmerican ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
        }
        return day.map { DayMatch(day: $0, calendar: .gregorian, end: numbers.end, isWeak: true) }
    }

    /// `20250116`, `20250116143000`.
    func compact(at index: Int) -> DayMatch? {
        guard let number = number(index), !isGlued(before: index), !isGlued(after: index + 1) else { return nil }
        let date = number.digits == 8 ? number.value : number.value / 1_000_000
        guard (1990...2099).contains(date / 10_000),
            let day = CivilDate(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        else { return nil }
        var match = DayMatch(day: day, calendar: .gregorian, end: index + 1, isWeak: true)
        guard number.digits == 14 else { return match }
        let time = number.value % 1_000_000
        guard let clock = ClockTime(hour: time / 10_000, minute: time / 100 % 100, second: time % 100) else {
            return nil
        }
        match.clock = ClockMatch(time: clock, end: index + 1)
        return match
    }

    // MARK: Parts

    struct ThreeNumbers {
        let second: Int
        let secondDigits: Int
        let third: Int
        let thirdDigits: Int
        let sign: UInt8
        let end: Int
    }

    /// The second and third number of a date in numbers: the same sign between them, or, with a four-digit year and two
    /// digits each, blanks.
    private func threeNumbers(at index: Int) -> ThreeNumbers? {
        guard let first = number(index) else { return nil }
        let isSpaced = first.digits >= 2 && number(index + 1)?.digits == 2 && hasGap(index + 1)
        let step = isSpaced ? 1 : 2
        let separator = isSpaced ? UInt8(ascii: " ") : sign(index + 1)
        guard let separator, isSpaced || [0x2F, 0x2D, 0x2E, 0x2C, 0x5C].contains(separator),
            isSpaced || sign(index + 3) == separator,
            let second = number(index + step), let third = number(index + 2 * step)
        else { return nil }
        let isYearFirst = first.digits == 4
        let isMonth = second.digits <= 2 || second.digits == 3 && second.value <= 12 && isYearFirst
        guard isMonth, isYearFirst ? third.digits <= 2 : third.digits == 4 || third.digits == 2 else { return nil }
        if isSpaced || separator == 0x2C, !isYearFirst && third.digits != 4 { return nil }
        return ThreeNumbers(
            second: second.value, secondDigits: second.digits, third: third.value, thirdDigits: third.digits,
            sign: separator, end: index + 2 * step + 1)
    }

    /// Whether a number and a sign lead up to a token without a blank: a version, a telephone number, a longer chain.
    private func isGlued(before index: Int) -> Bool {
        !hasGap(index) && isSign(index - 1, "/-.+\\") && !hasGap(index - 1) && number(index - 2) != nil
            || isSign(index - 1, "+") && !hasGap(index) || !isArabic && isWord(index - 1) && !hasGap(index)
    }

    /// Whether the chain of numbers goes on after the date. A time may follow a hyphen.
    private func isGlued(after end: Int) -> Bool {
        guard isSign(end, "/-.\\"), !hasGap(end), number(end + 1) != nil, !hasGap(end + 1) else { return false }
        return clock(at: end + 1) == nil
    }

    private func plain(year: Int, month: Int, day: Int, end: Int) -> DayMatch? {
        guard gregorianYears.contains(year) else { return nil }
        return DayMatch(day: CivilDate(year: year, month: month, day: day), calendar: .gregorian, end: end)
    }

    /// A date in numbers whose year tells the calendar. Years from 1343 to 1430 are of both Muslim calendars: a mark
    /// decides, else the one that gives a day since 1995, when news went to the web.
    private func inAnyCalendar(year: Int, month: Int, day: Int, end: Int, after mark: Int) -> DayMatch? {
        if gregorianYears.contains(year) || (2500...2643).contains(year) && has(.buddhist, at: mark) {
            let date = CivilDate(year: year >= 2500 ? year - 543 : year, month: month, day: day)
            return DayMatch(day: date, calendar: .gregorian, end: end)
        }
        let hijri = UmmAlQura.date(year: year, month: month, day: day)
        let persian = PersianCalendar.date(year: year, month: month, day: day)
        guard (1300...1600).contains(year) else { return nil }
        let isHijri = has(.hijri, at: mark) && !has(.persian, at: mark)
        let isPersian = has(.persian, at: mark)
        if !isHijri, isPersian || !isRecent(hijri), let persian, isPersian || isRecent(persian) {
            return DayMatch(day: persian, calendar: .persian, end: end)
        }
        return DayMatch(day: hijri, calendar: .hijri, end: end, isWeak: !isHijri && !isRecent(hijri))
    }

    private func isRecent(_ day: CivilDate?) -> Bool {
        guard let day, let today = now.civilDate else { return false }
        return day.year >= 1995 && day.daysSince1970 <= today.daysSince1970 + 400
    }
}
