import Loopback
import NewsModel
import Synchronization

/// A publisher on loopback whose log tells by the test's clock when it was asked for what.
final class Site: Sendable {
    struct Visit: Sendable {
        let at: Timestamp
        let path: String
        let request: ScriptedServer.Request

        /// The value of a header field; `nil` when it was not sent.
        subscript(_ name: String) -> String? { request[name] }

        var isConditional: Bool { request["if-none-match"] != nil || request["if-modified-since"] != nil }
    }

    /// - Parameter number: of the visits to this path, the first is 1.
    typealias Script = @Sendable (_ visit: Visit, _ number: Int) -> Reply

    private let log: VisitLog
    private let server: ScriptedServer

    /// - Parameter port: 0 for any that is free.
    init(_ clock: TestClock, port: Int = 0, _ script: @escaping Script) throws {
        let log = VisitLog()
        server = try ScriptedServer(port: port) { request in
            let visit = Visit(at: clock.now, path: request.target, request: request)
            return script(visit, log.add(visit))
        }
        self.log = log
    }

    var visits: [Visit] { log.visits }

    func visits(to path: String) -> [Visit] { visits.filter { $0.path == path } }

    /// Start to start, from each visit of a path to the next.
    func gaps(_ path: String = "/feed") -> [Duration] {
        let times = visits(to: path).map(\.at)
        return zip(times.dropFirst(), times).map { $0 - $1 }
    }

    var port: Int { server.port }

    var connectionCount: Int { server.connectionCount }

    /// - Parameter host: any of 127.0.0.0/8; each is a host of its own.
    func url(_ path: String = "/feed", host: String = "127.0.0.1") -> String { server.url(path, host: host) }

    func stop() {
        server.stop()
    }
}

private final class VisitLog: Sendable {
    private let log = Mutex<[Site.Visit]>([])

    var visits: [Site.Visit] { log.withLock { $0 } }

    /// - Returns: how many visits to the same path there are now.
    func add(_ visit: Site.Visit) -> Int {
        log.withLock { log in
            log.append(visit)
            return log.count { $0.path == visit.path }
        }
    }
}
