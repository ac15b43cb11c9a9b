import NewsModel

extension Rule {
    /// Where an advertisement stood: `إعلان`, `مساحة إعلانية`, `Advertisement`.
    static let advertisement = Rule("advertisement", .advertisement) { line in
        line.words.count <= 6 && line.has(.advertisement) && line.ending != .stop
            && line.unknown(besides: [.advertisement, .content, .reading, .following, .button, .here, .more, .this])
                <= (line.parts == nil ? 0 : 1)
            && (line.words.count <= 2 * line.count(.advertisement)
                || line.parts != nil && line.has([.following, .reading]))
    }
}
