import Loopback
import NewsModel
import Testing

@Suite("Etiquette A: conditional requests")
struct ConditionalRequests {
    @Test("etiquette 1: only the first request is unconditional")
    func firstIsUnconditional() async throws {
        try await scene { visit, _ in
            .feed(rss(), [("Last-Modified", "Wed, 02 Sep 2026 08:00:00 GMT")], to: visit)
        } _: { scene in
            await scene.watch.poll(times: 4)
            #expect(scene.site.visits.map(\.isConditional) == [false, true, true, true])
        }
    }

    struct Given: Sendable, CustomTestStringConvertible {
        let name: String
        var etag: String?
        var lastModified: String?

        var testDescription: String { name }

        var headers: [(String, String)] {
            [etag.map { ("ETag", $0) }, lastModified.map { ("Last-Modified", $0) }].compactMap { $0 }
        }
    }

    private func sentBack(_ given: Given) async throws -> (etag: String?, lastModified: String?) {
        var sent: (String?, String?)
        try await scene { _, _ in
            .ok(rss(), given.headers)
        } _: { scene in
            await scene.watch.poll(times: 2)
            let visit = try #require(scene.site.visits.last)
            #expect(scene.site.visits.count == 2)
            sent = (visit["if-none-match"], visit["if-modified-since"])
        }
        return sent
    }

    @Test(
        "etiquette 2: an ETag goes back byte for byte",
        arguments: [
            Given(name: "with escapes", etag: #""a b\"c""#), Given(name: "weak", etag: #"W/"w-1""#),
            Given(name: "without quotes", etag: "w1"), Given(name: "beyond ASCII", etag: "\"نسخة\""),
        ])
    func etagIsKept(_ given: Given) async throws {
        #expect(try await sentBack(given).etag == given.etag)
    }

    @Test("etiquette 3: a Last-Modified goes back as it came, however odd")
    func dateIsKept() async throws {
        let odd = "Tue, 01-Jan-2030 0:0:0 GMT"
        #expect(try await sentBack(Given(name: "odd", lastModified: odd)).lastModified == odd)
    }

    @Test(
        "etiquette 4: exactly the validators that were given are sent",
        arguments: [
            Given(name: "both", etag: "\"1\"", lastModified: "Wed, 02 Sep 2026 08:00:00 GMT"),
            Given(name: "only an ETag", etag: "\"1\""),
            Given(name: "only a date", lastModified: "Wed, 02 Sep 2026 08:00:00 GMT"), Given(name: "none"),
        ])
    func exactlyTheGiven(_ given: Given) async throws {
        let sent = try await sentBack(given)
        #expect(sent.etag == given.etag)
        #expect(sent.lastModified == given.lastModified)
    }

    @Test("etiquette 5: a validator that the newest answer does not carry is dropped")
    func staleValidatorIsDropped() async throws {
        try await scene { _, number in
            .ok(rss([Story(number)]), number == 1 ? [("ETag", "\"1\"")] : [])
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(scene.site.visits.map { $0["if-none-match"] } == [nil, "\"1\"", nil])
        }
    }

    @Test("etiquette 6: a 304 brings a new validator")
    func validatorOfNotModified() async throws {
        try await scene { _, number in
            number == 1 ? .ok(rss(), [("ETag", "\"1\"")]) : .status(304, [("ETag", "\"2\"")])
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(scene.site.visits.map { $0["if-none-match"] } == [nil, "\"1\"", "\"2\""])
        }
    }

    @Test("etiquette 7: validators survive a restart and a crash", arguments: [false, true])
    func validatorsSurvive(afterCrash: Bool) async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.restart(afterCrash: afterCrash)
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits.map(\.isConditional) == [false, true])
        }
    }

    @Test("etiquette 8: validators of a body that was not read are not kept", arguments: [true, false])
    func brokenBody(isCut: Bool) async throws {
        let whole = Array(rss().utf8)
        try await scene { _, number in
            guard number == 2 else { return .ok(rss(), [("ETag", "\"good\"")]) }
            let head = [("ETag", "\"bad\""), ("Content-Length", "\(whole.count)")]
            let body =
                isCut ? Array(whole.prefix(200)) : Array("<html>Error 17".utf8) + whole.dropFirst(14).map { _ in 32 }
            return .raw(Reply.head(200, head) + body)
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(scene.site.visits.map { $0["if-none-match"] } == [nil, "\"good\"", "\"good\""])
        }
    }

    @Test("etiquette 9: another URL gets no validators of the one before")
    func changedURL() async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 2)
            try await scene.watch.reload(feeds: Listed(path: "/other").line(scene.site))
            await scene.watch.poll(times: 2)
            #expect(scene.site.visits.map(\.path) == ["/feed", "/feed", "/other", "/other"])
            #expect(scene.site.visits.map(\.isConditional) == [false, true, false, true])
        }
    }

    @Test("etiquette 10: sixty days of 304 bring no unconditional request")
    func neverUnconditionalAgain() async throws {
        try await scene { visit, _ in
            .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(for: .seconds(60 * 86_400))
            #expect(scene.site.visits.count > 60)
            #expect(scene.site.visits.dropFirst().allSatisfy { $0.isConditional })
        }
    }

    @Test("etiquette 11: the same body under a new ETag changes nothing")
    func sameBody() async throws {
        try await scene(feed: ", full_text: always") { visit, number in
            visit.path == "/feed" ? .ok(rss(), [("ETag", "\"\(number)\"")]) : .html(page(1))
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            let files = try scene.watch.files()
            #expect(files.count == 1)
            await scene.watch.poll(times: 3)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/a/1").count == 1)
            #expect(scene.site.visits(to: "/feed").map { $0["if-none-match"] } == [nil, "\"1\"", "\"2\"", "\"3\""])
            #expect(try scene.watch.files() == files)
        }
    }

    @Test("etiquette 12: a page is fetched once, and conditionally when its item changed", arguments: [false, true])
    func pageIsConditional(afterRestart: Bool) async throws {
        try await scene(feed: ", full_text: always") { visit, number in
            guard visit.path == "/feed" else {
                return visit["if-none-match"] == "\"p\"" ? .status(304) : .html(page(1), [("ETag", "\"p\"")])
            }
            let day = number < 4 ? 8 : 9
            let date = "<pubDate>Tue, 0\(day) Sep 2026 08:00:00 GMT</pubDate>"
            return .feed(
                rss([Story(1, title: "The harbour, part \(day)", more: date)], channel: "<ttl>\(number)</ttl>"))
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            await scene.watch.poll(times: 2)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/a/1").count == 1)
            let files = try scene.watch.files()
            if afterRestart { try await scene.watch.restart() }
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(scene.site.visits(to: "/a/1").map { $0["if-none-match"] } == [nil, "\"p\""])
            #expect(try scene.watch.files() == files)
        }
    }
}
