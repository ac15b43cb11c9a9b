import Glibc
import Loopback
import NewsModel
import Testing

@testable import Fetching

/// `openssl s_server` with a certificate of its own for `localhost`, answering every request with a page.
///
/// A real TLS server is the only honest test of trust; the tool belongs to the TLS library that libcurl uses.
private final class TLSServer {
    static let tool = "/usr/bin/openssl"
    static var isAvailable: Bool { access(tool, X_OK) == 0 }

    let port: Int
    /// The certificate as PEM: the one to be trusted.
    let certificate: String
    private let directory: String
    private let process: pid_t

    struct Fault: Error {}

    /// - Parameter page: answered to `/page`, in TLS 1.2 and with nothing that says how long it is; `nil` for a page of
    ///   the tool's own at `/`.
    init(page: String? = nil) throws {
        var template = Array("/tmp/rasid-tls-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Fault() }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        certificate = directory + "/certificate.pem"
        let key = directory + "/key.pem"
        let maker = try TLSServer.start([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
        ])
        var status: Int32 = 0
        guard waitpid(maker, &status, 0) == maker, status == 0 else { throw Fault() }
        port = try TLSServer.freePort()
        if let page {
            let file = open(directory + "/page", O_WRONLY | O_CREAT, 0o600)
            let answer = Array("HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n\(page)".utf8)
            guard file >= 0, write(file, answer, answer.count) == answer.count else { throw Fault() }
            close(file)
        }
        process = try TLSServer.start(
            ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-quiet"]
                + (page == nil ? ["-www"] : ["-HTTP", "-tls1_2"]), in: directory)
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for name in ["certificate.pem", "key.pem", "page"] { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }

    private static func start(_ arguments: [String], in directory: String? = nil) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 {
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0)
        }
        let command = (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + [tool] + arguments
        var process = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        guard posix_spawn(&process, command[0], &actions, nil, &words, environ) == 0 else { throw Fault() }
        return process
    }

    /// A port nobody listens on now.
    private static func freePort() throws -> Int {
        let server = try ScriptedServer { _ in .ok() }
        defer { server.stop() }
        return server.port
    }
}

@Suite("TLS", .enabled(if: TLSServer.isAvailable))
struct TLSTests {
    /// Asks until the server listens.
    private func ask(_ url: String, _ settings: FetchSettings) async throws -> Result<FetchResponse, FetchError> {
        let fetcher = try Fetcher(settings, userAgent: testAgent)
        for _ in 0..<10_000 {
            do throws(FetchError) {
                let response = try await fetcher.fetch(FetchRequest(url))
                await fetcher.shutdown()
                return .success(response)
            } catch {
                if error.kind == .connect { continue }
                await fetcher.shutdown()
                return .failure(error)
            }
        }
        await fetcher.shutdown()
        throw FetchError(.connect, url: url)
    }

    @Test("a certificate is trusted only by the operator's file, and only for its name")
    func trust() async throws {
        let server = try TLSServer()
        let trusting = testSettings { $0.caFile = server.certificate }
        let url = "https://localhost:\(server.port)/"
        let response = try await ask(url, trusting).get()
        #expect(response.status == 200)
        #expect(response.text.contains("s_server"))

        guard case .failure(let unknown) = try await ask(url, testSettings()) else {
            Issue.record("an unknown authority was trusted")
            return
        }
        #expect(unknown.kind == .tls)
        #expect(!unknown.isTransient)
        guard case .failure(let wrongName) = try await ask("https://127.0.0.1:\(server.port)/", trusting) else {
            Issue.record("a certificate for another name was trusted")
            return
        }
        #expect(wrongName.kind == .tls)
    }

    static let feed = "<rss version=\"2.0\"><channel><title>t</title><item><title>one</title></item></channel></rss>\n"

    /// What `manner` makes of a body that only the end of its connection ends.
    static let endings: [(TLSRelay.Manner, String, FetchError.Kind?)] = [
        (.whole, feed, nil), (.whole, "a text without an end of its own", nil),
        (.withoutGoodbye, feed, nil), (.withoutGoodbye, String(feed.dropLast(10)), .truncated),
        (.withoutGoodbye, "a text without an end of its own", .truncated),
        (.cut, feed + String(repeating: " ", count: 40_000) + "<!-- -->", .truncated),
    ]

    @Test(
        "a body that ends with its connection counts when the server said goodbye, or when it has an end of its own",
        arguments: endings)
    func ending(manner: TLSRelay.Manner, body: String, expected: FetchError.Kind?) async throws {
        let server = try TLSServer(page: body)
        let relay = try TLSRelay(to: server.port, manner)
        defer { relay.stop() }
        let settings = testSettings { $0.caFile = server.certificate }
        // Through the relay a server that does not listen yet looks like one that hangs up.
        _ = try? await ask("https://localhost:\(server.port)/page", settings)
        switch try await ask("https://localhost:\(relay.port)/page", settings) {
        case .success(let response):
            #expect(expected == nil)
            #expect(response.text == body)
            #expect(response.headers["content-length"] == nil)
        case .failure(let error):
            #expect(error.kind == expected, "\(error)")
            #expect(error.isTransient)
        }
    }

    @Test(
        "an end of its own has what ends with the root's end tag",
        arguments: [
            ("<rss></rss>", true), ("<feed>…</feed>\r\n\r\n", true), ("<rdf:RDF></rdf:RDF >", true),
            ("<HTML></HTML>", true), (" {\"a\": {}}\n", true), ("<rss></rss", false), ("<rss></item>", false),
            ("text }", false), ("", false), ("<rss></rss> more", false),
        ])
    func documentEnd(text: String, isEnd: Bool) {
        #expect(endsDocument(Array(text.utf8)) == isEnd)
    }

    @Test("secrets do not go from https to http")
    func downgrade() async throws {
        var trail = RedirectTrail()
        let start = try WebURL("https://example.org/a")
        let next = try trail.follow("http://example.org/a", status: 301, from: start)
        #expect(!trail.isAtHome)
        var request = FetchRequest(start.text)
        request.headers = ["X-Key": "k"]
        let head = try RequestHead(
            request, credentials: "u:p", url: next, isAtHome: trail.isAtHome, asksIdentity: false, userAgent: testAgent)
        #expect(!head.lines.contains { $0.hasPrefix("X-Key") || $0.hasPrefix("Authorization") })
    }
}
