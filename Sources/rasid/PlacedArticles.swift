import Deduplicating
import NewsModel

/// One line of what `dedupe` reads.
struct DedupeInput {
    let id: String
    let title: String?
    let published: Timestamp?
    let fingerprint: Fingerprint

    init(_ line: [UInt8], _ reader: inout FingerprintReader) throws(JSONLineError) {
        let object = try JSONLine(line)
        guard let id = object.string("id"), let text = object.string("text") else {
            throw JSONLineError(offset: 0, expected: "an object with the strings id and text")
        }
        self.id = id
        title = object.string("title")
        published = object.string("published").flatMap { Timestamp(rfc3339: $0) }
        fingerprint = reader.fingerprint(title: title, text: text, source: object.string("source"))
    }
}

/// The articles of a file and where they stand, under the ids of the file.
struct PlacedArticles {
    enum Answer {
        case placed(id: String, duplicateOf: String?, similarity: Double, story: String)
        case unread(JSONLineError)
    }

    private struct Member {
        let name: String
        let title: String?
        let placement: Placement
    }

    /// Whether all is kept that the summary shows.
    private let keepsTitles: Bool
    private var index: StoryIndex
    private var names: [ArticleID: String] = [:]
    /// For the summary only.
    private var members: [ArticleID: Member] = [:]
    private var order: [ArticleID] = []
    /// The latest date so far, the clock of the file; `nil` before the first.
    private var now: Timestamp?
    /// Lines before the first date, which wait for it.
    private var waiting: [Result<DedupeInput, JSONLineError>] = []

    init(window: Duration, keepsTitles: Bool) {
        self.keepsTitles = keepsTitles
        index = StoryIndex(window: window)
    }

    /// Takes the next line.
    ///
    /// - Returns: the answers that are now known, in the order of the lines.
    mutating func add(_ input: DedupeInput) -> [Answer] {
        waiting.append(.success(input))
        if let published = input.published { now = now.map { max($0, published) } ?? published }
        return now == nil ? [] : finish()
    }

    /// Takes a line that is no article.
    mutating func add(_ error: JSONLineError) -> [Answer] {
        waiting.append(.failure(error))
        return now == nil ? [] : finish()
    }

    /// Places what still waits for a date.
    mutating func finish() -> [Answer] {
        defer { waiting.removeAll(keepingCapacity: true) }
        return waiting.map { line in
            switch line {
            case .success(let input): place(input)
            case .failure(let error): .unread(error)
            }
        }
    }

    private mutating func place(_ input: DedupeInput) -> Answer {
        let id = ArticleID(hash: StableHash.of(input.id))
        let placement = index.place(
            id, input.fingerprint, published: input.published, now: now ?? Timestamp(milliseconds: 0))
        names[id] = input.id
        if keepsTitles {
            if members[id] == nil { order.append(id) }
            members[id] = Member(name: input.id, title: input.title, placement: placement)
        }
        return .placed(
            id: input.id, duplicateOf: placement.duplicateOf.flatMap { names[$0] },
            similarity: placement.similarity, story: placement.story.text)
    }
}

// MARK: - For a person

extension PlacedArticles {
    /// The stories of several articles, each article with its copies under it, largest story first, then the figures.
    var summary: [String] {
        let articles = order.compactMap { members[$0] }
        let stories = Dictionary(grouping: articles, by: \.placement.story)
        let told = stories.values.filter { $0.count > 1 }.sorted { $0.count > $1.count }
        let copies = articles.count { $0.placement.duplicateOf != nil }
        return told.flatMap(lines(of:)) + ["\(articles.count) articles, \(copies) copies, \(stories.count) stories"]
    }

    private func lines(of story: [Member]) -> [String] {
        let originals = story.filter { $0.placement.duplicateOf == nil }
        let copies = Dictionary(grouping: story) { $0.placement.duplicateOf }
        let heading = "\(story[0].placement.story): \(story.count) articles"
        return [heading]
            + originals.flatMap { original -> [String] in
                let id = ArticleID(hash: StableHash.of(original.name))
                return ["  \(line(of: original))"] + (copies[id] ?? []).map { "    = \(line(of: $0))" }
            } + [""]
    }

    private func line(of member: Member) -> String {
        "\(printable(member.name))  \(printable(member.title ?? ""))"
    }

    /// One line without control characters and marks of direction, whatever the file holds.
    private func printable(_ text: String) -> String {
        text.printable.shortened(to: 100)
    }
}
