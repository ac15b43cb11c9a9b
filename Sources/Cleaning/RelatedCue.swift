/// What a line that leads to other stories says, and how sure it is.
struct RelatedCue: Sendable {
    /// The cue stands by itself in the language of pages (`إقرأ أيضاً`), or it needs items below it (`المزيد من …`).
    let isSure: Bool
    /// The story stands on the same line: `اقرأ أيضاً: قمة جديدة في موسكو`.
    let holdsItem: Bool

    private static let furniture: Roles = [
        .reading, .also, .more, .related, .content, .most, .measure, .latest, .recommendation, .other, .this, .now,
        .trending, .writer, .us, .section, .original, .button, .here,
    ]

    init?(_ line: Line) {
        guard line.words.count <= 60, !line.words.isEmpty else { return nil }
        let label = line.label(within: 9)
        guard !line.roles(at: 0).contains(.conjoined) || RelatedCue.labels(line, upTo: label ?? 9) else { return nil }
        let head = 0..<(label ?? line.words.count)
        let isWhole = label == nil || label == line.words.count
        if head.count <= 10, let isSure = RelatedCue.weigh(line, head) {
            guard isWhole else {
                guard isSure || RelatedCue.labelsItem(line, head) || RelatedCue.leadsToSeries(line) else { return nil }
                // `قد تهمك هذه الحقيقة: نصف الشركات يغلق.` is a sentence.
                let isPlain = line.unknown(besides: RelatedCue.furniture, in: head) == 0
                guard isPlain || line.ending != .stop else { return nil }
                self.init(isSure: true, holdsItem: true)
                return
            }
            if line.ending != .stop && (line.ending != .question && line.ending != .exclamation || isSure) {
                let leads = !isSure && RelatedCue.leadsToSeries(line)
                self.init(isSure: isSure || leads, holdsItem: leads)
                return
            }
        }
        guard
            RelatedCue.opens(line) || RelatedCue.asks(line) || RelatedCue.leadsToSeries(line)
                || RelatedCue.recommends(line), line.ending != .stop, line.words.count <= 40
        else {
            return nil
        }
        self.init(isSure: true, holdsItem: true)
    }

    private init(isSure: Bool, holdsItem: Bool) {
        self.isSure = isSure
        self.holdsItem = holdsItem
    }

    /// Whether a label that begins with `و` is no part of a sentence: a word or two, or nothing but words of pages
    /// (`وللمزيد من التفاصيل: …`, `وفي سياق متصل، اقرأ: …`).
    private static func labels(_ line: Line, upTo label: Int) -> Bool {
        label <= 2
            || label <= 7 && Invitation.purposes.contains(line.words[0].hash)
                && line.unknown(besides: furniture, in: 0..<label) <= 2
            || label <= 8 && label < line.words.count && line.roles(at: 0).contains(.recommendation)
                && line.unknown(besides: furniture, in: 0..<label) <= 2
            || label <= 5 && (line.unknown(besides: furniture, in: 0..<label) == 0 || invites(line, at: label - 1))
    }

    /// The last word of a label asks to read: `… اقرأ:`.
    private static func invites(_ line: Line, at index: Int) -> Bool {
        line.isArabic && line.ending != .stop && line.roles(at: index).contains([.reading, .verb])
            && line.gap(after: index).contains(UInt8(ascii: ":"))
    }

