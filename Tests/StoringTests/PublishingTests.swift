import Glibc
import NewsModel
import Testing

@testable import Storing

@Suite("Publishing")
struct PublishingTests {
    private static let later = Scratch.now + .seconds(3600)

    @Test("an article becomes one file, one line and one row")
    func oneOfEach() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()

        let results = try archive.take([1])

        let name = try #require(try scratch.files().first)
        let file = try #require(try scratch.bytes(name))
        #expect(results == [PublicationResult(id: results[0].id, outcome: .written(file: name, seq: 1))])
        #expect(name == "20260922T101232Z-aljazeera-\(results[0].id).md")
        let line = try #require(try scratch.journal().first)
        #expect(line.event == .new && line.file == name && line.sha256 == SHA256.hexadecimal(of: file))
        #expect(line.bytes == file.count)
        #expect(try archive.statistics().files == 1)
        #expect(try archive.reader.article(results[0].id)?.document == scratch.document(name))
    }

    @Test("a batch is numbered in order, and nothing is left behind")
    func batch() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()

        let results = try archive.take(1...450)

        #expect(try scratch.files().count == 450)
        #expect(try scratch.journal().map(\.seq) == Array(1...450))
        #expect(try scratch.journal().map(\.id) == results.map(\.id))
        let temporary = try Directory.make(scratch.settings.directory + "/.tmp", mode: 0o700)
        #expect(try temporary.names().isEmpty)
        #expect(try archive.publishOutgoing(now: Self.later).isEmpty)
    }

    @Test("published twice is published once")
    func twice() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let pending = try archive.record([Sample.item(1)], of: Sample.record(), now: Scratch.now).pending
        let batch = pending.map { Sample.publication($0, Sample.article(1)) }
        try archive.publish(batch, now: Scratch.now)

        let again = try archive.publish(batch + batch, now: Self.later)

        #expect(again.map(\.outcome) == [.unchanged, .unchanged])
        #expect(try scratch.journal().count == 1)
    }

    @Test("the date is the page's, else the feed's, else that of the first sight")
    func dates() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let feedDate = Scratch.now - .seconds(600)
        let items = [
            Sample.item(1, published: feedDate), Sample.item(2, published: feedDate), Sample.item(3, published: nil),
        ]
        let pending = try archive.record(items, of: Sample.record(), now: Scratch.now).pending
        let pageDate = PublicationDate(rfc3339: "2026-09-21T08:00:00+03:00")

        for item in pending {
            var article = Sample.article(Int(item.item.id?.dropFirst(5) ?? "") ?? 0)
            if item.item.id == "guid-1" { article.published = pageDate }
            try archive.publish([Sample.publication(item, article)], now: Self.later)
        }

        let found = try scratch.files().compactMap { try scratch.document($0) }
        let byTitle = Dictionary(grouping: found) { $0.article.title }.compactMapValues(\.first)
        #expect(byTitle["خبر رقم 1"]?.article.published == pageDate && byTitle["خبر رقم 1"]?.dateSource == .page)
        #expect(
            byTitle["خبر رقم 2"]?.article.published?.timestamp == feedDate && byTitle["خبر رقم 2"]?.dateSource == .feed)
        #expect(byTitle["خبر رقم 3"]?.article.published?.timestamp == Scratch.now)
        #expect(byTitle["خبر رقم 3"]?.dateSource == .firstSeen)
    }
}

