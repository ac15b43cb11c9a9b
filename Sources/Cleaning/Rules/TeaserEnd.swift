import NewsModel

extension Rule {
    /// The teaser of another story with its link at the end: `ارتفاع أسعار النفط بعد قرار أوبك ... المزيد`,
    /// `… اقرأ المزيد »`.
    static let teaserEnd = Rule("teaser with a link", .relatedItem) { line in
        guard (3...60).contains(line.words.count), line.ending != .stop, let last = line.words.last else {
            return false
        }
        guard last.roles.contains(.more), !last.roles.contains(.conjoined) else { return false }
        let start = line.words.count - (line.roles(at: line.words.count - 2).contains(.reading) ? 2 : 1)
        let gap = line.gap(after: start - 1)
        return start > 0 && (gap.holds("..") || gap.holds("…") || gap.holds("»"))
    }
}
