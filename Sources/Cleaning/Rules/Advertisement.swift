import NewsModel

extension Rule {
    /// Where an advertisement stood: `إعلان`, `مساحة إعلانية`, `Advertisement`.
    static let advertisement = Rule("advertisement", .advertisement) { line in
        line.words.count <= 6 && line.has(.advertisement) && line.ending != .stop
            && line.unknown(besides: [.advertisement, .content, .reading, .button, .here]) == 0
            && line.words.count <= 2 * line.count(.advertisement) + 1
    }
}
