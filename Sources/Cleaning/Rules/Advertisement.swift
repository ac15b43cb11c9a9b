import NewsModel

extension Rule {
    /// Where an advertisement stood: `إعلان`, `مساحة إعلانية`, `Advertisement`, `الإعلان ينتهي خلال 15 ثانية`.
    static let advertisement = Rule("advertisement", .advertisement) { line in
        if line.isPause || line.isPaidFor { return true }
        return line.words.count <= 6 && line.has(.advertisement) && line.ending != .stop
            && line.unknown(besides: [.advertisement, .content, .reading, .following, .button, .here, .more, .this])
                <= (line.parts == nil ? 0 : 1)
            && (line.words.count <= 2 * line.count(.advertisement)
                || line.parts != nil && line.has([.following, .reading]))
    }
}

extension Line {
    /// Says that the story goes on below an advertisement, or when: nothing but such words, and a number of seconds.
    fileprivate var isPause: Bool {
        guard words.count <= 8, ending == .none || ending == .ellipsis, count(.advertisement) >= 1 else { return false }
        let known: Roles = [
            .advertisement, .button, .content, .reading, .more, .following, .minute, .this, .sharing, .click, .here,
        ]
        let waits = has(.number) && has(.minute) && unknown(besides: known) <= 1
        let isBefore =
            words.last.map { $0.roles.contains(.advertisement) } == true && words.count >= 3
            && has([.content, .reading, .measure, .following]) && unknown(besides: known.union(.measure)) <= 1
        if isBefore { return true }
        let isMost = count(.advertisement) * 2 > words.count || has([.button, .click])
        return waits || isMost && unknown(besides: known) == 0
    }
}

extension Line {
    /// Who paid for what stands below: `محتوى برعاية شركة الأفق`, `مقال مدفوع`, `إعلانات مبوبة`, `إزالة الإعلانات`.
    ///
    /// `برعاية قطرية` and `المواد المدعومة` are subheadings.
    fileprivate var isPaidFor: Bool {
        guard (2...6).contains(words.count), ending == .none || ending == .colon, opening != .quote,
            !roles(at: 0).contains(.conjoined)
        else { return false }
        if roles(at: 0).contains(.content), Paid.by.contains(words[1].hash) { return true }
        if words.count == 2, roles(at: 0).contains(.content), Paid.kinds.contains(words[1].hash) { return true }
        guard words.count <= 4, words.contains(where: { Paid.signs.contains($0.hash) }) else { return false }
        let known: Roles = [.content, .advertisement, .us, .you, .button, .more, .function, .this]
        return words.contains { Paid.acts.contains($0.hash) }
            && words.allSatisfy { !$0.roles.isDisjoint(with: known) || Paid.words.contains($0.hash) }
    }
}

/// Words of paid content, folded and hashed.
private enum Paid {
    static let by = Lexicon.hashes("برعاية sponsored presented gesponsert sponsorisé patrocinado")
    static let kinds = Lexicon.hashes(
        "مدفوع مدفوعة ممول ممولة مدعوم ترويجي ترويجية إعلاني إعلانية دعائي دعائية تجاري إعلامي_مدفوع sponsorisé patrocinado"
    )
    static let signs = Lexicon.hashes(
        "إعلان الإعلان إعلانات الإعلانات للإعلان بالإعلان إعلاناتك ads ad werbung publicité anuncios")
    static let acts = Lexicon.hashes(
        """
        مبوبة مبوب إزالة أزل إغلاق أغلق تخطي تخط إخفاء بدون دون أعلن معنا هنا مساحة لديك ممولة مدفوعة جوجل غوغل
        remove close hide without free here masquer fermer sans ohne schließen cerrar sin
        """)
    static let words = signs.union(acts)
}
