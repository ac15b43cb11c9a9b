import Glibc
import NewsModel

@testable import Storing

/// A directory of its own for one test, with an outbox and a state in it. Gone with the value.
final class Scratch {
    let path: String
    var state: String { path + "/state" }
    var settings: OutboxSettings

    init(format: OutboxSettings.Format = .markdown) throws {
        var template = Array("/tmp/rasid-storing-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw StorageError(errno: errno, .directory, path: "/tmp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        settings = OutboxSettings()
        settings.directory = path + "/articles"
        settings.format = format
        settings.leastFree = nil
    }

    deinit { Scratch.removeAll(path) }

    func open(now: Timestamp = Scratch.now, steps: StepHook = StepHook()) throws(StorageError) -> Archive {
        try Archive.open(state: state, outbox: settings, now: now, steps: steps)
    }

    /// The names in the outbox that do not begin with a dot, in order.
    func files() throws -> [String] {
        try Directory.make(settings.directory, mode: 0o750).names().filter { !$0.hasPrefix(".") }.sorted()
    }

    func bytes(_ name: String) throws -> [UInt8]? {
        try Directory.make(settings.directory, mode: 0o750).read(name, limit: 1 << 24)
    }

    func document(_ name: String) throws -> ArticleDocument? {
        try bytes(name).flatMap { ArticleFileName(name)?.format.document(from: $0) }
    }

    /// Every numbered line of the journal, in order.
    func journal() throws -> [JournalEntry] {
        let directory = try Directory.make(state, mode: 0o750).directory(Journal.directoryName, mode: 0o750)
        return try Journal.entries(after: 0, in: directory)
    }

    /// 2026-09-22T10:12:32Z
    static let now = Timestamp(seconds: 1_790_071_952)

    private static func removeAll(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let directory = try? Directory.make(path, mode: 0o700) {
            for name in (try? directory.names()) ?? [] { removeAll(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// Short ways to the values the tests are about.
enum Sample {
    static let feed = feed("aljazeera")

    static func feed(_ name: String) -> FeedID {
        guard let id = FeedID(name) else { preconditionFailure("\(name) is no feed name") }
        return id
    }

    static func record(_ feed: FeedID = feed) -> FeedRecord {
        var record = FeedRecord(id: feed, url: "https://example.com/\(feed)", now: Scratch.now)
        record.validators = [Validators(url: record.url, etag: "\"1\"")]
        return record
    }

    static func item(
        _ number: Int, id: String? = nil, title: String? = nil, published: Timestamp? = Scratch.now
    ) -> FeedItem {
        var item = FeedItem()
        item.id = id ?? "guid-\(number)"
        item.link = "https://example.com/news/\(number)"
        item.title = title ?? "خبر رقم \(number)"
        item.published = published
        return item
    }

    /// A text of its own for each number, long enough to be told apart.
    static func article(_ number: Int, text: String? = nil) -> Article {
        Article(
            url: "https://example.com/news/\(number)", title: "خبر رقم \(number)",
            paragraphs: [
                Paragraph(text ?? words(number)),
                Paragraph("وقالت المصادر إن الاجتماع سيعقد في العاصمة خلال الأيام المقبلة."),
            ], authors: ["سامي نادر"], site: "الجزيرة", language: "ar", tags: ["سياسة"])
    }

    static func words(_ number: Int) -> String {
        (0..<40).map { "كلمة\(number)حرف\($0 * 7 % 13)" }.joined(separator: " ") + "."
    }

    static func publication(
        _ item: PendingItem, _ article: Article, duplicateOf: ArticleID? = nil
    ) -> Publication {
        Publication(
            item: item, article: article, removed: [Removal(.source, "المصدر: وكالات")],
            placement: Placement(
                duplicateOf: duplicateOf, similarity: duplicateOf == nil ? 0.1 : 0.97,
                story: StoryID(startedBy: item.id)),
            fingerprint: [1, 2, 3], feedTitle: "الجزيرة نت")
    }
}

extension Archive {
    /// Records items of a feed that was read before, so that no backlog rule applies, and publishes their articles.
    @discardableResult
    func take(
        _ numbers: some Sequence<Int>, feed: FeedID = Sample.feed, now: Timestamp = Scratch.now
    ) throws -> [PublicationResult] {
        let items = numbers.map { Sample.item($0) }
        let recorded = try record(
            items, of: Sample.record(feed), limits: IntakeLimits(backlog: 10_000, mostNew: 10_000), now: now)
        let batch = recorded.pending.map { item in
            Sample.publication(item, Sample.article(Int(item.item.id?.dropFirst(5) ?? "") ?? 0))
        }
        return try publish(batch, now: now)
    }
}
