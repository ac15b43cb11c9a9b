import Foundation
import GRDB
import Glibc
import NewsModel
import Testing

@testable import Storing

/// Feeds that change their mind at every poll, pour out what they have, and articles whose names are taken.
@Suite("Faults of feeds", .serialized)
struct FeedFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let fault: String
        /// The items of the feed at each poll: number, id, link, edition of the text.
        let items: @Sendable (_ poll: Int) -> [(number: Int, id: String, path: String, edition: Int)]
        /// Files and versions that may come of it, at most.
        let files: Int
        var updates = 0
        var testDescription: String { fault }
    }

    static let cases = [
        Case(
            fault: "a feed flaps between two texts of an article",
            items: { [(1, "a", "/1", $0 % 2), (2, "b", "/2", 0)] }, files: 2, updates: 1),
        Case(
            fault: "a feed has another text of an article at each poll",
            items: { [(1, "a", "/1", $0), (2, "b", "/2", 0)] }, files: 2, updates: 3),
        Case(
            fault: "the ids of a feed change at each poll",
            items: { poll in (0..<5).map { ($0, "\(poll)-\($0)", "/\($0)", 0) } }, files: 5),
        Case(
            fault: "ids and links of a feed change at each poll",
            items: { poll in (0..<5).map { ($0, "\(poll)-\($0)", "/\($0)?poll=\(poll)&x=\(poll * 7)", 0) } }, files: 5),
    ]

    @Test("22: no article comes twice, and few versions of one", arguments: cases)
    func restless(_ c: Case) async throws {
        let run = FaultRun("22", c.fault)
        let publisher = try LoopbackPublisher(address: "127.0.57.1")
        try await publisher.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("restless", publisher.url("/feed") + "\n    full_text: never")],
            poll: "{ interval: 1s, min: 1s, max: 1s }")
        let reader = try OutboxReader(workspace.outbox)
        serve(c.items(0), publisher)
        let daemon = try await workspace.startDaemon(untilArticles: c.items(0).count)
        for poll in 1...FaultRun.rounds(40, quick: 4) {
            run.round()
            serve(c.items(poll), publisher)
            run.expect(await isPolled(publisher), "it was not polled: \(daemon.complaints)")
        }
        daemon.signal(SIGTERM)
        run.expect(await daemon.wait().status == 0, daemon.complaints)
        let journal = try workspace.journal().compactMap { $0["event"] as? String }
        let files = try workspace.articles()
        run.expect(files.count == c.files, "\(files) for \(c.files) articles")
        run.expect(journal.count { $0 == "new" } == c.files, "\(journal)")
        run.expect(journal.count { $0 == "update" } <= c.updates, "\(journal)")
        run.expectNone(try await workspace.disagreements())
        run.expectNone(try reader.stop(workspace))
        try run.finish()
        await publisher.stop()
    }

    @Test("22: a feed that is known pours out thousands of items, all of this moment")
    func flood() async throws {
        let count = FaultRun.isFull ? 50_000 : 2_000
        let run = FaultRun("22", "a known feed pours out \(count) items, all dated now")
        run.round()
        let publisher = try LoopbackPublisher(address: "127.0.57.2")
        try await publisher.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("flood", publisher.url("/feed") + "\n    full_text: never")],
            poll: "{ interval: 1s, min: 1s, max: 1s }")
        serve([(0, "0", "/0", 0)], publisher)
        let daemon = try await workspace.startDaemon(untilArticles: 1)
        let now = Date().formatted(.iso8601)
        let items = (1...count).map { #"{"id":"\#($0)","date_published":"\#(now)","content_text":"x\#($0)"}"# }
        serve(items.joined(separator: ","), publisher)
        publisher.forgetRequests()
        // Each poll takes a part, and none is answered by 304 before all is taken.
        let isTaken = await eventually(within: .seconds(180)) {
            publisher.requests.count { $0.path == "/feed" } >= 3
        }
        run.expect(isTaken, "it stopped: \(daemon.complaints)")
        let answers = publisher.requests.count { $0.path == "/feed" }
        daemon.signal(SIGTERM)
        run.expect(await daemon.wait().status == 0, daemon.complaints)
        let known = try itemsKnown(workspace)
        run.expect(known > 1 && known <= 1 + answers * 200, "\(known) items of \(answers) polls")
        run.expectNone(try await workspace.disagreements())
        try run.finish()
        await publisher.stop()
    }

    private func itemsKnown(_ workspace: Workspace) throws -> Int {
        let reader = try Archive.openReadOnly(state: workspace.state.path)
        return try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM items") ?? 0 }
    }

    private func serve(_ items: [(number: Int, id: String, path: String, edition: Int)], _ publisher: LoopbackPublisher)
    {
        let texts = items.map { item in
            """
            {"id":"\(item.id)","url":"\(publisher.url(item.path))","title":"\(item.number)",\
            "content_text":"\(Self.text(item.number, item.edition))"}
            """
        }
        serve(texts.joined(separator: ","), publisher)
    }

    private func serve(_ items: String, _ publisher: LoopbackPublisher) {
        let feed = #"{"version":"https://jsonfeed.org/version/1.1","title":"Restless","items":[\#(items)]}"#
        publisher.serve("/feed", .init(type: "application/feed+json", body: Data(feed.utf8)))
    }

    private static func text(_ number: Int, _ edition: Int) -> String {
        (0..<80).map { "كلمة\(number * 31 + $0 * 7 % 97)\($0 % 3 == 0 ? "طبعة\(edition)" : "")" }
            .joined(separator: " ")
    }

    /// Waits until the feed that is served now was asked for and what it brought is stored: until the poll after it.
    private func isPolled(_ publisher: LoopbackPublisher) async -> Bool {
        publisher.forgetRequests()
        return await eventually(within: .seconds(60)) {
            publisher.requests.count { $0.path == "/feed" } >= 2
        }
    }
}

