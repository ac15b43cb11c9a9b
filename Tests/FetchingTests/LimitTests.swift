import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Hostile answers")
struct LimitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let reply: Reply
        let kind: FetchError.Kind
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "Content-Length cut short", reply: .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
            kind: .truncated),
        Case(
            name: "chunks cut short",
            reply: .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"), kind: .truncated),
        Case(
            name: "a chunk cut short",
            reply: .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhello"), kind: .truncated),
        Case(
            name: "chunks that are none",
            reply: .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"),
            kind: .truncated),
        Case(
            name: "reset in the body",
            reply: Reply(pieces: [
                .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".utf8)), .pause(milliseconds: 50),
                .reset,
            ]), kind: .truncated),
        Case(name: "not HTTP", reply: .raw("SSH-2.0-OpenSSH_9.2\r\n"), kind: .badHeader),
        Case(name: "closed in the header", reply: .raw("HTTP/1.1 200 OK\r\nContent-Le"), kind: .badHeader),
        Case(
            name: "NUL in the header", reply: .raw("HTTP/1.1 200 OK\r\nX-A: a\u{0}b\r\nContent-Length: 2\r\n\r\nok"),
            kind: .badHeader),
        Case(
            name: "a line of 1 MiB",
            reply: .raw("HTTP/1.1 200 OK\r\nX-A: \(String(repeating: "a", count: 1 << 20))\r\n\r\nok"), kind: .badHeader
        ),
        Case(
            name: "a line of 70 KiB",
            reply: .raw("HTTP/1.1 200 OK\r\nX-A: \(String(repeating: "a", count: 70 << 10))\r\n\r\nok"),
            kind: .badHeader),
        Case(
            name: "10,000 lines",
            reply: .raw("HTTP/1.1 200 OK\r\n\(String(repeating: "X-A: a\r\n", count: 10_000))\r\nok"), kind: .badHeader),
        Case(
            name: "interim answers for ever",
            reply: .raw(String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", count: 1000)),
            kind: .badHeader),
        Case(
            name: "a body announced too large", reply: .raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"),
            kind: .tooLarge(limit: 8 << 20)),
        Case(
            name: "a body without end", reply: .raw(Reply.head(200, []) + [UInt8](repeating: 0x78, count: 9 << 20)),
            kind: .tooLarge(limit: 8 << 20)),
    ]

    @Test("each is an error of its kind after one request, and the next request is answered", arguments: cases)
    func hostile(_ test: Case) async throws {
        try await withServer { request in
            request.target == "/bad" ? test.reply : .ok()
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/bad")))?.kind == test.kind)
            let next = try await fetcher.fetch(FetchRequest(server.url("/good")))
            #expect(next.text == "body")
            #expect(server.requests.map(\.target) == ["/bad", "/good"])
        }
    }

    @Test("an honest header of 60 lines and 20 KiB is read", arguments: [60])
    func largeHeader(lines: Int) async throws {
        let fields = (0..<lines).map { ("X-\($0)", String(repeating: "a", count: 300)) }
        try await withServer { _ in
            .ok("body", fields)
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/")))
            #expect(response.headers["x-59"]?.count == 300)
        }
    }

    @Test("interim answers and folded lines are understood, repeated fields kept, trailers left out")
    func oddHeader() async throws {
        let reply = Reply.raw(
            """
            HTTP/1.1 103 Early Hints\r\nETag: "early"\r\n\r\n\
            HTTP/1.1 200 OK\r\nX-Folded: a\r\n  b\r\nLink: <1>\r\nlink:<2>\r\nTransfer-Encoding: chunked\r\n\r\n\
            2\r\nok\r\n0\r\nETag: "late"\r\n\r\n
            """)
        try await withServer { _ in
            reply
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/")))
            #expect(response.text == "ok")
            #expect(response.validators.isEmpty)
            #expect(response.headers["x-folded"] == "a b")
            #expect(response.headers.values("link") == ["<1>", "<2>"])
            #expect(response.httpVersion == "1.1")
        }
    }

    @Test("an empty body is given as it is")
    func empty() async throws {
        try await withServer { _ in
            .ok("")
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/")))
            #expect(response.status == 200 && response.body.isEmpty)
        }
    }

    @Test("a body without a length that ends with its connection is whole")
    func untilClose() async throws {
        try await withServer { _ in
            .raw("HTTP/1.0 200 OK\r\n\r\nall of it")
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/")))
            #expect(response.text == "all of it")
        }
    }

    @Test("silence ends with the timeout, before and after the header")
    func silence() async throws {
        let begun = Reply(pieces: [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab".utf8)), .silence])
        try await withServer { request in
            request.target == "/mute" ? Reply(pieces: [.silence]) : begun
        } _: { server, fetcher in
            for target in ["/mute", "/begun"] {
                var request = FetchRequest(server.url(target))
                request.timeout = .milliseconds(300)
                let error = await fetcher.failure(request)
                #expect(error?.kind == .timeout(after: .milliseconds(300)))
                #expect(error?.isTransient == true)
            }
        }
    }

    @Test("a trickle is cut off, and other fetches go on meanwhile")
    func trickle() async throws {
        let drip = (0..<40).flatMap { _ in [Reply.Piece.bytes([0x78]), .pause(milliseconds: 200)] }
        try await withServer { request in
            request.target == "/drip" ? Reply(pieces: [.bytes(Reply.head(200, []))] + drip) : .ok()
        } _: { server, fetcher in
            var slow = FetchRequest(server.url("/drip", host: "127.0.0.2"))
            slow.timeout = .seconds(3)
            async let failure = fetcher.failure(slow)
            await server.arrival(of: 1)
            for _ in 0..<5 { _ = try await fetcher.fetch(FetchRequest(server.url("/ok"))) }
            let kind = await failure?.kind
            #expect(kind == .stalled || kind == .timeout(after: .seconds(3)))
        }
    }

    @Test("the timeout counts over all redirects")
    func timeoutOverRedirects() async throws {
        try await withServer { request in
            let step = Int(request.target.dropFirst()) ?? 0
            return Reply(pieces: [.pause(milliseconds: 150)] + Reply.redirect(to: "/\(step + 1)").pieces)
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/0"))
            request.timeout = .milliseconds(500)
            #expect(await fetcher.failure(request)?.kind == .timeout(after: .milliseconds(500)))
            #expect(server.requests.count < 6)
        }
    }

    @Test("nobody listening, nobody there", arguments: ["http://127.0.0.1:1/", "http://no-such-host.invalid/"])
    func nobody(url: String) async throws {
        try await withServer { _ in
            .ok()
        } _: { _, fetcher in
            let error = await fetcher.failure(FetchRequest(url))
            #expect(error?.kind == (url.contains("invalid") ? .resolve : .connect))
            #expect(error?.mayBeOwnOutage == true)
            #expect(error?.isTransient == true)
        }
    }
}
