import FoundationEssentials
import Glibc
package import NewsModel

/// What happened in the outbox, as the journal words it.
package enum JournalEventKind: String, Sendable, Codable {
    case new, update, withdraw, duplicate
}

/// One event before it has its number.
struct JournalEvent {
    struct File {
        let name: String
        let sha256: String
        /// `nil` where only the name is known: the file is not this event's.
        let bytes: Int?
    }

    let kind: JournalEventKind
    let id: ArticleID
    let version: Int
    let feed: FeedID
    let story: StoryID?
    let url: String?
    /// The name, digest and size of the file; `nil` where there is none.
    let file: File?
    /// Of a duplicate: the article that was first.
    let of: ArticleID?

    /// The line with its line break. Members only ever grow, at the end.
    func line(seq: Int64, at: Timestamp) -> String {
        func text(_ value: String?) -> String { value.map(JSONText.string) ?? "null" }
        return
            "{\"seq\":\(seq),\"event\":\"\(kind.rawValue)\",\"file\":\(text(file?.name)),\"sha256\":\(text(file?.sha256)),"
            + "\"bytes\":\(file?.bytes.map { String($0) } ?? "null"),\"id\":\"\(id)\",\"story\":\(text(story?.text)),"
            + "\"at\":\"\(at.rfc3339)\",\"feed\":\"\(feed)\",\"version\":\(version),\"of\":\(text(of?.text)),"
            + "\"url\":\(text(url))}\n"
    }

    /// Log shippers know a file by the checksum of its first line, so each has its own.
    static func firstLine(day: CivilDate, firstSeq: Int64) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        let isNamed = gethostname(&buffer, buffer.count - 1) == 0
        let host =
            isNamed ? String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
        return "{\"journal\":\"\(day)\",\"host\":\(JSONText.string(host)),\"first_seq\":\(firstSeq)}\n"
    }
}

/// One line of the journal, read.
package struct JournalEntry: Sendable, Equatable {
    package let seq: Int64
    package let event: JournalEventKind
    package let file: String?
    package let sha256: String?
    package let bytes: Int?
    package let id: ArticleID
    package let story: StoryID?
    package let at: Timestamp
    package let feed: FeedID?
    package let version: Int
    package let of: ArticleID?
    package let url: String?

    private struct Line: Decodable {
        var seq: Int64
        var event: JournalEventKind
        var file: String?
        var sha256: String?
        var bytes: Int?
        var id: String
        var story: String?
        var at: String
        var feed: String?
        var version: Int?
        var of: String?
        var url: String?
    }

    /// `nil` for a first line, a torn or a foreign one.
    init?(_ bytes: some Sequence<UInt8>) {
        let line: Line
        do { line = try JSONDecoder().decode(Line.self, from: Data(bytes)) } catch { return nil }
        guard line.seq > 0, let id = ArticleID(line.id), let at = Timestamp(rfc3339: line.at) else { return nil }
        seq = line.seq
        event = line.event
        file = line.file
        sha256 = line.sha256
        self.bytes = line.bytes
        self.id = id
        story = line.story.flatMap { StoryID($0) }
        self.at = at
        feed = line.feed.flatMap { FeedID($0) }
        version = line.version ?? 1
        of = line.of.flatMap { ArticleID($0) }
        url = line.url
    }
}
