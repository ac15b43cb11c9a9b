import NewsModel

extension Rule {
    /// Around the readers' comments: `اضف تعليقاً واقرأ تعليقات القراء`, `Leave a Reply`,
    /// `لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *`.
    ///
    /// `تعليق واشنطن` is a subheading: every word must belong.
    static let commentInvitation = Rule("comments", .comment) { line in
        guard line.has([.comment, .field]), !line.roles(at: 0).contains(.conjoined) else { return false }
        let known: Roles = [
            .comment, .reading, .content, .field, .button, .sharing, .us, .here, .now, .this, .following, .latest,
            .more, .poll, .also,
        ]
        if line.has(.comment) && line.ending != .stop && line.words.count <= 14 {
            let unknown = line.unknown(besides: known)
            return unknown == 0 || line.count(.comment) >= 2 && unknown <= 3
        }
        let fields = line.count([.field, .comment])
        return line.words.count <= 24 && fields >= 3 && fields * 3 >= line.words.count
    }
}
