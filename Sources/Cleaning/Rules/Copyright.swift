import NewsModel

extension Rule {
    /// Who holds the rights: `جميع الحقوق © محفوظة لـ الصباح`, `حقوق النشر محفوظة لـ …`, `All rights reserved`.
    ///
    /// `حقوق المرأة محفوظة في الدستور، وفق الوزيرة.` is a sentence.
    static let copyright = Rule("copyright", .copyright) { line in
        guard line.words.count <= 40, !line.roles(at: 0).contains(.conjoined) else { return false }
        if line.isProhibition { return true }
        let isSigned = line.folded[...].holds("©") || line.folded[...].holds("(c)")
        if line.has(.copyright) && line.has(.reserved) {
            let isLabel = line.label(within: 3).map { line.roles(of: 0..<$0).contains(.reserved) } ?? false
            return line.ending != .stop || isSigned || line.has(.number) || line.words.count <= 6 || isLabel
        }
        return isSigned && line.words.count <= 14 && (line.has(.number) || line.has([.copyright, .outlet]))
    }
}

extension Line {
    /// What may not be done with the text: `يمنع نقل أو نسخ المحتوى دون إذن مسبق من إدارة الموقع`.
    ///
    /// `يمنع القانون الجديد نسخ المفاتيح.` is a sentence: words of rights must be many, or speak of the content.
    fileprivate var isProhibition: Bool {
        guard (4...40).contains(words.count), opening != .quote, roles(at: 0).isDisjoint(with: .opener),
            !roles(at: 0).contains(.conjoined)
        else {
            return false
        }
        let rights = words.reduce(0) { $0 + (Prohibition.words.contains($1.hash) ? 1 : 0) }
        let aboutContent = has([.content, .owner, .copyright, .sourceLabel, .outlet])
        return rights >= 4 && rights * 3 >= words.count || rights >= 2 && aboutContent && rights * 6 >= words.count
    }
}

/// Words of what may not be done with a text, folded and hashed.
private enum Prohibition {
    static let words = Lexicon.hashes(
        """
        يمنع ممنوع يحظر يجوز يسمح نسخ النسخ نقل النقل نشر النشر إعادة اقتباس الاقتباس إذن بإذن موافقة خطي خطية مسبق مسبقة
        بشرط شريطة بذكر ذكر الإشارة المحتوى المواد
        may material published broadcast redistributed republished reproduced rewritten rebroadcast reproduction redistribution
        republication permission written consent prohibited prior
        reproduction interdite interdit autorisation diffusion
        nachdruck vervielfältigung genehmigung weiterverbreitung untersagt
        prohibida reproducción autorización total parcial expresa
        proibida reprodução autorização riproduzione vietata riservata
        بلامانع ذکر بازنشر استفاده اجازت نقل
        перепечатка использование цитировании запрещено разрешается обязательна согласия
        izinsiz gösterilmeden alıntılanamaz kopyalanamaz yayınlanamaz
        dilarang mengutip menyalin izin
        """)
}
