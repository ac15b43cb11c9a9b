import CLibCurl
import Glibc
import NewsModel

/// The thread that fetches: starts what the gate lets pass, gives libcurl its turn, hands back what is finished.
/// Everything it owns is made, used and freed on that thread.
struct TransferLoop: ~Copyable {
    private let switchboard: Switchboard
    private let multi: UnsafeMutableRawPointer
    private let sockets: SocketWatch
    private let goodbyes = Goodbyes()
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Handles between two requests.
    private var idle: [EasyHandle] = []
    /// Transfers under way by the time of the next look at them.
    private var looks = FIFO<Look>()
    /// From one look at a transfer to the next.
    private static let timeBetweenLooks = Duration.seconds(1)
    /// When to search next for transfers that libcurl has lost.
    private var nextSearch = ContinuousClock.now
    private static let timeBetweenSearches = Duration.seconds(10)
    /// What happened since the switchboard was last told.
    private var report = Switchboard.Report()
    private var answers = AnswerBatch()

    private struct Look: Sendable {
        /// Of the handle.
        let address: Int
        let started: ContinuousClock.Instant
        let due: ContinuousClock.Instant
    }
    private var settings: FetchSettings?

    /// - Parameter multi: is cleaned up at the end.
    init(_ switchboard: Switchboard, multi: UnsafeMutableRawPointer, sockets: SocketWatch) {
        self.switchboard = switchboard
        self.multi = multi
        self.sockets = sockets
        sockets.attach(to: multi)
    }

    deinit {
        curl_multi_cleanup(multi)
    }

    /// Runs until the switchboard closes.
    mutating func run() {
        while true {
            noteMute()
            let orders = exchange()
            if orders.isClosing { break }
            adopt(orders.settings)
            for ticket in orders.cancelled { cancel(ticket) }
            for ticket in orders.hopeless { giveUp(ticket) }
            for fetch in orders.starts {
                if let error = start(fetch, orders) { end(fetch, wasQuick: nil, .failure(error)) }
            }
            act(on: sockets.wait(milliseconds: pause(nextWake: orders.nextWake)))
            collect()
            endOverdue()
        }
        for transfer in Array(running.values) { abandon(transfer, .closed) }
        _ = exchange()
        answers.handBack()
        idle = []
    }

    /// Tells the switchboard what happened and learns what is to be done. Only then may answers be handed back, so that
    /// whoever has one finds its host as it left it.
    private mutating func exchange() -> Switchboard.Orders {
        let orders = switchboard.exchange(report)
        report = Switchboard.Report()
        for answer in orders.refused { answers.append(answer) }
        if answers.isDue(underWay: running.count, now: .now) { answers.handBack() }
        return orders
    }

