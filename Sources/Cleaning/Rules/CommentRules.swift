import NewsModel

extension Rule {
    /// What may be written below a story: `ترحب الشبكة بالنقاش المفيد، وكي لا نضطر إلى مراجعة التعليقات قبل نشرها …`,
    /// `شروط التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات`.
    static let commentRules = Rule("rules for comments", .comment, .afterStart) { line in
        guard line.has(.comment), line.words.count <= 150, !line.roles(at: 0).contains(.conjoined) else { return false }
        let moderation = line.count([.moderation, .privacy])
        return moderation >= 2 && (moderation + line.count(.comment)) * 16 >= line.words.count
    }
}
