import CLibCurl
import NewsModel
import Synchronization

/// Where those who ask and the thread that fetches meet: the gate, the waiting fetches, and the wishes of the moment,
/// under one lock. No rule lives here.
final class Switchboard: Sendable {
    typealias Ticket = HostGate.Ticket
    typealias Instant = ContinuousClock.Instant

    /// What the thread is to do.
    struct Orders {
        /// Those that may start, counted as under way from here on.
        var starts: [PendingFetch] = []
        var cancelled: [Ticket] = []
        /// Those that nothing comes of while others wait.
        var hopeless: [Ticket] = []
        /// Fetches that end without a request.
        var refused: [Answer] = []
        var isClosing = false
        var settings: FetchSettings
        var userAgent: String
        /// When there will be more to do without anything else happening; `nil` for never.
        var nextWake: Instant?
    }

    /// What happened on the thread since it was last there.
    struct Report {
        /// A request that is over. With a `next` one the fetch goes on, back in the queue.
        struct Ended {
            let ticket: Ticket
            let wasQuick: Bool?
            let next: PendingFetch?
        }

        struct Hold {
            let host: String
            let until: Instant
        }

        var ended: [Ended] = []
        var holds: [Hold] = []
        /// Requests of which next to nothing has come for a while.
        var mute: [Ticket] = []
        var tallies: [TransferTallies.Request] = []

        var isEmpty: Bool { ended.isEmpty && holds.isEmpty && mute.isEmpty && tallies.isEmpty }
    }

    private struct State {
        var gate: HostGate
        var settings: FetchSettings
        var userAgent: String
        var fetches: [Ticket: PendingFetch] = [:]
        var underWay: Set<Ticket> = []
        var cancelled: [Ticket] = []
        /// Cancelled before they were queued.
        var stillborn: Set<Ticket> = []
        var mislabelling = HostMemory(capacity: 1000)
        var isClosing = false
        /// The thread is past its last step.
        var isOver = false
        var awaitingEnd: [CheckedContinuation<Void, Never>] = []
        var tallies = TransferTallies()
        /// The thread comes by anyway.
        var isCalled = false
    }

    private let state: Mutex<State>
    private let tickets = Atomic<Ticket>(0)
    private let inbox = Inbox()
    let doorbell: Doorbell

    init(_ settings: FetchSettings, userAgent: String, doorbell: Doorbell) {
        self.doorbell = doorbell
        state = Mutex(State(gate: HostGate(.init(settings)), settings: settings, userAgent: userAgent))
    }

    // MARK: For those who ask

    func newTicket() -> Ticket {
        tickets.wrappingAdd(1, ordering: .relaxed).newValue
    }

    /// Hands a fetch to the thread, which queues it or answers it at once.
    func submit(_ fetch: PendingFetch) {
        switch inbox.put(fetch) {
        case .first: doorbell.ring()
        case .further: break
        case .refused: fetch.end(fetch.error(.closed))
        }
    }

