import Fetching
import NewsModel
import Testing

@testable import Polling

@Suite("What is asked for a feed")
struct FeedPollerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var target = "https://new.example/feed"
        var isAdopted = true
        var headers: [String: String] = [:]
        var credential: String?
        let asked: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "an adopted redirect is asked", asked: "https://new.example/feed"),
        Case(name: "one that is not yet believed is not", isAdopted: false, asked: "https://a.example/feed"),
        Case(
            name: "headers never go to another origin", headers: ["X-Key": "secret"], asked: "https://a.example/feed"),
        Case(name: "nor does a credential", credential: "secret", asked: "https://a.example/feed"),
        Case(
            name: "nor from https to http", target: "http://a.example/feed", credential: "secret",
            asked: "https://a.example/feed"),
        Case(
            name: "within the origin they go along", target: "https://a.example/new", credential: "secret",
            asked: "https://a.example/new"),
    ]

    @Test("the URL of the next request", arguments: cases)
    func url(_ c: Case) async throws {
        let id = try #require(FeedID("a"))
        var feed = FeedSettings(id: id, url: "https://a.example/feed")
        feed.headers = c.headers
        feed.credential = c.credential
        var record = FeedRecord(id: id, url: feed.url, now: Timestamp(seconds: 0))
        record.redirect = .init(target: c.target, since: Timestamp(seconds: 0), count: 5, isAdopted: c.isAdopted)
        let fetcher = try Fetcher(FetchSettings(), userAgent: "Test/1")
        let poller = FeedPoller(
            fetcher: fetcher, workers: WorkQueues("test", count: 1), now: { Timestamp(seconds: 0) }, credential: { $0 })
        #expect(poller.request(feed, record).url == c.asked)
        await fetcher.shutdown()
    }
}
