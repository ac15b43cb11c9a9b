import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Etiquette G: bodies")
struct Bodies {
    /// One poll of a feed that answers so, after a good one; what is remembered then.
    ///
    /// - Parameter timeout: of a transfer.
    private func recordAfter(_ reply: Reply, timeout: String = "10s") async throws -> (FeedRecord, [Site.Visit]) {
        var found: (FeedRecord, [Site.Visit])?
        let settings = "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8], timeout: \(timeout) }"
        try await scene(settings: settings, feed: ", full_text: never") { _, number in
            number == 1 ? .ok(rss([Self.story]), [("ETag", "\"good\"")]) : reply
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            let files = try scene.watch.files()
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(try scene.watch.files() == files && files.count == 1)
            #expect(try scene.watch.journal().allSatisfy { !$0.contains("withdraw") })
            found = (try scene.watch.record(), scene.site.visits)
        }
        return try #require(found)
    }

    private static let story = Story(1, text: "The council of the town decided to build a new bridge over the river.")

    private func expect(_ reply: Reply, code: String, timeout: String = "10s") async throws {
        let (record, visits) = try await recordAfter(reply, timeout: timeout)
        #expect(record.lastFailure?.code == code, "\(String(describing: record.lastFailure))")
        #expect(record.validators.map(\.etag) == ["\"good\""])
        #expect(visits.count == 2)
    }

    private static func coded(_ coding: String, _ body: [UInt8]) -> Reply {
        .status(200, [("Content-Encoding", coding), ("ETag", "\"bad\"")], body: body)
    }

    @Test(
        "etiquette 65: a bomb is cut off while it unpacks",
        arguments: [
            ("gzip", Compressed.gzipBomb(matches: 40_000)), ("br", Compressed.brotliBomb),
            ("zstd", Compressed.zstdBomb), ("gzip, gzip", Compressed.storedGzip(Compressed.gzipBomb(matches: 40_000))),
        ])
    func bomb(coding: String, body: [UInt8]) async throws {
        try await expect(Self.coded(coding, body), code: "too-large")
    }

    @Test("etiquette 65: a third coding upon two is not unpacked at all")
    func stacked() async throws {
        let body = Compressed.storedGzip(Compressed.storedGzip(Compressed.storedGzip(Array(rss().utf8))))
        try await expect(Self.coded("gzip, gzip, gzip", body), code: "decoding")
    }

    @Test("etiquette 66: a compressed stream cut short is an error although its length is right")
    func cutStream() async throws {
        let whole = Compressed.storedGzip(Array(rss([Story(1), Story(2)]).utf8))
        try await expect(Self.coded("gzip", whole.dropLast(20)), code: "truncated")
        try await expect(Self.coded("zstd", Compressed.zstd.dropLast(5)), code: "truncated")
        try await expect(Self.coded("br", Compressed.brotli.dropLast(5)), code: "truncated")
    }

    @Test("etiquette 67: a body shorter than announced and chunks without an end are errors")
    func shortBody() async throws {
        let feed = rss([Story(1), Story(2)])
        let announced = Reply.head(200, [("Content-Length", "\(feed.utf8.count + 1)"), ("ETag", "\"bad\"")])
        try await expect(.raw(announced + Array(feed.utf8)), code: "truncated")
        let chunk = "\(String(feed.utf8.count, radix: 16))\r\n\(feed)\r\n"
        try await expect(.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)"), code: "truncated")
    }

    @Test("etiquette 68: plain text labelled gzip is asked for once more as identity, and the host remembered")
    func mislabelled() async throws {
        try await scene { visit, _ in
            .ok(rss(), visit["accept-encoding"] == "identity" ? [] : [("Content-Encoding", "gzip")])
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(
                scene.site.visits.map { $0["accept-encoding"] }
                    == ["gzip, br, zstd", "identity", "identity", "identity"])
            let record = try scene.watch.record()
            #expect(record.state == .ok)
        }
    }

    @Test("etiquette 69: a trickle is cut off while other feeds go on")
    func trickle() async throws {
        let slow = Reply(
            pieces: [.bytes(Reply.head(200, [("Content-Length", "100000")]))]
                + (0..<600).flatMap { _ in [Reply.Piece.pause(milliseconds: 50), .bytes([0x20])] })
        let feeds = (0..<6).map { Listed(name: "f\($0)", path: "/\($0)", host: "127.0.1.\($0 + 1)") }
        try await scene(
            settings: "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8], timeout: 2s }", feeds: feeds
        ) { visit, _ in
            visit.path == "/0" ? slow : .feed(to: visit)
        } _: { scene in
            await scene.watch.pollDueAtOnce()
            let record = try scene.watch.record("f0")
            #expect(["timeout", "stalled"].contains(record.lastFailure?.code ?? ""))
            for feed in feeds.dropFirst() {
                let other = try scene.watch.record(feed.name)
                #expect(other.state == .ok)
            }
        }
    }

