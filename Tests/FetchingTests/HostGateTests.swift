import NewsModel
import Testing

@testable import Fetching

@Suite("Host gate")
struct HostGateTests {
    let start = ContinuousClock.now

    private func gate(concurrency: Int = 64, perHost: Int = 2, delay: Duration = .seconds(1)) -> Gate {
        var settings = FetchSettings()
        settings.concurrency = concurrency
        settings.perHost = perHost
        settings.hostDelay = delay
        return Gate(HostGate(.init(settings)))
    }

    /// All tickets that may start at `now`.
    private func drain(_ gate: Gate, at now: ContinuousClock.Instant) -> [UInt64] {
        var tickets: [UInt64] = []
        while let ticket = gate.next(now: now) { tickets.append(ticket) }
        return tickets
    }

    @Test("requests to one host start a delay apart, and another host is not held up")
    func pace() {
        let gate = gate()
        for ticket in 1...3 { #expect(gate.enqueue(UInt64(ticket), host: "a", priority: .feed, now: start)) }
        #expect(gate.enqueue(9, host: "b", priority: .feed, now: start))
        #expect(drain(gate, at: start) == [1, 9])
        #expect(gate.nextWake(now: start) == start + .seconds(1))
        gate.finish(1, wasQuick: true)
        #expect(drain(gate, at: start + .milliseconds(999)) == [])
        #expect(drain(gate, at: start + .seconds(1)) == [2])
        #expect(drain(gate, at: start + .seconds(2)) == [3])
        #expect(gate.nextWake(now: start + .seconds(2)) == nil)
    }

    @Test("a host has at most so many requests at once")
    func perHost() {
        let gate = gate(delay: .zero)
        for ticket in 1...5 { _ = gate.enqueue(UInt64(ticket), host: "a", priority: .rest, now: start) }
        #expect(drain(gate, at: start) == [1, 2])
        #expect(gate.nextWake(now: start) == nil)
        gate.finish(2, wasQuick: true)
        #expect(drain(gate, at: start) == [3])
    }

    @Test("a host trusted from earlier does not wait behind those that never answered")
    func trusted() {
        let gate = gate(concurrency: 4)
        gate.trust(["old"])
        for ticket in 1...20 { _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: start) }
        #expect(drain(gate, at: start) == [1, 2, 3])
        _ = gate.enqueue(21, host: "old", priority: .feed, now: start)
        #expect(drain(gate, at: start) == [21])
    }

    @Test("a longer crawl delay counts, a shorter one does not")
    func crawlDelay() {
        let gate = gate()
        gate.setCrawlDelay(.seconds(10), host: "a")
        gate.setCrawlDelay(.milliseconds(1), host: "b")
        for host in ["a", "b"] {
            _ = gate.enqueue(host == "a" ? 1 : 3, host: host, priority: .rest, now: start)
            _ = gate.enqueue(host == "a" ? 2 : 4, host: host, priority: .rest, now: start)
        }
        #expect(drain(gate, at: start) == [1, 3])
        #expect(drain(gate, at: start + .seconds(1)) == [4])
        #expect(drain(gate, at: start + .milliseconds(9999)) == [])
        #expect(drain(gate, at: start + .seconds(10)) == [2])
    }

    @Test("hosts take turns, whatever the length of their queues")
    func turns() {
        let gate = gate(concurrency: 1, perHost: 1, delay: .zero)
        for ticket in 1...3 { _ = gate.enqueue(UInt64(ticket), host: "a", priority: .rest, now: start) }
        for ticket in 11...12 { _ = gate.enqueue(UInt64(ticket), host: "b", priority: .rest, now: start) }
        _ = gate.enqueue(21, host: "c", priority: .rest, now: start)
        var order: [UInt64] = []
        while let ticket = gate.next(now: start) {
            order.append(ticket)
            gate.finish(ticket, wasQuick: true)
        }
        #expect(order == [1, 11, 21, 2, 12, 3])
    }

