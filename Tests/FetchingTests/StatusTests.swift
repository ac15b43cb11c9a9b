import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Status codes")
struct StatusTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let status: Int
        var retryAfter: String?
        let isTransient: Bool
        var testDescription: String { "\(status)" }
    }

    @Test(
        "what is no success is thrown with its status and Retry-After",
        arguments: [
            Case(status: 300, isTransient: false), Case(status: 400, isTransient: false),
            Case(status: 401, isTransient: false), Case(status: 403, retryAfter: "60", isTransient: false),
            Case(status: 404, isTransient: false), Case(status: 410, isTransient: false),
            Case(status: 429, isTransient: true), Case(status: 500, isTransient: true),
            Case(status: 503, retryAfter: "600", isTransient: true),
        ])
    func thrown(_ test: Case) async throws {
        let fields = test.retryAfter.map { [("Retry-After", $0)] } ?? []
        try await withServer { request in
            request.target == "/a" ? .redirect(301, to: "/b") : .status(test.status, fields, body: Array("sorry".utf8))
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/a")))
            #expect(error?.kind == .status(test.status))
            #expect(error?.status == test.status)
            #expect(error?.code == "http-\(test.status)")
            #expect(error?.url == server.url("/b"))
            #expect(error?.hops.map(\.status) == [301])
            #expect(error?.retryAfter == test.retryAfter.flatMap { Int($0) }.map { .seconds($0) })
            #expect(error?.isTransient == test.isTransient)
        }
    }

    @Test("the status counts even when the error page is hostile")
    func hostileErrorPage() async throws {
        let replies = [
            "/long": Reply.raw(Reply.head(404, []) + [UInt8](repeating: 0x78, count: 1 << 20)),
            "/short": .raw("HTTP/1.1 410 Gone\r\nContent-Length: 99\r\n\r\nx"),
            "/coded": .status(503, [("Content-Encoding", "nonsense")], body: [1, 2, 3]),
        ]
        try await withServer {
            replies[$0.target] ?? .ok()
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/long")))?.status == 404)
            #expect(await fetcher.failure(FetchRequest(server.url("/short")))?.status == 410)
            #expect(await fetcher.failure(FetchRequest(server.url("/coded")))?.status == 503)
        }
    }

    @Test("freshness is read off the answer, also off a 304")
    func freshness() async throws {
        try await withServer { request in
            .status(
                request["if-none-match"] == nil ? 200 : 304,
                [
                    ("Cache-Control", "public, max-age=7200"), ("Age", "600"), ("Retry-After", "30"),
                ])
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            for _ in 0..<2 {
                let response = try await fetcher.fetch(request)
                #expect(response.freshness.maxAge == .seconds(6600))
                #expect(response.freshness.retryAfter == .seconds(30))
                request.validators = [Validators(url: server.url("/f"), etag: "\"1\"")]
            }
        }
    }

    @Test("a sentence for the operator names what failed and where")
    func description() {
        let error = FetchError(.status(403), url: "https://example.org/feed", detail: "")
        #expect(error.description == "the server answered 403 (https://example.org/feed)")
        let other = FetchError(.tls, url: "https://example.org/", detail: "certificate has expired")
        #expect(other.description == "no trusted TLS connection: certificate has expired (https://example.org/)")
    }
}
