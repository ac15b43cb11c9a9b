import NewsModel

/// The date element of a feed, read strictly: what is left over must not be a number.
struct FeedDate {
    private let line: DateLine

    init(_ folded: UnsafeBufferPointer<UInt8>, now: Timestamp) {
        line = DateLine(folded, style: .feed, now: now)
    }

    var timestamp: Timestamp? {
        guard let found = unixTime ?? dateAndTime ?? partialDate ?? relative, FeedDate.isPlausible(found)
        else { return nil }
        return found
    }

    /// After the epoch, which is what programs print for "none", and before the year 2100.
    private static func isPlausible(_ time: Timestamp) -> Bool {
        (1...4_102_444_800).contains(time.seconds)
    }

    /// Seconds or milliseconds since 1970, alone.
    private var unixTime: Timestamp? {
        guard let number = line.number(0), line.tokens.count == 1 || line.isSign(1, ".") && line.tokens.count == 3
        else { return nil }
        switch number.digits {
        case 9, 10: return Timestamp(seconds: Int64(number.value))
        case 13: return Timestamp(milliseconds: Int64(number.value))
        default: return nil
        }
    }

    // MARK: Whole dates

    private var dateAndTime: Timestamp? {
        var start = 0
        var early: ClockMatch?
        while start < line.tokens.count, line.day(at: start) == nil {
            if let clock = line.clock(at: start) {
                early = clock
                start = clock.end
                continue
            }
            guard line.number(start) == nil else { return nil }
            start += 1
        }
        guard let match = line.day(at: start), let day = match.day else { return nil }
        guard let (clock, end) = time(after: match, early: early), isHarmless(from: end) else { return nil }
        return PublicationDate(day, at: clock ?? early ?? match.clock).timestamp
            + .seconds(-impliedOffset(match, clock) * 60)
    }

    /// The time after the day and the end of both; `nil` when there is one that does not exist.
    private func time(after match: DayMatch, early: ClockMatch?) -> (clock: ClockMatch?, end: Int)? {
        if match.clock != nil { return (nil, match.end) }
        if line.isTimeMark(match.end) {
            return line.machineTime(at: match.end + 1).map { ($0, $0.end) }
        }
        let start = line.skip(from: match.end, signs: ",:-|(", roles: .connector, limit: 5)
        if let clock = line.clock(at: start) { return (clock, clock.end) }
        guard line.number(start) == nil else { return nil }
        if early == nil, let zone = line.zone(after: match.end) { return (nil, zone.end) }
        return (nil, match.end)
    }

    /// Korean feeds write local time in words and no zone.
    private func impliedOffset(_ match: DayMatch, _ clock: ClockMatch?) -> Int {
        guard clock != nil, clock?.zone == nil else { return 0 }
        return (0..<match.end).contains { line.has(.korean, at: $0) } ? 9 * 60 : 0
    }

    /// Whether what follows the time is only the name of a zone, a weekday or a remark.
    private func isHarmless(from end: Int) -> Bool {
        var depth = 0
        for index in end..<max(end, line.tokens.count) {
            if line.isSign(index, "(") { depth += 1 }
            if line.isSign(index, ")") { depth -= 1 }
            if depth > 0 { continue }
            if line.number(index) != nil { return false }
            if line.isSign(index, ":-+"), !line.hasGap(index) { return false }
        }
        return true
    }

    // MARK: Less than a day, more than a day

    /// `2003-12`, `2003`, `03335` (year and day of the year): the first day of what is meant.
    ///
    /// Source: W3C Note "Date and Time Formats", ISO 8601 section 5.2.2.
    private var partialDate: Timestamp? {
        guard let first = line.number(0) else { return nil }
        if line.tokens.count == 1 {
            switch first.digits {
            case 4: return start(year: first.value, month: 1)
            case 5: return ordinal(first.value)
            case 7: return ordinalDay(year: first.value / 1000, day: first.value % 1000)
            default: return nil
            }
        }
        guard first.digits == 4, line.isSign(1, "-"), let second = line.number(2), line.tokens.count == 3
        else { return nil }
        return second.digits == 2 ? start(year: first.value, month: second.value) : nil
    }

    private func start(year: Int, month: Int) -> Timestamp? {
        guard (1990...2099).contains(year) else { return nil }
        return CivilDate(year: year, month: month, day: 1).map { Timestamp($0) }
    }

    /// Two digits of the year, three of the day. A year with a stray digit before it (`22013`) is none.
    private func ordinal(_ value: Int) -> Timestamp? {
        guard !(1990...2099).contains(value % 10_000) else { return nil }
        return ordinalDay(year: DateLine.century(value / 1000), day: value % 1000)
    }

    private func ordinalDay(year: Int, day: Int) -> Timestamp? {
        CivilDate(dayOfYear: day, of: year).map { Timestamp($0) }
    }

    private var relative: Timestamp? {
        guard !line.hasUnknownWord else { return nil }
        let scan = DateScan(line)
        return scan.isDateAlone ? scan.publicationDate?.timestamp : nil
    }
}

extension CivilDate {
    /// The day of a year from 1990 to 2099 by its number, 1…366; `nil` when the year has it not.
    init?(dayOfYear day: Int, of year: Int) {
        guard (1990...2099).contains(year), day >= 1, day <= (CivilDate.isLeap(year) ? 366 : 365),
            let first = CivilDate(year: year, month: 1, day: 1)
        else { return nil }
        self.init(daysSince1970: first.daysSince1970 + day - 1)
    }
}
