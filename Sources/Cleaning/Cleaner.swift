package import NewsModel

/// Takes the furniture of pages out of articles.
///
/// Lines are cut where two elements of a page were glued, then judged one by one; then blocks, the lines above the story and
/// the lines below it are judged by what stands around them. What goes is read for what it tells of the article.
/// Cleaning twice gives what cleaning once gives.
package struct Cleaner: Sendable {
    private let now: Timestamp

    /// - Parameter now: what relative dates (`قبل ساعتين`) count from.
    package init(now: Timestamp) {
        self.now = now
    }

    /// Passes over one article. What goes moves the edges of the story, and with them what may go next. News come to
    /// rest with the first pass that changes anything; the limit keeps time linear for a text that was made never to.
    private static let passLimit = 16

    /// The article without what is no part of its text.
    ///
    /// Source, outlet, authors, date, tags and title are filled from what was removed where they were unknown.
    package func clean(_ article: Article) -> Cleaned {
        var cleaned = pass(article).cleaned
        var before = article
        for _ in 1..<Cleaner.passLimit where cleaned.article != before {
            before = cleaned.article
            let (again, paragraphs) = pass(cleaned.article)
            cleaned.takeOver(again, paragraphs: paragraphs)
        }
        return cleaned
    }

    /// One pass, and the number of the paragraph that each of its verdicts is about.
    private func pass(_ article: Article) -> (cleaned: Cleaned, paragraphs: [Int]) {
        var draft = Draft(article)
        draft.markRelatedBlocks()
        draft.apply(Rule.everywhere)
        draft.markEmbeddedPosts()
        draft.markContinuations()
        draft.apply(Rule.all)
        draft.applyPageRules()
        draft.readHead()
        draft.markAboutTheWriter()
        draft.readTail()
        draft.markCaptions()
        return (draft.cleaned(now: now), draft.paragraphs)
    }
}

/// What cleaning an article gave.
package struct Cleaned: Sendable {
    /// The article with its own text only.
    package var article: Article
    /// What was taken out, in reading order.
    package var removed: [Removal]
    /// Every line in reading order, kept or not.
    package var verdicts: [Verdict]

    /// Puts the verdicts of another pass in place of the lines that were kept, which that pass was about.
    ///
    /// - Parameter paragraphs: for each verdict of the pass, the number of the line among those that were kept.
    fileprivate mutating func takeOver(_ pass: Cleaned, paragraphs: [Int]) {
        var kept = 0
        var next = 0
        var merged: [Verdict] = []
        for verdict in verdicts {
            guard verdict.reason == nil else {
                merged.append(verdict)
                continue
            }
            while next < paragraphs.count, paragraphs[next] == kept {
                merged.append(pass.verdicts[next])
                next += 1
            }
            kept += 1
        }
        article = pass.article
        verdicts = merged
        removed = merged.compactMap { verdict in verdict.reason.map { Removal($0, verdict.text) } }
    }
}
