import NewsModel

extension Rule {
    /// A notice on cookies and terms: `باستخدام هذا الموقع ، فإنك توافق على سياسة الخصوصية وشروط الاستخدام`.
    static let cookieNotice = Rule("cookies and terms", .widget) { line in
        let privacy = line.count(.privacy)
        guard privacy >= 2, line.words.count <= 70 else { return false }
        return privacy * 8 >= line.words.count || line.words.count <= 8
    }
}