    @Test(
        "etiquette 70: a header out of all measure is an error",
        arguments: [
            String(repeating: "X-A: a\r\n", count: 10_000), "X-A: \(String(repeating: "a", count: 1 << 20))\r\n",
            "X-A: a\u{0}b\r\n",
        ])
    func header(lines: String) async throws {
        let feed = rss([Story(2)])
        try await expect(
            .raw("HTTP/1.1 200 OK\r\n\(lines)Content-Length: \(feed.utf8.count)\r\n\r\n\(feed)"), code: "bad-header")
    }

    @Test(
        "etiquette 71: a body without anything is an error", arguments: [[], [0x20, 0x0A, 0x09], [0xEF, 0xBB, 0xBF]])
    func empty(body: [UInt8]) async throws {
        let (record, _) = try await recordAfter(.status(200, [("ETag", "\"bad\"")], body: body))
        #expect(record.state == .failing && record.lastFailure?.code.hasPrefix("feed-") == true)
        #expect(record.validators.map(\.etag) == ["\"good\""])
    }

    @Test(
        "etiquette 72: a feed is read whatever it is called",
        arguments: ["text/html; charset=utf-8", "text/plain", "application/octet-stream", "image/gif", ""])
    func mediaType(type: String) async throws {
        let reply = Reply.ok(
            rss([Self.story, Story(2, text: "The gate of the castle is open again.")]),
            type.isEmpty ? [] : [("Content-Type", type)])
        try await scene(feed: ", full_text: never") { _, _ in
            reply
        } _: { scene in
            await scene.watch.poll(times: 1)
            try await scene.watch.makeArticles()
            #expect(try scene.watch.files().count == 2)
        }
    }

    @Test("etiquette 73: no entity and no DTD is fetched, and a bomb of entities is bounded")
    func entities() async throws {
        let laughs = (1...9).map { level in
            "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }.joined()
        let documents = [
            "<!DOCTYPE rss SYSTEM \"/dtd\" [<!ENTITY x SYSTEM \"/entity\"><!ENTITY % p SYSTEM \"/parameter\"> %p;]>",
            "<!DOCTYPE rss [<!ENTITY l0 \"ha\">\(laughs)]>",
        ]
        for (document, entity) in zip(documents, ["&x;", "&l9;"]) {
            try await scene(feed: ", full_text: never") { visit, _ in
                let address = "http://\(visit["host"] ?? "")"
                let start = document.replacing("\"/", with: "\"\(address)/")
                return .ok(
                    "<?xml version=\"1.0\"?>\(start)<rss version=\"2.0\"><channel><title>\(entity)</title>"
                        + "<item><guid>1</guid><title>\(entity)</title></item></channel></rss>")
            } _: { scene in
                await scene.watch.poll(times: 1)
                let record = try scene.watch.record()
                #expect((record.title ?? "").utf8.count < 100_000, "all of it would be 2 GB")
                #expect(scene.site.visits.map(\.path) == ["/feed"])
            }
        }
    }

    /// «خبر عاجل» in windows-1256.
    fileprivate static let arabic: [UInt8] = [0xCE, 0xC8, 0xD1, 0x20, 0xDA, 0xC7, 0xCC, 0xE1]

    struct Charset: Sendable, CustomTestStringConvertible {
        let name: String
        var type = "application/xml"
        var declared = ""
        var start: [UInt8] = []
        var isUTF8 = false

        var testDescription: String { name }

        var reply: Reply {
            let title = isUTF8 ? Array("خبر عاجل".utf8) : Bodies.arabic
            let declaration = "<?xml version=\"1.0\"\(declared.isEmpty ? "" : " encoding=\"\(declared)\"")?>"
            var body = start + Array("\(declaration)<rss version=\"2.0\"><channel><title>".utf8) + title
            body += Array("</title><item><guid>1</guid><title>".utf8) + title
            // Enough of the language for a guess.
            for _ in 0..<12 { body += [0x20] + title }
            body += Array("</title></item></channel></rss>".utf8)
            return .status(200, type.isEmpty ? [] : [("Content-Type", type)], body: body)
        }
    }

    @Test(
        "etiquette 74: charset by byte order mark, then header, then declaration, then guess",
        arguments: [
            Charset(name: "windows-1256, declared", declared: "windows-1256"),
            Charset(name: "windows-1256, in the header", type: "application/xml; charset=windows-1256"),
            Charset(name: "windows-1256, unlabelled"),
            Charset(
                name: "UTF-8, mislabelled", type: "text/xml; charset=windows-1256", declared: "windows-1256",
                isUTF8: true),
            Charset(
                name: "UTF-8 by its mark, mislabelled", type: "text/xml; charset=iso-8859-1", declared: "windows-1256",
                start: [0xEF, 0xBB, 0xBF], isUTF8: true),
        ])
    func charset(_ c: Charset) async throws {
        let reply = c.reply
        try await scene { _, _ in
            reply
        } _: { scene in
            await scene.watch.poll(times: 1)
            let record = try scene.watch.record()
            #expect(record.title == "خبر عاجل")
        }
    }
}
