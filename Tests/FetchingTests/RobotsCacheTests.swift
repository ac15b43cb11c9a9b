import Loopback
import NewsModel
import Synchronization
import Testing

@testable import Fetching

/// Answers for robots.txt without a network, and a clock that is set by hand.
private final class RobotsWorld: Sendable {
    struct State {
        var answers: [Result<String, FetchError>] = []
        var requests: [FetchRequest] = []
        var delays: [String: Duration?] = [:]
        var now = ContinuousClock.now
    }

    let state = Mutex(State())

    /// Gives these answers in turn, the last one for ever.
    init(_ answers: Result<String, FetchError>...) {
        state.withLock { $0.answers = answers }
    }

    func makeCache(_ records: [RobotsRecord] = [], time: Timestamp = Timestamp(milliseconds: 0)) -> RobotsCache {
        RobotsCache(
            robot: "rasid", records: records, time: time, fetch: { self.answer($0) },
            setCrawlDelay: { delay, host in self.state.withLock { $0.delays[host] = delay } },
            now: { self.state.withLock(\.now) })
    }

    func advance(_ duration: Duration) {
        state.withLock { $0.now += duration }
    }

    var count: Int { state.withLock(\.requests.count) }

    private func answer(_ request: FetchRequest) -> Result<FetchResponse, FetchError> {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        return answer.map { text in
            FetchResponse(
                finalURL: request.url, hops: [], status: text == "304" ? 304 : 200, headers: HeaderFields(),
                body: Array(text.utf8), isCut: false, validators: Validators(url: request.url, etag: "\"1\""),
                freshness: Freshness(), duration: .zero, wireBytes: 0, reusedConnection: false, httpVersion: "1.1")
        }
    }
}

private func failure(_ kind: FetchError.Kind, retryAfter: Duration? = nil) -> Result<String, FetchError> {
    .failure(FetchError(kind, url: "https://example.org/robots.txt", retryAfter: retryAfter))
}

@Suite("robots.txt of origins")
struct RobotsCacheTests {
    static let rules = "User-agent: *\nDisallow: /x\nCrawl-delay: 7"

    @Test("fetched once per origin, asked for its own rules, and its delay handed on")
    func once() async {
        let world = RobotsWorld(.success(Self.rules))
        let cache = world.makeCache()
        #expect(await cache.permits("https://Example.org/a") == .allowed)
        #expect(await cache.permits("https://example.org:443/x/1?q") == .disallowed)
        #expect(world.count == 1)
        #expect(world.state.withLock { $0.requests[0].url } == "https://example.org/robots.txt")
        #expect(world.state.withLock { $0.delays["example.org"] } == .seconds(7))
        #expect(await cache.permits("http://example.org/a") == .allowed)
        #expect(await cache.permits("https://example.org:8443/a") == .allowed)
        #expect(world.count == 3)
    }

    @Test("asked again after a day, conditionally, and 304 keeps the rules")
    func lifetime() async {
        let world = RobotsWorld(.success(Self.rules), .success("304"))
        let cache = world.makeCache()
        _ = await cache.permits("https://example.org/a")
        world.advance(.seconds(24 * 3600 - 1))
        _ = await cache.permits("https://example.org/a")
        #expect(world.count == 1)
        world.advance(.seconds(1))
        #expect(await cache.permits("https://example.org/x") == .disallowed)
        #expect(world.count == 2)
        #expect(world.state.withLock { $0.requests[1].validators.first?.etag } == "\"1\"")
    }

    @Test("what was learnt outlives the cache, for the rest of its day")
    func restored() async {
        let world = RobotsWorld(.success(Self.rules), .success("304"))
        let noon = Timestamp(milliseconds: 1_800_000_000_000)
        let first = world.makeCache()
        _ = await first.permits("https://example.org/a")
        let changes = await first.takeChanges(time: noon)
        #expect(changes.learnt.map(\.origin) == ["https://example.org"])
        #expect(changes.learnt.map(\.expires) == [noon + .seconds(24 * 3600)])
        #expect(await first.takeChanges(time: noon).learnt.isEmpty)
        await first.giveBack(["https://example.org"])
        #expect(await first.takeChanges(time: noon).learnt == changes.learnt)

        let second = world.makeCache(changes.learnt, time: noon + .seconds(3600))
        #expect(await second.permits("https://example.org/x") == .disallowed)
        #expect(world.state.withLock { $0.delays["example.org"] } == .seconds(7))
        world.advance(.seconds(23 * 3600 - 1))
        #expect(await second.permits("https://example.org/a") == .allowed)
        #expect(world.count == 1)
        #expect(await second.takeChanges(time: noon).learnt.isEmpty)
        world.advance(.seconds(1))
        #expect(await second.permits("https://example.org/x") == .disallowed)
        #expect(world.count == 2)
        #expect(world.state.withLock { $0.requests[1].validators.first?.etag } == "\"1\"")
    }

    @Test("a clock set back makes nothing count for more than a day")
    func restoredEarlier() async {
        let world = RobotsWorld(.success(Self.rules))
        let record = RobotsRecord(
            origin: "https://example.org", rules: "User-agent: *\nDisallow: /", validators: nil,
            expires: Timestamp(milliseconds: 1_800_000_000_000))
        let cache = world.makeCache([record])
        #expect(await cache.permits("https://example.org/a") == .disallowed)
        world.advance(.seconds(24 * 3600))
        #expect(await cache.permits("https://example.org/a") == .allowed)
    }

