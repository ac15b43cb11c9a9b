import NewsModel

extension Rule {
    /// A dateline of its own, with place, day and agency: `بغداد 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس`.
    static let agencyDateline = Rule("dateline with date", .date, .head) { line in
        line.words.count <= 24 && line.ending == .none && line.has(.month) && line.count(.number) >= 2
            && line.unknown(besides: Line.dateWords.union([.agency, .outlet, .place])) <= 1
    }
}

extension Line {
    /// What a line of a date may hold besides digits.
    static let dateWords: Roles = [.month, .weekday, .clock, .dateLabel, .minute, .now]
}
