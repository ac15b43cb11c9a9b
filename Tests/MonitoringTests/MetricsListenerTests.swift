import Glibc
import NewsModel
import Testing

@testable import Monitoring

@Suite("Metrics over HTTP", .serialized)
struct MetricsListenerTests {
    private let path = "/tmp/rasid-metrics-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"

    /// A connection of a client.
    private func connect() throws -> Int32 {
        let address = try #require(UnixAddress(path))
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(address.withAddress { Glibc.connect(descriptor, $0, $1) } == 0)
        return descriptor
    }

    private func answer(to request: String, over descriptor: Int32) -> String {
        let bytes = Array(request.utf8)
        send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }

    @Test("one scrape after the other is answered in full, and the socket goes with the listener")
    func scrapes() throws {
        // More than a socket's buffer takes at once.
        let text = String(repeating: "rasid_x 1\n", count: 200_000)
        let listener = try MetricsListener(LocalSocket(.unix(path))) { _ in text }
        for _ in 0..<3 {
            let descriptor = try connect()
            defer { close(descriptor) }
            let answer = answer(to: "GET /metrics HTTP/1.1\r\n\r\n", over: descriptor)
            #expect(answer.hasSuffix(text))
        }
        listener.stop()
        listener.stop()
        withExtendedLifetime(listener) {}
    }

    @Test("many who say nothing hold up nobody for ever, and what is too long is cut off")
    func hostile() throws {
        let listener = try MetricsListener(LocalSocket(.unix(path)), patience: .milliseconds(200)) { _ in "figures" }
        let long = try connect()
        #expect(answer(to: "GET /" + String(repeating: "x", count: 20_000), over: long) == "")
        close(long)
        let silent = try (0..<10).map { _ in try connect() }
        let descriptor = try connect()
        // The silent ones are sent away after their time; then it is our turn.
        #expect(answer(to: "GET /metrics HTTP/1.1\r\n\r\n", over: descriptor).hasSuffix("figures"))
        for descriptor in silent + [descriptor] { close(descriptor) }
        listener.stop()
    }

    @Test("a socket that is left over is replaced; a file is not")
    func leftovers() throws {
        let first = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let address = try #require(UnixAddress(path))
        try #require(address.withAddress { bind(first, $0, $1) } == 0)
        close(first)
        do {
            let socket = try LocalSocket(.unix(path))
            var status = stat()
            #expect(lstat(path, &status) == 0 && status.st_mode & 0o777 == 0o660)
            withExtendedLifetime(socket) {}
        }
        #expect(access(path, F_OK) != 0)
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        close(file)
        defer { unlink(path) }
        #expect(throws: MetricsError(kind: .listen, place: path, number: EADDRINUSE)) { try LocalSocket(.unix(path)) }
    }

    @Test(
        "loopback addresses of both families can be listened on",
        arguments: [[127, 0, 0, 1], Array(repeating: 0, count: 15) + [1]] as [[UInt8]])
    func loopback(_ address: [UInt8]) throws {
        do {
            let socket = try LocalSocket(.loopback(address, port: 0))
            #expect(address.count == 16 || socket.port > 0)
        } catch {
            // A machine without IPv6.
            #expect(address.count == 16 && error.number == EADDRNOTAVAIL || error.number == EAFNOSUPPORT)
        }
    }

    @Test(
        "a socket that is not handed over is not taken",
        arguments: [
            [:], ["LISTEN_FDS": "1", "LISTEN_FDNAMES": "metrics", "LISTEN_PID": "1"],
            ["LISTEN_FDS": "1", "LISTEN_FDNAMES": "control", "LISTEN_PID": "\(getpid())"],
            ["LISTEN_FDS": "1", "LISTEN_FDNAMES": "control:metrics", "LISTEN_PID": "\(getpid())"],
            ["LISTEN_FDS": "x", "LISTEN_FDNAMES": "metrics", "LISTEN_PID": "\(getpid())"],
        ])
    func notHandedOver(_ environment: [String: String]) throws {
        #expect(try LocalSocket(named: "metrics", environment: environment) == nil)
    }
}
