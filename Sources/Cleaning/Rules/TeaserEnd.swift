import NewsModel

extension Rule {
    /// The teaser of another story with its link at the end: `ارتفاع أسعار النفط بعد قرار أوبك ... المزيد`,
    /// `… اقرأ المزيد »`.
    static let teaserEnd = Rule("teaser with a link", .relatedItem) { line in
        guard (3...60).contains(line.words.count), line.ending != .stop, let last = line.words.last else {
            return false
        }
        if line.endsWithInvitation { return true }
        guard last.roles.contains(.more), !last.roles.contains(.conjoined) else { return false }
        let start = line.words.count - (line.roles(at: line.words.count - 2).contains(.reading) ? 2 : 1)
        let gap = line.gap(after: start - 1)
        return start > 0 && (gap.holds("..") || gap.holds("…") || gap.holds("»"))
    }
}

extension Line {
    /// A title and, in brackets, where to read on: `قمة جديدة في موسكو (اقرأ هنا)`.
    fileprivate var endsWithInvitation: Bool {
        guard words.count >= 5, let last = words.indices.last,
            gap(after: last).contains(where: { ")]".utf8.contains($0) }),
            let open = words.indices.dropLast().suffix(4).last(where: {
                gap(after: $0).contains { "([".utf8.contains($0) }
            })
        else { return false }
        let rest = open + 1..<words.count
        let known: Roles = [.reading, .here, .more, .also, .content, .click, .photo]
        return roles(at: open + 1).contains([.verb]) && count([.here, .more, .also, .content, .photo], in: rest) > 0
            && unknown(besides: known, in: rest) == 0
    }
}
