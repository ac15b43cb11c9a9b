import NewsModel

/// A time told from now.
struct RelativeMatch {
    let date: PublicationDate
    /// The token after it.
    let end: Int
    /// Counted in hours or less, or in a few days: what pages print beside an article. Spans of months and years stand
    /// in prose as well.
    let isShort: Bool
}

extension DateLine {
    /// The time that a relative expression at a token means: `منذ ساعتين`, `3 hours ago`, `il y a 2 jours`, `أمس الساعة
    /// 18:20`.
    func relative(at index: Int) -> RelativeMatch? {
        namedDay(at: index) ?? spanAfterWord(at: index) ?? spanBeforeWord(at: index)
    }

    /// `أمس`, `yesterday at 10:15`, `just now`.
    private func namedDay(at index: Int) -> RelativeMatch? {
        guard let lexeme = lexeme(index) else { return nil }
        if lexeme.roles.contains(.now) {
            return RelativeMatch(
                date: PublicationDate(timestamp: now, precision: .minute, offset: nil), end: index + 1, isShort: true)
        }
        guard let days = lexeme.dayOffset, let today = now.civilDate,
            let day = CivilDate(daysSince1970: today.daysSince1970 + days)
        else { return nil }
        let start = skip(from: index + 1, signs: ",-|(:", roles: [.filler, .clock, .weekday], limit: 5)
        let isAnnounced = start > index + 1 && has([.clock, .filler], at: start - 1)
        guard let clock = clock(at: start, isAnnounced: isAnnounced) else {
            return RelativeMatch(date: PublicationDate(day: day), end: index + 1, isShort: true)
        }
        return RelativeMatch(date: PublicationDate(day, at: clock), end: clock.end, isShort: true)
    }

    /// `منذ 3 ساعات`, `vor 2 Tagen`.
    private func spanAfterWord(at index: Int) -> RelativeMatch? {
        guard has(.agoBefore, at: index), let span = span(at: index + 1) else { return nil }
        return moment(span)
    }

    /// `3 hours ago`, `2 gün önce`.
    private func spanBeforeWord(at index: Int) -> RelativeMatch? {
        guard number(index) != nil || lexeme(index)?.number != nil || lexeme(index).map({ $0.unitCount > 1 }) == true,
            var span = span(at: index), has(.agoAfter, at: span.end)
        else { return nil }
        span.end += 1
        return moment(span)
    }

    // MARK: Spans

    private struct Span {
        var seconds = 0
        var days = 0
        var months = 0
        var end = 0
        var isEmpty: Bool { seconds == 0 && days == 0 && months == 0 }
    }

    /// One span or several: `ساعة و20 دقيقة`, `1 day 3 hours`.
    private func span(at index: Int) -> Span? {
        var span = Span()
        var index = index
        for _ in 0..<3 {
            guard let part = spanPart(at: index) else { break }
            span.seconds += part.seconds
            span.days += part.days
            span.months += part.months
            span.end = part.end
            index = skip(from: part.end, signs: ",", roles: .filler, limit: 1)
        }
        return span.end == 0 ? nil : span
    }

    private func spanPart(at index: Int) -> Span? {
        var count: Int?
        var unitIndex = index
        if let number = number(index), number.digits <= 4 {
            count = number.value
            unitIndex = index + 1
        } else if let written = lexeme(index)?.number, lexeme(index + 1)?.unit != nil {
            count = written
            unitIndex = index + 1
        }
        guard let lexeme = lexeme(unitIndex), let unit = lexeme.unit else { return nil }
        let amount = count ?? lexeme.unitCount
        var span = Span(end: unitIndex + 1)
        switch unit {
        case .second: span.seconds = amount
        case .minute: span.seconds = amount * 60
        case .hour: span.seconds = amount * 3600
        case .day: span.days = amount
        case .week: span.days = amount * 7
        case .month: span.months = amount
        case .year: span.months = amount * 12
        }
        if count == nil, has(.agoBefore, at: index - 1), self.lexeme(unitIndex + 1)?.number == 1 { span.end += 1 }
        return span
    }

    private func moment(_ span: Span) -> RelativeMatch? {
        let isShort = span.months == 0 && span.days <= 14
        if span.days == 0, span.months == 0 {
            let moment = now - .seconds(span.seconds)
            return RelativeMatch(
                date: PublicationDate(timestamp: moment, precision: .minute, offset: nil), end: span.end,
                isShort: isShort)
        }
        guard let today = now.civilDate else { return nil }
        let months = today.year * 12 + today.month - 1 - span.months
        let year = months / 12
        let month = months % 12 + 1
        guard year > 1900,
            let shifted = CivilDate(year: year, month: month, day: min(today.day, CivilDate.days(in: month, of: year))),
            let day = CivilDate(daysSince1970: shifted.daysSince1970 - span.days)
        else { return nil }
        return RelativeMatch(date: PublicationDate(day: day), end: span.end, isShort: isShort)
    }
}

extension PublicationDate {
    /// A day with its time of day.
    init(_ day: CivilDate, at clock: ClockMatch?) {
        guard let clock else {
            self.init(day: day)
            return
        }
        let offset = clock.zone?.offset(on: day)
        let seconds = Timestamp(day).seconds + Int64(clock.time.seconds - (offset ?? 0) * 60)
        self.init(
            timestamp: Timestamp(seconds: seconds), precision: clock.time.hasSeconds ? .second : .minute, offset: offset
        )
    }
}
