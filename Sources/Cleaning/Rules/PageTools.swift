import NewsModel

extension PageRule {
    /// What can be done with the text: `تكبير النص`, `تنزيل المقال`, `الاستماع إلى النص`, `تحميل بصيغة pdf`.
    ///
    /// `تحميل المسؤولية` and `نشر القائمة` are subheadings: of the text only what devices do with it counts.
    static let tools = PageRule(name: "what devices do with the text", reason: .widget) { page in
        guard (2...6).contains(page.functions.count), page.line.ending == .none else { return false }
        var acts = 0
        var texts = 0
        for word in page.line.words {
            if Tools.acts.contains(word.hash) {
                acts += 1
            } else if Tools.texts.contains(word.hash) {
                texts += 1
            } else if !Tools.manners.contains(word.hash), word.roles.isDisjoint(with: [.function, .this, .content]) {
                return false
            }
        }
        return acts > 0 && texts > 0
    }

    /// Sizes to choose from: `حجم الخط: صغير متوسط كبير`, `أ أ أ`.
    static let sizes = PageRule(name: "sizes of letters", reason: .widget) { page in
        let words = page.line.words
        guard (2...8).contains(words.count), page.line.ending == .none, let first = words.first else { return false }
        if first.range.count == 2 { return words.count >= 3 && words.allSatisfy { $0.hash == first.hash } }
        let sizes = words.filter { Tools.sizes.contains($0.hash) }.count
        return sizes >= 2 && words.allSatisfy { Tools.sizes.contains($0.hash) || Tools.letters.contains($0.hash) }
    }

    /// Whether one may comment: `التعليقات مغلقة`, `كتابة تعليق`, `تم إغلاق التعليقات على هذا الموضوع`.
    ///
    /// `تعليق النشر` and `ردود الفعل` are subheadings.
    static let comments = PageRule(name: "comments", reason: .comment) { page in
        let words = page.line.words
        guard (2...8).contains(words.count), page.line.ending != .question, let first = words.first else {
            return false
        }
        guard words.contains(where: { Tools.comments.contains($0.hash) }), !Tools.suspension.contains(first.hash) else {
            return false
        }
        let known = words.filter {
            Tools.comments.contains($0.hash) || Tools.states.contains($0.hash)
                || !$0.roles.isDisjoint(with: [.function, .this, .content, .moderation, .platform, .comment])
        }
        return known.count == words.count && words.contains { Tools.states.contains($0.hash) }
    }

    /// A newsletter's name, an account's, or what comes to the reader's own device: `النشرة الأسبوعية`,
    /// `قناة الأفق على يوتيوب`, `أهم أخبار اليوم في بريدك`, `ادعمنا`.
    ///
    /// `النشرة الجوية` and `حساب مزيف على تويتر` are subheadings.
    static let offers = PageRule(name: "offer of the site", reason: .follow) { page in
        let words = page.line.words
        guard (1...10).contains(words.count), page.line.ending == .none || page.line.ending == .exclamation,
            !page.line.has(.opener), let first = words.first, let last = words.last
        else { return false }
        if words.count == 1 {
            return page.at(0).contains(.request) && page.line.word(0).suffix(4).elementsEqual(Tools.us)
        }
        if words.count == 2, Tools.letterNames.contains(first.hash) { return Tools.rhythms.contains(last.hash) }
        if Tools.devices.contains(last.hash) { return words.count >= 3 }
        if Tools.accounts.contains(first.hash), words.count <= 6, last.roles.contains(.platform) {
            return page.line.word(1).starts(with: Tools.article)
        }
        return Tools.available.contains(first.hash) && words.count >= 3
            && words.dropFirst().allSatisfy { !$0.roles.isDisjoint(with: [.function, .platform, .channel, .now]) }
    }
}

/// Words of what can be done with a page, folded and hashed.
private enum Tools {
    static let acts = Lexicon.nouns(
        "تكبير تصغير طباعة تنزيل تحميل حفظ استماع أرشفة تضمين قراءة ترجمة نسخة"
    ).union(Lexicon.hashes("للطباعة قابلة"))
    static let texts = Lexicon.nouns("نص خط مقال مقالة خبر صفحة صيغة pdf طباعة مادة")
    static let manners = Lexicon.hashes("صوتيا صوتية صوتي بصوت آلي سطح المكتب سهلة كاملا كاملة الآن")
    static let sizes = Lexicon.hashes("صغير متوسط كبير أكبر أصغر عادي")
    static let letters = Lexicon.hashes("حجم الحجم خط الخط نص النص")
    static let comments = Lexicon.hashes("تعليق التعليق تعليقات التعليقات تعليقا للتعليقات بالتعليقات")
    static let suspension = Lexicon.hashes("تعليق")
    static let states = Lexicon.hashes(
        """
        مغلقة معطلة المغلقة متوقفة إغلاق أغلقت كتابة إضافة الرد رد القراء الزوار المستخدمين يخضع تخضع لموافقة موافقة الإدارة عبر
        تحميل عرض إخفاء أحدث أقدم يوجد توجد حذف
        """)
    static let us = Array("نا".utf8)
    static let article = Array("ال".utf8)
    static let letterNames = Lexicon.hashes("نشرة النشرة نشرتنا")
    static let rhythms = Lexicon.hashes(
        "اليومية الأسبوعية الشهرية البريدية الصباح المساء الصباحية المسائية الأسبوع الإخبارية")
    static let devices = Lexicon.hashes("بريدك بريدكم هاتفك هاتفكم جوالك جوالكم موبايلك لهاتفك لبريدك")
    static let accounts = Lexicon.hashes("قناة صفحة حساب مجموعة")
    static let available = Lexicon.hashes("متوفر متوفرة متاح متاحة متوفرون")
}