extension PublishingTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let name: String
        var title = "خبر رقم 1"
        let text: String
        let isVersion: Bool
        var testDescription: String { name }
    }

    private static let first = Sample.words(1)

    static let changes = [
        Change(name: "nothing", text: first, isVersion: false),
        Change(name: "only marks and spelling", text: first.replacing("كلمة", with: "كَلِمه"), isVersion: false),
        Change(name: "a word of a hundred", text: first + " " + Sample.words(7), isVersion: true),
        Change(name: "one word mended", text: first + " مضاف", isVersion: false),
        Change(name: "one number", text: first.replacing("كلمة1حرف7 ", with: "كلمة1حرف8 "), isVersion: true),
        Change(name: "another title", title: "عنوان آخر", text: first, isVersion: true),
        Change(name: "the title's spelling", title: "خبر رقم ١", text: first, isVersion: false),
        Change(name: "another text", text: Sample.words(9), isVersion: true),
    ]

    @Test("a change that says something new is a version", arguments: changes)
    func version(_ c: Change) throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let id = try archive.take([1])[0].id
        let name = try #require(try scratch.files().first)
        let before = try scratch.bytes(name)
        let item = try #require(
            try archive.record([Sample.item(1, title: c.title + "!")], of: Sample.record(), now: Self.later).pending
                .first)
        var article = Sample.article(1, text: c.text)
        article.title = c.title

        let result = try archive.publish([Sample.publication(item, article)], now: Self.later)

        #expect(item.id == id && item.version == 2 && item.fileName == name)
        #expect(result.map(\.outcome) == [c.isVersion ? .updated(file: name, version: 2, seq: 2) : .unchanged])
        #expect(try scratch.files() == [name])
        #expect((try scratch.bytes(name) == before) == !c.isVersion)
        let details = try #require(try archive.reader.article(id))
        #expect(details.document.version == (c.isVersion ? 2 : 1))
        #expect(details.versions.filter { !$0.isQuiet }.count == (c.isVersion ? 1 : 0))
        #expect(try archive.reader.search(SearchQuery("خبر OR عنوان", now: Scratch.now), now: Scratch.now).count == 1)
        #expect(try archive.pendingItems(limit: 5, now: Self.later + .seconds(86_400)).isEmpty)
    }

    /// Has the first article change its text, a day after the last change.
    private func change(_ archive: Archive, _ step: Int, to text: String) throws -> PublicationOutcome? {
        let now = Scratch.now + .seconds(86_400 * step)
        var pending = try archive.record([Sample.item(1, title: "t\(step)")], of: Sample.record(), now: now).pending
        if pending.isEmpty { pending = try archive.pendingItems(limit: 5, now: now + .seconds(80_000)) }
        return try archive.publish(pending.map { Sample.publication($0, Sample.article(1, text: text)) }, now: now)
            .first?.outcome
    }

    @Test("a small correction is kept, and many of them do become a version")
    func corrections() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let id = try archive.take([1])[0].id

        let outcomes = try [1, 3, 4].enumerated().map { step, words in
            try change(archive, step + 1, to: Self.first + String(repeating: " مضاف", count: words))
        }

        let name = try #require(try scratch.files().first)
        #expect(outcomes == [.unchanged, .updated(file: name, version: 2, seq: 2), .unchanged])
        let versions = try #require(try archive.reader.article(id)).versions
        #expect(versions.map(\.isQuiet) == [false, true, true])
        #expect(versions.map(\.version) == [1, 1, 2])
    }

    @Test("a text that flaps between two forms is written once each")
    func flapping() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])

        for step in 1...6 { _ = try change(archive, step, to: Sample.words(step % 2 == 0 ? 1 : 2)) }

        #expect(try scratch.journal().map(\.event) == [.new, .update])
    }

    @Test("an update whose page has no text leaves the article as it is")
    func updateWithoutText() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let id = try archive.take([1])[0].id
        _ = try archive.record([Sample.item(1, title: "x")], of: Sample.record(), now: Self.later)
        try archive.setAside(id, outcome: .noText, detail: "gone", now: Self.later)

        #expect(try archive.reader.status(of: id)?.state == "published")
        #expect(try archive.statistics().files == 1)
    }

    @Test("a file a consumer took away comes back only with a new version")
    func takenAway() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        try archive.take([1])
        let name = try #require(try scratch.files().first)
        unlink(scratch.settings.directory + "/" + name)
        try archive.take([2])
        archive.close()
        _ = try scratch.open()

        #expect(try !scratch.files().contains(name))
    }
}

