import NewsModel

/// Which waiting request may start now, so that no host is pressed and none is kept waiting by others. Pure: it is
/// told the time.
///
/// A host gets at most ``Limits/perHost`` requests at once, their starts ``Limits/hostDelay`` apart. Hosts that may
/// start one take turns. Hosts that never answered quickly, or last time did not, get at most three quarters of all
/// transfers, so that a thousand dead hosts cannot keep the living ones waiting. A transfer of which next to nothing has
/// come for a while takes nobody's place: up to ``Limits/mute`` of them do not count. Where more do, and hosts wait that
/// nothing is known of, those that do not answer are given up after ``firstPatience``.
///
/// With ``Limits/countsByAddress`` hosts at one IP address also have these limits together. An address is learnt only
/// when a connection is about to be made; a request that then turns out to be too early goes back into the queue.
struct HostGate: Sendable {
    typealias Instant = ContinuousClock.Instant
    /// Names a waiting or running request.
    typealias Ticket = UInt64

    /// In the order they are served: a fetch that has begun is finished first.
    enum Priority: Int, CaseIterable, Comparable, Sendable {
        case begun, feed, robots, rest

        static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }

    struct Limits: Equatable, Sendable {
        var concurrency: Int
        var perHost: Int
        var hostDelay: Duration
        var countsByAddress: Bool

        init(_ settings: FetchSettings) {
            concurrency = max(1, settings.concurrency)
            perHost = max(1, settings.perHost)
            hostDelay = max(.zero, settings.hostDelay)
            // A proxy's address says nothing of the hosts behind it.
            countsByAddress = settings.byAddress && settings.proxy == nil
        }

        /// Transfers that may wait for an answer beside those that count.
        var mute: Int { concurrency * 3 }

        /// Transfers that hosts may have which are not known to answer.
        var unproven: Int { max(1, concurrency - concurrency / 4) }
    }

    /// How long a host that is not known to answer may take for its answer while others like it wait. A thousand of which
    /// none answers are through in less than half a minute.
    static let firstPatience = Duration.seconds(5)
    /// Hosts remembered without anything to do. More are forgotten.
    static let mostHosts = 20_000

    private(set) var limits: Limits
    /// Hosts by number. A number is given again when its host was forgotten; ``free`` are those of none.
    private var hosts: [Host] = []
    private var numbers: [String: Int] = [:]
    private var free: [Int] = []
    /// What goes on at the addresses of hosts, where they count.
    private var addresses = AddressPace()
    private var waiting: [Ticket: Waiting] = [:]
    private var running: [Ticket: Running] = [:]
    private var unprovenRunning = 0
    private var muteRunning = 0
    /// Mute requests of hosts that are not known to answer, in the order they became so.
    private var doubtful = FIFO<Ticket>()
    /// Requests that would be mute if not too many were.
    private var quiet = FIFO<Ticket>()
    /// Hosts with something waiting whose time has not come.
    private var agenda = Heap<Turn>()
    /// Hosts whose turn it is, by priority, proven ones and others apart.
    private var ready = Array(repeating: [FIFO<Turn>(), FIFO<Turn>()], count: Priority.allCases.count)
    private var turns: UInt64 = 0
    private var pruneAbove = HostGate.mostHosts

    init(_ limits: Limits) {
        self.limits = limits
    }

    // MARK: Asking

    /// Puts a request into its host's queue. `false` when the host is held; then nothing is queued.
    mutating func enqueue(_ ticket: Ticket, host name: String, priority: Priority, now: Instant) -> Bool {
        pruneIfCrowded(now)
        let host = number(of: name)
        guard !hosts[host].isHeld(now) else { return false }
        hosts[host].append(ticket, priority)
        waiting[ticket] = Waiting(host: host, priority: priority)
        callUp(host)
        return true
    }

    /// The request that may start now, counted as running from here on; `nil` when none may.
    mutating func next(now: Instant) -> Ticket? {
        promoteDue(now)
        guard running.count - muteRunning < limits.concurrency else { return nil }
        for priority in Priority.allCases {
            while let turn = popTurn(priority) {
                if let ticket = start(turn, now: now) { return ticket }
            }
        }
        return nil
    }

    /// A running request is over.
    ///
    /// - Parameter wasQuick: the host answered, and soon; `nil` when nothing was learnt of it.
    mutating func finish(_ ticket: Ticket, wasQuick: Bool?) {
        guard let ended = running.removeValue(forKey: ticket) else { return }
        if ended.isMute {
            muteRunning -= 1
            if let next = firstQuiet, quiet.popFirst() != nil { mute(next) }
        } else if !ended.isProven {
            unprovenRunning -= 1
        }
        hosts[ended.host].running -= 1
        if let place = ended.place { leave(place) }
        if let wasQuick { hosts[ended.host].isProven = wasQuick }
        callUp(ended.host)
    }

