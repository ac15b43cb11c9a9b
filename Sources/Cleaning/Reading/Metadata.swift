import NewsModel

extension Draft {
    /// The article of the lines that stay, with what the others tell of it.
    func cleaned(now: Timestamp) -> Cleaned {
        var article = article
        article.paragraphs = lines.indices.filter { isKept($0) }.map { index in
            Paragraph(lines[index].text.trimmed, kind: lines[index].kind, linkShare: lines[index].linkShare)
        }
        readMetadata(into: &article, now: now)
        let verdicts = zip(lines, marks).map { line, mark in
            Verdict(text: line.text.trimmed, reason: mark?.reason, rule: mark?.rule ?? "")
        }
        let removed = verdicts.compactMap { verdict in verdict.reason.map { Removal($0, verdict.text) } }
        return Cleaned(article: article, removed: removed, verdicts: verdicts)
    }

    private func readMetadata(into article: inout Article, now: Timestamp) {
        if article.title == nil {
            article.title = lines(removedAs: .title).first.map(\.titleText)
        }
        if article.authors.isEmpty { article.authors = readAuthors() }
        if article.tags.isEmpty { article.tags = readTags() }
        if article.source == nil { article.source = readSource() }
        if article.outlet == nil { article.outlet = readOutlet() }
        if article.published == nil { article.published = readDate(now: now) }
    }

    func lines(removedAs reason: Removal.Reason) -> [Line] {
        zip(lines, marks).filter { $1?.reason == reason }.map(\.0)
    }
}

extension Line {
    /// The title without a category before it: `عام / نائب خادم الحرمين …`.
    fileprivate var titleText: String {
        guard words.count > 3, !roles(at: 0).isDisjoint(with: [.section, .flag]),
            gap(after: 0).contains(UInt8(ascii: "/"))
        else { return text.trimmed }
        return Original(text).text(words[1].range.lowerBound..<folded.count).trimmed
    }
}
