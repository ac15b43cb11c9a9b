import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("What a server sees")
struct RequestTests {
    @Test("one GET with an honest name and nothing that was not asked for")
    func plain() async throws {
        try await withServer { _ in
            .ok("body", [("Set-Cookie", "a=b")])
        } _: { server, fetcher in
            for _ in 0..<2 { _ = try await fetcher.fetch(FetchRequest(server.url("/f?q=1&r=%D8%A3/%2f"), kind: .feed)) }
            #expect(server.requests.count == 2)
            for request in server.requests {
                #expect(request.target == "/f?q=1&r=%D8%A3/%2f")
                #expect(request["user-agent"] == testAgent)
                #expect(request["accept-encoding"] == "gzip, br, zstd")
                #expect(request["accept"]?.hasSuffix("*/*;q=0.1") == true)
                let names = request.headerLines.map { $0.prefix { $0 != ":" }.lowercased() }.sorted()
                #expect(names == ["accept", "accept-encoding", "host", "user-agent"])
            }
            #expect(server.requests[0].headerLines == server.requests[1].headerLines)
        }
    }

    @Test("a request carries nothing of the one before it")
    func afterAnother() async throws {
        let settings = testSettings { $0.concurrency = 1 }
        try await withServer(settings) { _ in
            .ok("body", [("ETag", "\"1\"")])
        } _: { server, fetcher in
            let plain = FetchRequest(server.url("/plain"), kind: .feed)
            var loaded = FetchRequest(server.url("/loaded"), kind: .feed)
            loaded.headers = ["X-Key": "secret"]
            loaded.credentials = "user:password"
            loaded.userAgent = "Other/1"
            loaded.acceptLanguage = "ar"
            loaded.validators = [Validators(url: loaded.url, etag: "\"1\"")]
            for request in [plain, loaded, plain] { _ = try await fetcher.fetch(request) }
            #expect(server.connectionCount == 1)
            #expect(server.requests[1].headerLines.count == 8)
            #expect(server.requests[2].headerLines == server.requests[0].headerLines)
        }
    }

    @Test("configured headers replace ours; language and agent as asked")
    func configured() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.headers = ["accept": "text/x", "X-Empty": "", "X-Arabic": "خبر"]
            request.userAgent = "Other/1"
            request.acceptLanguage = "ar, en;q=0.5"
            _ = try await fetcher.fetch(request)
            let seen = server.requests[0]
            #expect(seen["accept"] == "text/x")
            #expect(seen["x-empty"] == "")
            #expect(seen["x-arabic"] == "خبر")
            #expect(seen["user-agent"] == "Other/1")
            #expect(seen["accept-language"] == "ar, en;q=0.5")
            #expect(seen.headerLines.filter { $0.lowercased().hasPrefix("accept:") }.count == 1)
        }
    }

    @Test(
        "a header that cannot be sent is an error before anything is",
        arguments: [
            ["X-A": "a\r\nX-B: b"], ["X A": "a"], ["": "a"], ["Host": "example.org"], ["content-length": "1"],
            ["Transfer-Encoding": "chunked"], ["X-A": "a\u{0}b"], ["Accept-Encoding": "gzip"],
        ])
    func badHeader(headers: [String: String]) async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.headers = headers
            #expect(await fetcher.failure(request)?.kind == .badRequestHeader)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("credentials in the configured URL are sent as such and never shown")
    func credentials() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest("http://us%65r:p%40ss@127.0.0.1:\(server.port)/f#part"))
            #expect(server.requests[0]["authorization"] == "Basic \(base64(Array("user:p@ss".utf8)))")
            #expect(response.finalURL == server.url("/f"))
        }
    }

    @Test("connections are kept between requests")
    func keepAlive() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            let first = try await fetcher.fetch(FetchRequest(server.url("/1")))
            let second = try await fetcher.fetch(FetchRequest(server.url("/2")))
            #expect(!first.reusedConnection && second.reusedConnection)
            #expect(server.connectionCount == 1)
        }
    }

    @Test("a kept connection that is closed before any byte is asked again, once")
    func retry() async throws {
        try await withServer { request in
            request.position == 0 ? .ok() : Reply(pieces: [.close])
        } _: { server, fetcher in
            _ = try await fetcher.fetch(FetchRequest(server.url("/1")))
            #expect(try await fetcher.fetch(FetchRequest(server.url("/2"))).text == "body")
            #expect(server.requests.map(\.target) == ["/1", "/2", "/2"])
        }
    }

    @Test("two kept connections that are closed do not make three requests")
    func retryOnce() async throws {
        let settings = testSettings { $0.perHost = 2 }
        try await withServer(settings) { request in
            guard request.position == 0 else { return Reply(pieces: [.close]) }
            return Reply(pieces: [.pause(milliseconds: 200)] + Reply.ok().pieces)
        } _: { server, fetcher in
            async let one = fetcher.fetch(FetchRequest(server.url("/1")))
            async let two = fetcher.fetch(FetchRequest(server.url("/2")))
            _ = try await (one, two)
            #expect(server.connectionCount == 2)
            let error = await fetcher.failure(FetchRequest(server.url("/3")))
            #expect(error?.kind == .connectionLost)
            #expect(error?.isTransient == true)
            #expect(server.requests.filter { $0.target == "/3" }.count == 2)
        }
    }

    @Test("a new connection that is closed before any byte is an error at once")
    func noRetry() async throws {
        try await withServer { _ in
            Reply(pieces: [.close])
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/1")))?.kind == .connectionLost)
            #expect(server.requests.count == 1)
        }
    }

    static let badURLs: [(String, FetchError.Kind)] = [
        ("ftp://example.org/", .refusedScheme), ("file:///etc/passwd", .refusedScheme),
        ("example.org/feed", .badURL), ("", .badURL), ("http://", .badURL), ("http://exa mple.org/", .badURL),
        ("http://example.org:99999/", .badURL), ("http://example.org/\u{1}", .badURL),
    ]

    @Test(
        "what is no URL to fetch says so",
        arguments: badURLs)
    func badURL(url: String, kind: FetchError.Kind) async throws {
        try await withServer { _ in
            .ok()
        } _: { _, fetcher in
            #expect(await fetcher.failure(FetchRequest(url))?.kind == kind)
        }
    }
}
