import CLibCurl
import NewsModel
import Synchronization

/// Where those who ask and the thread that fetches meet: the gate, the waiting fetches, and the wishes of the moment,
/// under one lock. No rule lives here.
final class Switchboard: Sendable {
    typealias Ticket = HostGate.Ticket
    typealias Instant = ContinuousClock.Instant

    /// What the loop is to do besides starting requests.
    struct Orders {
        var cancelled: [Ticket] = []
        var isClosing = false
        var settings: FetchSettings
        var userAgent: String
    }

    private struct State {
        var gate: HostGate
        var settings: FetchSettings
        var userAgent: String
        var fetches: [Ticket: PendingFetch] = [:]
        var underWay: Set<Ticket> = []
        var cancelled: [Ticket] = []
        /// Cancelled before they were submitted.
        var stillborn: Set<Ticket> = []
        var mislabelling = HostMemory(capacity: 1000)
        var isClosing = false
        /// The thread is past its last step.
        var isOver = false
        var awaitingEnd: [CheckedContinuation<Void, Never>] = []
        var tickets: Ticket = 0
        /// The address of libcurl's handle, for waking the thread; 0 before it began and after it ended.
        var multi = 0

        /// Called with the lock held, so that the handle cannot go away meanwhile.
        func wake() {
            if let multi = UnsafeMutableRawPointer(bitPattern: multi) { curl_multi_wakeup(multi) }
        }
    }

    private let state: Mutex<State>
    private let tallies = Mutex(TransferTallies())

    init(_ settings: FetchSettings, userAgent: String) {
        state = Mutex(State(gate: HostGate(.init(settings)), settings: settings, userAgent: userAgent))
    }

    // MARK: For those who ask

    func newTicket() -> Ticket {
        state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
    }

    /// Queues a fetch, or answers it at once.
    func submit(_ fetch: PendingFetch) {
        let refusal = state.withLock { state in
            if state.stillborn.remove(fetch.ticket) != nil { return fetch.error(.cancelled) as FetchError? }
            let refusal = Switchboard.enqueue(fetch, &state)
            if refusal == nil { state.wake() }
            return refusal
        }
        if let refusal { fetch.continuation.resume(returning: .failure(refusal)) }
    }

    func cancel(_ ticket: Ticket) {
        let fetch = state.withLock { state -> PendingFetch? in
            if state.gate.remove(ticket) { return state.fetches.removeValue(forKey: ticket) }
            if state.underWay.contains(ticket) {
                state.cancelled.append(ticket)
                state.wake()
            } else {
                state.stillborn.insert(ticket)
            }
            return nil
        }
        if let fetch { fetch.continuation.resume(returning: .failure(fetch.error(.cancelled))) }
    }

    /// The fetch is answered; a cancellation that came too late is forgotten.
    func forget(_ ticket: Ticket) {
        state.withLock { _ = $0.stillborn.remove(ticket) }
    }

    func update(_ settings: FetchSettings, userAgent: String) {
        state.withLock { state in
            state.settings = settings
            state.userAgent = userAgent
            state.gate.setLimits(.init(settings))
            state.wake()
        }
    }

    func hold(_ host: String, until: Instant?, now: Instant) {
        let fetches = state.withLock { state in
            state.gate.hold(host, until: until).compactMap { state.fetches.removeValue(forKey: $0) }
        }
        for fetch in fetches {
            let error = fetch.error(.held, retryAfter: until.map { now.duration(to: $0) })
            fetch.continuation.resume(returning: .failure(error))
        }
    }

    func pause(of host: String, now: Instant) -> Duration? {
        state.withLock { $0.gate.heldUntil(host, now: now) }.map { now.duration(to: $0) }
    }

    func setCrawlDelay(_ delay: Duration?, host: String) {
        state.withLock { $0.gate.setCrawlDelay(delay, host: host) }
    }

    func hostStates(now: Instant) -> HostStates {
        state.withLock { $0.gate.states(now: now, limit: 100) }
    }

    /// What the thread counted.
    var transferTallies: TransferTallies { tallies.withLock { $0 } }

