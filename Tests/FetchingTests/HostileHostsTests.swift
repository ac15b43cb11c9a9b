import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("A thousand hostile hosts")
struct HostileHostsTests {
    private static let hosts = 1000
    private static let goodHosts = 16
    private static let rounds = 20

    /// Each keeps its connection as long as it can; limits of time are hours away.
    private static func hostile(_ number: Int) -> Reply {
        switch number % 5 {
        // Not a word.
        case 0: Reply(pieces: [.silence])
        // A header that does not end.
        case 1: Reply(pieces: [.bytes(Array("HTTP/1.1 200 OK\r\nX-A: ".utf8)), .silence])
        // A body that does not come.
        case 2: Reply(pieces: [.bytes(Reply.head(200, [("Content-Length", "1000")])), .silence])
        // A compressed body that stops.
        case 3:
            Reply(pieces: [
                .bytes(Reply.head(200, [("Content-Encoding", "gzip"), ("Content-Length", "1000")])),
                .bytes(Array(Compressed.gzip.prefix(12))), .silence,
            ])
        // A chunk of which half comes.
        default:
            Reply(pieces: [
                .bytes(Reply.head(200, [("Transfer-Encoding", "chunked")])), .bytes(Array("ff\r\nhalf".utf8)), .silence,
            ])
        }
    }

    @Test("hosts that answered before are asked round after round while all of them hang")
    func others() async throws {
        let settings = testSettings { $0.timeout = .seconds(3600) }
        try await withServer(settings) { request in
            Int(request.target.dropFirst()).map(Self.hostile) ?? .ok()
        } _: { server, fetcher in
            let good = (1...Self.goodHosts).map {
                FetchRequest(server.url("/good", host: "127.200.0.\($0)"), kind: .feed)
            }
            for request in good { _ = try await fetcher.fetch(request) }
            try await withThrowingTaskGroup { group in
                for number in 0..<Self.hosts {
                    let url = server.url("/\(number)", host: "127.100.\(number / 250).\(number % 250 + 1)")
                    group.addTask { #expect(await fetcher.failure(FetchRequest(url, kind: .feed))?.kind == .cancelled) }
                }
                // All that may hang at once.
                await server.arrival(of: Self.goodHosts + 48)
                for _ in 0..<Self.rounds {
                    try await withThrowingTaskGroup { round in
                        for request in good { round.addTask { _ = try await fetcher.fetch(request) } }
                        try await round.waitForAll()
                    }
                }
                #expect(server.requests.count { $0.target == "/good" } == Self.goodHosts * (Self.rounds + 1))
                #expect(fetcher.hostStates().running >= 48)
                group.cancelAll()
            }
        }
    }

    @Test("hosts never met before are not kept waiting by others of which none answers")
    func neverMet() async throws {
        let settings = testSettings {
            $0.timeout = .seconds(60)
            $0.concurrency = 4
        }
        let places = HostGate.Limits(settings).mute + HostGate.Limits(settings).unproven
        try await withServer(settings) { request in
            Int(request.target.dropFirst()).map(Self.hostile) ?? .ok()
        } _: { server, fetcher in
            try await withThrowingTaskGroup { group in
                for number in 0..<places {
                    let url = server.url("/\(number)", host: "127.102.0.\(number + 1)")
                    group.addTask { _ = await fetcher.failure(FetchRequest(url, kind: .feed)) }
                }
                await server.arrival(of: places)
                try await withThrowingTaskGroup { good in
                    for number in 1...Self.goodHosts {
                        let url = server.url("/good", host: "127.103.0.\(number)")
                        good.addTask { _ = try await fetcher.fetch(FetchRequest(url, kind: .feed)) }
                    }
                    try await good.waitForAll()
                }
                // Hostile ones wait for their own limits, most of them: only places that were needed were taken.
                #expect(fetcher.hostStates().running > places / 2)
                group.cancelAll()
            }
        }
    }

    @Test("each is let go at its limit, all the others are served, and nothing is left behind")
    func letGo() async throws {
        let settings = testSettings {
            $0.timeout = .seconds(1)
            $0.concurrency = 256
        }
        try await withServer(settings) { request in
            Int(request.target.dropFirst()).map(Self.hostile) ?? .ok()
        } _: { server, fetcher in
            let kinds = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<400 {
                    let isGood = number % 4 == 0
                    let url = server.url(
                        isGood ? "/good" : "/\(number)", host: "127.101.\(number / 250).\(number % 250 + 1)")
                    group.addTask {
                        do throws(FetchError) {
                            _ = try await fetcher.fetch(FetchRequest(url, kind: .feed))
                            return isGood
                        } catch {
                            return !isGood && (error.kind == .stalled || error.kind == .timeout(after: .seconds(1)))
                        }
                    }
                }
                return await group.reduce(into: [true: 0, false: 0]) { $0[$1, default: 0] += 1 }
            }
            #expect(kinds == [true: 400, false: 0])
            let states = fetcher.hostStates()
            #expect(states.running == 0 && states.waiting == 0)
        }
    }
}