extension PublishingTests {
    @Test("the same page from another feed is a copy without a file")
    func sameLink() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let first = try archive.take([1])[0].id
        let other = Sample.feed("bbc")
        let item = try #require(
            try archive.record([Sample.item(1)], of: Sample.record(other), now: Self.later).pending.first)

        #expect(try archive.existingCopy(link: item.link, feed: other, now: Self.later) == first)
        #expect(try archive.existingCopy(link: item.link, feed: Sample.feed, now: Self.later) == nil)
        #expect(try archive.existingCopy(link: "http://example.com/news/2", feed: other, now: Self.later) == nil)
        let results = try archive.publish([Sample.publication(item, Sample.article(77))], now: Self.later)

        #expect(results.map(\.outcome) == [.duplicate(of: first, seq: 2)])
        #expect(try scratch.files().count == 1)
        let line = try #require(try scratch.journal().last)
        #expect(line.event == .duplicate && line.of == first && line.file == nil && line.sha256 == nil)
        #expect(try archive.reader.article(first)?.copies.map(\.feed) == [other])
        #expect(try archive.reader.status(of: item.id)?.copyOf == first)
    }

    @Test("an equal text is a copy within the window, when it is long enough to be told apart")
    func sameText() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let other = Sample.feed("bbc")
        let short = Article(title: "الطقس", paragraphs: [Paragraph("صحو.")])
        func publish(_ number: Int, _ feed: FeedID, _ article: Article, _ now: Timestamp) throws -> PublicationOutcome?
        {
            let item = Sample.item(number, published: now)
            let limits = IntakeLimits(backlogAge: .seconds(86_400 * 100))
            let pending = try archive.record([item], of: Sample.record(feed), limits: limits, now: now).pending
            return try archive.publish(pending.map { Sample.publication($0, article) }, now: now).first?.outcome
        }
        _ = try publish(1, Sample.feed, Sample.article(1), Scratch.now)
        _ = try publish(2, Sample.feed, short, Scratch.now)

        let copy = try publish(
            3, other, Sample.article(1, text: Sample.words(1).replacing("كلمة", with: "كَلمه")), Self.later)
        let notice = try publish(4, other, short, Self.later)
        let old = try publish(5, other, Sample.article(1), Scratch.now + .seconds(86_400 * 15))

        guard case .duplicate = copy else {
            Issue.record("\(String(describing: copy))")
            return
        }
        guard case .written = notice else {
            Issue.record("\(String(describing: notice))")
            return
        }
        guard case .written = old else {
            Issue.record("\(String(describing: old))")
            return
        }
    }

    @Test("what the placement calls a copy of a copy is one of the first")
    func copyOfCopy() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let first = try archive.take([1])[0].id
        func copy(_ number: Int, of original: ArticleID) throws -> PublicationOutcome? {
            let feed = Sample.feed("feed\(number)")
            let pending = try archive.record([Sample.item(number)], of: Sample.record(feed), now: Self.later).pending
            return try archive.publish(
                pending.map { Sample.publication($0, Sample.article(number), duplicateOf: original) }, now: Self.later
            ).first?.outcome
        }
        let second = ArticleID(feed: Sample.feed("feed2"), identity: "guid-2")

        #expect(try copy(2, of: first) == .duplicate(of: first, seq: 2))
        #expect(try copy(3, of: second) == .duplicate(of: first, seq: 3))
        guard case .written = try copy(4, of: try #require(ArticleID("000000000000"))) else {
            Issue.record("an original nobody knows makes no copy")
            return
        }
    }

    @Test("fingerprints are those of articles and copies, oldest first")
    func fingerprints() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        let first = try archive.take([1])[0].id
        let copy = try archive.take([1], feed: Sample.feed("bbc"), now: Self.later)[0].id

        var found: [StoredFingerprint] = []
        try archive.fingerprints(since: Scratch.now) { found.append($0) }
        var recent: [ArticleID] = []
        try archive.fingerprints(since: Self.later) { recent.append($0.id) }

        #expect(found.map(\.id) == [first, copy] && recent == [copy])
        #expect(found.map(\.duplicateOf) == [nil, first])
        #expect(found.map(\.story) == [StoryID(startedBy: first), StoryID(startedBy: first)])
        #expect(found.map(\.bytes) == [[1, 2, 3], [1, 2, 3]])
    }
}
