import NewsModel
import Testing

@testable import Storing

@Suite("Reading")
struct ReadingTests {
    private static let hour = Duration.seconds(3600)

    /// Publishes one article of a feed in a story, an hour after the one before.
    private func tell(
        _ number: Int, _ feed: String, story: Int, copyOf original: ArticleID? = nil, in archive: Archive
    ) throws -> ArticleID {
        let now = Scratch.now + Self.hour * number
        let name = Sample.feed(feed)
        let pending = try archive.record([Sample.item(number, published: now)], of: Sample.record(name), now: now)
            .pending
        let first = ArticleID(feed: Sample.feed("first"), identity: "story \(story)")
        let batch = pending.map { item in
            var article = Sample.article(number)
            article.site = feed
            return Publication(
                item: item, article: article, removed: [Removal(.source, "المصدر: وكالات")],
                placement: Placement(duplicateOf: original, similarity: 0.9, story: StoryID(startedBy: first)))
        }
        return try #require(try archive.publish(batch, now: now).first).id
    }

    @Test("stories of several outlets come, those of the most first, copies counted")
    func stories() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        _ = try tell(1, "a", story: 1, in: archive)
        _ = try tell(2, "a", story: 1, in: archive)
        let two = try tell(3, "a", story: 2, in: archive)
        let copy = try tell(4, "b", story: 2, copyOf: two, in: archive)
        _ = try tell(5, "a", story: 3, in: archive)
        _ = try tell(6, "b", story: 3, in: archive)
        _ = try tell(7, "c", story: 3, in: archive)

        let stories = try archive.reader.stories(since: Scratch.now)

        #expect(stories.map(\.sources) == [["a", "b", "c"], ["a", "b"]])
        #expect(stories[1].members.map(\.id) == [two, copy])
        #expect(stories[1].members.map(\.isCopy) == [false, true])
        #expect(stories[1].title == "خبر رقم 3")
        #expect(stories[0].started == Scratch.now + Self.hour * 5 && stories[0].latest == Scratch.now + Self.hour * 7)
        #expect(try archive.reader.stories(since: Scratch.now + Self.hour * 5).count == 1)
        #expect(try archive.reader.stories(since: Scratch.now + Self.hour * 8).isEmpty)
        #expect(try archive.reader.stories(since: Scratch.now, limit: 1).count == 1)
        // Of two reports or more, whoever told them.
        #expect(try archive.statistics().stories == 2)
    }

    @Test("an article is shown with what was taken out, its copies and its story")
    func details() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let first = try tell(1, "a", story: 1, in: archive)
        let copy = try tell(2, "b", story: 1, copyOf: first, in: archive)
        let other = try tell(3, "c", story: 1, in: archive)

        let details = try #require(try archive.reader.article(first))

        #expect(details.removed == [Removal(.source, "المصدر: وكالات")])
        #expect(details.copies.map(\.id) == [copy] && details.copies.map(\.similarity) == [0.9])
        #expect(details.story.map(\.id) == [other])
        #expect(details.hasFile && details.sequence == 1)
        #expect(try archive.reader.article(copy) == nil)
    }

    @Test("an article is found by its id, the beginning of it, or its file")
    func names() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let ids = try archive.take(1...40).map(\.id).sorted()
        let file = try #require(try scratch.files().first)
        let reader = archive.reader

        #expect(try reader.ids(named: ids[0].text) == [ids[0]])
        #expect(try reader.ids(named: String(ids[0].text.prefix(8)).uppercased()) == [ids[0]])
        #expect(try reader.ids(named: "/var/lib/rasid/\(file)") == [try #require(ArticleFileName(file)).id])
        for name in ["", "abc", "000000000000", "%", "'", "3f9a1c07b2d4x", "قمة", "../../etc"] {
            #expect(try reader.ids(named: name).isEmpty, "\(name)")
        }
    }

    @Test("what becomes of an item is told at every stage")
    func status() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let item = try #require(
            try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now).pending.first)
        try archive.postpone(item.id, until: Scratch.now + Self.hour, failure: "timeout\u{1B}[2J", attempts: 1)

        let waiting = try #require(try archive.reader.status(of: item.id))
        #expect(waiting.state == "pending" && waiting.attempts == 1 && waiting.due == Scratch.now + Self.hour)
        #expect(waiting.detail == "timeout[2J" && waiting.link == "http://example.com/news/1")
        try archive.publish([Sample.publication(item, Sample.article(1))], now: Scratch.now)
        #expect(try archive.reader.status(of: item.id)?.state == "published")
        #expect(try archive.reader.status(of: try #require(ArticleID("000000000000"))) == nil)
    }

    @Test("numbers for the status")
    func statistics() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        #expect(try archive.statistics().lastWrite == nil)
        try archive.take([1, 2, 3])
        try archive.take([1], feed: Sample.feed("bbc"))
        _ = try archive.record([Sample.item(9)], of: Sample.record(), now: Scratch.now)

        let found = try archive.statistics()

        #expect(found.articles == 3 && found.files == 3 && found.pending == 1 && found.outgoing == 0)
        #expect(found.stories == 0)
        #expect(found.sequence == 4 && found.lastWrite == Scratch.now && found.indexBytes > 0)
        let sizes = try scratch.files().map { try scratch.bytes($0)?.count ?? 0 }
        #expect(found.bytes == Int64(sizes.reduce(0, +)))
        #expect(try archive.reader.tallies(of: try #require(Scratch.now.civilDate)) == ["new": 3, "duplicate": 1])
        let perDay = try archive.reader.articlesPerDay(days: 2, now: Scratch.now + .seconds(86_400))
        #expect(perDay == [Sample.feed: 1.5, Sample.feed("bbc"): 0.5])
    }

    struct Time: Sendable, CustomTestStringConvertible {
        let text: String
        let since: Timestamp?
        let until: Timestamp?
        var testDescription: String { text }
    }

    private static func at(_ text: String) -> Timestamp? { Timestamp(rfc3339: text) }

    static let times = [
        Time(text: "24h", since: Scratch.now - hour * 24, until: Scratch.now - hour * 24),
        Time(text: "90m", since: Scratch.now - .seconds(5400), until: Scratch.now - .seconds(5400)),
        Time(text: "2w", since: Scratch.now - hour * 336, until: Scratch.now - hour * 336),
        Time(text: "2026-09-01", since: at("2026-09-01"), until: at("2026-09-01T23:59:59Z")),
        Time(text: "2026-09-01T10:00:00+03:00", since: at("2026-09-01T07:00:00Z"), until: at("2026-09-01T07:00:00Z")),
        Time(text: "yesterday", since: nil, until: nil), Time(text: "-1h", since: nil, until: nil),
        Time(text: "h", since: nil, until: nil), Time(text: "", since: nil, until: nil),
        Time(text: "99999999999999999999d", since: nil, until: nil),
    ]

    @Test("times as people type them", arguments: times)
    func time(_ c: Time) {
        #expect(SearchTime.since(c.text, now: Scratch.now) == c.since)
        #expect(SearchTime.until(c.text, now: Scratch.now) == c.until)
    }
}