    /// Whether a running request may go to the address that its host turned out to have. If not, it is to be ended and
    /// queued again.
    mutating func locate(_ ticket: Ticket, at address: [UInt8], now: Instant) -> Bool {
        guard limits.countsByAddress, let request = running[ticket] else { return true }
        let place = addresses.number(of: address)
        hosts[request.host].place = place
        guard request.place != place else { return true }
        guard addresses.opening(of: place, now: now, limits) == .now else { return false }
        addresses.begin(at: place, now: now)
        running[ticket]?.place = place
        if let former = request.place { leave(former) }
        return true
    }

    /// Next to nothing has come of a running request for a while: another may start in its place.
    mutating func noteMute(_ ticket: Ticket) {
        guard let request = running[ticket], !request.isMute, !request.isQuiet else { return }
        guard muteRunning >= limits.mute else { return mute(ticket) }
        running[ticket]?.isQuiet = true
        // What has ended goes, so that the queue stays short.
        _ = firstQuiet
        quiet.append(ticket)
    }

    private mutating func mute(_ ticket: Ticket) {
        running[ticket]?.isMute = true
        muteRunning += 1
        guard running[ticket]?.isProven == false else { return }
        unprovenRunning -= 1
        _ = oldestDoubt
        doubtful.append(ticket)
    }

    /// Running requests to be given up, since others wait and nothing has come of them for long enough. Each is told
    /// once, and expected to be finished at once.
    mutating func takeHopeless(now: Instant) -> [Ticket] {
        var tickets: [Ticket] = []
        while isCrowded, tickets.count < min(waitingUnproven, quiet.count), let started = oldestDoubt,
            now - started >= HostGate.firstPatience
        {
            if let ticket = doubtful.popFirst() { tickets.append(ticket) }
        }
        return tickets
    }

    /// Takes a request out of its queue. `false` when it was not waiting.
    mutating func remove(_ ticket: Ticket) -> Bool {
        guard let request = waiting.removeValue(forKey: ticket) else { return false }
        hosts[request.host].forget(request.priority)
        return true
    }

    /// When ``next(now:)`` will have something without anything else happening; `nil` for never.
    mutating func nextWake(now: Instant) -> Instant? {
        promoteDue(now)
        let isFull = running.count - muteRunning >= limits.concurrency
        if !isFull, hasStartable { return now }
        let nextTurn = isFull ? nil : agenda.first?.at
        let nextEnd = isCrowded ? oldestDoubt.map { $0 + HostGate.firstPatience } : nil
        return [nextTurn, nextEnd].compactMap(\.self).min()
    }

    /// Hosts whose turn it is and that are not known to answer. Behind others some may be among them that no longer wait.
    private var waitingUnproven: Int {
        mutating get {
            for priority in ready.indices {
                while let turn = ready[priority][1].first, !isWaiting(turn) { _ = ready[priority][1].popFirst() }
            }
            return ready.reduce(0) { $0 + $1[1].count }
        }
    }

    /// Whether a turn counts and somebody is there to take it. One that nobody takes is lost.
    private mutating func isWaiting(_ turn: Turn) -> Bool {
        guard hosts[turn.host].turn == turn.number else { return false }
        if hosts[turn.host].waiting == 0 { hosts[turn.host].turn = nil }
        return hosts[turn.host].waiting > 0
    }

    /// Hosts wait for a place that a mute request has in the end.
    private var isCrowded: Bool {
        mutating get { waitingUnproven > 0 && firstQuiet != nil }
    }

    private var firstQuiet: Ticket? {
        mutating get {
            while let ticket = quiet.first {
                if running[ticket] != nil { return ticket }
                _ = quiet.popFirst()
            }
            return nil
        }
    }

    /// When the first of the doubtful requests that still run began.
    private var oldestDoubt: Instant? {
        mutating get {
            while let ticket = doubtful.first {
                if let request = running[ticket] { return request.started }
                _ = doubtful.popFirst()
            }
            return nil
        }
    }

    // MARK: Hosts

    mutating func setLimits(_ limits: Limits) {
        self.limits = limits
        addresses.unpark()
        for host in Set(waiting.values.lazy.map(\.host)) {
            hosts[host].turn = nil
            callUp(host)
        }
    }

    /// Starts nothing at `host` before `until`; `nil` ends a pause.
    ///
    /// - Returns: the requests that were waiting for it and are no longer queued.
    mutating func hold(_ name: String, until: Instant?) -> [Ticket] {
        let host = number(of: name)
        hosts[host].heldUntil = until
        guard until != nil else { return [] }
        let tickets = waiting.filter { $0.value.host == host }.map(\.key).sorted()
        for ticket in tickets { _ = remove(ticket) }
        return tickets
    }