    /// Whether the words of `head` are a cue, and a sure one; `nil` when they are none.
    private static func weigh(_ line: Line, _ head: Range<Int>) -> Bool? {
        let unknown = line.unknown(besides: furniture, in: head)
        let roles = line.roles(of: head)
        let first = line.roles(at: 0)
        func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
        if asksToRead(line, head, unknown: unknown) { return true }
        if has(.related) && unknown == 0 && (has(.content) || head.count <= 2) { return true }
        if line.count(.related, in: head) == head.count || has(.writer) && has(.also) && unknown == 0 { return true }
        if head.count == 2, head.count == line.words.count, unknown <= 1, line.isArabic {
            if line.roles(at: 1).intersection([.related, .conjoined]) == .related, line.ending != .stop {
                return false
            }
        }
        if has(.related) && first.contains(.content) && unknown <= 1 { return true }
        if has(.most) && has(.measure) && head.count <= 7 && (unknown == 0 || first.contains(.most) && unknown <= 3) {
            return true
        }
        if has(.recommendation) && unknown <= (line.isArabic ? 2 : 1) && head.count <= 7 {
            return unknown == 0 || line.isArabic && head.count <= 4
        }
        if first.contains(.content) && has([.writer, .now]) && unknown == 0 && head.count <= 4 {
            return has(.writer) || head.count < line.words.count
        }
        if first.contains(.content) && has(.other) && (has([.writer, .this]) || unknown == 0) { return has(.writer) }
        if first.contains(.trending) && unknown <= 1 && head.count <= (line.has(.number) ? 6 : 4) { return false }
        if first.contains(.latest) && has(.content) && unknown <= 3 && head.count <= 6 { return false }
        if first.contains(.more) && head.count <= 8 && unknown <= 3 {
            let isPlain = !first.contains(.content) && head.count <= 4 && has(.content)
            return unknown == 0 && (isPlain || has([.content, .section]) && has([.this, .section]))
        }
        if has(.this) && has(.content) && unknown == 0 && head.count <= 5 { return false }
        if head.count == 2 && first.contains(.content) && Neighbours.words.contains(line.words[1].hash) {
            return head.count == line.words.count
        }
        if head.count == 1 && line.words.count == 1 && first.contains(.more) && !first.contains(.content) {
            return true
        }
        let isLabel = line.gap(after: head.upperBound - 1).contains(UInt8(ascii: ":"))
        if first.contains(.also), isLabel, unknown <= 1, head.count <= 4, line.ending != .stop { return true }
        if head.count <= 3 && first.contains(.bylineLabel) && has(.also) && unknown == 0 { return true }
        let isRequest = first.contains(.reading) && unknown == 0 && head.count <= 4
        return isRequest || isOfPages(line, head) || head.count <= 7 && asksByColon(line, head) ? false : nil
    }

    /// A verb that asks to read, see or follow, and what it is about: `شاهدوا أيضا`, `يمكنك أيضا قراءة`, `تابع القراءة`.
    private static func asksToRead(_ line: Line, _ head: Range<Int>, unknown: Int) -> Bool {
        let roles = line.roles(of: head)
        let first = line.roles(at: 0)
        func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
        let reads =
            first.contains([.reading, .verb])
            || head.count <= 6 && line.words[head].contains { $0.roles.contains([.reading, .verb]) }
            || !first.isDisjoint(with: [.you, .following]) && has([.measure, .content]) && has([.also, .more])
            || !first.isDisjoint(with: [.reading, .you]) && has(.reading) && has([.also, .more])
        if reads && has([.also, .more, .related, .recommendation, .other]) && unknown <= 1 { return true }
        if invites(line, at: head.upperBound - 1) && head.count <= 5 { return true }
        let isLabel = line.gap(after: head.upperBound - 1).contains(UInt8(ascii: ":"))
        if first.contains([.following, .verb]) && unknown <= 1 && head.count <= 4 {
            if has([.more, .also]) && isLabel || has(.reading) && line.ending != .stop { return true }
        }
        if isLabel && head.count <= 3 && unknown <= 1 && line.roles(at: head.upperBound - 1).contains(.more) {
            return line.ending != .stop
        }
        if first.contains(.reading) && has(.photo) && unknown <= 1 && head.count <= 3 { return true }
        return reads && has(.content) && unknown == 0 && head.count <= 5
    }

    /// Nothing but words of pages: `بالفيديو`, `تقرير سابق`, `من الأرشيف`, `بث مباشر`, `عاجل`.
    private static func isOfPages(_ line: Line, _ head: Range<Int>) -> Bool {
        let strong = line.count([.content, .channel, .related, .now, .flag, .latest, .recommendation], in: head)
        let pages = furniture.union([.photo, .channel, .flag, .measure, .following, .you, .click, .work, .button])
        return head.count <= 4 && strong > 0 && line.unknown(besides: pages, in: head) == 0
            && line.count(.field, in: head) == 0
    }

