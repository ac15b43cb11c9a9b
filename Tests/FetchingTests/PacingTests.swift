import Loopback
import NewsModel
import Testing

@testable import Fetching

/// Settings under which silence lasts as long as a test does, however slow the machine.
private func patientSettings(_ change: (inout FetchSettings) -> Void) -> FetchSettings {
    testSettings {
        $0.timeout = .seconds(3600)
        change(&$0)
    }
}

/// Whether so many requests come to wait, given all the time that turns of other tasks take.
private func isWaiting(_ count: Int, in fetcher: Fetcher) async -> Bool {
    for _ in 0..<1_000_000 {
        if fetcher.hostStates().waiting == count { return true }
        await Task.yield()
    }
    return false
}

@Suite("Pacing and cancelling")
struct PacingTests {
    @Test("requests to one host start the delay apart, over at most so many connections")
    func delay() async throws {
        let settings = testSettings { $0.hostDelay = .milliseconds(60) }
        try await withServer(settings) { _ in
            Reply(pieces: [.pause(milliseconds: 100)] + Reply.ok().pieces)
        } _: {
            server, fetcher in
            let started = ContinuousClock.now
            await withTaskGroup { group in
                for number in 0..<10 {
                    let url = server.url("/\(number)")
                    group.addTask { _ = try? await fetcher.fetch(FetchRequest(url)) }
                }
            }
            #expect(server.requests.count == 10)
            let last = server.requests.map(\.received).max()
            #expect(last.map { $0 - started >= .milliseconds(540) } == true)
            #expect(server.connectionCount <= 2)
        }
    }

    @Test("a redirect within a host waits for its turn too")
    func redirectDelay() async throws {
        let settings = testSettings { $0.hostDelay = .milliseconds(100) }
        try await withServer(settings) { request in
            request.target == "/a" ? .redirect(to: "/b") : .ok()
        } _: { server, fetcher in
            let started = ContinuousClock.now
            _ = try await fetcher.fetch(FetchRequest(server.url("/a")))
            #expect(server.requests[1].received - started >= .milliseconds(100))
        }
    }

