import NewsModel

extension PageRule {
    /// In which language the text is there too: `هذا الخبر متوفر أيضا بالإنجليزية`, `اقرأ بالإنجليزية`, `اللغة: العربية`.
    ///
    /// `اللغة العربية` is a subheading.
    static let language = PageRule(name: "other language", reason: .widget) { page in
        guard (2...8).contains(page.functions.count), page.line.ending != .stop, page.has(.language) else {
            return false
        }
        let known: Functions = [.language, .look, .thing, .filler, .placing]
        guard page.strangers(besides: known, [.this, .content, .also, .reading, .here, .number, .us]) == 0 else {
            return false
        }
        let isTongue = page.functions.last?.contains(.language) == true
        if page.line.has(.this), page.line.has(.content) { return page.count(.language) >= 2 }
        if page.at(0).contains(.look) { return isTongue }
        return page.functions.count <= 4 && page.at(0).contains(.language)
            && page.line.gap(after: 0).contains(UInt8(ascii: ":"))
    }

    /// Whose the text is, what it is no substitute for: `هذه المادة محمية بحقوق الملكية الفكرية`,
    /// `هذا المقال لا يغني عن استشارة الطبيب المختص`.
    static let rights = PageRule(name: "rights and advice", reason: .copyright) { page in
        guard (4...16).contains(page.functions.count) else { return false }
        let opening = page.line.roles(of: 0..<4)
        let isAboutText =
            !opening.isDisjoint(with: .content) && !opening.isDisjoint(with: [.this, .function])
            || page.at(0).contains(.thing) && page.line.has(.express)
        let legal = page.count(.legal)
        let strangers = page.strangers(
            besides: [.legal, .thing, .filler], [.this, .content, .express, .owner, .us, .opinion])
        if page.line.ending == .stop { return isAboutText && legal >= 3 && strangers == 0 }
        return isAboutText && legal >= 2 && strangers <= 1
    }

    /// Asks for money: `إذا كان هذا العمل يهمك فكن من داعميه بمبلغ رمزي`, `دعمكم يساعدنا على مواصلة العمل`,
    /// `عضوية سنوية بخصم 40%`.
    ///
    /// `دعم القطاع الخاص` and `عضوية كاملة` are subheadings.
    static let support = PageRule(name: "asks for support", reason: .follow) { page in
        guard (2...20).contains(page.functions.count), page.line.ending != .question, page.has(.support) else {
            return false
        }
        let known: Functions = [.support, .request, .action, .part, .thing, .filler, .account, .running]
        let strangers = page.strangers(
            besides: known,
            [
                .this, .us, .you, .following, .content, .now, .channel, .more, .recommendation,
            ])
        let speaks =
            page.line.has([.us, .you]) || page.has(.request) || page.line.has(.this) && page.count(.support) >= 2
        if page.line.ending == .stop {
            return page.has(.request) && page.line.has([.us, .you]) && page.count(.support) >= 2 && strangers <= 1
        }
        if strangers == 0, page.count(.support) >= 3, page.line.has(.number) { return true }
        return speaks && page.count([.support, .request, .part]) >= 2 && strangers * 4 <= page.functions.count
    }
}