    @Test("what has begun goes before feeds, feeds before robots.txt, that before pages, also within a host")
    func priorities() {
        let gate = gate(concurrency: 1, perHost: 1, delay: .zero)
        _ = gate.enqueue(1, host: "a", priority: .rest, now: start)
        _ = gate.enqueue(2, host: "b", priority: .robots, now: start)
        _ = gate.enqueue(3, host: "a", priority: .feed, now: start)
        _ = gate.enqueue(4, host: "c", priority: .begun, now: start)
        var order: [UInt64] = []
        while let ticket = gate.next(now: start) {
            order.append(ticket)
            gate.finish(ticket, wasQuick: true)
        }
        #expect(order == [4, 3, 2, 1])
    }

    @Test("a feed that comes later overtakes the pages of its own host that is already ready")
    func promotion() {
        let gate = gate(concurrency: 1, perHost: 1, delay: .zero)
        for (ticket, host) in [(1, "x"), (2, "a"), (3, "b")] {
            _ = gate.enqueue(UInt64(ticket), host: host, priority: .rest, now: start)
        }
        #expect(gate.next(now: start) == 1)
        _ = gate.enqueue(4, host: "b", priority: .feed, now: start)
        gate.finish(1, wasQuick: true)
        #expect(gate.next(now: start) == 4)
        gate.finish(4, wasQuick: true)
        #expect(gate.next(now: start) == 2)
    }

    @Test("a thousand hosts that do not answer leave room for one that does")
    func slowHosts() {
        let gate = gate(concurrency: 8)
        _ = gate.enqueue(1, host: "good", priority: .feed, now: start)
        #expect(drain(gate, at: start) == [1])
        gate.finish(1, wasQuick: true)
        for ticket in 100..<1100 {
            _ = gate.enqueue(UInt64(ticket), host: "slow\(ticket)", priority: .feed, now: start)
        }
        #expect(drain(gate, at: start).count == 6)
        #expect(gate.nextWake(now: start) == nil)
        let later = start + .seconds(5)
        _ = gate.enqueue(2, host: "good", priority: .rest, now: later)
        #expect(drain(gate, at: later) == [2])
    }

