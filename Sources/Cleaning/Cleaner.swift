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

    /// The article without what is no part of its text.
    ///
    /// Source, outlet, authors, date, tags and title are filled from what was removed where they were unknown.
    package func clean(_ article: Article) -> Cleaned {
        var draft = Draft(article)
        draft.markRelatedBlocks()
        draft.apply(Rule.everywhere)
        draft.markEmbeddedPosts()
        draft.markContinuations()
        draft.apply(Rule.all)
        draft.readHead()
        draft.readTail()
        draft.markCaptions()
        return draft.cleaned(now: now)
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
}
