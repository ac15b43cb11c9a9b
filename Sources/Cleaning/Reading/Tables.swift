import NewsModel

extension Draft {
    /// The lines that are entries of a list or table of the story: prices, times of prayer, the weather, groups of a cup,
    /// days of a tour. Two or more in a row, with figures or several names behind a label, or behind a day.
    static func entries(of lines: [Line]) -> [Bool] {
        var entries = [Bool](repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            guard lines[start].isEntry else {
                start += 1
                continue
            }
            let end = lines[start...].firstIndex { !$0.isEntry } ?? lines.count
            let sameLabel = lines[start].word(0) == lines[end - 1].word(0)
            let isProgramme = lines[start..<end].allSatisfy(\.isDated)
            if end - start >= 3 || end - start == 2 && (sameLabel || isProgramme) {
                for index in start..<end { entries[index] = true }
            }
            start = end
        }
        return entries
    }
}

extension Line {
    /// `الذهب عيار 21: 2756 جنيها`, `الفجر: 04:12`, `المجموعة الأولى: مصر، غانا`, `June 9 – Tampa, FL`.
    fileprivate var isEntry: Bool {
        guard kind == .line, (2...16).contains(words.count), !isParagraph else { return false }
        if isDated { return true }
        guard let label = label(within: 5), label < words.count, gap(after: label - 1).contains(UInt8(ascii: ":"))
        else {
            return false
        }
        let page: Roles = [
            .sourceLabel, .tagLabel, .bylineLabel, .work, .dateLabel, .photo, .reading, .more, .also, .related, .button,
            .comment, .sharing, .following, .clock,
        ]
        let isList = words.indices.dropFirst(label).contains { gap(after: $0).holds("،") }
        return roles(of: 0..<label).isDisjoint(with: page) && (count(.number, in: label..<words.count) > 0 || isList)
    }

    /// A day, then what happens on it: `الخميس 6 يونيو: مصر - بوركينا فاسو`.
    fileprivate var isDated: Bool {
        let day = 0..<(roles(at: 0).contains(.weekday) ? 3 : 2)
        return words.count >= 4 && !has(.dateLabel) && count(.number, in: day) == 1 && count(.month, in: day) == 1
            && unknown(besides: Line.dateWords.union(.bylineLabel), in: day.upperBound..<words.count) >= 2
    }
}
