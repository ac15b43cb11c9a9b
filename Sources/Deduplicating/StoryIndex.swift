package import NewsModel

/// Places each new article among those of the last days: a copy of one, another report of a story, or told here first.
///
/// Online and in one pass; no text is needed, a ``Fingerprint`` holds all that counts. A value without locks: who shares
/// it wraps it. About 1.1 KB an article of the window.
package struct StoryIndex: Sendable {
    /// Articles in the window whatever their dates, so that memory is bounded; the oldest go.
    static let articleLimit = 1_000_000
    /// How long an article draws others into its story.
    private static let storyHorizon = Duration.seconds(Int(4 * 86_400))

    private let window: Int64
    private let horizon: Int64
    private var clock = IndexClock()
    private var documents = Documents()
    private var copies = CopyFinder()
    private var stories = StoryFinder()
    /// The oldest article that still draws others into its story.
    private var drawing: UInt32 = 1

    /// - Parameter window: how long an article is remembered after it was seen.
    package init(window: Duration) {
        self.window = max(window.wholeMilliseconds, 0)
        horizon = min(self.window, StoryIndex.storyHorizon.wholeMilliseconds)
    }

    /// Articles in the window, copies and withdrawn ones included.
    package var count: Int { documents.count }

    /// Where an article stands among those placed before, which from now on include it.
    ///
    /// An article placed a second time is compared with the others only, and stays in its story.
    ///
    /// - Parameters:
    ///   - published: as the publisher said; `nil` counts as `now`, and so does what lies in the future.
    ///   - now: the wall clock; when it goes back, nothing is forgotten and nothing kept for longer.
    package mutating func place(
        _ id: ArticleID, _ fingerprint: Fingerprint, published: Timestamp?, now: Timestamp
    ) -> Placement {
        advance(to: now)
        let key = id.number
        let story = withdraw(key)
        let time = min(published ?? now, now).milliseconds
        let match = copies.best(for: fingerprint, in: documents) { story == nil || $0.story == story }
        let original = match.flatMap { match in match.isCopy ? documents[match.number] : nil }
        let document = Document(
            id: key,
            story: original?.story ?? story ?? stories.best(for: fingerprint.terms, time: time, in: documents) ?? key,
            original: original.map { $0.original ?? $0.id }, seen: clock.now, time: time, fingerprint: fingerprint,
            terms: original == nil ? fingerprint.terms : [])
        append(document, fingerprint)
        return Placement(
            duplicateOf: document.original.map { ArticleID(number: $0) }, similarity: match?.similarity ?? 0,
            story: StoryID(startedBy: ArticleID(number: document.story)))
    }

    /// Takes up an article that was placed before a restart. Articles come in the order they were placed.
    package mutating func restore(
        _ id: ArticleID, _ fingerprint: Fingerprint, published: Timestamp?, seen: Timestamp, story: StoryID,
        duplicateOf: ArticleID?
    ) {
        advance(to: seen)
        _ = withdraw(id.number)
        let document = Document(
            id: id.number, story: story.number, original: duplicateOf?.number, seen: clock.now,
            time: min(published ?? seen, seen).milliseconds, fingerprint: fingerprint,
            terms: duplicateOf == nil ? fingerprint.terms : [])
        append(document, fingerprint)
    }

    /// Compares no later article with this one, because it was withdrawn or is about to be placed anew. Its story is
    /// remembered.
    package mutating func remove(_ id: ArticleID) {
        _ = withdraw(id.number)
    }

    /// - Returns: the story the article was in.
    private mutating func withdraw(_ id: UInt64) -> UInt64? {
        guard let number = documents.number(of: id), let document = documents[number] else { return nil }
        documents.update(number) { $0.isAlive = false }
        return document.story
    }

    private mutating func append(_ document: Document, _ fingerprint: Fingerprint) {
        let number = documents.next
        documents.append(document)
        copies.add(fingerprint, as: number, oldest: documents.oldest)
        if !document.terms.isEmpty { stories.add(document.terms, as: number) }
    }

    private mutating func advance(to now: Timestamp) {
        clock.advance(to: now)
        while let document = documents[drawing], clock.now - document.seen > horizon || document.terms.isEmpty {
            if !document.terms.isEmpty { stories.forget(document.terms, before: drawing + 1) }
            documents.update(drawing) { $0.terms = [] }
            drawing += 1
        }
        while let document = documents[documents.oldest],
            clock.now - document.seen > window || documents.count >= StoryIndex.articleLimit
        {
            if documents.oldest == drawing {
                if !document.terms.isEmpty { stories.forget(document.terms, before: drawing + 1) }
                drawing += 1
            }
            documents.removeOldest()
        }
    }
}

/// Time that only goes forward: the sum of the steps the wall clock made forward.
private struct IndexClock: Sendable {
    private(set) var now: Int64 = 0
    private var last: Int64?

    mutating func advance(to wall: Timestamp) {
        if let last, wall.milliseconds > last { now &+= min(wall.milliseconds &- last, .max / 4) }
        last = wall.milliseconds
    }
}

extension ArticleID {
    fileprivate var number: UInt64 { UInt64(text, radix: 16) ?? 0 }

    fileprivate init(number: UInt64) {
        self.init(hash: number << 16)
    }
}

extension StoryID {
    fileprivate var number: UInt64 { UInt64(text.dropFirst(2), radix: 16) ?? 0 }
}