    /// Words of pages, a colon or stroke or dots, and a title: `للمزيد: …`, `شاهد.. …`, `بودكاست | …`.
    private static func labelsItem(_ line: Line, _ head: Range<Int>) -> Bool {
        let item = head.upperBound..<line.words.count
        guard line.ending != .stop, head.count <= 5, line.words.count <= 24,
            item.count - line.count(.number, in: item) >= 3
        else { return false }
        if asksByColon(line, head) || head.count <= 5 && isOfPages(line, head) { return true }
        let first = line.roles(at: 0)
        let gap = line.gap(after: head.upperBound - 1)
        let isLabelled = gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: "|"))
        return head.count <= 5 && (isLabelled || first.contains([.reading, .verb]) && head.count <= 2)
            && (first.contains(.verb) || first.contains(.more)) && line.unknown(besides: furniture, in: head) == 0
    }

    /// A label of whom it asks and to read what: `يمكنكم مشاهدة: …`, `إقرأ في الأفق: …`, `اقرأ نص المقابلة: …`.
    ///
    /// `شاهد عيان: …` is a subheading.
    private static func asksByColon(_ line: Line, _ head: Range<Int>) -> Bool {
        guard line.isArabic, let first = line.words.first,
            line.label(within: head.upperBound) == head.upperBound
        else { return false }
        let unknown = line.unknown(besides: furniture.union([.photo, .you, .opener]), in: head)
        if Invitation.toRead.contains(first.hash) { return head.count >= 2 && unknown <= 2 }
        if Invitation.purposes.contains(first.hash) || line.roles(of: 0..<2).contains(.recommendation) {
            return unknown <= 2
        }
        let reads = line.words[head].contains { $0.roles.contains([.reading, .verb]) }
        if reads && unknown <= 1 && line.count([.us, .here, .also], in: head) > 0 { return true }
        if Invitation.before.contains(first.hash) {
            return unknown <= 3 && line.words[head].contains { Invitation.printed.contains($0.hash) }
        }
        let invited = line.words[head].contains { $0.roles.contains(.you) || Invitation.can.contains($0.hash) }
        return invited && unknown == 0
            && line.words[head].contains { !$0.roles.isDisjoint(with: [.reading, .measure]) }
    }

    /// A cue that runs on into its item: `اقرأ أيضا واشنطن تفرض …`, `مقالات أخرى للكاتب…`.
    private static func opens(_ line: Line) -> Bool {
        let first = line.roles(at: 0)
        let second = line.roles(at: 1)
        if first.contains(.reading) && second.contains(.also) { return true }
        if first.contains([.reading, .verb]) && gluedMore.contains(where: { line.word(1).starts(with: $0) }) {
            return line.roles(at: 1).isEmpty && line.words.count >= 4
        }
        if first.contains(.reading) && second.contains(.reading) && line.roles(at: 2).contains(.also) { return true }
        return first.contains(.content) && second.contains(.other) && line.words.count > 3
            && line.word(2).starts(with: writerWord)
    }

    /// A question to the reader before the title: `هل قرأت هذا؟ قمة جديدة في موسكو`.
    private static func asks(_ line: Line) -> Bool {
        guard !line.roles(of: 0..<3).isDisjoint(with: .recommendation) else { return false }
        return (0..<min(4, line.words.count - 1)).contains { index in
            line.gap(after: index).holds("؟") && line.unknown(besides: furniture, in: 0..<index + 1) == 0
        }
    }

    /// `المزيدقطر`: a cue whose last word is glued to the title.
    private static let gluedMore = ["المزيد", "ايضا"].map { Array($0.utf8) }

    private static let writerWord = Array("للكاتب".utf8)
}

/// Words of invitations to read, folded and hashed.
private enum Invitation {
    static let toRead = Lexicon.hashes("اقرأ أقرأ إقرأ اقرأوا اقرؤوا اقرئي طالع طالعوا طالعي تصفح تصفحوا")
    static let can = Lexicon.hashes("يمكن يمكنك يمكنكم بإمكانك بإمكانكم تستطيع تستطيعون")
    /// What for, before what one may read: `ولمتابعة القصة من بدايتها: …`.
    static let purposes = Lexicon.hashes(
        ["", "و"].flatMap { and in
            [
                "لمتابعة", "لقراءة", "للقراءة", "لمشاهدة", "للمشاهدة", "للاطلاع", "لمعرفة", "للاستماع", "لمطالعة",
                "للتعرف",
                "للاستزادة", "للتفاصيل", "للمتابعة",
            ].map { and + $0 }
        }.joined(separator: " "))
    /// Reminds of what was printed before: `سبق وأن نشر الموقع: …`, `للتذكير، قرأتم على «الأفق»: …`.
    static let before = Lexicon.hashes("سبق وسبق تذكير للتذكير كنا وكنا نذكر قرأتم")
    static let printed = Lexicon.hashes("نشر نشرنا نشرت قرأتم نشره نشرته كتبنا تابعتم شاهدتم ونشرنا")
}
