import NewsModel

extension PageRule {
    /// Where a picture is from, and nothing else: `غيتي إيميجز - أرشيفية`, `أرشيف - رويترز`.
    ///
    /// `صور الأقمار الصناعية` and `أرشيف الدولة` are subheadings.
    static let picturesOrigin = PageRule(name: "origin of a picture", reason: .caption) { page in
        guard (2...7).contains(page.functions.count), page.line.ending == .none else { return false }
        let known: Roles = [.agency, .photo, .outlet, .platform, .us]
        return page.count(.origin) >= 1 && page.strangers(besides: [.origin, .picture], known) == 0
            && (page.line.parts != nil || page.line.opening == .bracket)
            && (page.line.has(.agency) || page.count(.origin) >= 2)
    }

    /// Whose account shows a picture or a post: `من حساب النادي على إكس`, `تغريدة من حساب الوزير`.
    ///
    /// `من حساب النادي حولت المبالغ.` is a sentence.
    static let shownAccount = PageRule(name: "account that shows it", reason: .caption) { page in
        guard (3...24).contains(page.functions.count), page.line.ending == .none else { return false }
        if page.endsInBorrowedPicture { return true }
        guard page.functions.count <= 10, !page.line.has(.opener) else {
            return false
        }
        let isPost = !page.at(0).isDisjoint(with: [.post, .picture])
        let places = isPost ? 1..<min(5, page.functions.count) : 0..<1
        guard places.contains(where: { page.isFrom($0) && page.at($0 + 1).contains(.account) }) else { return false }
        return isPost || page.line.has(.platform)
            || page.line.words.last.map { Shown.official.contains($0.hash) } ?? false
            || page.line.has(.us)
    }

    /// `غلاف الكتاب`, `الملصق الدعائي للفيلم`
    static let bookCover = PageRule(name: "cover of a work", reason: .caption) { page in
        guard (2...4).contains(page.functions.count), page.line.ending == .none, let first = page.line.words.first
        else {
            return false
        }
        return Shown.covers.contains(first.hash)
            && page.line.words.dropFirst().allSatisfy { Shown.works.contains($0.hash) }
    }

    /// Asks to see pictures, and says how many at most: `شاهد المعرض (12 صورة)`, `شاهدوا اللقطات كاملة`.
    static let gallery = PageRule(name: "way to pictures", reason: .widget) { page in
        guard (2...8).contains(page.functions.count), page.line.ending != .stop, page.at(0).contains([.look, .request])
        else {
            return false
        }
        return page.has(.picture) && page.strangers(besides: [.look, .picture, .placing, .filler, .thing], .here) == 0
    }
}

extension PageLine {
    /// What is seen, and in brackets where it is from: `الشاعر في أمسية بتعز (من صفحة أسرته على فيسبوك)`.
    fileprivate var endsInBorrowedPicture: Bool {
        guard line.words.last?.roles.contains(.platform) ?? false, let last = line.words.indices.last,
            line.gap(after: last).contains(UInt8(ascii: ")"))
        else { return false }
        return line.words.indices.dropFirst().contains { index in
            line.gap(after: index - 1).contains(UInt8(ascii: "(")) && isFrom(index)
                && (at(index + 1).contains(.account) || line.has(.channel))
        }
    }

    fileprivate func isFrom(_ index: Int) -> Bool {
        line.words.indices.contains(index) && Shown.from.contains(line.words[index].hash)
    }
}

/// Words around pictures and posts, folded and hashed.
private enum Shown {
    static let from = Lexicon.hashes("من عن عبر على")
    static let official = Lexicon.hashes("الرسمي الرسمية الشخصي الشخصية الموثق الموثقة")
    static let covers = Lexicon.hashes("غلاف الغلاف بوستر ملصق الملصق أفيش")
    static let works = Lexicon.hashes(
        """
        الكتاب كتاب الرواية رواية الفيلم فيلم للفيلم المسلسل مسلسل للمسلسل المجلة العدد الألبوم المجموعة الديوان ديوان الدعائي
        الترويجي الرسمي المسرحية للمسرحية الأغنية
        """)
}