    @Test("mute transfers take nobody's place, up to three times as many as count")
    func muteTransfers() {
        let gate = gate(concurrency: 4)
        for ticket in 0..<100 { _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: start) }
        var running: [UInt64] = []
        for expected in [3, 6, 9, 12, 15, 15] {
            running += drain(gate, at: start)
            #expect(running.count == expected)
            for ticket in running { gate.noteMute(ticket) }
        }
        _ = gate.enqueue(200, host: "h0", priority: .feed, now: start)
        for ticket in running { gate.finish(ticket, wasQuick: ticket == 0) }
        #expect(drain(gate, at: start + .seconds(2)).count == 4, "one of the host that answers, three of others")
    }

    @Test("what is mute is given up after a while, once too many are and others wait, the oldest first")
    func hopeless() {
        let gate = gate(concurrency: 1)
        let end = start + HostGate.firstPatience
        for ticket in 1...3 {
            _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: start)
            #expect(drain(gate, at: start) == [UInt64(ticket)])
            gate.noteMute(UInt64(ticket))
        }
        let later = start + .seconds(1)
        for ticket in 4...6 { _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: later) }
        #expect(drain(gate, at: later) == [4])
        #expect(gate.nextWake(now: later) == nil && gate.takeHopeless(now: end) == [], "4 may still answer")

        gate.noteMute(4)
        #expect(gate.nextWake(now: later) == end)
        #expect(gate.takeHopeless(now: end - .milliseconds(1)) == [])
        #expect(gate.takeHopeless(now: end) == [1], "5 and 6 wait, but only 4 can be mute in its place")
        gate.finish(1, wasQuick: false)
        #expect(drain(gate, at: end) == [5])
        #expect(gate.takeHopeless(now: end) == [])
        #expect(gate.remove(6))
        gate.noteMute(5)
        #expect(gate.takeHopeless(now: end) == [], "nobody waits")
    }

    @Test("hosts that are known to answer are not given up")
    func knownHosts() {
        let gate = gate(concurrency: 1)
        let hosts = ["a", "b", "c"]
        gate.trust(hosts)
        for (ticket, host) in hosts.enumerated() {
            _ = gate.enqueue(UInt64(ticket), host: host, priority: .feed, now: start)
            #expect(drain(gate, at: start) == [UInt64(ticket)])
            gate.noteMute(UInt64(ticket))
        }
        for ticket in 10..<20 { _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: start) }
        #expect(drain(gate, at: start) == [10])
        gate.noteMute(10)
        #expect(gate.takeHopeless(now: start + .seconds(3600)) == [])
    }

    @Test("a host that stops answering goes back among the unproven")
    func demotion() {
        let gate = gate(concurrency: 1)
        _ = gate.enqueue(1, host: "a", priority: .feed, now: start)
        #expect(gate.next(now: start) == 1)
        gate.finish(1, wasQuick: true)
        _ = gate.enqueue(2, host: "a", priority: .feed, now: start)
        #expect(gate.next(now: start + .seconds(1)) == 2)
        gate.finish(2, wasQuick: false)
        _ = gate.enqueue(3, host: "a", priority: .feed, now: start)
        #expect(gate.next(now: start + .seconds(2)) == 3)
        #expect(gate.nextWake(now: start + .seconds(2)) == nil)
    }

    @Test("a held host starts nothing, its waiting requests are given back, and the pause ends")
    func hold() {
        let gate = gate(delay: .zero)
        _ = gate.enqueue(1, host: "a", priority: .feed, now: start)
        _ = gate.enqueue(2, host: "b", priority: .feed, now: start)
        #expect(gate.hold("a", until: start + .seconds(60)) == [1])
        #expect(drain(gate, at: start) == [2])
        #expect(!gate.enqueue(3, host: "a", priority: .feed, now: start + .seconds(59)))
        #expect(gate.states(now: start, limit: 10).held == [.init(host: "a", until: start + .seconds(60))])
        #expect(gate.enqueue(4, host: "a", priority: .feed, now: start + .seconds(60)))
        #expect(drain(gate, at: start + .seconds(60)) == [4])
        #expect(gate.states(now: start + .seconds(60), limit: 10).heldCount == 0)
    }

    @Test("a pause can be ended early")
    func release() {
        let gate = gate()
        _ = gate.hold("a", until: start + .seconds(60))
        _ = gate.hold("a", until: nil)
        #expect(gate.enqueue(1, host: "a", priority: .feed, now: start))
    }

    @Test("a removed request is not started and does not cost its host a delay")
    func remove() {
        let gate = gate()
        for ticket in 1...3 { _ = gate.enqueue(UInt64(ticket), host: "a", priority: .feed, now: start) }
        #expect(gate.remove(1))
        #expect(!gate.remove(1))
        #expect(!gate.remove(77))
        #expect(drain(gate, at: start) == [2])
        #expect(gate.remove(3))
        #expect(gate.states(now: start, limit: 1).waiting == 0)
        #expect(drain(gate, at: start + .seconds(9)) == [])
        #expect(gate.nextWake(now: start + .seconds(9)) == nil)
    }

    @Test("new limits count at once for what waits")
    func newLimits() {
        let gate = gate(concurrency: 1, delay: .seconds(60))
        for ticket in 1...2 { _ = gate.enqueue(UInt64(ticket), host: "a", priority: .feed, now: start) }
        #expect(drain(gate, at: start) == [1])
        var settings = FetchSettings()
        settings.hostDelay = .seconds(2)
        gate.setLimits(.init(settings))
        #expect(drain(gate, at: start + .seconds(2)) == [2])
    }

    @Test("hosts without anything to do are forgotten once there are too many")
    func bounded() {
        let gate = gate(concurrency: 1, delay: .milliseconds(1))
        var now = start
        for ticket in 1...50_000 {
            _ = gate.enqueue(UInt64(ticket), host: "h\(ticket)", priority: .feed, now: now)
            _ = gate.next(now: now)
            gate.finish(UInt64(ticket), wasQuick: true)
            now += .milliseconds(1)
        }
        #expect(gate.states(now: now, limit: 1).known <= HostGate.mostHosts + 1)
    }

    @Test("nothing is lost or started twice, and no limit is broken, in a long random run")
    func random() {
        let gate = gate(concurrency: 10, perHost: 2, delay: .milliseconds(100))
        var random = SplitMix(state: 1)
        var now = start
        var queued: Set<UInt64> = []
        var running: [UInt64: String] = [:]
        var hosts: [UInt64: String] = [:]
        var lastStart: [String: ContinuousClock.Instant] = [:]
        var nextTicket: UInt64 = 0
        for _ in 0..<20_000 {
            now += .milliseconds(Int(random.next() % 20))
            switch random.next() % 4 {
            case 0, 1:
                nextTicket += 1
                let host = "h\(random.next() % 40)"
                let priority = HostGate.Priority.allCases[Int(random.next() % 4)]
                _ = gate.enqueue(nextTicket, host: host, priority: priority, now: now)
                queued.insert(nextTicket)
                hosts[nextTicket] = host
            case 2:
                if let ticket = running.keys.min() {
                    running[ticket] = nil
                    gate.finish(ticket, wasQuick: random.next() % 2 == 0)
                }
            default:
                if let ticket = queued.min(), random.next() % 8 == 0 {
                    #expect(gate.remove(ticket))
                    queued.remove(ticket)
                }
            }
            while let ticket = gate.next(now: now) {
                let host = hosts[ticket] ?? ""
                let wasQueued = queued.remove(ticket) != nil
                let isPaced = lastStart[host].map { now - $0 >= .milliseconds(100) } ?? true
                lastStart[host] = now
                running[ticket] = host
                let isWithinLimits = running.count <= 10 && running.values.count { $0 == host } <= 2
                guard wasQueued, isPaced, isWithinLimits else {
                    Issue.record("\(ticket): queued \(wasQueued), paced \(isPaced), limits kept \(isWithinLimits)")
                    return
                }
            }
        }
        while !queued.isEmpty || !running.isEmpty {
            for ticket in running.keys { gate.finish(ticket, wasQuick: true) }
            running = [:]
            while let ticket = gate.next(now: now) {
                #expect(queued.remove(ticket) != nil)
                running[ticket] = ""
            }
            guard !running.isEmpty || queued.isEmpty || gate.nextWake(now: now) != nil else {
                Issue.record("\(queued.count) requests are stuck")
                break
            }
            now += .milliseconds(100)
        }
    }

    @Test("ten thousand requests wait for one host, and are started in order")
    func longQueue() {
        let gate = gate(perHost: 1, delay: .zero)
        for ticket in 1...10_000 { _ = gate.enqueue(UInt64(ticket), host: "a", priority: .rest, now: start) }
        for ticket in 1...10_000 {
            guard gate.next(now: start) == UInt64(ticket) else {
                Issue.record("\(ticket) is not next")
                return
            }
            gate.finish(UInt64(ticket), wasQuick: true)
        }
    }
}

