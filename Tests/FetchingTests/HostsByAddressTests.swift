import NewsModel
import Testing

@testable import Fetching

@Suite("Hosts at one address")
struct HostsByAddressTests {
    let start = ContinuousClock.now
    let one: [UInt8] = [192, 0, 2, 1]
    let other: [UInt8] = [192, 0, 2, 2]

    private func gate(_ isCounted: Bool = true, perHost: Int = 2, delay: Duration = .seconds(1)) -> Gate {
        Gate(limits(isCounted, perHost: perHost, delay: delay))
    }

    private func limits(_ isCounted: Bool, perHost: Int, delay: Duration) -> HostGate.Limits {
        var settings = FetchSettings()
        settings.perHost = perHost
        settings.hostDelay = delay
        settings.byAddress = isCounted
        return HostGate.Limits(settings)
    }

    @Test("of hosts first met together one goes on, and the others come a delay apart")
    func firstContact() {
        let gate = gate()
        for ticket in 1...3 { gate.enqueue(UInt64(ticket), "h\(ticket)", at: start) }
        gate.enqueue(4, "elsewhere", at: start)
        #expect(gate.drain(at: start) == [1, 2, 3, 4])
        let located = [1, 2, 3].map { gate.locate($0, at: one, now: start) }
        #expect(located == [true, false, false])
        #expect(gate.locate(4, at: other, now: start))
        for ticket: UInt64 in [2, 3] {
            gate.finish(ticket, wasQuick: nil)
            gate.enqueue(ticket, "h\(ticket)", at: start)
        }
        gate.finish(1, wasQuick: true)
        #expect(gate.drain(at: start + .milliseconds(999)) == [])
        #expect(gate.nextWake(now: start + .milliseconds(999)) == start + .seconds(1))
        #expect(gate.drain(at: start + .seconds(1)) == [2])
        #expect(gate.locate(2, at: one, now: start + .seconds(1)))
        #expect(gate.drain(at: start + .seconds(2)) == [3])
    }

    @Test("they have the connections of one host together")
    func connections() {
        let gate = gate(perHost: 2, delay: .zero)
        for ticket in 1...4 {
            gate.enqueue(UInt64(ticket), "h\(ticket)", at: start)
            _ = gate.next(now: start)
            _ = gate.locate(UInt64(ticket), at: one, now: start)
            gate.finish(UInt64(ticket), wasQuick: true)
        }
        for ticket in 1...4 { gate.enqueue(UInt64(ticket), "h\(ticket)", at: start) }
        #expect(gate.drain(at: start) == [1, 2])
        #expect(gate.nextWake(now: start) == nil)
        gate.finish(2, wasQuick: true)
        #expect(gate.drain(at: start) == [3])
        gate.finish(1, wasQuick: true)
        #expect(gate.drain(at: start) == [4])
    }

    @Test("a host that moved counts where it is")
    func moved() {
        let gate = gate(perHost: 1, delay: .zero)
        for (ticket, host) in [(1, "a"), (2, "b")] as [(UInt64, String)] { gate.enqueue(ticket, host, at: start) }
        #expect(gate.drain(at: start) == [1, 2])
        #expect(gate.locate(1, at: one, now: start))
        #expect(!gate.locate(2, at: one, now: start))
        #expect(gate.locate(1, at: other, now: start))
        #expect(gate.locate(2, at: one, now: start))
    }

