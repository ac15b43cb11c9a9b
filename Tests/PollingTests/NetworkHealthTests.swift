import NewsModel
import Testing

@testable import Polling

@Suite("Our own outage")
struct NetworkHealthTests {
    private let start = Timestamp(seconds: 1_789_000_000)

    @Test("most of many hosts unreachable at once is an outage, until one answers")
    func outage() {
        var health = NetworkHealth()
        for (index, host) in ["a", "b", "c"].enumerated() {
            let changed = health.note(host: host, isReached: false, now: start + .seconds(Int64(index)))
            #expect(!changed, "three hosts are too few")
        }
        let isDownNow = health.note(host: "d", isReached: false, now: start + .seconds(4))
        #expect(isDownNow && health.isDown)
        let isUpNow = health.note(host: "a", isReached: true, now: start + .seconds(60))
        #expect(isUpNow && !health.isDown)
    }

    @Test("some dead feeds among living ones are no outage")
    func deadFeeds() {
        var health = NetworkHealth()
        for host in ["a", "b", "c", "d"] { _ = health.note(host: host, isReached: true, now: start) }
        for host in ["e", "f", "g"] {
            let changed = health.note(host: host, isReached: false, now: start)
            #expect(!changed)
        }
        #expect(!health.isDown)
    }

    @Test("failures spread over hours are no outage")
    func slowFailures() {
        var health = NetworkHealth()
        for (index, host) in ["a", "b", "c", "d", "e"].enumerated() {
            _ = health.note(host: host, isReached: false, now: start + .seconds(Int64(index) * 1000))
        }
        #expect(!health.isDown)
    }

    @Test("hosts that answered long ago do not hide an outage")
    func oldAnswers() {
        var health = NetworkHealth()
        for index in 0..<100 { _ = health.note(host: "old\(index)", isReached: true, now: start) }
        for host in ["a", "b", "c", "d"] { _ = health.note(host: host, isReached: false, now: start + .seconds(301)) }
        #expect(health.isDown)
    }
}