/// A gate that `#expect` can change.
private final class Gate {
    private var gate: HostGate

    init(_ gate: HostGate) { self.gate = gate }

    func enqueue(
        _ ticket: UInt64, host: String, priority: HostGate.Priority, now: ContinuousClock.Instant
    ) -> Bool {
        gate.enqueue(ticket, host: host, priority: priority, now: now)
    }

    func next(now: ContinuousClock.Instant) -> UInt64? { gate.next(now: now) }

    func finish(_ ticket: UInt64, wasQuick: Bool?) { gate.finish(ticket, wasQuick: wasQuick) }

    func noteMute(_ ticket: UInt64) { gate.noteMute(ticket) }

    func takeHopeless(now: ContinuousClock.Instant) -> [UInt64] { gate.takeHopeless(now: now) }

    func remove(_ ticket: UInt64) -> Bool { gate.remove(ticket) }

    func nextWake(now: ContinuousClock.Instant) -> ContinuousClock.Instant? { gate.nextWake(now: now) }

    func hold(_ host: String, until: ContinuousClock.Instant?) -> [UInt64] { gate.hold(host, until: until) }

    func trust(_ hosts: [String]) { gate.trust(hosts) }

    func setCrawlDelay(_ delay: Duration?, host: String) { gate.setCrawlDelay(delay, host: host) }

    func setLimits(_ limits: HostGate.Limits) { gate.setLimits(limits) }

    func states(now: ContinuousClock.Instant, limit: Int) -> HostStates { gate.states(now: now, limit: limit) }
}

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return StableHash.mix(state)
    }
}
