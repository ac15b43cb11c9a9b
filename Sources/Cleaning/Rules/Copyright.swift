import NewsModel

extension Rule {
    /// Who holds the rights: `جميع الحقوق © محفوظة لـ الصباح`, `حقوق النشر محفوظة لـ …`, `All rights reserved`.
    static let copyright = Rule("copyright", .copyright) { line in
        guard line.words.count <= 40 else { return false }
        if line.has(.copyright) && line.has(.reserved) { return !line.roles(at: 0).contains(.conjoined) }
        guard line.words.count <= 14, line.folded[...].holds("©") else { return false }
        return line.has(.number) || line.has([.copyright, .outlet])
    }
}