    /// The end of a host's pause, `nil` when it has none.
    func heldUntil(_ name: String, now: Instant) -> Instant? {
        numbers[name].flatMap { hosts[$0].isHeld(now) ? hosts[$0].heldUntil : nil }
    }

    /// Takes hosts for such as answer quickly until they do not: an earlier run found them so.
    mutating func trust(_ names: some Sequence<String>) {
        for name in names { hosts[number(of: name)].isProven = true }
    }

    /// The host's own wish for the time between two requests. Counts when it is longer than ``Limits/hostDelay``.
    mutating func setCrawlDelay(_ delay: Duration?, host name: String) {
        guard delay != nil || numbers[name] != nil else { return }
        hosts[number(of: name)].crawlDelay = delay ?? .zero
    }

    /// Addresses remembered.
    var knownAddresses: Int { addresses.count }

    /// What stands at the gate now. At most `limit` held hosts are named, those held longest first.
    func states(now: Instant, limit: Int) -> HostStates {
        let held = hosts.compactMap { host in
            host.isHeld(now) ? host.heldUntil.map { HostStates.Held(host: host.name, until: $0) } : nil
        }
        return HostStates(
            known: numbers.count, waiting: waiting.count, running: running.count, heldCount: held.count,
            held: Array(held.sorted { ($1.until, $0.host) < ($0.until, $1.host) }.prefix(limit)),
            busy: busy(now: now, limit: limit))
    }

    /// Those held first, then those most waited for.
    private func busy(now: Instant, limit: Int) -> [HostStates.Host] {
        let busy = hosts.filter { host in
            host.isHeld(now) || host.waiting > 0 || host.running > 0 || host.crawlDelay > limits.hostDelay
        }
        let states = busy.map { host in
            HostStates.Host(
                name: host.name, heldUntil: host.isHeld(now) ? host.heldUntil : nil, waiting: host.waiting,
                running: host.running, pace: max(limits.hostDelay, host.crawlDelay))
        }
        func rank(_ host: HostStates.Host) -> (Int, Int, Int) {
            (host.heldUntil == nil ? 1 : 0, -host.waiting, -host.running)
        }
        return Array(states.sorted { rank($0) == rank($1) ? $0.name < $1.name : rank($0) < rank($1) }.prefix(limit))
    }
}

// MARK: - Turns

extension HostGate {
    /// One host's place in the agenda or among those that are ready. Of several only the newest counts.
    private struct Turn: Comparable, Sendable {
        let at: Instant
        let number: UInt64
        let host: Int

        static func < (left: Turn, right: Turn) -> Bool { (left.at, left.number) < (right.at, right.number) }
    }

    private struct Waiting: Sendable {
        let host: Int
        let priority: Priority
    }

    private struct Running: Sendable {
        let host: Int
        let isProven: Bool
        let started: Instant
        /// The address that it counts for.
        var place: Int?
        var isMute = false
        var isQuiet = false
    }

    private struct Host: Sendable {
        let name: String
        private var queues = Array(repeating: FIFO<Ticket>(), count: Priority.allCases.count)
        /// Requests that wait, by priority. The queues may hold more: those that no longer do.
        private var counts: SIMD4<Int> = .zero
        private(set) var waiting = 0
        var running = 0
        var lastStart: Instant?
        var crawlDelay = Duration.zero
        var heldUntil: Instant?
        var isProven = false
        /// Where it was found last.
        var place: Int?
        /// The number of its turn that counts, and for which priority it stands ready.
        var turn: UInt64?
        var readyFor: Priority?

        func isHeld(_ now: Instant) -> Bool { heldUntil.map { $0 > now } ?? false }

        init(name: String) {
            self.name = name
        }

        mutating func append(_ ticket: Ticket, _ priority: Priority) {
            queues[priority.rawValue].append(ticket)
            counts[priority.rawValue] += 1
            waiting += 1
        }

        /// One of the requests that wait is no longer to be asked.
        mutating func forget(_ priority: Priority) {
            counts[priority.rawValue] -= 1
            waiting -= 1
            if counts[priority.rawValue] == 0 { queues[priority.rawValue].removeAll() }
        }

        /// The request that waits longest, of those of highest priority.
        mutating func popFirst(among waiting: [Ticket: Waiting]) -> Ticket? {
            guard let priority = bestPriority else { return nil }
            while let ticket = queues[priority.rawValue].popFirst() {
                guard waiting[ticket] != nil else { continue }
                counts[priority.rawValue] -= 1
                self.waiting -= 1
                return ticket
            }
            return nil
        }

        /// The highest priority at which something waits.
        var bestPriority: Priority? {
            guard waiting > 0 else { return nil }
            return Priority.allCases.first { counts[$0.rawValue] > 0 }
        }
    }

