import NewsModel

extension Rule {
    /// For those who hear the page, and where it goes on: `تخطى الأكثر قراءة وواصل القراءة`, `نهاية القائمة`,
    /// `End of list`, `Skip podcast and continue reading`, `قائمة 1 من 4`.
    static let skipMark = Rule("mark to skip by", .widget) { line in
        guard (2...8).contains(line.words.count), line.ending != .stop, line.opening != .quote,
            let first = line.words.first, let last = line.words.last
        else { return false }
        let isMark = Skip.marks.contains(first.hash) || Skip.ends.contains(last.hash) && line.words.count <= 4
        let isList = Skip.lists.contains(first.hash) && line.count(.number) >= 1 && line.words.count <= 5
        guard isMark || isList else { return false }
        let known: Roles = [
            .content, .most, .measure, .reading, .also, .more, .channel, .platform, .advertisement, .button, .sharing,
            .related, .recommendation, .photo, .following, .section, .this, .link,
        ]
        if line.saysGoOn { return true }
        let strangers = line.words.filter {
            $0.roles.isDisjoint(with: known.union([.number, .function])) && !Skip.words.contains($0.hash)
        }
        return strangers.isEmpty
    }

    /// On which page of the paper a story goes on: `التتمة ص 4`, `البقية صفحة 12`.
    static let jump = Rule("goes on elsewhere", .link) { line in
        guard (2...5).contains(line.words.count), line.ending != .stop, let first = line.words.first,
            Skip.rests.contains(first.hash)
        else { return false }
        let rest = line.words.dropFirst()
        return rest.allSatisfy { !$0.roles.isDisjoint(with: [.number, .function]) || Skip.pages.contains($0.hash) }
            && rest.contains { $0.roles.contains(.number) || Skip.pages.contains($0.hash) }
    }
}

extension Line {
    /// Names what can be left out, whatever its name, and where to go on: `تخطى يستحق الانتباه وواصل القراءة`.
    fileprivate var saysGoOn: Bool {
        words.count >= 3 && words.dropFirst().contains { Skip.goingOn.contains($0.hash) } && words.count <= 10
    }
}

/// Words of such marks, folded and hashed.
private enum Skip {
    static let marks = Lexicon.hashes(
        "تخطى تخط تخطي تجاوز نهاية انتهاء انتقل الانتقال skip end fin ende final jump ignorer passer überspringen saltar"
    )
    static let ends = Lexicon.hashes("نهاية end ende fin")
    static let goingOn = Lexicon.hashes("وواصل وتابع continue")
    static let lists = Lexicon.hashes("قائمة list liste lista")
    static let words = marks.union(lists).union(
        Lexicon.hashes(
            """
            القائمة القائمه البودكاست بودكاست النشرة الإشعار الإعلان الفيديو المحتوى المحتوي الرئيسي الرئيسية الأقسام شريط الأدوات
            وواصل واصل القراءة قراءة وتابع القسم التالي السابق بعنوان صفحة الصفحة الموضوع الموضوعات
            continue list podcast section main navigation items item newsletter promotion the of to and items
            """))
    static let rests = Lexicon.hashes("التتمة تتمة البقية بقية تكملة التكملة تابع المزيد suite fortsetzung continued")
    static let pages = Lexicon.hashes("ص صفحة الصفحة ص. page pages seite p")
}