    /// Takes no more fetches and tells the thread to end. Those that wait are answered here, those under way there.
    func close() {
        let fetches = state.withLock { state in
            state.isClosing = true
            defer { state.fetches = [:] }
            for ticket in state.fetches.keys { _ = state.gate.remove(ticket) }
            state.wake()
            return state.fetches
        }
        for fetch in fetches.values { fetch.continuation.resume(returning: .failure(fetch.error(.closed))) }
    }

    /// Returns once the thread is past its last step.
    func waitForEnd() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.awaitingEnd.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
    }

    // MARK: For the thread

    func begin(_ multi: UnsafeMutableRawPointer) {
        let address = Int(bitPattern: multi)
        state.withLock { $0.multi = address }
    }

    /// After this the handle is no longer touched from here.
    func end() {
        state.withLock { $0.multi = 0 }
    }

    /// The thread's last step.
    func announceEnd() {
        let waiting = state.withLock { state in
            state.isOver = true
            defer { state.awaitingEnd = [] }
            return state.awaitingEnd
        }
        for continuation in waiting { continuation.resume() }
    }

    func takeOrders() -> Orders {
        state.withLock { state in
            defer { state.cancelled = [] }
            return Orders(
                cancelled: state.cancelled, isClosing: state.isClosing, settings: state.settings,
                userAgent: state.userAgent)
        }
    }

    /// The next fetch that may start, counted as under way from here on.
    func next(now: Instant) -> PendingFetch? {
        state.withLock { state in
            while let ticket = state.gate.next(now: now) {
                guard var fetch = state.fetches.removeValue(forKey: ticket) else {
                    state.gate.finish(ticket, wasQuick: nil)
                    continue
                }
                if state.mislabelling.contains(fetch.host) { fetch.asksIdentity = true }
                state.underWay.insert(ticket)
                return fetch
            }
            return nil
        }
    }

    /// A request came to its end.
    func count(_ kind: FetchRequest.Kind, status: Int?, wireBytes: Int, decodedBytes: Int) {
        tallies.withLock { $0.add(kind, status: status, wireBytes: wireBytes, decodedBytes: decodedBytes) }
    }

    func nextWake(now: Instant) -> Instant? {
        state.withLock { $0.gate.nextWake(now: now) }
    }

    /// Requests of which nothing has come for a while.
    func noteMute(_ tickets: [Ticket]) {
        state.withLock { state in
            for ticket in tickets { state.gate.noteMute(ticket) }
        }
    }

    /// A request is over. With a `next` one the fetch goes on, back in the queue.
    func finished(_ ticket: Ticket, wasQuick: Bool?, next: PendingFetch? = nil) {
        let refusal = state.withLock { state in
            state.gate.finish(ticket, wasQuick: wasQuick)
            state.underWay.remove(ticket)
            guard let next else { return nil as FetchError? }
            if let index = state.cancelled.firstIndex(of: ticket) {
                state.cancelled.remove(at: index)
                return next.error(.cancelled)
            }
            if next.asksIdentity { state.mislabelling.insert(next.host) }
            return Switchboard.enqueue(next, &state)
        }
        if let next, let refusal { next.continuation.resume(returning: .failure(refusal)) }
    }

    private static func enqueue(_ fetch: PendingFetch, _ state: inout State) -> FetchError? {
        guard !state.isClosing else { return fetch.error(.closed) }
        let now = ContinuousClock.now
        guard state.gate.enqueue(fetch.ticket, host: fetch.host, priority: fetch.priority, now: now) else {
            let left = state.gate.heldUntil(fetch.host, now: now).map { now.duration(to: $0) }
            return fetch.error(.held, retryAfter: left)
        }
        state.fetches[fetch.ticket] = fetch
        return nil
    }
}

/// The hosts last seen to have some property, at most so many.
struct HostMemory: Sendable {
    private let capacity: Int
    private var hosts: Set<String> = []
    private var order = FIFO<String>()

    init(capacity: Int) {
        self.capacity = capacity
    }

    func contains(_ host: String) -> Bool { hosts.contains(host) }

    mutating func insert(_ host: String) {
        guard hosts.insert(host).inserted else { return }
        order.append(host)
        if hosts.count > capacity, let oldest = order.popFirst() { hosts.remove(oldest) }
    }
}
