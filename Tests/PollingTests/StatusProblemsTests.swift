import Monitoring
import NewsModel
import Testing

@testable import Polling

@Suite("What an operator should know")
struct StatusProblemsTests {
    private let now = Timestamp(seconds: 1_789_000_000)

    private func state(_ change: (inout FeedRecord) -> Void) throws -> WatchState {
        let id = try #require(FeedID("a"))
        var record = FeedRecord(id: id, url: "https://a.example/", now: now)
        change(&record)
        var state = WatchState()
        state.schedule.replaceFeeds([FeedSettings(id: id, url: record.url)], records: [record], now: now)
        return state
    }

    @Test("a feed that failed once is no problem, three times is")
    func failing() throws {
        for (failures, problems) in [(1, 0), (2, 0), (3, 1)] {
            let state = try state {
                $0.state = .failing
                $0.failures = failures
                $0.lastFailure = .init(code: "timeout", message: "slow")
            }
            let found = StatusProblems.all(state, now: now)
            #expect(found.count == problems)
            #expect(found.allSatisfy { $0.id == "feed-timeout" && $0.severity == .warning })
        }
    }

    @Test("an outbox that cannot be written is critical")
    func outbox() throws {
        var state = try state { _ in }
        _ = state.noteStorage(.articles, failure: "no space left", now: now)
        #expect(StatusProblems.all(state, now: now).map(\.severity) == [.critical])
    }

    @Test("a refused reload warns, after an hour it is critical")
    func reload() throws {
        var state = try state { _ in }
        state.reloadFailure = ("line 3", now)
        #expect(StatusProblems.all(state, now: now).map(\.severity) == [.warning])
        #expect(StatusProblems.all(state, now: now + .seconds(4000)).map(\.severity) == [.critical])
    }

    @Test("a damaged index is critical, a sound one no problem")
    func index() throws {
        var state = try state { _ in }
        state.indexCheck = (now, [])
        #expect(StatusProblems.all(state, now: now).isEmpty)
        state.indexCheck = (now, ["row 3 missing from index", "wrong # of entries"])
        let found = StatusProblems.all(state, now: now)
        #expect(found.map(\.id) == ["index-damaged"])
        #expect(found.map(\.severity) == [.critical] && found.map(\.count) == [2])
    }

    @Test("metrics that cannot be handed on warn")
    func metrics() throws {
        var state = try state { _ in }
        state.metricsFailure = ("no such directory", now)
        #expect(StatusProblems.all(state, now: now).map(\.severity) == [.warning])
    }

    @Test("nothing read for twice the longest interval is critical")
    func silence() throws {
        let state = try state {
            $0.state = .failing
            $0.lastSuccess = now - .seconds(3 * 86_400)
        }
        #expect(StatusProblems.all(state, now: now).map(\.id) == ["nothing-polled"])
        #expect(StatusProblems.all(state, now: now - .seconds(2 * 86_400)).isEmpty)
    }
}