    @Test("mute hosts do not keep the others waiting")
    func muteHosts() async throws {
        let settings = patientSettings { $0.concurrency = 4 }
        try await withServer(settings) { request in
            request.target == "/mute" ? Reply(pieces: [.silence]) : .ok()
        } _: { server, fetcher in
            let good = FetchRequest(server.url("/", host: "127.0.1.1"))
            _ = try await fetcher.fetch(good)
            try await withThrowingTaskGroup { group in
                for number in 1...12 {
                    let mute = FetchRequest(server.url("/mute", host: "127.0.0.\(number)"))
                    group.addTask { #expect(await fetcher.failure(mute)?.kind == .cancelled) }
                }
                await server.arrival(of: 4)
                // The mute ones would have to time out first if they could take every place.
                for _ in 0..<5 { _ = try await fetcher.fetch(good) }
                #expect(server.requests.filter { $0.target == "/mute" }.count == 3)
                group.cancelAll()
            }
        }
    }

    @Test("time in the queue does not count against the timeout")
    func queueTime() async throws {
        let settings = testSettings { $0.concurrency = 1 }
        try await withServer(settings) { _ in
            Reply(pieces: [.pause(milliseconds: 300)] + Reply.ok().pieces)
        } _: {
            server, fetcher in
            try await withThrowingTaskGroup { group in
                for _ in 0..<12 {
                    var request = FetchRequest(server.url("/"))
                    request.timeout = .seconds(3)
                    let patient = request
                    group.addTask { _ = try await fetcher.fetch(patient) }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("429 with Retry-After holds its host and no other; 503 holds none")
    func held() async throws {
        try await withServer { request in
            switch request.target {
            case "/429": .status(429, [("Retry-After", "600")])
            case "/503": .status(503, [("Retry-After", "600")])
            default: .ok()
            }
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/503")))?.status == 503)
            _ = try await fetcher.fetch(FetchRequest(server.url("/ok")))
            #expect(await fetcher.failure(FetchRequest(server.url("/429")))?.status == 429)
            let error = await fetcher.failure(FetchRequest(server.url("/ok")))
            #expect(error?.kind == .held)
            #expect(error?.retryAfter.map { $0 > .seconds(590) && $0 <= .seconds(600) } == true)
            _ = try await fetcher.fetch(FetchRequest(server.url("/ok", host: "127.0.0.2")))
            #expect(fetcher.hostStates().held.map(\.host) == ["127.0.0.1"])
            #expect(server.requests.count == 4)

            fetcher.hold(host: "127.0.0.1", until: nil)
            _ = try await fetcher.fetch(FetchRequest(server.url("/ok")))
        }
    }

    @Test("a hold answers those that wait for the host")
    func holdWaiting() async throws {
        let settings = patientSettings { $0.perHost = 1 }
        try await withServer(settings) { _ in
            Reply(pieces: [.silence])
        } _: { server, fetcher in
            let url = server.url("/")
            let running = Task { await fetcher.failure(FetchRequest(url)) }
            await server.arrival(of: 1)
            let waiting = Task { await fetcher.failure(FetchRequest(url)) }
            #expect(await isWaiting(1, in: fetcher))
            fetcher.hold(host: "127.0.0.1", until: .now + .seconds(60))
            #expect(await waiting.value?.kind == .held)
            running.cancel()
            #expect(await running.value?.kind == .cancelled)
        }
    }

    @Test("cancelling ends a running fetch, a waiting one, and one that has not begun")
    func cancelling() async throws {
        let settings = patientSettings { $0.perHost = 1 }
        try await withServer(settings) { _ in
            Reply(pieces: [.silence])
        } _: { server, fetcher in
            let url = server.url("/")
            let running = Task { await fetcher.failure(FetchRequest(url)) }
            await server.arrival(of: 1)
            let waiting = Task { await fetcher.failure(FetchRequest(url)) }
            #expect(await isWaiting(1, in: fetcher))
            waiting.cancel()
            #expect(await waiting.value?.kind == .cancelled)
            running.cancel()
            #expect(await running.value?.kind == .cancelled)
            let late = Task {
                while !Task.isCancelled { await Task.yield() }
                return await fetcher.failure(FetchRequest(url))
            }
            late.cancel()
            #expect(await late.value?.kind == .cancelled)
            #expect(server.requests.count == 1)
            #expect(fetcher.hostStates().waiting == 0)
        }
    }

    @Test("shutting down ends what runs and what waits, and nothing begins after it")
    func shutdown() async throws {
        let settings = patientSettings { $0.perHost = 1 }
        try await withServer(settings) { _ in
            Reply(pieces: [.silence])
        } _: { server, fetcher in
            let url = server.url("/")
            let fetches = (0..<3).map { _ in Task { await fetcher.failure(FetchRequest(url)) } }
            await server.arrival(of: 1)
            #expect(await isWaiting(2, in: fetcher))
            await fetcher.shutdown()
            for fetch in fetches { #expect(await fetch.value?.kind == .closed) }
            #expect(await fetcher.failure(FetchRequest(url))?.kind == .closed)
            await fetcher.shutdown()
            #expect(server.requests.count == 1)
        }
    }

    @Test("ten thousand requests wait at once and each is answered")
    func many() async throws {
        let settings = patientSettings { $0.perHost = 64 }
        try await withServer(settings) { _ in
            .ok("")
        } _: { server, fetcher in
            let url = server.url("/")
            let answered = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10_000 {
                    group.addTask { (try? await fetcher.fetch(FetchRequest(url)))?.status == 200 }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(answered == 10_000)
            #expect(server.requests.count == 10_000)
        }
    }

    @Test("new settings count for what starts after them")
    func update() async throws {
        try await withServer { _ in
            .ok("four")
        } _: { server, fetcher in
            fetcher.update(testSettings { $0.maxBody = 3 }, userAgent: "Rasid/2")
            #expect(await fetcher.failure(FetchRequest(server.url("/")))?.kind == .tooLarge(limit: 3))
            #expect(server.requests.last?["user-agent"] == "Rasid/2")
        }
    }
}
