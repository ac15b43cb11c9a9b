import Glibc
import Testing

@testable import Monitoring

@Suite("notifying systemd")
struct SystemdNotificationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let states: [SystemdNotification.State]
        let datagram: String

        init(_ name: String, _ states: [SystemdNotification.State], _ datagram: String) {
            testDescription = name
            self.states = states
            self.datagram = datagram
        }
    }

    static let cases = [
        Case("ready", [.ready], "READY=1"),
        Case("stopping", [.stopping], "STOPPING=1"),
        Case("alive", [.watchdog], "WATCHDOG=1"),
        Case("a status in Arabic", [.status("٣ مصادر")], "STATUS=٣ مصادر"),
        Case("several at once", [.ready, .status("398/412 feeds ok")], "READY=1\nSTATUS=398/412 feeds ok"),
        Case("a status that would say more", [.status("a\nREADY=1\r\nb\u{0}")], "STATUS=a READY=1  b "),
        Case("an error", [.errno(ENOSPC)], "ERRNO=28"),
        Case("more time", [.extendTimeout(.milliseconds(2_500))], "EXTEND_TIMEOUT_USEC=2500000"),
        Case("no less than no time", [.extendTimeout(.seconds(-1))], "EXTEND_TIMEOUT_USEC=0"),
    ]

    @Test("each state arrives as its assignment", arguments: cases)
    func arrives(_ c: Case) throws {
        let receiver = try Receiver("@rasid-test-\(getpid())-\(c.states.count)-\(c.datagram.utf8.count)")
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": receiver.name]))
        try notification.send(c.states)
        #expect(receiver.datagram() == c.datagram)
    }

    @Test("a socket with a path works as an abstract one does")
    func path() throws {
        let receiver = try Receiver("/tmp/rasid-test-\(getpid()).socket")
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": receiver.name]))
        try notification.send([.ready])
        #expect(receiver.datagram() == "READY=1")
    }

    @Test("a reload tells when it began")
    func reloading() throws {
        let receiver = try Receiver("@rasid-test-\(getpid())-reload")
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": receiver.name]))
        var before = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        try notification.send([.reloading])

        let lines = receiver.datagram().split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let time = try #require(lines.last?.split(separator: "=").last.flatMap { Int($0) })
        #expect(lines.last == "MONOTONIC_USEC=\(time)")
        let elapsed = time - (before.tv_sec * 1_000_000 + before.tv_nsec / 1_000)
        #expect((0...60_000_000).contains(elapsed))
    }

    @Test("a long status is cut between letters")
    func longStatus() throws {
        let receiver = try Receiver("@rasid-test-\(getpid())-long")
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": receiver.name]))
        try notification.send([.status("x" + String(repeating: "خ", count: 10_000))])
        #expect(receiver.datagram() == "STATUS=x" + String(repeating: "خ", count: 255))
    }

    @Test("nothing to tell is not told")
    func nothing() throws {
        let receiver = try Receiver("@rasid-test-\(getpid())-nothing")
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": receiver.name]))
        try notification.send([])
        try notification.send([.ready])
        #expect(receiver.datagram() == "READY=1")
    }

    @Test("a manager that is gone is an error that names the socket")
    func gone() throws {
        let name = "/tmp/rasid-test-\(getpid())-gone.socket"
        let notification = try #require(SystemdNotification(environment: ["NOTIFY_SOCKET": name]))
        let error = #expect(throws: NotificationError.self) { try notification.send([.ready]) }
        #expect(error?.description == "systemd not notified at \(name): No such file or directory")
    }

    static let environments: [([String: String], Bool)] = [
        ([:], false), (["NOTIFY_SOCKET": ""], false), (["NOTIFY_SOCKET": "@"], false),
        (["NOTIFY_SOCKET": "relative"], false), (["NOTIFY_SOCKET": "vsock:2:1234"], false),
        (["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 107)], false),
        (["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 106)], true),
        (["NOTIFY_SOCKET": "@x"], true), (["NOTIFY_SOCKET": "/run/systemd/notify"], true),
    ]

    @Test("without a socket there is nobody to tell", arguments: environments)
    func environment(_ environment: [String: String], _ isThere: Bool) {
        #expect((SystemdNotification(environment: environment) != nil) == isThere)
    }

    static let watchdogs: [([String: String], Duration?)] = [
        ([:], nil), (["WATCHDOG_USEC": "60000000"], .seconds(30)),
        (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "\(getpid())"], .seconds(30)),
        (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"], nil), (["WATCHDOG_USEC": "0"], nil),
        (["WATCHDOG_USEC": "-5"], nil), (["WATCHDOG_USEC": "soon"], nil),
    ]

    @Test("the watchdog is told twice as often as it waits, when it waits for this process", arguments: watchdogs)
    func watchdog(_ variables: [String: String], _ interval: Duration?) throws {
        let environment = variables.merging(["NOTIFY_SOCKET": "@x"]) { $1 }
        #expect(try #require(SystemdNotification(environment: environment)).watchdogInterval == interval)
    }
}

/// A service manager: a socket that datagrams can be sent to.
private final class Receiver {
    let name: String
    private let descriptor: Int32

    init(_ name: String) throws {
        self.name = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        let address = try #require(UnixAddress(name))
        let bound = address.withAddress { bind(descriptor, $0, $1) }
        try #require(bound == 0)
    }

    deinit {
        close(descriptor)
        if name.hasPrefix("/") { unlink(name) }
    }

    /// The next datagram; it has arrived when sending returned.
    func datagram() -> String {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
