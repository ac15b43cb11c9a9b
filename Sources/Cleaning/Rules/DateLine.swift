import NewsModel
import NewsText

extension Rule {
    /// When the story was published or changed: `الإثنين، 24 أغسطس 2020 09:23 ص`, `آخر تحديث 02:21 (GMT+0400)`,
    /// `يناير 16, 2025آخر تحديث: يناير 16, 2025`.
    static let dateLine = Rule("date line", .date) { line in line.isDateLine }
}

/// Knows a date line whatever its calendar. Relative ones need a day to count from: any will do here.
private let reader = DateReader(now: Timestamp(seconds: 1_700_000_000))

extension Line {
    var isDateLine: Bool {
        guard words.count <= 24, ending != .stop || words.count <= (has(.dateLabel) && !isArabic ? 14 : 8) else {
            return false
        }
        if words.count > 1 && has([.number, .clock]) && reader.isDateLine(text) {
            return kind == .line || !isClockTime
        }
        guard count(.number) >= 1 else { return false }
        if isElapsed { return true }
        let allowed = Line.dateWords.union([.place, .agency, .outlet, .sourceLabel])
        let unknown = unknown(besides: allowed)
        let figures = hasNumericDate || hasClockTime
        // `20:00 السعودية × عمان` is a match.
        if hasClockTime, !has([.month, .dateLabel, .weekday]), count(.place) >= 2, folded[...].holds("×") {
            return false
        }
        if unknown == 0 && (kind == .line || !isClockTime) {
            return figures || has(.month) || (has(.dateLabel) && has([.clock, .minute, .weekday]))
        }
        guard isArabic, roles(at: 0).isDisjoint(with: .opener) || roles(at: 0).contains(.dateLabel) else {
            return false
        }
        let opensAsDate = !roles(of: 0..<2).isDisjoint(with: [.dateLabel, .weekday, .number])
        return unknown <= 2 && unknown * 3 <= words.count && opensAsDate && (figures || has(.month))
            && (has(.month) ? count(.number) >= 2 : true)
    }

    /// A time of day without a day: on a page the stamp of a live report.
    private var isClockTime: Bool { hasClockTime && !has([.month, .dateLabel, .weekday]) && !hasNumericDate }

    /// `منذ 7 ساعات`, also with the next label glued to it: `منذ 7 ساعاتفي`.
    private var isElapsed: Bool {
        guard words.count == 3, Elapsed.since.contains(words[0].hash), words[1].roles.contains(.number) else {
            return false
        }
        return Elapsed.units.contains { word(2).starts(with: $0) } && word(2).count <= 16
    }

    /// `2020/12/25`, `24-08-2020`.
    private var hasNumericDate: Bool {
        guard words.count >= 3 else { return false }
        return (0..<words.count - 2).contains { index in
            (0..<3).allSatisfy { roles(at: index + $0).contains(.number) }
                && (0..<2).allSatisfy { isSeparator(gap(after: index + $0)) }
                && (0..<3).contains { words[index + $0].range.count == 4 }
        }
    }

    /// `13:34`
    var hasClockTime: Bool {
        words.indices.dropLast().contains { index in
            roles(at: index).contains(.number) && roles(at: index + 1).contains(.number)
                && words[index].range.count <= 2 && gap(after: index).elementsEqual([UInt8(ascii: ":")])
        }
    }

    private func isSeparator(_ gap: ArraySlice<UInt8>) -> Bool {
        gap.count == 1 && "-/.".utf8.contains(gap[gap.startIndex])
    }
}

/// Words of how long ago, folded.
private enum Elapsed {
    static let since = Lexicon.hashes("منذ قبل")
    static let units = ["ساعات", "ساعه", "دقايق", "دقاءق", "دقيقه", "ايام", "اسابيع"].map { Array($0.utf8) }
}

extension Rule {
    /// A label of a stamp by itself above the story, whose value stands on the next line: `نشرت`, `بواسطة`.
    static let stampLabel = Rule("label of a stamp", .date, .head) { line in
        (1...3).contains(line.words.count) && (line.ending == .none || line.ending == .colon)
            && line.words.allSatisfy { !$0.roles.isDisjoint(with: [.dateLabel, .bylineLabel]) }
    }
}