    func cancel(_ ticket: Ticket) {
        let fetch = state.withLock { state -> PendingFetch? in
            if state.gate.remove(ticket) { return state.fetches.removeValue(forKey: ticket) }
            if state.underWay.contains(ticket) {
                state.cancelled.append(ticket)
                call(&state)
            } else {
                state.stillborn.insert(ticket)
            }
            return nil
        }
        if let fetch { fetch.end(fetch.error(.cancelled)) }
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
            call(&state)
        }
    }

    func hold(_ host: String, until: Instant?, now: Instant) {
        let answers = state.withLock { Switchboard.hold(host, until: until, now: now, &$0) }
        for answer in answers { answer.handBack() }
    }

    func pause(of host: String, now: Instant) -> Duration? {
        state.withLock { $0.gate.heldUntil(host, now: now) }.map { now.duration(to: $0) }
    }

    func trust(_ hosts: [String]) {
        state.withLock { $0.gate.trust(hosts) }
    }

    func setCrawlDelay(_ delay: Duration?, host: String) {
        state.withLock { $0.gate.setCrawlDelay(delay, host: host) }
    }

    func hostStates(now: Instant) -> HostStates {
        state.withLock { $0.gate.states(now: now, limit: 100) }
    }

    /// What the thread counted.
    var transferTallies: TransferTallies { state.withLock { $0.tallies } }

    /// Takes no more fetches and tells the thread to end. Those that wait are answered here, those under way there.
    func close() {
        inbox.close()
        let fetches = state.withLock { state in
            state.isClosing = true
            defer { state.fetches = [:] }
            for ticket in state.fetches.keys { _ = state.gate.remove(ticket) }
            call(&state)
            return state.fetches
        }
        for fetch in inbox.takeAll() + fetches.values { fetch.end(fetch.error(.closed)) }
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

    /// The thread's last step.
    func announceEnd() {
        let waiting = state.withLock { state in
            state.isOver = true
            defer { state.awaitingEnd = [] }
            return state.awaitingEnd
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Takes what happened and tells what is to be done, all at once, since the lock is wanted by others too.
    func exchange(_ report: borrowing Report) -> Orders {
        let arrivals = inbox.takeAll()
        return state.withLock { state in
            let now = Instant.now
            state.isCalled = false
            for request in report.tallies { state.tallies.add(request) }
            for ticket in report.mute { state.gate.noteMute(ticket) }
            var refused: [Answer] = []
            for hold in report.holds { refused += Switchboard.hold(hold.host, until: hold.until, now: now, &state) }
            for ended in report.ended {
                if let answer = Switchboard.end(ended, &state) { refused.append(answer) }
            }
            for fetch in arrivals {
                if let answer = Switchboard.queue(fetch, &state) { refused.append(answer) }
            }
            defer { state.cancelled = [] }
            return Orders(
                starts: Switchboard.starts(&state, now: now), cancelled: state.cancelled,
                hopeless: state.gate.takeHopeless(now: now), refused: refused,
                isClosing: state.isClosing, settings: state.settings, userAgent: state.userAgent,
                nextWake: state.gate.nextWake(now: now))
        }
    }

    /// Whether a request under way may go to the address that its host turned out to have.
    func locate(_ ticket: Ticket, at address: [UInt8]) -> Bool {
        state.withLock { $0.gate.locate(ticket, at: address, now: .now) }
    }

    /// Calls the thread, once for all that happens until it comes.
    private func call(_ state: inout State) {
        guard !state.isCalled else { return }
        state.isCalled = true
        doorbell.ring()
    }

    private static func starts(_ state: inout State, now: Instant) -> [PendingFetch] {
        var starts: [PendingFetch] = []
        while let ticket = state.gate.next(now: now) {
            guard var fetch = state.fetches.removeValue(forKey: ticket) else {
                state.gate.finish(ticket, wasQuick: nil)
                continue
            }
            if state.mislabelling.contains(fetch.host) { fetch.asksIdentity = true }
            state.underWay.insert(ticket)
            starts.append(fetch)
        }
        return starts
    }

    private static func hold(_ host: String, until: Instant?, now: Instant, _ state: inout State) -> [Answer] {
        state.gate.hold(host, until: until).compactMap { ticket in
            guard let fetch = state.fetches.removeValue(forKey: ticket) else { return nil }
            let error = fetch.error(.held, retryAfter: until.map { now.duration(to: $0) })
            return Answer(continuation: fetch.continuation, result: .failure(error))
        }
    }

    /// The answer of a fetch that may not go on.
    private static func end(_ ended: Report.Ended, _ state: inout State) -> Answer? {
        state.gate.finish(ended.ticket, wasQuick: ended.wasQuick)
        state.underWay.remove(ended.ticket)
        guard let next = ended.next else { return nil }
        if next.asksIdentity { state.mislabelling.insert(next.host) }
        let refusal: FetchError?
        if let index = state.cancelled.firstIndex(of: ended.ticket) {
            state.cancelled.remove(at: index)
            refusal = next.error(.cancelled)
        } else {
            refusal = enqueue(next, &state)
        }
        return refusal.map { Answer(continuation: next.continuation, result: .failure($0)) }
    }

    /// The answer of a fetch that may not even begin.
    private static func queue(_ fetch: PendingFetch, _ state: inout State) -> Answer? {
        let isStillborn = state.stillborn.remove(fetch.ticket) != nil
        let refusal = isStillborn ? fetch.error(.cancelled) : enqueue(fetch, &state)
        return refusal.map { Answer(continuation: fetch.continuation, result: .failure($0)) }
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
