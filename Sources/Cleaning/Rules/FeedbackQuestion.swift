import NewsModel

extension Rule {
    /// Asks how the reader liked it: `هل كانت هذه المقالة مفيدة؟`. Within the story such a question is the story's.
    static let feedbackQuestion = Rule("question on the page", .widget, .tail) { line in
        line.ending == .question && line.words.count <= 9
            && (line.has([.this, .you]) && line.has([.content, .button, .more])
                || line.words.count <= 3 && line.has(.more))
    }
}
