import NewsModel

extension Rule {
    /// Who holds the rights: `جميع الحقوق © محفوظة لـ الصباح`, `حقوق النشر محفوظة لـ …`, `All rights reserved`.
    ///
    /// `حقوق المرأة محفوظة في الدستور، وفق الوزيرة.` is a sentence.
    static let copyright = Rule("copyright", .copyright) { line in
        guard line.words.count <= 40, !line.roles(at: 0).contains(.conjoined) else { return false }
        let isSigned = line.folded[...].holds("©") || line.folded[...].holds("(c)")
        if line.has(.copyright) && line.has(.reserved) {
            return line.ending != .stop || isSigned || line.has(.number) || line.words.count <= 6
        }
        return isSigned && line.words.count <= 14 && (line.has(.number) || line.has([.copyright, .outlet]))
    }
}
