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

    @Test("a feed of this machine that answers ends no outage of the internet, nor begins one")
    func localFeeds() {
        var health = NetworkHealth()
        for host in ["a", "b", "c", "d"] { _ = health.note(host: host, isReached: false, now: start) }
        #expect(health.isDown(for: "e") && !health.isDown(for: "127.0.0.1"))
        for host in ["127.0.0.1", "localhost", "192.168.1.9"] {
            let changed = health.note(host: host, isReached: true, now: start)
            #expect(!changed)
        }
        #expect(health.isDown)
    }

    @Test("while down, one look a quarter of a minute and later a minute, and at once when it is back")
    func probes() {
        var health = NetworkHealth()
        for host in ["a", "b", "c", "d"] { _ = health.note(host: host, isReached: false, now: start) }
        let looks = (0..<300).filter { health.mayProbe(now: start + .seconds($0)) }
        #expect(looks == [0, 15, 45, 105, 165, 225, 285])
        _ = health.note(host: "a", isReached: true, now: start + .seconds(300))
        #expect(!health.isDown)
    }
}
