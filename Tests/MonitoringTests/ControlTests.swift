import Foundation
import Glibc
import Testing

@testable import Monitoring

@Suite("The control socket's rules")
struct ControlRuleTests {
    private let now = ContinuousClock.now

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: String
        let request: ControlRequest?

        init(_ name: String, _ line: String, _ request: ControlRequest?) {
            testDescription = name
            self.line = line
            self.request = request
        }
    }

    static let cases = [
        Case("a poll of all", "poll", .pollAll),
        Case("status", "status", .status),
        Case("reload", "reload", .reload(waits: false)),
        Case("reload and wait", "reload wait", .reload(waits: true)),
        Case("poll", "poll a.b-c", .poll("a.b-c", isForced: false)),
        Case("poll by force", "poll a force", .poll("a", isForced: true)),
        Case("pause", "pause a", .pause("a")),
        Case("resume", "resume a", .resume("a")),
        Case("nothing", "", nil),
        Case("two names", "poll a b", nil),
        Case("another case", "STATUS", nil),
        Case("two blanks", "poll  a", nil),
        Case("HTTP", "GET / HTTP/1.1\r", nil),
    ]

    @Test("a line is one request or none, and is written as it is read", arguments: cases)
    func request(_ c: Case) {
        #expect(ControlRequest(line: Array(c.line.utf8)) == c.request)
        if let request = c.request { #expect(request.line == c.line) }
    }

    @Test("an answer is read as it was written, whatever its text")
    func answer() {
        for answer in [ControlAnswer(0, ""), ControlAnswer(78, "a:3: «x»\nb\n"), ControlAnswer(-1, "\n")] {
            #expect(ControlAnswer(answer.bytes) == answer)
        }
        for bytes in ["", "0", "x\n", "\n"] { #expect(ControlAnswer(Array(bytes.utf8)) == nil) }
    }

    @Test("a request may come byte by byte, and what follows it is not read")
    func trickle() {
        var conversation = ControlConversation(user: 0, now: now)
        for byte in "pause a".utf8 { #expect(conversation.take([byte], now: now) == nil) }
        #expect(conversation.take(Array("\nresume a\n".utf8), now: now) == .pause("a"))
        #expect(conversation.take(Array("resume a\n".utf8), now: now) == nil)
        #expect(conversation.state == .working && conversation.deadline == nil)
        conversation.tell(ControlAnswer(0, "ok"), now: now)
        #expect(Array(conversation.toSend) == Array("0\nok".utf8))
        conversation.sent(3)
        #expect(conversation.state == .answering)
        conversation.sent(1)
        #expect(conversation.state == .over)
    }

    @Test("a line without end is refused at its 256th byte, and no more of it is kept")
    func endless() {
        var conversation = ControlConversation(user: 0, now: now)
        #expect(conversation.take([UInt8](repeating: 0x61, count: 255), now: now) == nil)
        #expect(conversation.state == .asking)
        #expect(conversation.take([UInt8](repeating: 0x61, count: 1 << 20), now: now) == nil)
        #expect(conversation.state == .answering)
        #expect(ControlAnswer(Array(conversation.toSend))?.status == 64)
    }

    @Test("trickling buys no time, neither for asking nor for reading the answer")
    func late() {
        var conversation = ControlConversation(user: 0, now: now)
        _ = conversation.take([0x61], now: now + .seconds(1.9))
        #expect(!conversation.isLate(now + .seconds(1.9)))
        #expect(conversation.isLate(now + ControlConversation.askingTime))
        conversation.tell(ControlAnswer(0, String(repeating: "x", count: 100)), now: now)
        conversation.sent(1)
        #expect(conversation.isLate(now + ControlConversation.answeringTime))
    }

    @Test("who only occupies places makes room, the user with most of them first; who is served stays")
    func crowd() {
        var clients = ControlClients()
        for descriptor in 0..<Int32(ControlClients.capacity) {
            #expect(clients.admission(round: 1) == .welcome)
            clients.add(descriptor, user: descriptor == 0 ? 7 : 8, now: now)
        }
        // They were let in just now and not listened to yet.
        #expect(clients.admission(round: 1) == .full)
        let round = clients.nextNumber
        #expect(clients.admission(round: round) == .after(1))
        for descriptor in 0..<Int32(ControlClients.capacity) where descriptor != 5 {
            _ = clients.update(descriptor) { $0.take(Array("status\n".utf8), now: now) }
        }
        #expect(clients.admission(round: round) == .after(5))
        _ = clients.update(5) { $0.take(Array("status\n".utf8), now: now) }
        #expect(clients.admission(round: round) == .full)
        // One that does not read its answer holds a place, too.
        clients.update(9) { $0.tell(ControlAnswer(0, "s"), now: now) }
        #expect(clients.admission(round: round) == .after(9))
    }
}

@Suite("The control socket", .serialized)
struct ControlSocketTests {
    /// A server that echoes requests, in a folder of its own.
    private final class Echo: Sendable {
        /// Bytes of its status, more than a socket takes at once.
        static let large = 1 << 20
        let folder: String
        let place: ControlPlace
        private let task: Task<Void, Never>

        init(inName name: String = "", environment: [String: String] = [:]) throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)\(name)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            place = ControlPlace(state: folder, environment: environment)
            let server = try ControlServer(at: place)
            let large = ControlAnswer(0, String(repeating: "s", count: Self.large))
            task = Task {
                await server.run { $0 == .status ? large : ControlAnswer(0, $0.line) }
            }
        }

        func stop() async {
            task.cancel()
            await task.value
        }

        deinit {
            task.cancel()
            try? FileManager.default.removeItem(atPath: folder)
        }

        func ask(_ request: ControlRequest) throws(ControlError) -> ControlAnswer {
            try ControlClient(path: "\(folder)/\(ControlPlace.name)", patience: .seconds(20)).ask(request)
        }

        /// A client that says what it likes.
        func connection() throws -> Int32 {
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let connected = try ControlPlace.withAddress(of: place.path) { address in
                address.withAddress { connect(descriptor, $0, $1) }
            }
            try #require(connected == 0)
            return descriptor
        }
    }

    @Test("only its user and group may connect, and it goes with the daemon")
    func rights() async throws {
        let echo = try Echo()
        var status = stat()
        #expect(stat(echo.place.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        #expect(try echo.ask(.pause("a")) == ControlAnswer(0, "pause a"))
        await echo.stop()
        #expect(throws: ControlError.self) { try echo.ask(.pause("a")) }
    }

    @Test("a socket that a killed daemon left is replaced, a file of another kind is not")
    func leftover() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = ControlPlace(state: folder.path, environment: [:])
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = try ControlPlace.withAddress(of: place.path) { $0.withAddress { bind(descriptor, $0, $1) } }
        #expect(bound == 0)
        close(descriptor)
        do { _ = try ControlServer(at: place) }
        try Data("mine".utf8).write(to: URL(filePath: place.path))
        #expect { try ControlServer(at: place) } throws: { ($0 as? ControlError)?.number == EADDRINUSE }
        #expect(try String(contentsOfFile: place.path, encoding: .utf8) == "mine")
    }

    @Test("a path too long for the system works all the same")
    func longPath() async throws {
        let echo = try Echo(inName: String(repeating: "-long", count: 30))
        #expect(try echo.ask(.resume("a")).text == "resume a")
        await echo.stop()
    }

    @Test("with a runtime directory the socket is there, and the state directory leads to it")
    func runtimeDirectory() async throws {
        let runtime = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: runtime, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: runtime) }
        let environment = ["RUNTIME_DIRECTORY": "\(runtime.path):/elsewhere"]
        let echo = try Echo(environment: environment)
        #expect(echo.place.path == "\(runtime.path)/control.sock")
        #expect(try echo.ask(.pause("a")).text == "pause a")
        // A second daemon with another state directory must not take it away.
        #expect(throws: ControlError.self) { try Echo(environment: environment) }
        #expect(try echo.ask(.pause("b")).text == "pause b")
        await echo.stop()
    }

    @Test("garbage, endless requests, a thousand silent clients and slow readers keep nobody from being answered")
    func hostile() async throws {
        let echo = try Echo()
        var descriptors: [Int32] = []
        defer { for descriptor in descriptors { close(descriptor) } }
        for _ in 0..<100 {
            // Asks for a megabyte and reads none of them.
            let slow = try echo.connection()
            descriptors.append(slow)
            _ = send(slow, "status\n", 7, Int32(MSG_NOSIGNAL))
        }
        #expect(try echo.ask(.pause("a")).text == "pause a")
        for _ in 0..<900 { descriptors.append(try echo.connection()) }
        #expect(try echo.ask(.pause("b")).text == "pause b")
        let endless = try echo.connection()
        descriptors.append(endless)
        var chunk = [UInt8](repeating: 0xFF, count: 1 << 16)
        var sent = 0
        while sent < 1 << 30 {
            let count = send(endless, &chunk, chunk.count, Int32(MSG_NOSIGNAL))
            if count <= 0 { break }
            sent += count
        }
        #expect(sent < 1 << 24)
        #expect(try echo.ask(.status).text.utf8.count == Echo.large)
        await echo.stop()
    }

    @Test("a client that leaves before its answer harms nobody")
    func leaves() async throws {
        let echo = try Echo()
        for _ in 0..<200 {
            let descriptor = try echo.connection()
            _ = send(descriptor, "status\n", 7, Int32(MSG_NOSIGNAL))
            close(descriptor)
        }
        #expect(try echo.ask(.pause("a")).text == "pause a")
        await echo.stop()
    }
}

@Suite("The heartbeat")
struct HeartbeatTests {
    private func take(_ heartbeat: inout Heartbeat) -> Bool { heartbeat.take() }

    @Test("only when every part has moved the watch lives, and each time anew")
    func everyPart() {
        var heartbeat = Heartbeat()
        for missing in Heartbeat.Part.allCases {
            for part in Heartbeat.Part.allCases where part != missing { heartbeat.beat(part) }
            #expect(take(&heartbeat) == false, "\(missing)")
            heartbeat.beat(missing)
            #expect(take(&heartbeat))
            #expect(take(&heartbeat) == false)
        }
    }

    @Test("a part that is done is not waited for")
    func resting() {
        var heartbeat = Heartbeat()
        heartbeat.rest(.polling)
        heartbeat.beat(.pages)
        heartbeat.beat(.workers)
        #expect(take(&heartbeat) == false)
        heartbeat.beat(.writer)
        #expect(take(&heartbeat))
    }
}
