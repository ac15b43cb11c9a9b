import NewsModel

extension Rule {
    /// Whose opinion it is not, and who answers for nothing: `الآراء الواردة في التعليقات تعبر عن آراء أصحابها وليس عن رأي
    /// الموقع`, `الموقع غير مسؤول عن محتوى المواقع الخارجية`.
    static let disclaimer = Rule("disclaimer of opinions", .copyright) { line in
        guard line.words.count <= 70, !line.roles(at: 0).contains(.conjoined), line.opening != .quote else {
            return false
        }
        return line.disownsOpinion || line.disownsLiability || line.isNoteToReaders || line.offersWholeNews
    }
}

extension Line {
    fileprivate var disownsOpinion: Bool {
        guard has(.express) else { return false }
        if words.count <= 14, isAboutOpinionOnly { return true }
        guard has(.opinion), has(.owner) else { return false }
        let strong = count([.owner, .writer]) + count(.opinion)
        if words.count <= 10, has(.content), has(.this), strong >= 2 { return true }
        return strong >= 3 && has([.content, .comment, .owner]) && roles(of: 0..<6).isDisjoint(with: .weekday)
            && strong * 6 >= words.count
    }

    /// `هذا المقال لا يعبر بالضرورة عن سياسة الأفق`, `مقالات الرأي تعبر عن أصحابها`: what is written, what it expresses,
    /// whose it is, and a name at most.
    private var isAboutOpinionOnly: Bool {
        guard has([.content, .comment, .owner]) else { return false }
        let isAboutTexts =
            words.first.map { Liability.whatever.contains($0.hash) } == true
            || !roles(at: 0).isDisjoint(with: [.content, .opinion, .this, .comment, .owner])
        let disowns =
            words.contains { Liability.necessarily.contains($0.hash) }
            || isAboutTexts && has(.owner) && words.contains { Liability.only.contains($0.hash) }
        guard disowns || has(.owner) && count([.opinion, .owner, .writer]) >= 2 else { return false }
        let known: Roles = [
            .express, .opinion, .owner, .writer, .content, .comment, .this, .outlet, .us, .section, .privacy,
            .sourceLabel,
        ]
        return unknown(besides: known) <= (disowns ? 3 : 1) && (disowns || ending != .stop || has([.this, .owner]))
    }

    /// Not answering, a site, and what others wrote: `لا يتحمل الموقع مسؤولية ما ينشر من تعليقات`.
    ///
    /// `الموقع غير مسؤول عن الانهيار، قال المهندس.` is about no text.
    fileprivate var disownsLiability: Bool {
        guard (4...60).contains(words.count) else { return false }
        var liable = 0
        var denied = 0
        var sites = 0
        for word in words {
            if Liability.liable.contains(word.hash) { liable += 1 }
            if Liability.denials.contains(word.hash) { denied += 1 }
            if Liability.sites.contains(word.hash) || !word.roles.isDisjoint(with: [.outlet, .us]) { sites += 1 }
        }
        guard liable > 0, denied > 0, sites > 0 || has(.this) else { return false }
        let about = count([.content, .comment, .opinion, .link, .copyright, .owner, .moderation])
        guard about > 0 else { return false }
        let spoken = words.contains { $0.roles.contains(.opener) && $0.roles.isDisjoint(with: [.this, .function]) }
        return !spoken && (liable + denied + sites + about) * 4 >= words.count
    }
}

extension Line {
    /// A note of the desk on what the text is worth: `تنويه: المعلومات الواردة هنا لأغراض التوعية ولا تغني عن استشارة الطبيب`.
    fileprivate var isNoteToReaders: Bool {
        guard (4...60).contains(words.count), let label = label(within: 3), label < words.count,
            let first = words.first, Liability.notes.contains(first.hash)
        else { return false }
        let about = words[label...].filter {
            Liability.advice.contains($0.hash) || !$0.roles.isDisjoint(with: [.content, .this, .owner, .us, .comment])
        }
        return about.count >= 2
    }
}

extension Line {
    /// Agencies on what they show of their news: `الأخبار المنشورة على الصفحة الرسمية للوكالة هي اختصار لجزء من الأخبار التي
    /// تعرض للمشتركين`.
    fileprivate var offersWholeNews: Bool {
        guard words.count >= 8, roles(at: 0).contains(.content), Liability.published.contains(words[1].hash) else {
            return false
        }
        return words.dropFirst(2).prefix(6).contains {
            Liability.sites.contains($0.hash) || Liability.pages.contains($0.hash)
        }
            && words.contains { Liability.subscribers.contains($0.hash) }
    }
}

/// Words of such notes, folded and hashed.
private enum Liability {
    static let notes = Lexicon.hashes(
        "تنويه ملاحظة ملحوظة تنبيه للتنويه إخلاء إشعار تحذير disclaimer note hinweis avertissement aviso nota uyarı توجه"
    )
    static let published = Lexicon.hashes("المنشورة المعروضة الواردة المتاحة")
    static let pages = Lexicon.hashes("الصفحة صفحة صفحتنا لوكالة وكالة لموقع")
    static let subscribers = Lexicon.hashes("للمشتركين المشتركين للمشتركين مشتركيها لمشتركيها الاشتراك للاشتراك")
    static let advice = Lexicon.hashes(
        """
        معلومات المعلومات استشارة مشورة نصيحة الطبيب طبية طبي طبيب لأغراض توعية التوعية تثقيفية تعليمية إعلامية استثمارية مالية
        تغني يغني بديل بديلا توصية مختص المختص الواردة القارئ القراء التحرير النشر
        information advice medical financial investment purposes informational professional doctor readers editor
        """)
    static let necessarily = Lexicon.hashes(
        "بالضرورة necessarily nécessairement ضروری notwendigerweise necesariamente necessariamente")
    static let whatever = Lexicon.hashes("ما كل جميع كافة إن")
    static let only = Lexicon.hashes("إلا سوى فقط وحده وحدهم only que nur sólo")
    static let liable = Lexicon.hashes(
        """
        مسؤول مسؤولة مسؤولين مسؤولية المسؤولية مسؤوليته مسؤوليتها مسؤوليه مسئول مسئولة مسئولية تبعات يتحمل تتحمل نتحمل تتحملها
        responsible responsibility liable liability responsable responsabilité responsabilidad responsabilidade haftung
        verantwortlich verantwortung sorumlu sorumluluk مسئولیت ذمہ
        """)
    static let denials = Lexicon.hashes(
        "لا لن غير ليس ليست لسنا دون أي ولا وليس not no never pas aucune décline nicht keine kein ni ningún não değil olmaz نمی"
    )
    static let sites = Lexicon.hashes(
        """
        الموقع موقعنا الموقعين إدارة الإدارة الجريدة الصحيفة الوكالة الشبكة المجلة القناة المنصة البوابة site website publisher
        newspaper editors management redaktion betreiber rédaction éditeur periódico medio sitesi
        """)
}
