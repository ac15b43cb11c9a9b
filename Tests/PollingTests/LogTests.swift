import Logging
import NewsModel
import Synchronization
import Testing

@testable import Polling

/// Keeps what is logged.
private final class Lines: Sendable {
    struct Line: Sendable {
        let level: Logger.Level
        let message: String
        let metadata: [String: String]
    }

    private let kept = Mutex<[Line]>([])

    var all: [Line] { kept.withLock { $0 } }

    func logger() -> Logger {
        var logger = Logger(label: "test") { [self] _ in Handler(lines: self) }
        logger.logLevel = .info
        return logger
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        init(lines: Lines) { self.lines = lines }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let data = (event.metadata ?? [:]).mapValues { "\($0)" }
            lines.kept.withLock { $0.append(Line(level: event.level, message: "\(event.message)", metadata: data)) }
        }
    }
}

@Suite("The log of the watch")
struct LogTests {
    private let now = ContinuousClock.now

    private func failed(_ number: Int, isNews: Bool = true) throws -> WatchEvent {
        .failed(
            try #require(FeedID("f\(number)")), .init(code: "timeout", message: "slow"),
            next: .init(at: Timestamp(seconds: 0), reason: ""), isNews: isNews)
    }

    @Test("a thousand feeds that fail at once are twenty lines and one that counts the rest")
    func flood() throws {
        let lines = Lines()
        let log = PollLog(lines.logger())
        for number in 0..<1_000 { log.note(try failed(number), now: now) }
        log.summarise(now: now + .seconds(1))
        #expect(lines.all.count == LogThrottle.budget)
        log.summarise(now: now + LogThrottle.window)
        #expect(lines.all.count == LogThrottle.budget + 1)
        #expect(lines.all.last?.metadata == ["event": "feed-failing", "count": "980"])
        // The next while has its own.
        log.note(try failed(1), now: now + LogThrottle.window)
        #expect(lines.all.count == LogThrottle.budget + 2)
        log.summarise(now: now + LogThrottle.window * 2)
        #expect(lines.all.count == LogThrottle.budget + 2)
    }

    @Test("what is left untold is told at the end, each kind by itself, and what matters is always told")
    func kinds() throws {
        let lines = Lines()
        let log = PollLog(lines.logger())
        for number in 0..<30 {
            log.note(try failed(number), now: now)
            log.note(.recovered(try #require(FeedID("f\(number)")), after: 1), now: now)
            log.note(.reloadRefused("line \(number)"), now: now)
        }
        #expect(lines.all.count { $0.metadata["event"] == "reload-refused" } == 30)
        log.summarise(now: now, isFinal: true)
        #expect(lines.all.suffix(2).map { $0.metadata["count"] } == ["10", "10"])
    }

    @Test("a feed that goes on to fail writes nothing, and takes nothing from the others")
    func notNews() throws {
        let lines = Lines()
        let log = PollLog(lines.logger())
        for number in 0..<100 { log.note(try failed(number, isNews: false), now: now) }
        #expect(lines.all.isEmpty)
        log.note(try failed(1), host: "a.example", now: now)
        #expect(lines.all.first?.metadata["host"] == "a.example")
        #expect(lines.all.first?.metadata["feed.id"] == "f1")
    }

    @Test("every kind of message has a number of its own")
    func numbers() {
        let numbers = LogName.allCases.map(\.messageID)
        #expect(Set(numbers).count == numbers.count && numbers.count >= 12)
        for number in numbers {
            #expect(number.utf8.count == 32 && number.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        }
    }
}
