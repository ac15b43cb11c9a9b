import NewsModel

extension Rule {
    /// A notice on cookies and terms: `باستخدام هذا الموقع ، فإنك توافق على سياسة الخصوصية وشروط الاستخدام`.
    ///
    /// `سياسة الخصوصية الجديدة أثارت غضب المستخدمين.` is a sentence: without consent only a few words are a notice.
    static let cookieNotice = Rule("cookies and terms", .widget) { line in
        guard line.words.count <= 70 else { return false }
        if line.count(.consent) >= 2, line.count(.consent) * 12 >= line.words.count, line.has(.platform),
            line.has(.content),
            line.has(.this)
        {
            return true
        }
        guard line.has(.privacy) else { return false }
        if line.has(.consent) { return line.count([.privacy, .consent]) * 7 >= line.words.count }
        return line.ending != .stop && line.unknown(besides: [.privacy, .consent, .content, .home]) == 0
    }
}
