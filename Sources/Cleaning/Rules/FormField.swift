import NewsModel

extension Rule {
    /// A label of the comment form: `الاسم *`, `ایمیل:`, `Your email`.
    static let formField = Rule("form field", .comment, .edges) { line in
        line.words.count <= 4 && line.has([.field, .comment]) && line.ending != .stop
            && line.unknown(besides: [.field, .comment, .button, .this]) == 0
    }
}
