import NewsModel

extension Rule {
    /// A writer behind a label: `كتبت سعاد حسين`, `بقلم: محمود علي`, `ترجمة: سارة علي`, `By Jane Doe`.
    ///
    /// The same words are verbs of the news (`كتب الرئيس على حسابه …`): no word without content may follow.
    static let labelledByline = Rule("byline", .byline) { line in
        guard line.words.count <= 14, line.ending != .stop, line.ending != .question else { return false }
        let first = line.roles(at: 0)
        guard !first.contains(.conjoined), !first.isDisjoint(with: [.bylineLabel, .work]) else { return false }
        var start = 1
        while start < 4, !line.roles(at: start).isDisjoint(with: [.bylineLabel, .work]) { start += 1 }
        let named = start..<line.words.count
        guard !named.isEmpty else { return line.isRoleAlone }
        let nameless: Roles = [.function, .opener]
        let isName = line.count(nameless, in: named) == 0 || line.has(.dateLabel)
        let marked = !line.gap(after: start - 1).allSatisfy { $0 == 0x20 }
        guard isName || marked && line.count(nameless, in: named) <= 1 else { return false }
        if first.contains(.work) && !first.contains(.bylineLabel) {
            return marked && named.count <= 8 || start >= 2
        }
        return named.count <= (marked ? 8 : 4) && (marked || line.ending == .none || line.ending == .colon)
    }
}

extension Line {
    /// Only labels of work, in two languages or with `&`: `News editor & translator`.
    fileprivate var isRoleAlone: Bool { words.count >= 3 && kind == .line }
}
