import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Conditional requests")
struct ConditionalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var etag: String?
        var lastModified: String?
        var testDescription: String { name }
    }

    @Test(
        "what the server gave goes back byte for byte",
        arguments: [
            Case(name: "strong", etag: #""v1""#),
            Case(name: "weak", etag: #"W/"w-1""#),
            Case(name: "with a quote inside", etag: #""a b\"c""#),
            Case(name: "without quotes", etag: "v1"),
            Case(name: "beyond ASCII", etag: #""نسخة""#),
            Case(name: "an odd date", lastModified: "Tue, 01-Jan-2030 0:0:0 GMT"),
            Case(name: "both", etag: #""v1""#, lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"),
            Case(name: "none"),
        ])
    func roundTrip(_ test: Case) async throws {
        try await withServer { request in
            if request["if-none-match"] != nil || request["if-modified-since"] != nil { return .status(304) }
            return .ok(
                "body",
                [test.etag.map { ("ETag", $0) }, test.lastModified.map { ("Last-Modified", $0) }].compactMap { $0 })
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"), kind: .feed)
            let first = try await fetcher.fetch(request)
            #expect(server.requests[0]["if-none-match"] == nil && server.requests[0]["if-modified-since"] == nil)
            #expect(
                first.validators == Validators(url: server.url("/f"), etag: test.etag, lastModified: test.lastModified))

            request.validators = [first.validators]
            let second = try await fetcher.fetch(request)
            #expect(server.requests[1]["if-none-match"] == test.etag)
            #expect(server.requests[1]["if-modified-since"] == test.lastModified)
            #expect(second.isNotModified == !first.validators.isEmpty)
            #expect(second.validators == first.validators)
        }
    }

    @Test("a 304 updates what it carries and keeps the rest")
    func updatedBy304() async throws {
        try await withServer { _ in
            .status(304, [("ETag", "\"v2\"")])
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.validators = [Validators(url: server.url("/f"), etag: "\"v1\"", lastModified: "then")]
            let response = try await fetcher.fetch(request)
            #expect(response.validators == Validators(url: server.url("/f"), etag: "\"v2\"", lastModified: "then"))
            #expect(response.body.isEmpty)
        }
    }

    @Test("a 200 without validators leaves none")
    func droppedBy200() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.validators = [Validators(url: server.url("/f"), etag: "\"v1\"")]
            let response = try await fetcher.fetch(request)
            #expect(response.validators.isEmpty)
        }
    }

    @Test("validators go to their own URL only, before and after a redirect")
    func ownURL() async throws {
        try await withServer { request in
            request.target == "/a" ? .redirect(to: "/b") : .ok("body", [("ETag", "\"b2\"")])
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/a"))
            request.validators = [Validators(url: server.url("/a"), etag: "\"a\"")]
            let response = try await fetcher.fetch(request)
            #expect(server.requests.map { $0["if-none-match"] } == ["\"a\"", nil])
            #expect(response.validators == Validators(url: server.url("/b"), etag: "\"b2\""))

            request.validators = [Validators(url: server.url("/b"), etag: "\"b\"")]
            _ = try await fetcher.fetch(request)
            #expect(server.requests.suffix(2).map { $0["if-none-match"] } == [nil, "\"b\""])
        }
    }

    @Test("304 to a request that asked no condition is an error")
    func unasked304() async throws {
        try await withServer { _ in
            .status(304)
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/f")))?.kind == .status(304))
        }
    }

    @Test("a validator with a line end in it is not sent")
    func injection() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.validators = [Validators(url: server.url("/f"), etag: "\"v\"\r\nX-Evil: 1")]
            _ = try await fetcher.fetch(request)
            #expect(server.requests[0]["x-evil"] == nil)
            #expect(server.requests[0]["if-none-match"] == nil)
        }
    }

    @Test("an ETag that is not UTF-8 could not be sent back, so it is not kept")
    func latin1() async throws {
        let head = Reply.head(200, [("Content-Length", "2"), ("Connection", "close")]).dropLast(2)
        let answer: [UInt8] = Array(head) + Array("ETag: \"".utf8) + [0xE9] + Array("\"\r\n\r\nok".utf8)
        try await withServer { _ in
            .raw(answer)
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/f")))
            #expect(response.text == "ok")
            #expect(response.validators.isEmpty)
        }
    }

    @Test("changes only are asked for where an ETag is sent, and 226 is told apart")
    func delta() async throws {
        try await withServer { request in
            request["a-im"] == "feed" ? .status(226, [("IM", "feed")], body: [0x61]) : .ok("body", [("ETag", "\"1\"")])
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"), kind: .feed)
            request.acceptsDelta = true
            let first = try await fetcher.fetch(request)
            #expect(first.status == 200)
            request.validators = [first.validators]
            #expect(try await fetcher.fetch(request).status == 226)
        }
    }
}
