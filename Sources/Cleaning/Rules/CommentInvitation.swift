import NewsModel

extension Rule {
    /// Around the readers' comments: `اضف تعليقاً واقرأ تعليقات القراء`, `Leave a Reply`,
    /// `لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *`.
    ///
    /// `تعليق واشنطن` is a subheading: every word must belong.
    static let commentInvitation = Rule("comments", .comment) { line in
        if line.words.count <= 6, line.words.prefix(4).map(\.hash).elementsEqual(Replying.to) { return true }
        guard line.has([.comment, .field]), !line.roles(at: 0).contains(.conjoined) else { return false }
        let known: Roles = [
            .comment, .reading, .content, .field, .button, .sharing, .us, .here, .now, .this, .following, .latest,
            .more, .poll, .also,
        ]
        // `خبر وتعليق` is a subheading.
        if line.words.count <= 3, line.roles(at: 0).contains(.content), !line.has([.us, .you, .number, .reading]) {
            return false
        }
        if line.has(.comment) && line.ending != .stop && line.words.count <= 14 {
            let unknown = line.unknown(besides: known)
            return unknown == 0
                || line.count(.comment) >= 2
                    && unknown <= (line.ending == .question && line.label(within: 4) == nil ? 1 : 3)
        }
        if line.closesDiscussion || line.asksForThoughts { return true }
        let fields = line.count([.field, .comment])
        return line.words.count <= 24 && fields >= 3 && fields * 3 >= line.words.count
    }
}

extension Line {
    /// A sentence of comments and their rules only: `Comments are closed.`
    fileprivate var closesDiscussion: Bool {
        words.count <= 12 && has(.comment) && has(.moderation)
            && unknown(besides: [.comment, .moderation, .content, .this, .now]) == 0
    }

    /// `Have something to say? Share your thoughts in the comments below.`, `ما رأيك؟ شاركنا في التعليقات.`
    fileprivate var asksForThoughts: Bool {
        guard (4...24).contains(words.count), has(.comment), opening != .quote else { return false }
        let asks = folded.contains(UInt8(ascii: "?")) || folded[...].holds("؟")
        let invites = has([.sharing, .field]) || words.contains { $0.roles.contains([.comment, .verb]) }
        return asks && invites && has([.you, .us]) && count([.comment, .sharing, .you, .us]) * 4 >= words.count
    }
}

/// What forms say above an answer to a comment, folded and hashed.
private enum Replying {
    static let to = ["you", "are", "replying", "to"].map { Lexicon.hash(Array($0.utf8)[...]) }
}
