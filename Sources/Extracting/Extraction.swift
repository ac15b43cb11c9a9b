package import NewsModel

/// An article, and what of its container was left out.
package struct Extraction: Sendable {
    package var article: Article
    /// In the order of the page.
    package let removed: [Removal]
    /// What became of each line of the page; lines far from the story have the reason `nav`.
    package let verdicts: [Verdict]

    init(article: Article, fates: [Fate], lines: [String]) {
        self.article = article
        removed = zip(fates, lines).compactMap { fate, line in
            guard case .removed(let reason, _) = fate else { return nil }
            return Removal(reason, line)
        }
        verdicts = zip(fates, lines).map { fate, line in
            switch fate {
            case .outside: Verdict(text: line, reason: .navigation, rule: "not in the story's container")
            case .kept: Verdict(text: line, reason: nil, rule: "")
            case .removed(let reason, let rule): Verdict(text: line, reason: reason, rule: "\(rule)")
            }
        }
    }
}
