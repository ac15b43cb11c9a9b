import NewsModel
import Testing

@testable import Polling

@Suite("What the jobs share")
struct WatchStateTests {
    private let now = Timestamp(seconds: 1_789_000_000)

    private func record(failures: Int) throws -> FeedRecord {
        var record = FeedRecord(id: try #require(FeedID("a")), url: "u", now: now)
        record.failures = failures
        return record
    }

    @Test("an outage forgives the failures of the last minutes, from the first of them on")
    func forgiven() throws {
        var state = WatchState()
        state.suspect(try record(failures: 0), now: now)
        state.suspect(try record(failures: 1), now: now + .seconds(100))
        #expect(state.takeSuspects(now: now + .seconds(200)).map(\.failures) == [0])
        #expect(state.takeSuspects(now: now + .seconds(200)).isEmpty)
    }

    @Test("an outage does not forgive a feed that failed long before")
    func notForgiven() throws {
        var state = WatchState()
        state.suspect(try record(failures: 0), now: now)
        #expect(state.takeSuspects(now: now + .seconds(3600)).isEmpty)
        state.suspect(try record(failures: 0), now: now)
        state.suspect(try record(failures: 7), now: now + .seconds(3600))
        #expect(state.takeSuspects(now: now + .seconds(3601)).map(\.failures) == [7])
    }

    @Test("articles wait for articles and records to be storable, not for the status")
    func articlesWait() {
        for (use, isWell) in [(StorageUse.articles, false), (.records, false), (.status, true)] {
            var state = WatchState()
            _ = state.noteStorage(use, failure: "disk full", now: now)
            #expect(state.takesArticles == isWell)
            _ = state.noteStorage(use, failure: nil, now: now)
            #expect(state.takesArticles)
        }
    }

    @Test("storing is told once to fail and once to work again, whatever else works meanwhile")
    func storage() {
        var state = WatchState()
        var told: [Bool] = []
        func note(_ use: StorageUse, _ failure: String?) {
            switch state.noteStorage(use, failure: failure, now: now) {
            case .outboxFailed: told.append(false)
            case .outboxRecovered: told.append(true)
            default: break
            }
        }
        note(.articles, nil)
        note(.records, "disk full")
        note(.articles, nil)
        note(.status, "disk full")
        note(.records, "disk full")
        #expect(told == [false] && state.storageFailure != nil)
        note(.records, nil)
        #expect(told == [false])
        note(.status, nil)
        #expect(told == [false, true] && state.storageFailure == nil)
    }
}
