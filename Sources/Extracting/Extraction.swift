package import NewsModel

/// An article, and what of its container was left out.
package struct Extraction: Sendable {
    package var article: Article
    /// In the order of the page.
    package let removed: [Removal]
    /// What became of each line of the page, when that was asked for; lines far from the story have the reason `nav`.
    package let verdicts: [Verdict]

    /// Hashes of the lines that are the story as far as this page tells: what a site's repeats are learned from.
    package let lineHashes: [UInt64]

    init(article: Article, body: Body, explains: Bool) {
        self.article = article
        lineHashes = body.lineHashes
        removed = body.page.blocks.indices.compactMap { index in
            guard case .removed(let reason, _) = body.fates[index] else { return nil }
            return Removal(reason, body.page.string(body.page.blocks[index]))
        }
        guard explains else {
            verdicts = []
            return
        }
        verdicts = zip(body.fates, body.page.blocks).map { fate, block in
            let line = body.page.string(block)
            return switch fate {
            case .outside: Verdict(text: line, reason: .navigation, rule: "not in the story's container")
            case .kept: Verdict(text: line, reason: nil, rule: "")
            case .removed(let reason, let rule): Verdict(text: line, reason: reason, rule: "\(rule)")
            }
        }
    }
}
