import NewsModel

extension Rule {
    /// A writer behind a label: `كتبت سعاد حسين`, `بقلم: محمود علي`, `ترجمة: سارة علي`, `By Jane Doe`.
    ///
    /// The same words are verbs of the news (`كتب الرئيس على حسابه …`): no word without content may follow.
    static let labelledByline = Rule("byline", .byline) { line in
        guard line.words.count <= 14, line.ending != .stop, line.ending != .question else { return false }
        let first = line.roles(at: 0)
        if line.listsWork || line.tookPart { return true }
        guard !first.contains(.conjoined), !first.isDisjoint(with: [.bylineLabel, .work]) else { return false }
        var start = 1
        while start < 4, !line.roles(at: start).isDisjoint(with: [.bylineLabel, .work]) { start += 1 }
        let named = start..<line.words.count
        guard !named.isEmpty else { return line.isRoleAlone }
        let nameless: Roles = [.function, .opener]
        let isName = line.count(nameless, in: named) == 0 || line.has(.dateLabel)
        let marked = !line.gap(after: start - 1).allSatisfy { $0 == 0x20 }
        let joins =
            named.contains { Conjunction.words.contains(line.words[$0].hash) }
            && line.count(.givenName, in: named) > 0 && line.count(nameless, in: named) == 1
        guard isName || joins || marked && line.count(nameless, in: named) <= 1 else { return false }
        if first.contains(.work) && !first.contains(.bylineLabel) {
            return marked && named.count <= 8 || start >= 2
        }
        guard named.count <= (marked || joins ? 8 : 4), marked || line.ending == .none || line.ending == .colon else {
            return false
        }
        // `كتب ممنوعة` is a subheading.
        return marked || named.count > 1 || line.count([.givenName, .honorific], in: named) > 0 || line.has(.dateLabel)
    }
}

extension Line {
    /// Only labels of work, in two languages or with `&`: `News editor & translator`.
    fileprivate var isRoleAlone: Bool { words.count >= 3 && kind == .line }

    /// Who did what for the story, in several parts: `(تغطية علي صوافطة - إعداد رحاب علاء - تحرير محمود سلامة)`,
    /// `Reporting by Jane Doe in London; Editing by John Smith`.
    fileprivate var listsWork: Bool {
        guard words.count <= 40, count(.work) >= 2, !has([.conjoined, .opener]) else { return false }
        let first = roles(at: 0)
        guard !first.isDisjoint(with: [.work, .content]) else { return false }
        let divided = words.indices.dropLast().contains {
            let gap = gap(after: $0)
            return gap.contains { ";-".utf8.contains($0) } || gap.holds("–")
        }
        return opening == .bracket ? count(.work) * 8 >= words.count : divided && count(.work) * 6 >= words.count
    }
}

extension Line {
    /// Who helped, behind a verb and the work: `شارك في إعداد التقرير: مكتب دمشق`.
    fileprivate var tookPart: Bool {
        guard (4...14).contains(words.count), ending == .none, let first = words.first,
            Helping.verbs.contains(first.hash), let label = label(within: 6), label >= 3, label < words.count
        else { return false }
        return words[1..<label].contains { Helping.work.contains($0.hash) }
            && unknown(besides: [.work, .content, .this], in: 1..<label)
                <= words[1..<label].filter { Helping.work.contains($0.hash) }.count
    }
}

/// Words of those who helped, folded and hashed.
private enum Helping {
    static let verbs = Lexicon.hashes("شارك شاركت ساهم ساهمت أسهم أسهمت ساعد ساعدت عمل عملت أعد أعدت")
    static let work = Lexicon.hashes(
        "إعداد الإعداد التقرير تقرير التغطية تغطية كتابة الكتابة التحرير تحرير الترجمة ترجمة التحقيق البحث الحوار المادة الملف"
    )
}

/// Between the names of two writers.
private enum Conjunction {
    static let words = Lexicon.hashes("and und et y e и و ve dan")
}
