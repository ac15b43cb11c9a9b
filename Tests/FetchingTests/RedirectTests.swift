import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Redirects")
struct RedirectTests {
    @Test("each redirect status leads on, and only a leading run of permanent ones is permanent")
    func permanence() async throws {
        struct Case {
            let chain: [Int]
            let permanentTarget: String?
        }
        let cases = [
            Case(chain: [301], permanentTarget: "/1"),
            Case(chain: [308], permanentTarget: "/1"),
            Case(chain: [302], permanentTarget: nil),
            Case(chain: [303], permanentTarget: nil),
            Case(chain: [307], permanentTarget: nil),
            Case(chain: [301, 302], permanentTarget: "/1"),
            Case(chain: [301, 308, 307, 301], permanentTarget: "/2"),
            Case(chain: [302, 301], permanentTarget: nil),
        ]
        for test in cases {
            try await withServer { request in
                let step = Int(request.target.dropFirst()) ?? 0
                return step < test.chain.count ? .redirect(test.chain[step], to: "/\(step + 1)") : .ok()
            } _: { server, fetcher in
                let response = try await fetcher.fetch(FetchRequest(server.url("/0")))
                #expect(response.finalURL == server.url("/\(test.chain.count)"))
                #expect(response.hops.map(\.status) == test.chain)
                #expect(response.permanentTarget == test.permanentTarget.map { server.url($0) }, "\(test.chain)")
                #expect(server.requests.count == test.chain.count + 1)
            }
        }
    }

    @Test("a loop is one error, after each URL was asked once")
    func loop() async throws {
        try await withServer { request in
            .redirect(to: request.target == "/a" ? "/b" : "/a")
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/a")))
            #expect(error?.kind == .redirectLoop)
            #expect(server.requests.map(\.target) == ["/a", "/b"])
        }
    }

    @Test("a redirect to itself is a loop")
    func selfLoop() async throws {
        try await withServer { _ in
            .redirect(301, to: "#top")
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/a")))?.kind == .redirectLoop)
            #expect(server.requests.count == 1)
        }
    }

    @Test("ten redirects are followed, eleven are not")
    func count() async throws {
        let script: @Sendable (ScriptedServer.Request) -> Reply = { request in
            let left = Int(request.target.dropFirst()) ?? 0
            return left == 0 ? .ok() : .redirect(to: "/\(left - 1)")
        }
        try await withServer(testSettings(), script) { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/10")))
            #expect(response.hops.count == 10)
            #expect(await fetcher.failure(FetchRequest(server.url("/111")))?.kind == .tooManyRedirects)
            #expect(server.requests.count == 22)
        }
    }

    @Test(
        "only http and https are followed",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "javascript:alert(1)", "data:,x",
            "mailto:a@example.org",
        ])
    func scheme(location: String) async throws {
        try await withServer { _ in
            .redirect(to: location)
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/a")))
            #expect(error?.kind == .refusedScheme)
            #expect(error?.code == "refused-scheme")
            #expect(server.requests.count == 1)
        }
    }

    @Test("credentials in Location are not used")
    func credentialsInLocation() async throws {
        try await withServer { request in
            request.target == "/a" ? .redirect(to: "//user:secret@\(request["host"] ?? "")/b") : .ok()
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/a")))
            #expect(response.finalURL == server.url("/b"))
            #expect(server.requests.last?["authorization"] == nil)
        }
    }

    @Test("headers and credentials stay with the origin, and do not come back once they left it")
    func secrets() async throws {
        try await withServer { request in
            let port = request["host"]?.split(separator: ":").last ?? ""
            switch request.target {
            case "/same": return .redirect(to: "/leave")
            case "/leave": return .redirect(to: "http://127.0.0.2:\(port)/other")
            case "/other": return .redirect(to: "http://127.0.0.1:\(port)/back")
            default: return .ok()
            }
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/same"))
            request.headers = ["Cookie": "a=b", "X-Key": "k", "Accept-Language": "ar"]
            request.credentials = "user:pass"
            _ = try await fetcher.fetch(request)
            #expect(
                server.requests.map { $0["authorization"] } == ["Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz", nil, nil])
            #expect(server.requests.map { $0["cookie"] } == ["a=b", "a=b", nil, nil])
            #expect(server.requests.map { $0["x-key"] } == ["k", "k", nil, nil])
            #expect(server.requests.map { $0["accept-language"] } == ["ar", "ar", nil, nil])
        }
    }

    @Test("another port is another origin")
    func port() async throws {
        let other = try ScriptedServer { _ in .ok() }
        defer { other.stop() }
        let target = other.url("/b")
        try await withServer { _ in
            .redirect(to: target)
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/a"))
            request.headers = ["X-Key": "k"]
            let response = try await fetcher.fetch(request)
            #expect(response.finalURL == target)
            #expect(other.requests.map { $0["x-key"] } == [nil])
        }
    }

    @Test("a Location that is no URL is an error that names it")
    func badLocation() async throws {
        try await withServer { _ in
            .redirect(to: "http://[::1")
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/a")))
            #expect(error?.kind == .badURL)
            #expect(error?.detail.contains("http://[::1") == true)
        }
    }

    @Test("a redirect without Location is its status")
    func withoutLocation() async throws {
        try await withServer { _ in
            .status(302)
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/a")))?.kind == .status(302))
        }
    }

    @Test("letters beyond ASCII in Location are escaped as UTF-8")
    func arabicLocation() async throws {
        try await withServer { request in
            request.target == "/a" ? .redirect(to: "/أخبار/1 2") : .ok()
        } _: { server, fetcher in
            _ = try await fetcher.fetch(FetchRequest(server.url("/a")))
            #expect(server.requests.last?.target == "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1%202")
        }
    }

    @Test("the body of a redirect is not waited for when it is long")
    func longBody() async throws {
        let body = [UInt8](repeating: 0x78, count: 300_000)
        try await withServer { request in
            request.target == "/a" ? .status(302, [("Location", "/b")], body: body) : .ok()
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/a")))
            #expect(response.text == "body")
        }
    }
}
