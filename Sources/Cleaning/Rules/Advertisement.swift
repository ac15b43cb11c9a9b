import NewsModel

extension Rule {
    /// Where an advertisement stood: `إعلان`, `مساحة إعلانية`, `Advertisement`, `الإعلان ينتهي خلال 15 ثانية`.
    static let advertisement = Rule("advertisement", .advertisement) { line in
        if line.isPause { return true }
        return line.words.count <= 6 && line.has(.advertisement) && line.ending != .stop
            && line.unknown(besides: [.advertisement, .content, .reading, .following, .button, .here, .more, .this])
                <= (line.parts == nil ? 0 : 1)
            && (line.words.count <= 2 * line.count(.advertisement)
                || line.parts != nil && line.has([.following, .reading]))
    }
}

extension Line {
    /// Says that the story goes on below an advertisement, or when: nothing but such words, and a number of seconds.
    fileprivate var isPause: Bool {
        guard words.count <= 8, ending == .none || ending == .ellipsis, count(.advertisement) >= 1 else { return false }
        let known: Roles = [
            .advertisement, .button, .content, .reading, .more, .following, .minute, .this, .sharing, .click, .here,
        ]
        let waits = has(.number) && has(.minute) && unknown(besides: known) <= 1
        let isBefore =
            words.last.map { $0.roles.contains(.advertisement) } == true && words.count >= 3
            && has([.content, .reading, .measure, .following]) && unknown(besides: known.union(.measure)) <= 1
        if isBefore { return true }
        let isMost = count(.advertisement) * 2 > words.count || has([.button, .click])
        return waits || isMost && unknown(besides: known) == 0
    }
}
