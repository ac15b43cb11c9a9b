package import NewsModel

/// Places each new article among those of the last days: a copy of one, another report of a story, or told here first.
///
/// Online and in one pass; no text is needed, a ``Fingerprint`` holds all that counts. A value without locks: who shares
/// it wraps it. About 1.1 KB an article of the window, at most ``StoryIndex/articleLimit`` of them.
package struct StoryIndex: Sendable {
    /// Articles in the window whatever their dates; beyond it the oldest go.
    static let articleLimit = 500_000
    /// How long an article draws others into its story.
    private static let drawingTime = Duration.seconds(7 * 86_400)

    private let window: Int64
    private let drawingWindow: Int64
    private var clock = IndexClock()
    private var documents = Documents()
    private var copies = CopyFinder()
    private var stories = StoryFinder()
    private var paragraphs = ParagraphMemory()
    /// The oldest article that still draws others into its story.
    private var drawing: UInt32 = 1

    /// Whether there are restored articles that no other finds yet.
    private var isUnsettled = false

    /// - Parameter window: how long an article is remembered after it was seen.
    package init(window: Duration) {
        self.window = max(window.wholeMilliseconds, 0)
        drawingWindow = min(self.window, StoryIndex.drawingTime.wholeMilliseconds)
    }

    /// Articles in the window, copies and withdrawn ones included.
    package var count: Int { documents.count }

    /// Where an article stands among those placed before; from now on later ones are compared with it.
    ///
    /// An article that was placed before and is still in the window stays in its story, and is compared with the others
    /// only. A copy of a copy is a copy of the original, and every copy is in its original's story.
    ///
    /// - Parameters:
    ///   - published: as the publisher said; `nil` counts as `now`, and so does what lies in the future.
    ///   - now: the wall clock. When it goes back, nothing is forgotten until it has caught up.
    package mutating func place(
        _ id: ArticleID, _ fingerprint: Fingerprint, published: Timestamp?, now: Timestamp
    ) -> Placement {
        advance(to: now)
        settle()
        let number = id.number
        let story = retire(number)
        let fingerprint = withoutRepeated(fingerprint, number)
        let time = StoryIndex.time(published, now)
        let terms = TermComparison(fingerprint.terms, stories.statistics)
        let match = copies.best(for: fingerprint, terms, in: documents) { old in
            old.original != number && (story == nil || old.story == story)
        }
        let original = match.flatMap { $0.isCopy ? documents[$0.number] : nil }
        let told =
            original?.story ?? story
            ?? stories.best(for: terms, isArabic: fingerprint.isArabic, time: time, in: documents) ?? number
        let first = original.map { $0.original ?? $0.id }
        append(number, fingerprint, story: told, original: first, time: time)
        return Placement(
            duplicateOf: first.map { ArticleID(number: $0) }, similarity: match?.similarity ?? 0,
            story: StoryID(startedBy: ArticleID(number: told)))
    }

    /// Takes up an article that was placed before a restart. Articles come in the order they were placed, after the
    /// last of them ``settle()``.
    package mutating func restore(
        _ id: ArticleID, _ fingerprint: Fingerprint, published: Timestamp?, seen: Timestamp, story: StoryID,
        duplicateOf: ArticleID?
    ) {
        advance(to: seen)
        _ = retire(id.number)
        append(
            id.number, withoutRepeated(fingerprint, id.number), story: story.number, original: duplicateOf?.number,
            time: StoryIndex.time(published, seen), isRestored: true)
        isUnsettled = true
    }

    /// Lets the restored articles be found. What is placed does so too, but then waits for it.
    package mutating func settle() {
        guard isUnsettled else { return }
        stories.settle()
        copies.settle(oldest: documents.oldest)
        isUnsettled = false
    }

    /// Compares no later article with this one, nor with its copies, which are nothing without it. Its story is
    /// remembered in case it is placed again.
    package mutating func remove(_ id: ArticleID) {
        guard retire(id.number) != nil else { return }
        documents.retireCopies(of: id.number)
    }

    /// Milliseconds since 1970, far from the ends of the type.
    private static func time(_ published: Timestamp?, _ now: Timestamp) -> Int64 {
        IndexClock.bounded(min(published ?? now, now))
    }
}

// MARK: - What the window holds

extension StoryIndex {
    /// Lets no later article be compared with the one of this id.
    ///
    /// - Returns: its story, `nil` when it is not in the window.
    private mutating func retire(_ id: UInt64) -> UInt64? {
        guard let number = documents.number(of: id), let document = documents[number] else { return nil }
        documents.retire(number)
        return document.story
    }

    private mutating func append(
        _ id: UInt64, _ fingerprint: Fingerprint, story: UInt64, original: UInt64?, time: Int64,
        isRestored: Bool = false
    ) {
        let number = documents.next
        if original == nil { stories.add(fingerprint.terms, as: number, later: isRestored) }
        let document = Document(
            id: id, story: story, original: original, seen: clock.now, time: time, length: fingerprint.length,
            square: stories.statistics.square(of: fingerprint.terms))
        documents.append(document, fingerprint)
        copies.add(fingerprint, as: number, oldest: documents.oldest, later: isRestored)
        // A copy repeats its original from end to end, and no paragraph is furniture for it.
        if original == nil {
            paragraphs.add(fingerprint.paragraphs, as: number) { documents[$0]?.id == id }
        }
    }

    /// Takes no account of the paragraphs that the publisher shows under other articles as well.
    private func withoutRepeated(_ fingerprint: Fingerprint, _ id: UInt64) -> Fingerprint {
        fingerprint.discounting(paragraphs.repeated(fingerprint.paragraphs) { documents[$0]?.id == id })
    }

    private mutating func advance(to now: Timestamp) {
        clock.advance(to: now)
        while let document = documents[documents.oldest],
            clock.now - document.seen > window || documents.count >= StoryIndex.articleLimit
        {
            if document.original == nil { documents.withText(documents.oldest) { stories.remove($0.terms) } }
            documents.removeOldest()
        }
        drawing = max(drawing, documents.oldest)
        while let document = documents[drawing], clock.now - document.seen > drawingWindow { drawing += 1 }
        stories.forget(before: drawing)
    }
}

/// Time that only goes forward, in milliseconds: the sum of the steps the wall clock made forward. A wall clock that was
/// wrong for a while costs what left the window meanwhile, and nothing later.
private struct IndexClock: Sendable {
    private static let end: Int64 = 1 << 60
    /// 35 years.
    private static let longestStep: Int64 = 1 << 40

    private(set) var now: Int64 = 0
    private var last: Int64?

    static func bounded(_ timestamp: Timestamp) -> Int64 {
        min(max(timestamp.milliseconds, -end), end)
    }

    mutating func advance(to timestamp: Timestamp) {
        let wall = IndexClock.bounded(timestamp)
        if let last, wall > last { now &+= min(wall - last, IndexClock.longestStep) }
        last = wall
    }
}

extension ArticleID {
    /// The 48 bits the id spells.
    fileprivate var number: UInt64 { UInt64(text, radix: 16) ?? 0 }

    fileprivate init(number: UInt64) {
        self.init(hash: number << 16)
    }
}

extension StoryID {
    fileprivate var number: UInt64 { UInt64(text.dropFirst(2), radix: 16) ?? 0 }
}