    @Test("origins that were forgotten are told once")
    func forgotten() async {
        let world = RobotsWorld(.failure(FetchError(.status(404), url: "")))
        let cache = world.makeCache()
        for number in 0...RobotsCache.mostOrigins { _ = await cache.permits("https://h\(number).example/") }
        let changes = await cache.takeChanges(time: Timestamp(milliseconds: 0))
        #expect(changes.learnt.count == RobotsCache.mostOrigins)
        #expect(changes.forgotten == ["https://h0.example"])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: Result<String, FetchError>
        let verdict: RobotsVerdict
        /// When it is asked for again.
        let pause: Duration
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "404", answer: failure(.status(404)), verdict: .allowed, pause: .seconds(86_400)),
        Case(name: "401", answer: failure(.status(401)), verdict: .allowed, pause: .seconds(86_400)),
        Case(name: "403", answer: failure(.status(403)), verdict: .allowed, pause: .seconds(86_400)),
        Case(name: "410", answer: failure(.status(410)), verdict: .allowed, pause: .seconds(86_400)),
        Case(name: "429", answer: failure(.status(429)), verdict: .unreachable, pause: .seconds(3600)),
        Case(name: "500", answer: failure(.status(500)), verdict: .unreachable, pause: .seconds(3600)),
        Case(
            name: "503 for two hours", answer: failure(.status(503), retryAfter: .seconds(7200)),
            verdict: .unreachable, pause: .seconds(7200)),
        Case(name: "no name", answer: failure(.resolve), verdict: .unreachable, pause: .seconds(600)),
        Case(name: "no connection", answer: failure(.connect), verdict: .unreachable, pause: .seconds(600)),
        Case(
            name: "timeout", answer: failure(.timeout(after: .seconds(1))), verdict: .unreachable, pause: .seconds(600)),
        Case(name: "redirects", answer: failure(.tooManyRedirects), verdict: .allowed, pause: .seconds(86_400)),
    ]

    @Test(
        "what a failure means, and for how long",
        arguments: cases)
    func failures(_ test: Case) async {
        let world = RobotsWorld(test.answer)
        let cache = world.makeCache()
        #expect(await cache.permits("https://example.org/a") == test.verdict)
        world.advance(test.pause - .seconds(1))
        #expect(await cache.permits("https://example.org/a") == test.verdict)
        #expect(world.count == 1)
        world.advance(.seconds(1))
        _ = await cache.permits("https://example.org/a")
        #expect(world.count == 2)
    }

    @Test("rules read before go on to count while the server fails")
    func stale() async {
        let world = RobotsWorld(.success(Self.rules), failure(.status(500)))
        let cache = world.makeCache()
        _ = await cache.permits("https://example.org/a")
        world.advance(.seconds(90_000))
        #expect(await cache.permits("https://example.org/a") == .allowed)
        #expect(await cache.permits("https://example.org/x") == .disallowed)
        #expect(world.count == 2)
    }

    @Test("what was only postponed is not remembered", arguments: [FetchError.Kind.closed, .cancelled, .held])
    func postponed(kind: FetchError.Kind) async {
        let world = RobotsWorld(failure(kind), .success(Self.rules))
        let cache = world.makeCache()
        #expect(await cache.permits("https://example.org/a") == .unreachable)
        #expect(await cache.permits("https://example.org/a") == .allowed)
    }

    @Test("who asks while robots.txt is under way waits for the same answer")
    func shared() async throws {
        try await withServer { request in
            Reply(pieces: [.pause(milliseconds: 50)] + Reply.ok("User-agent: *\nDisallow: /x").pieces)
        } _: { server, fetcher in
            let cache = RobotsCache(fetcher)
            let url = server.url("/x")
            await withTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask { #expect(await cache.permits(url) == .disallowed) }
                }
            }
            #expect(server.requests.map(\.target) == ["/robots.txt"])
        }
    }

    @Test("a robots.txt larger than what is read counts as far as it is read")
    func large() async throws {
        let text = "User-agent: *\nDisallow: /x\n" + String(repeating: "# filler\n", count: 100_000)
        try await withServer { _ in
            .ok(text)
        } _: { server, fetcher in
            let cache = RobotsCache(fetcher)
            #expect(await cache.permits(server.url("/x")) == .disallowed)
            #expect(await cache.permits(server.url("/y")) == .allowed)
        }
    }

    @Test("no more origins are kept than there is room for")
    func bounded() async {
        let world = RobotsWorld(.success(Self.rules))
        let cache = world.makeCache()
        for number in 0...RobotsCache.mostOrigins { _ = await cache.permits("https://h\(number).example/") }
        _ = await cache.permits("https://h1.example/")
        #expect(world.count == RobotsCache.mostOrigins + 1)
        _ = await cache.permits("https://h0.example/")
        #expect(world.count == RobotsCache.mostOrigins + 2)
    }

    @Test("what is no web address is not permitted")
    func badURL() async {
        let world = RobotsWorld(.success(""))
        #expect(await world.makeCache().permits("ftp://example.org/") == .disallowed)
        #expect(world.count == 0)
    }
}
