import Monitoring
import NewsModel
import Testing

@testable import Polling

@Suite("What is wrong with a feed")
struct FeedProblemTests {
    private static let now = Timestamp(seconds: 1_789_000_000)
    private static let day = Duration.seconds(86_400)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let id: String?
        let change: @Sendable (inout FeedRecord) -> Void

        init(_ name: String, _ id: String?, _ change: @escaping @Sendable (inout FeedRecord) -> Void) {
            testDescription = name
            self.id = id
            self.change = change
        }
    }

    /// Arrivals of `count`, `gap` apart, the last one `ago`.
    private static func arrivals(_ record: inout FeedRecord, count: Int, gap: Duration, ago: Duration) {
        record.state = .ok
        record.arrivals = (0..<count).reversed().map { now - ago - gap * $0 }
        record.lastNewItem = record.arrivals.last
    }

    private static func pages(_ record: inout FeedRecord, _ outcomes: [Bool]) {
        record.state = .ok
        var pages = PageYield()
        for hasText in outcomes { pages.note(hasText: hasText, now: now) }
        record.pages = pages
    }

    private static func failures(_ record: inout FeedRecord, _ code: String) {
        record.state = .failing
        record.failures = 3
        record.lastFailure = .init(code: code, message: "m")
    }

    static let cases = [
        Case("a refusal", "feed-403") { failures(&$0, "http-403") },
        Case("a page instead of a feed", "feed-html-page") { failures(&$0, "feed-html_page") },
        Case("40 a day, then nothing for 9 days", "feed-quiet") {
            arrivals(&$0, count: 50, gap: .seconds(2160), ago: day * 9)
        },
        Case("40 a day, then a long weekend", nil) { arrivals(&$0, count: 50, gap: .seconds(2160), ago: day * 3) },
        Case("once a week, then three weeks", nil) { arrivals(&$0, count: 20, gap: day * 7, ago: day * 21) },
        Case("once a week, then three months", "feed-quiet") { arrivals(&$0, count: 20, gap: day * 7, ago: day * 90) },
        Case("a pause before as long as this one", nil) { record in
            arrivals(&record, count: 20, gap: .seconds(3600), ago: day * 9)
            record.arrivals = record.arrivals.enumerated().map { $0 < 10 ? $1 - day * 5 : $1 }
        },
        Case("too little known", nil) { arrivals(&$0, count: 9, gap: .seconds(60), ago: day * 30) },
        Case("nothing new ever", nil) { $0.state = .ok },
        Case("most pages without text", "extract-low") {
            pages(&$0, Array(repeating: true, count: 20) + Array(repeating: false, count: 30))
        },
        Case("half the pages without text", nil) {
            pages(&$0, Array(repeating: true, count: 25) + Array(repeating: false, count: 25))
        },
        Case("a few pages, all without text", nil) { pages(&$0, Array(repeating: false, count: 9)) },
        Case("pages that give text again", nil) {
            pages(&$0, Array(repeating: false, count: 50) + Array(repeating: true, count: 25))
        },
        Case("quiet and thin: the pages are told", "extract-low") { record in
            arrivals(&record, count: 50, gap: .seconds(2160), ago: day * 9)
            pages(&record, Array(repeating: false, count: 10))
        },
    ]

    @Test("each has its name, and none is called out too soon", arguments: cases)
    func problem(_ c: Case) throws {
        let id = try #require(FeedID("a"))
        let feed = FeedSettings(id: id, url: "https://a.example/")
        var record = FeedRecord(id: id, url: feed.url, now: Self.now - Self.day)
        record.lastSuccess = Self.now
        c.change(&record)
        var state = WatchState()
        state.schedule.replaceFeeds([feed], records: [record], now: Self.now)
        #expect(StatusProblems.all(state, now: Self.now).map(\.id) == [c.id].compactMap(\.self))
        record.pausedSince = Self.now
        state.schedule.replaceFeeds([], records: [], now: Self.now)
        state.schedule.replaceFeeds([feed], records: [record], now: Self.now)
        #expect(StatusProblems.all(state, now: Self.now).isEmpty)
    }

    @Test("pages noted while a poll runs are not forgotten when it ends")
    func meanwhile() throws {
        let id = try #require(FeedID("a"))
        var schedule = Schedule()
        schedule.replaceFeeds([FeedSettings(id: id, url: "https://a.example/")], records: [], now: Self.now)
        let polls = schedule.takeDue(now: Self.now, limit: 1, luck: { 0 })
        let noted = schedule.notePage(of: id, hasText: false, now: Self.now)
        #expect(noted?.pages?.withoutText == 1)
        let finished = schedule.finish(try #require(polls.first).record)
        #expect(finished.pages?.withoutText == 1)
    }

    @Test("a disk that is low is told once, and once that it is no longer")
    func disk() {
        var state = WatchState()
        let low = DiskOutlook(free: 1 << 20, total: 1 << 30, written: nil, span: .zero, share: 1)
        let well = DiskOutlook(free: 1 << 29, total: 1 << 30, written: nil, span: .zero, share: 1)
        var told: [Bool] = []
        for outlook in [well, low, low, well, well] {
            switch state.note(outlook, now: Self.now) {
            case .diskLow: told.append(true)
            case .diskRecovered: told.append(false)
            default: break
            }
            #expect(StatusProblems.all(state, now: Self.now).map(\.id) == (outlook == low ? ["disk-low"] : []))
        }
        #expect(told == [true, false])
    }
}
