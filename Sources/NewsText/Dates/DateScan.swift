import NewsModel

/// The dates of a line, in reading order, with the labels before them.
struct DateScan {
    struct Candidate {
        let day: CivilDate
        let calendar: DateCalendar
        let isWeak: Bool
        var clock: ClockMatch?
        /// The tokens it takes, its time included.
        var range: Range<Int>
        /// The label before it; `nil` for none.
        let label: Label?
    }

    enum Label {
        case published, updated
    }

    private let line: DateLine
    private var candidates: [Candidate] = []
    private var relatives: [(match: RelativeMatch, start: Int, label: Label?)] = []
    /// Whether something is written as a date that no calendar has, or is the epoch, which programs print for "none".
    private var hasImpossibleDay = false
    private var hasZonedClock = false
    /// Tokens that are neither part of a date nor words and signs around one.
    private var strangers = 0

    init(_ line: DateLine) {
        self.line = line
        scan()
    }

    // MARK: Answers

    var publicationDate: PublicationDate? {
        let sure = candidates.filter { !$0.isWeak || isAlone }
        guard let chosen = choose(sure) else { return relative }
        return PublicationDate(chosen.day, at: chosen.clock ?? twinClock(of: chosen))
    }

    /// Whether the line is nothing but dates, or a time with its zone (`19:23 ت م`).
    var isDateAlone: Bool {
        isAlone && !hasImpossibleDay && (!candidates.isEmpty || !relatives.isEmpty || hasZonedClock)
    }

    private var isAlone: Bool { strangers == 0 }

    /// The first with the label of publication, else the first without one, else the first update; Gregorian before its
    /// Hijri twin.
    private func choose(_ candidates: [Candidate]) -> Candidate? {
        let first =
            candidates.first { $0.label == .published } ?? candidates.first { $0.label == nil } ?? candidates.first
        guard let first, first.calendar != .gregorian else { return first }
        return candidates.first { $0.calendar == .gregorian && isTwin($0, first) } ?? first
    }

    /// Two dates of different calendars are one day when they are no more than two days apart (moon sightings differ).
    private func isTwin(_ left: Candidate, _ right: Candidate) -> Bool {
        abs(left.day.daysSince1970 - right.day.daysSince1970) <= 2 || isBeside(left, right)
    }

    private func isBeside(_ left: Candidate, _ right: Candidate) -> Bool {
        let (first, second) = left.range.lowerBound < right.range.lowerBound ? (left, right) : (right, left)
        guard second.label == first.label, first.range.upperBound <= second.range.lowerBound else { return false }
        return (first.range.upperBound..<second.range.lowerBound).allSatisfy { line.number($0) == nil }
    }

    /// The time may stand after the other calendar's date.
    private func twinClock(of chosen: Candidate) -> ClockMatch? {
        candidates.first { $0.calendar != chosen.calendar && $0.clock != nil && isTwin($0, chosen) }?.clock
    }

    /// A relative time counts where it stands by itself: the whole line, or set off by signs, and then only a short
    /// one.
    private var relative: PublicationDate? {
        guard candidates.isEmpty else { return nil }
        let usable = relatives.filter { isAlone || $0.match.isShort && isSetOff($0.start, $0.match.end) }
        let chosen = usable.first { $0.label == .published } ?? usable.first { $0.label == nil } ?? usable.first
        return chosen?.match.date
    }

    private func isSetOff(_ start: Int, _ end: Int) -> Bool {
        let opens = start == 0 || line.isSign(start - 1, "|-:(") || line.has(.label, at: start - 1)
        let closes = end >= line.tokens.count || line.isSign(end, "|-)") || line.has(.label, at: end)
        let isWord = end == start + 1
        return closes && (opens || end >= line.tokens.count && !isWord)
    }

    /// Older days in a line of prose are history.
    private static let firstYearOfTheWeb = 1990

    // MARK: Scanning

    private mutating func scan() {
        var index = 0
        var label: Label?
        var loose: (clock: ClockMatch, start: Int)?
        while index < line.tokens.count {
            if let match = line.relative(at: index) {
                relatives.append((match, index, label))
                index = match.end
                continue
            }
            if let match = line.day(at: index) {
                index = take(match, at: index, label: label, loose: &loose)
                continue
            }
            let isAnnounced = index > 0 && line.has(.clock, at: index - 1)
            if let clock = line.clock(at: index, isAnnounced: isAnnounced) {
                loose = (clock, index)
                hasZonedClock = hasZonedClock || clock.zone != nil
                index = clock.end
                continue
            }
            if let found = labelFound(at: index) { label = found }
            if !isBackground(index) { strangers += 1 }
            index += 1
        }
    }

    private func labelFound(at index: Int) -> Label? {
        guard let roles = line.lexeme(index)?.roles, !roles.isDisjoint(with: .label) else { return nil }
        return roles.contains(.updated) ? .updated : .published
    }

    /// Records a day with the time beside it, and tells where reading goes on.
    private mutating func take(
        _ match: DayMatch, at index: Int, label: Label?, loose: inout (clock: ClockMatch, start: Int)?
    ) -> Int {
        guard let day = match.day, day.daysSince1970 != 0 else {
            hasImpossibleDay = true
            return match.end
        }
        var candidate = Candidate(
            day: day, calendar: match.calendar, isWeak: match.isWeak || day.year < DateScan.firstYearOfTheWeb,
            clock: match.clock, range: index..<match.end,
            label: label)
        if candidate.clock == nil, let before = loose, isLinked(before.clock.end, index) {
            candidate.clock = before.clock
        } else if candidate.clock == nil, let after = clockAfter(match.end) {
            candidate.clock = after
            candidate.range = index..<after.end
        }
        loose = nil
        candidates.append(candidate)
        return candidate.range.upperBound
    }

    /// The time after a date: `- 14:35`, `الساعة 11:00 صباحاً`, `T101500`, `2022: 08:30`.
    private func clockAfter(_ end: Int) -> ClockMatch? {
        if line.isTimeMark(end) { return line.machineTime(at: end + 1) }
        var index = end
        while index < end + 8, index < line.tokens.count {
            // `- 14.35` at the end of the line is a time without more ado.
            let isLast = line.isSign(index - 1, "-|") && index + 3 == line.tokens.count
            let isAnnounced = index > end && (line.has(.clock, at: index - 1) || isLast)
            let isOtherDate = line.day(at: index) != nil && line.clock(at: index) == nil
            if !isOtherDate, let clock = line.clock(at: index, isAnnounced: isAnnounced) {
                return clock
            }
            guard isConnector(index) else { return nil }
            index += 1
        }
        return nil
    }

    private func isLinked(_ end: Int, _ start: Int) -> Bool {
        end <= start && start - end <= 6 && (end..<start).allSatisfy { isConnector($0) }
    }

    private func isConnector(_ index: Int) -> Bool {
        if line.sign(index) != nil { return true }
        guard let lexeme = line.lexeme(index) else { return false }
        return !lexeme.roles.isDisjoint(with: .connector) && lexeme.roles.isDisjoint(with: .label)
    }

    /// Whether a token may stand in a line that is nothing but a date.
    private func isBackground(_ index: Int) -> Bool {
        if line.sign(index) != nil { return true }
        guard let lexeme = line.lexeme(index) else { return false }
        if !lexeme.roles.isDisjoint(with: [.connector, .label, .ordinal]) || lexeme.half != nil { return true }
        let isZone = lexeme.zone != nil || lexeme.americanZone != nil
        return isZone && (!lexeme.roles.contains(.place) || line.has(.filler, at: index - 1))
    }
}
