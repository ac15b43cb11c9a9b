import NewsModel

/// A zone found in a line.
struct ZoneMatch {
    enum Kind {
        /// Minutes east of Greenwich.
        case fixed(Int)
        /// The same, in winter; an hour more in American summer time.
        case american(Int)
    }

    let kind: Kind
    let end: Int

    /// Minutes east of Greenwich on a day.
    func offset(on day: CivilDate) -> Int {
        switch kind {
        case .fixed(let minutes): minutes
        case .american(let minutes): AmericanSummer.contains(day) ? minutes + 60 : minutes
        }
    }
}

/// Summer time in the United States: from the second Sunday in March to the first in November.
private enum AmericanSummer {
    static func contains(_ day: CivilDate) -> Bool {
        guard let march = CivilDate(year: day.year, month: 3, day: 1),
            let november = CivilDate(year: day.year, month: 11, day: 1)
        else { return false }
        let start = march.daysSince1970 + (7 - march.weekday) % 7 + 7
        let end = november.daysSince1970 + (7 - november.weekday) % 7
        return (start..<end).contains(day.daysSince1970)
    }
}

extension DateLine {
    /// The zone after a time: `GMT`, `+0300`, `GMT+3`, `(بتوقيت مكة المكرمة)`, `ET`.
    func zone(after index: Int) -> ZoneMatch? {
        let start = skip(from: index, signs: "(,", roles: .filler, limit: 4)
        let bare = skip(from: index, signs: "(", limit: 1)
        for place in bare == start ? [bare] : [bare, start] {
            if let offset = offset(at: place) { return closed(offset) }
            guard let lexeme = lexeme(place) else { continue }
            if let zone = namedZone(lexeme, at: place) { return closed(zone) }
        }
        return nil
    }

    private func namedZone(_ lexeme: DateLexeme, at index: Int) -> ZoneMatch? {
        if let american = lexeme.americanZone {
            // "at" and the French "et" are words before they are zones.
            let isAfterHalf =
                self.lexeme(index - 1)?.half != nil || isSign(index - 1, ".") && self.lexeme(index - 2)?.half != nil
            let isWord = !lexeme.roles.isEmpty && !isAfterHalf && (isWord(index + 1) || number(index + 1) != nil)
            return isWord ? nil : ZoneMatch(kind: .american(american), end: index + 1)
        }
        guard let minutes = lexeme.zone else { return nil }
        if minutes == 0, let offset = offset(at: index + 1) { return offset }
        let isArabia = minutes == -240 && isArabic
        return ZoneMatch(kind: .fixed(isArabia ? 180 : minutes), end: index + 1)
    }

    private func closed(_ zone: ZoneMatch) -> ZoneMatch {
        ZoneMatch(kind: zone.kind, end: skip(from: zone.end, signs: ")", limit: 1))
    }

    /// `+03:00`, `-0300`, `+3`. A minus may be a hyphen: on a page it needs four digits, or a time written by a
    /// machine.
    private func offset(at index: Int) -> ZoneMatch? {
        guard isSign(index, "+-"), !hasGap(index + 1), let hours = number(index + 1) else { return nil }
        let isMinus = isSign(index, "-")
        let isAfterName = lexeme(index - 1)?.zone == 0
        var minutes: Int
        var end = index + 2
        switch hours.digits {
        case 4:
            guard hours.value % 100 < 60 else { return nil }
            minutes = hours.value / 100 * 60 + hours.value % 100
        case 1, 2:
            if isMinus, !isAfterName, style == .page, hasGap(index) { return nil }
            minutes = hours.value * 60
            if isMinus, !isAfterName, style == .page, !isMachineTime(before: index) { return nil }
            if isSign(index + 2, ":"), let rest = number(index + 3), rest.digits == 2, rest.value < 60 {
                minutes += rest.value
                end = index + 4
            } else if isMinus, !isAfterName, style == .page {
                return nil
            }
        default:
            return nil
        }
        guard minutes <= 14 * 60 else { return nil }
        return ZoneMatch(kind: .fixed(isMinus ? -minutes : minutes), end: end)
    }

    /// Whether a time with seconds or with the `T` of RFC 3339 ends here; `10:00-12:00` is a span.
    private func isMachineTime(before index: Int) -> Bool {
        (max(0, index - 8)..<index).contains { isTimeMark($0) } || isSign(index - 2, ":.") && isSign(index - 4, ":")
    }
}