    /// The number of the host called so, given now when it has none.
    private mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        let number = free.popLast() ?? hosts.count
        if number == hosts.count { hosts.append(Host(name: name)) } else { hosts[number] = Host(name: name) }
        numbers[name] = number
        return number
    }

    private func earliestStart(_ host: Int) -> Instant? {
        hosts[host].lastStart.map { $0 + max(limits.hostDelay, hosts[host].crawlDelay) }
    }

    /// Gives a host a turn when it could use one and has none, or none as good.
    private mutating func callUp(_ host: Int) {
        guard hosts[host].waiting > 0, hosts[host].running < limits.perHost else { return }
        if hosts[host].turn != nil {
            guard let readyFor = hosts[host].readyFor, let best = hosts[host].bestPriority, best < readyFor else {
                return
            }
        }
        giveTurn(host, at: earliestStart(host) ?? .distantPast)
    }

    private mutating func giveTurn(_ host: Int, at time: Instant) {
        turns += 1
        hosts[host].turn = turns
        hosts[host].readyFor = nil
        agenda.insert(Turn(at: time, number: turns, host: host))
    }

    /// Moves the hosts whose time has come to the ready queues.
    private mutating func promoteDue(_ now: Instant) {
        while let turn = agenda.first, turn.at <= now {
            _ = agenda.popFirst()
            guard hosts[turn.host].turn == turn.number else { continue }
            if let priority = hosts[turn.host].bestPriority {
                hosts[turn.host].readyFor = priority
                ready[priority.rawValue][hosts[turn.host].isProven ? 0 : 1].append(turn)
            } else {
                hosts[turn.host].turn = nil
            }
        }
    }

    private var mayStartUnproven: Bool { unprovenRunning < limits.unproven }

    private var hasStartable: Bool {
        ready.contains { $0[0].first != nil || ($0[1].first != nil && mayStartUnproven) }
    }

    /// The turn that came first among the hosts ready at `priority`.
    private mutating func popTurn(_ priority: Priority) -> Turn? {
        let proven = ready[priority.rawValue][0].first
        let unproven = mayStartUnproven ? ready[priority.rawValue][1].first : nil
        guard proven != nil || unproven != nil else { return nil }
        let takesUnproven = unproven.map { unproven in proven.map { unproven.number < $0.number } ?? true } ?? false
        return ready[priority.rawValue][takesUnproven ? 1 : 0].popFirst()
    }

    /// Starts the best request of the host whose turn it is; `nil` when the turn no longer counts.
    private mutating func start(_ turn: Turn, now: Instant) -> Ticket? {
        let host = turn.host
        guard hosts[host].turn == turn.number else { return nil }
        hosts[host].turn = nil
        hosts[host].readyFor = nil
        guard !hosts[host].isHeld(now), mayStart(host, now: now), let ticket = hosts[host].popFirst(among: waiting)
        else { return nil }
        waiting[ticket] = nil
        hosts[host].running += 1
        hosts[host].lastStart = now
        let place = limits.countsByAddress ? hosts[host].place : nil
        if let place { addresses.begin(at: place, now: now) }
        running[ticket] = Running(host: host, isProven: hosts[host].isProven, started: now, place: place)
        if !hosts[host].isProven { unprovenRunning += 1 }
        callUp(host)
        return ticket
    }

    /// Whether the host's address is free for one more request. If not, the host gets another turn when it may be.
    private mutating func mayStart(_ host: Int, now: Instant) -> Bool {
        guard limits.countsByAddress, let place = hosts[host].place else { return true }
        switch addresses.opening(of: place, now: now, limits) {
        case .now: return true
        case .full: addresses.park(host, at: place)
        case .at(let time): giveTurn(host, at: time)
        }
        return false
    }

    /// A request is no longer at an address: who waited for that may try again.
    private mutating func leave(_ place: Int) {
        for host in addresses.end(at: place).sorted() { callUp(host) }
    }

    /// Forgets hosts with nothing to do and nothing to remember, once there are too many.
    private mutating func pruneIfCrowded(_ now: Instant) {
        guard max(numbers.count, addresses.count) > pruneAbove else { return }
        for (name, host) in numbers where !isNeeded(hosts[host], now) {
            numbers[name] = nil
            hosts[host] = Host(name: "")
            free.append(host)
        }
        addresses.prune(keeping: Set(hosts.compactMap(\.place)), now: now, limits)
        pruneAbove = max(HostGate.mostHosts, max(numbers.count, addresses.count) * 2)
    }

    private func isNeeded(_ host: Host, _ now: Instant) -> Bool {
        let nextStart = host.lastStart.map { $0 + max(limits.hostDelay, host.crawlDelay) }
        return host.waiting > 0 || host.running > 0 || host.isHeld(now) || nextStart.map { $0 > now } ?? false
    }
}

extension ContinuousClock.Instant {
    /// Before everything this process does.
    fileprivate static let distantPast = ContinuousClock.now - .seconds(1 << 40)
}