extension FeedFaultTests {
    @Test("10: the name of an article's file is taken")
    func takenName() async throws {
        let run = FaultRun("10", "the name of an article's file is taken by a foreign file")
        let mill = try NewsMill(1, network: 58)
        try await mill.start()
        mill.publish(1)
        let learning = try Workspace()
        try learning.configure(feeds: mill.feeds)
        run.expectNone(try await learning.settle(mill.expected))
        let id = try #require(try learning.journal().compactMap { $0["id"] as? String }.first.flatMap { ArticleID($0) })
        let feed = try #require(FeedID("mill0"))

        for _ in 0..<FaultRun.rounds(10, quick: 1) {
            run.round()
            let workspace = try Workspace()
            try workspace.configure(feeds: mill.feeds)
            let folder = workspace.outbox
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // The name has the second in which the item is first seen.
            let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
            let names = (0..<240).map {
                ArticleFileName(id: id, feed: feed, firstSeen: now + .seconds($0), format: .markdown).text
            }
            for name in names { try Data("foreign".utf8).write(to: folder.appending(path: name)) }
            let isDone = try await eventually(within: .seconds(40)) {
                _ = try await workspace.run("run", "--once")
                return try mill.expected.isSubset(of: workspace.announced())
            }
            run.expect(isDone, "it never came")
            let told = try workspace.journal().compactMap { $0["file"] as? String }
            run.expect(told.count == 1 && told.allSatisfy { $0.hasSuffix("-\(id)-2.md") }, "told: \(told)")
            run.expect(told.allSatisfy { !names.contains($0) }, "told: \(told)")
            for name in names {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                run.expect(text == "foreign", "\(name) was overwritten")
                unlink(folder.appending(path: name).path)
            }
            run.expectNone(try await workspace.disagreements())
        }
        try run.finish()
        await mill.stop()
    }
}