    private mutating func adopt(_ settings: FetchSettings) {
        guard settings != self.settings else { return }
        self.settings = settings
        // Their options are the old settings'.
        idle = []
        // As many as libcurl would keep by itself: enough for the hosts of a few hundred transfers.
        rasid_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.concurrency * 4)
        rasid_curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.perHost)
    }

    /// Puts a request on the wire; the reason when it cannot be.
    private mutating func start(_ fetch: PendingFetch, _ orders: Switchboard.Orders) -> FetchError? {
        let policy = AddressPolicy(allowed: orders.settings.allowPrivate)
        if let objection = policy.objection(toLiteralHost: fetch.host) {
            return fetch.error(.refusedAddress, objection)
        }
        let requestHead: RequestHead
        do {
            requestHead = try RequestHead(
                fetch.request, credentials: fetch.credentials, url: fetch.url, isAtHome: fetch.trail.isAtHome,
                asksIdentity: fetch.asksIdentity, userAgent: orders.userAgent)
        } catch {
            return fetch.error(.badRequestHeader, error.name)
        }
        guard let handle = idle.popLast() ?? EasyHandle(orders.settings, sockets, goodbyes) else {
            return fetch.error(.system, "no handle")
        }
        let now = ContinuousClock.now
        let transfer = Transfer(
            fetch, handle: handle, settings: orders.settings, sentValidators: requestHead.validators, started: now,
            goodbyes: goodbyes,
            locate: switchboard.locate)
        guard transfer.configure(requestHead), curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else {
            return fetch.error(.system, "libcurl took no request")
        }
        running[handle.pointer] = transfer
        looks.append(
            Look(address: Int(bitPattern: handle.pointer), started: now, due: now + TransferLoop.timeBetweenLooks))
        return nil
    }

    private mutating func noteMute() {
        let now = ContinuousClock.now
        while let look = looks.first, now >= look.due {
            _ = looks.popFirst()
            // The handle may have another request by now.
            guard let handle = UnsafeMutableRawPointer(bitPattern: look.address), let transfer = running[handle],
                transfer.started == look.started
            else { continue }
            if transfer.isMute(now: now) { report.mute.append(transfer.pending.ticket) }
            looks.append(Look(address: look.address, started: look.started, due: now + TransferLoop.timeBetweenLooks))
        }
    }

    /// Milliseconds until a limit, a host's turn or an answer that waits calls.
    private func pause(nextWake: ContinuousClock.Instant?) -> Int32 {
        guard report.isEmpty else { return 0 }
        let now = ContinuousClock.now
        var until = now + .seconds(60)
        if let nextWake { until = min(until, nextWake) }
        if let due = sockets.due { until = min(until, due) }
        if let due = answers.due { until = min(until, due) }
        if !running.isEmpty { until = min(until, max(nextSearch, now)) }
        if let look = looks.first { until = min(until, look.due) }
        // Up, so as not to wake just before the time.
        return until <= now ? 0 : Int32(clamping: now.duration(to: until).wholeMilliseconds + 1)
    }

    /// Gives libcurl its turn.
    private func act(on ready: [SocketWatch.Ready]) {
        var active: Int32 = 0
        for socket in ready { curl_multi_socket_action(multi, socket.socket, socket.state, &active) }
        if sockets.takeTurn(now: .now) { curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &active) }
    }

    /// Takes what libcurl has finished.
    private mutating func collect() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            finish(pointer, rasid_curl_message_result(message))
        }
    }

    private mutating func finish(_ pointer: UnsafeMutableRawPointer, _ result: CURLcode) {
        guard let transfer = running[pointer] else { return }
        let took = transfer.started.duration(to: .now)
        let conclusion = transfer.conclude(result, took: took, received: wallClock())
        let wasQuick = transfer.wasQuick(result, took: took)
        if !transfer.wasDeferred(result) { report.tallies.append(transfer.tally(conclusion)) }
        release(transfer, wasWhole: result == CURLE_OK)
        switch conclusion {
        case .again(let fetch):
            report.ended.append(.init(ticket: fetch.ticket, wasQuick: wasQuick, next: fetch))
        case .done(let answer):
            holdIfAsked(transfer.pending.host, answer)
            end(transfer.pending, wasQuick: wasQuick, answer)
        }
    }

    /// 429 speaks for the whole host (RFC 6585 section 4), and what else the operator says.
    private mutating func holdIfAsked(_ host: String, _ answer: Result<FetchResponse, FetchError>) {
        guard case .failure(let error) = answer, let status = error.status, let pause = error.retryAfter,
            settings?.hostPauses.contains(status) == true
        else { return }
        report.holds.append(.init(host: host, until: .now + min(pause, Fetcher.longestHold)))
    }

    /// Ends transfers that libcurl has lost: one that gets no memory in the wrong moment forgets their timers, and nobody
    /// would ever hear of them.
    private mutating func endOverdue() {
        let now = ContinuousClock.now
        guard now >= nextSearch else { return }
        nextSearch = now + TransferLoop.timeBetweenSearches
        for transfer in Array(running.values)
        where now - transfer.started > transfer.budget + TransferLoop.timeBetweenSearches {
            abandon(transfer, .timeout(after: transfer.timeout))
        }
    }

    private func transfer(of ticket: HostGate.Ticket) -> Transfer? {
        running.values.first { $0.pending.ticket == ticket }
    }

    private mutating func cancel(_ ticket: HostGate.Ticket) {
        if let transfer = transfer(of: ticket) { abandon(transfer, .cancelled) }
    }

    private mutating func giveUp(_ ticket: HostGate.Ticket) {
        // One that was slow at first may be getting on by now.
        guard let transfer = transfer(of: ticket), transfer.isMute(now: .now) else { return }
        abandon(transfer, .timeout(after: HostGate.firstPatience), "other hosts waited", wasQuick: false)
    }

    /// Takes a transfer off the wire before its end.
    private mutating func abandon(
        _ transfer: Transfer, _ kind: FetchError.Kind, _ detail: String = "", wasQuick: Bool? = nil
    ) {
        release(transfer, wasWhole: false)
        end(transfer.pending, wasQuick: wasQuick, .failure(transfer.pending.error(kind, detail)))
    }

    /// A fetch is over: the switchboard is told first, then who asked.
    private mutating func end(
        _ fetch: PendingFetch, wasQuick: Bool?, _ answer: Result<FetchResponse, FetchError>
    ) {
        report.ended.append(.init(ticket: fetch.ticket, wasQuick: wasQuick, next: nil))
        answers.append(Answer(continuation: fetch.continuation, result: answer))
    }

    /// From here on libcurl knows nothing of the transfer. A handle goes on to the next one only when nothing went
    /// wrong with it.
    private mutating func release(_ transfer: Transfer, wasWhole: Bool) {
        let pointer = transfer.handle.pointer
        curl_multi_remove_handle(multi, pointer)
        running[pointer] = nil
        transfer.handle.transfer = nil
        if wasWhole, settings == transfer.settings { idle.append(transfer.handle) }
    }
}

private func wallClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}
