import NewsModel
import Testing

@testable import Configuring

@Suite("min, interval and max")
struct PollOrderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let all: String
        let feed: String
        /// min, interval and max of the feed.
        let expected: String

        init(_ name: String, all: String = "", feed: String = "", _ expected: String) {
            testDescription = name
            self.all = all
            self.feed = feed
            self.expected = expected
        }
    }

    static let cases = [
        Case("nothing set", "5m 15m 24h"),
        Case("all set, in seconds", all: "interval: 2s, min: 1s, max: 10s", "1s 2s 10s"),
        Case("all the same", all: "interval: 1m, min: 1m, max: 1m", "1m 1m 1m"),
        Case("an interval below the default of min", all: "interval: 2s", "2s 2s 24h"),
        Case("an interval above the default of max", all: "interval: 2d", "5m 2d 2d"),
        Case("a min above the default of interval", all: "min: 1h", "1h 1h 24h"),
        Case("a min above the default of max", all: "min: 2d", "2d 2d 2d"),
        Case("a max below the default of min", all: "max: 10s", "10s 10s 10s"),
        Case("min and max around nothing", all: "min: 1s, max: 3s", "1s 3s 3s"),
        Case("a feed's interval below the min of all", all: "min: 10m", feed: "interval: 1m", "1m 1m 24h"),
        Case("a feed's min above the interval of all", all: "interval: 5m", feed: "min: 20m", "20m 20m 24h"),
        Case("a feed's own three", all: "interval: 5m", feed: "interval: 3s, min: 2s, max: 4s", "2s 3s 4s"),
    ]

    @Test("what is written nearer wins, what is inherited gives way", arguments: cases)
    func givesWay(_ c: Case) throws {
        let feed = "{ name: a, url: https://a.example/, \(c.feed) }"
        let read = try settings("poll: { \(c.all) }\nfeeds: [\(feed)]")
        let poll = try #require(read.feeds.first).poll
        #expect([poll.min, poll.interval, poll.max].map(\.inOneUnit).joined(separator: " ") == c.expected)
    }

    static let conflicts: [(String, [String])] = [
        ("interval: 5m, min: 6m", [#"poll.min: found "6m", allowed is at most interval, 5m in line 1"#]),
        ("interval: 5m, max: 4m", [#"poll.interval: found "5m", allowed is at most max, 4m in line 1"#]),
        ("min: 5m, max: 4m", [#"poll.min: found "5m", allowed is at most max, 4m in line 1"#]),
        ("min: 5m, max: 5m", []),
        // The range is the only mistake: what was not read is not compared.
        (
            "min: 31d, max: 4m",
            [#"poll.min: found "31d", allowed is a duration such as 30s, 15m, 1h, 2d from 1s to 30d"#]
        ),
    ]

    @Test("what is written in one place must agree", arguments: conflicts)
    func conflict(_ poll: String, _ expected: [String]) {
        let found = mistakes("poll: { \(poll) }\n" + oneFeed).map { $0.drop { $0 != " " }.dropFirst() }
        #expect(found.map(String.init) == expected)
    }
}
