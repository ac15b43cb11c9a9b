import NewsModel

extension Rule {
    /// The heading or a button of a poll: `استطلاع الرأي`, `Poll`.
    static let poll = Rule("poll", .widget) { line in
        if line.asksToVote { return true }
        return line.words.count <= 4 && line.has(.poll) && line.ending != .stop
            && line.unknown(besides: [.poll, .button, .reading, .now]) == 0
    }
}

extension Line {
    /// The question with its answers on one line: `استطلاع: هل تؤيد القرار الجديد؟ نعم لا لا أهتم`.
    fileprivate var asksToVote: Bool {
        if callsToVote { return true }
        guard roles(at: 0).contains(.poll), words.count <= 30, ending == .none || ending == .question,
            let label = label(within: 3), unknown(besides: [.poll, .now], in: 0..<label) == 0
        else { return false }
        return folded[...].holds("؟") || folded.contains(UInt8(ascii: "?"))
    }
}

extension Line {
    /// `صوتوا: من رجل المباراة؟`. `صوت الشعب: من يسمعه؟` is a subheading.
    private var callsToVote: Bool {
        guard ending == .question, words.count <= 24, let first = words.first, let label = label(within: 2) else {
            return false
        }
        return Voting.calls.contains(first.hash) && (label == 1 || roles(at: 1).contains(.now))
    }
}

/// Asks to vote, folded and hashed.
private enum Voting {
    static let calls = Lexicon.hashes("صوت صوتوا صوتي صوتك vote abstimmen votez vota oyla رأی")
}
