import NewsModel

extension Rule {
    /// Around the readers' comments: `اضف تعليقاً واقرأ تعليقات القراء`, `لا توجد تعليقات على الخبر`, `Leave a Reply`,
    /// `لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *`.
    static let commentInvitation = Rule("comments", .comment) { line in
        guard line.has(.comment) || line.has(.field) else { return false }
        let known: Roles = [
            .comment, .reading, .content, .field, .button, .number, .sharing, .us, .here, .now, .this, .following,
            .latest, .more, .poll, .also,
        ]
        let unknown = line.unknown(besides: known)
        if line.has(.comment) && line.ending != .stop && line.words.count <= 14 {
            return unknown == 0 || line.count(.comment) >= 2 && unknown <= 3
                || unknown <= 1 && line.words.count <= 6 && line.ending == .none
        }
        let fields = line.count([.field, .comment])
        return line.words.count <= 24 && fields >= 3 && fields * 3 >= line.words.count
    }
}