    @Test("by name only, addresses do not matter, nor behind a proxy")
    func off() {
        var settings = FetchSettings()
        settings.byAddress = true
        settings.proxy = "http://127.0.0.1:3128"
        for gate in [gate(false), Gate(.init(settings))] {
            for ticket in 1...9 { gate.enqueue(UInt64(ticket), "h\(ticket)", at: start) }
            #expect(gate.drain(at: start).count == 9)
            for ticket in 1...9 { #expect(gate.locate(UInt64(ticket), at: one, now: start)) }
        }
    }

    @Test("switched off, nobody waits for an address any more")
    func switchedOff() {
        let gate = gate(perHost: 1, delay: .zero)
        for ticket: UInt64 in [1, 2] {
            gate.enqueue(ticket, "h\(ticket)", at: start)
            _ = gate.next(now: start)
            _ = gate.locate(ticket, at: one, now: start)
            gate.finish(ticket, wasQuick: true)
        }
        for ticket: UInt64 in [1, 2] { gate.enqueue(ticket, "h\(ticket)", at: start) }
        #expect(gate.drain(at: start) == [1])
        gate.setLimits(limits(false, perHost: 1, delay: .zero))
        #expect(gate.drain(at: start) == [2])
    }

    @Test("addresses are not remembered without end")
    func bounded() {
        let gate = gate(delay: .milliseconds(1))
        var now = start
        for ticket in 1...50_000 {
            gate.enqueue(UInt64(ticket), "h\(ticket)", at: now)
            _ = gate.next(now: now)
            _ = gate.locate(
                UInt64(ticket), at: [UInt8(ticket >> 16), UInt8(ticket >> 8 & 255), UInt8(ticket & 255), 1], now: now)
            gate.finish(UInt64(ticket), wasQuick: true)
            now += .milliseconds(1)
        }
        #expect(gate.knownAddresses <= HostGate.mostHosts + 1)
    }

    @Test("no limit is broken and nothing is stuck while thirty hosts share three addresses")
    func manyHosts() {
        let gate = gate(perHost: 2, delay: .milliseconds(100))
        var now = start
        var running: [UInt64: Int] = [:]
        var lastStart: [Int: ContinuousClock.Instant] = [:]
        var done = 0
        for ticket in 0..<300 { gate.enqueue(UInt64(ticket), "h\(ticket % 30)", at: now) }
        for step in 0..<100_000 where done < 300 {
            now += .milliseconds(7)
            if step % 3 == 0, let ticket = running.keys.min() {
                running[ticket] = nil
                gate.finish(ticket, wasQuick: true)
                done += 1
            }
            while let ticket = gate.next(now: now) {
                let place = Int(ticket % 30 % 3)
                guard gate.locate(ticket, at: [10, 0, 0, UInt8(place)], now: now) else {
                    gate.finish(ticket, wasQuick: nil)
                    gate.enqueue(ticket, "h\(ticket % 30)", at: now)
                    continue
                }
                let isPaced = lastStart[place].map { now - $0 >= .milliseconds(100) } ?? true
                lastStart[place] = now
                running[ticket] = place
                #expect(isPaced && running.values.count { $0 == place } <= 2)
            }
        }
        #expect(done == 300)
    }
}

/// A gate that `#expect` can change.
private final class Gate {
    private var gate: HostGate

    init(_ limits: HostGate.Limits) { gate = HostGate(limits) }

    func enqueue(_ ticket: UInt64, _ host: String, at now: ContinuousClock.Instant) {
        let isQueued = gate.enqueue(ticket, host: host, priority: .feed, now: now)
        #expect(isQueued)
    }

    func next(now: ContinuousClock.Instant) -> UInt64? { gate.next(now: now) }

    /// All tickets that may start.
    func drain(at now: ContinuousClock.Instant) -> [UInt64] {
        var tickets: [UInt64] = []
        while let ticket = gate.next(now: now) { tickets.append(ticket) }
        return tickets
    }

    func locate(_ ticket: UInt64, at address: [UInt8], now: ContinuousClock.Instant) -> Bool {
        gate.locate(ticket, at: address, now: now)
    }

    func finish(_ ticket: UInt64, wasQuick: Bool?) { gate.finish(ticket, wasQuick: wasQuick) }

    func nextWake(now: ContinuousClock.Instant) -> ContinuousClock.Instant? { gate.nextWake(now: now) }

    func setLimits(_ limits: HostGate.Limits) { gate.setLimits(limits) }

    var knownAddresses: Int { gate.knownAddresses }
}
