extension DateLine {
    /// The time of day that starts at a token, with half and zone.
    ///
    /// - Parameter isAnnounced: a word like `الساعة` or `um` stands before, so `18.30` and a bare `6` are times.
    func clock(at index: Int, isAnnounced: Bool = false) -> ClockMatch? {
        if let half = lexeme(index)?.half, !has(.gregorian, at: index), number(index + 1) != nil {
            guard var match = clock(at: index + 1, isAnnounced: isAnnounced) else { return nil }
            match.time.apply(half)
            return match
        }
        guard let number = number(index) else { return nil }
        if number.digits == 4 { return zonedTime(at: index, number.value) }
        guard number.digits <= 2,
            var match = colonTime(at: index) ?? markedTime(at: index) ?? dottedTime(at: index, isAnnounced)
                ?? bareHour(at: index, isAnnounced)
        else { return nil }
        let halfIndex = skip(from: match.end, signs: ".", limit: 1)
        if let half = lexeme(halfIndex)?.half, !has(.published, at: halfIndex) {
            match.time.apply(half)
            match.end = skip(from: halfIndex + 1, signs: ".", limit: 1)
        }
        if let zone = zone(after: match.end) {
            match.zone = zone
            match.end = zone.end
        }
        return match
    }

    /// `1522 GMT`: four digits are a time before a zone only.
    private func zonedTime(at index: Int, _ digits: Int) -> ClockMatch? {
        guard let name = lexeme(index + 1), name.zone != nil || name.americanZone != nil,
            let zone = zone(after: index + 1),
            let time = ClockTime(hour: digits / 100, minute: digits % 100, second: nil)
        else { return nil }
        return ClockMatch(time: time, end: zone.end, zone: zone)
    }

    /// Whether the `T` of RFC 3339 stands here, glued to both sides.
    func isTimeMark(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), case .word = tokens[index].kind, tokens[index].range.count == 1
        else { return false }
        return !hasGap(index) && !hasGap(index + 1) && number(index + 1) != nil
    }

    /// The time after a `T`: `14:05:00`, `140500`.
    func machineTime(at index: Int) -> ClockMatch? {
        if let clock = clock(at: index) ?? loose(at: index) { return clock }
        guard let number = number(index), number.digits == 4 || number.digits == 6 else { return nil }
        let seconds = number.digits == 6 ? number.value % 100 : nil
        let minutes = number.digits == 6 ? number.value / 100 : number.value
        guard let time = ClockTime(hour: minutes / 100, minute: minutes % 100, second: seconds) else { return nil }
        let zone = zone(after: index + 1)
        return ClockMatch(time: time, end: zone?.end ?? index + 1, zone: zone)
    }

    /// `1:2:3`, as programs print numbers that nobody padded.
    private func loose(at index: Int) -> ClockMatch? {
        guard let hour = small(index), isSign(index + 1, ":"), let minute = small(index + 2), isSign(index + 3, ":"),
            let second = small(index + 4), let time = ClockTime(hour: hour, minute: minute, second: second)
        else { return nil }
        let zone = zone(after: index + 5)
        return ClockMatch(time: time, end: zone?.end ?? index + 5, zone: zone)
    }

    /// `14:05`, `14:05:00`, `14:05:00.123`, perhaps with `Uhr` or `h` after it.
    private func colonTime(at index: Int) -> ClockMatch? {
        guard var match = colonDigits(at: index) else { return nil }
        match.end = skip(from: match.end, signs: "", roles: .hourMark, limit: 1)
        return match
    }

    private func colonDigits(at index: Int) -> ClockMatch? {
        guard let hour = small(index), isSign(index + 1, ":"), let minute = number(index + 2), minute.digits == 2
        else { return nil }
        guard isSign(index + 3, ":"), !hasGap(index + 3), let second = number(index + 4), !hasGap(index + 4) else {
            return ClockTime(hour: hour, minute: minute.value, second: nil).map { ClockMatch(time: $0, end: index + 3) }
        }
        guard second.digits == 2, let time = ClockTime(hour: hour, minute: minute.value, second: second.value)
        else { return nil }
        let hasFraction =
            isSign(index + 5, ".,") && !hasGap(index + 5) && !hasGap(index + 6) && number(index + 6) != nil
        return ClockMatch(time: time, end: hasFraction ? index + 7 : index + 5)
    }

    /// `9h30`, `09 h 30`, `18h`, `9 Uhr`, `3시 15분`.
    private func markedTime(at index: Int) -> ClockMatch? {
        guard let hour = small(index), has(.hourMark, at: index + 1) else { return nil }
        guard let minute = small(index + 2) else {
            let isGlued =
                !hasGap(index + 1) || lexeme(index + 1)?.unit != .hour || lexeme(index + 1)?.roles == .hourMark
            guard isGlued else { return nil }
            return ClockTime(hour: hour, minute: 0, second: nil).map { ClockMatch(time: $0, end: index + 2) }
        }
        let afterMinute = skip(from: index + 3, signs: "", roles: .minuteMark, limit: 1)
        var second: Int?
        var end = afterMinute
        if afterMinute > index + 3, let read = small(afterMinute), has(.secondMark, at: afterMinute + 1) {
            second = read
            end = afterMinute + 2
        }
        return ClockTime(hour: hour, minute: minute, second: second).map { ClockMatch(time: $0, end: end) }
    }

    /// `18.30 Uhr`, `3.15 pm`, `15.45 GMT`, and after a word for the clock `18.30`.
    private func dottedTime(at index: Int, _ isAnnounced: Bool) -> ClockMatch? {
        guard let hour = small(index), isSign(index + 1, ".,h"), !hasGap(index + 1), let minute = number(index + 2),
            minute.digits == 2, !hasGap(index + 2), !(isSign(index + 3, ".") && number(index + 4) != nil)
        else { return nil }
        let hasMark = has(.hourMark, at: index + 3)
        let isZoned =
            lexeme(index + 3).map {
                ($0.zone != nil || $0.americanZone != nil) && !$0.roles.contains(.place)
            } ?? false
        guard isAnnounced || hasMark || isZoned || lexeme(index + 3)?.half != nil else { return nil }
        return ClockTime(hour: hour, minute: minute.value, second: nil)
            .map { ClockMatch(time: $0, end: hasMark ? index + 4 : index + 3) }
    }

    /// `5 pm`, `8 صباحا`, and after a word for the clock `6` or `10 و35 دقيقة`.
    private func bareHour(at index: Int, _ isAnnounced: Bool) -> ClockMatch? {
        guard let hour = small(index), (0...24).contains(hour) else { return nil }
        if isAnnounced, has(.filler, at: index + 1), let minute = small(index + 2), lexeme(index + 3)?.unit == .minute {
            return ClockTime(hour: hour, minute: minute, second: nil).map { ClockMatch(time: $0, end: index + 4) }
        }
        let half = lexeme(index + 1)?.half
        let isHalf = half != nil && (1...12).contains(hour)
        let isAlone =
            isAnnounced && number(index + 1) == nil && lexeme(index + 1)?.isMonth != true
            && !(isSign(index + 1, "/-.,") && (number(index + 2) != nil || lexeme(index + 2)?.isMonth == true))
        guard isHalf || isAlone else { return nil }
        return ClockTime(hour: hour, minute: 0, second: nil).map { ClockMatch(time: $0, end: index + 1) }
    }
}
