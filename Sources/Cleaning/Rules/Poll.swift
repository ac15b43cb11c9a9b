import NewsModel

extension Rule {
    /// The heading or a button of a poll: `استطلاع الرأي`, `Poll`.
    static let poll = Rule("poll", .widget) { line in
        line.words.count <= 4 && line.has(.poll) && line.ending != .stop
            && line.unknown(besides: [.poll, .button, .reading, .now]) == 0
    }
}
