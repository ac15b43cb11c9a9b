import CLibCurl
import Glibc
import NewsModel

/// The thread that fetches: starts what the gate lets pass, gives libcurl its turn, hands back what is finished.
/// Everything it owns is made, used and freed on that thread.
struct TransferLoop: ~Copyable {
    private let switchboard: Switchboard
    private let multi: UnsafeMutableRawPointer
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    private var started: [UnsafeMutableRawPointer: ContinuousClock.Instant] = [:]
    /// Handles between two requests.
    private var idle: [EasyHandle] = []
    /// Those that were started lately, first ones first, to be looked at once.
    private var young = FIFO<Young>()
    /// After this time without the header of an answer a transfer is mute.
    private static let patience = Duration.seconds(2)

    private struct Young: Sendable {
        /// Of the handle.
        let address: Int
        let started: ContinuousClock.Instant
    }
    private var settings: FetchSettings?

    init(_ switchboard: Switchboard, multi: UnsafeMutableRawPointer) {
        self.switchboard = switchboard
        self.multi = multi
    }

    deinit {
        switchboard.end()
        curl_multi_cleanup(multi)
    }

    /// Runs until the switchboard closes.
    mutating func run() {
        while true {
            let orders = switchboard.takeOrders()
            if orders.isClosing { break }
            adopt(orders.settings)
            for ticket in orders.cancelled { cancel(ticket) }
            noteMute()
            startReady(orders)
            var active: Int32 = 0
            curl_multi_perform(multi, &active)
            collect()
            wait()
        }
        for transfer in Array(running.values) { abandon(transfer, .closed) }
        idle = []
    }

    private mutating func adopt(_ settings: FetchSettings) {
        guard settings != self.settings else { return }
        self.settings = settings
        rasid_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.concurrency * 2)
        rasid_curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.perHost)
    }

    private mutating func startReady(_ orders: Switchboard.Orders) {
        while let fetch = switchboard.next(now: .now) {
            if let error = start(fetch, orders) {
                switchboard.finished(fetch.ticket, wasQuick: nil)
                fetch.continuation.resume(returning: .failure(error))
            }
        }
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
        guard let handle = idle.popLast() ?? EasyHandle() else { return fetch.error(.system, "no handle") }
        let transfer = Transfer(
            fetch, handle: handle, settings: orders.settings, sentValidators: requestHead.validators)
        guard transfer.configure(requestHead), curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else {
            return fetch.error(.system, "libcurl took no request")
        }
        let now = ContinuousClock.now
        running[handle.pointer] = transfer
        started[handle.pointer] = now
        young.append(Young(address: Int(bitPattern: handle.pointer), started: now))
        return nil
    }

    private mutating func noteMute() {
        let now = ContinuousClock.now
        var mute: [HostGate.Ticket] = []
        while let first = young.first, now - first.started >= TransferLoop.patience {
            _ = young.popFirst()
            // The handle may have another request by now.
            guard let handle = UnsafeMutableRawPointer(bitPattern: first.address), let transfer = running[handle],
                started[handle] == first.started
            else { continue }
            if !transfer.head.isComplete { mute.append(transfer.pending.ticket) }
        }
        if !mute.isEmpty { switchboard.noteMute(mute) }
    }

    /// Hands back what libcurl has finished.
    private mutating func collect() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            finish(pointer, rasid_curl_message_result(message))
        }
    }

    private mutating func finish(_ pointer: UnsafeMutableRawPointer, _ result: CURLcode) {
        guard let transfer = running[pointer] else { return }
        let took = started[pointer].map { $0.duration(to: .now) } ?? .zero
        let conclusion = transfer.conclude(result, took: took, received: wallClock())
        let wasQuick = transfer.wasQuick(result, took: took)
        count(transfer, conclusion)
        release(transfer)
        switch conclusion {
        case .again(let fetch):
            switchboard.finished(fetch.ticket, wasQuick: wasQuick, next: fetch)
        case .done(let answer):
            holdIfAsked(transfer.pending.host, answer)
            switchboard.finished(transfer.pending.ticket, wasQuick: wasQuick)
            transfer.pending.continuation.resume(returning: answer)
        }
    }

    private func count(_ transfer: Transfer, _ conclusion: Conclusion) {
        var status: Int? = transfer.head.status
        var decoded = 0
        switch conclusion {
        case .again: break
        case .done(.success(let response)): decoded = response.body.count
        case .done(.failure(let error)):
            // A status that is the error, or a redirect that leads nowhere; else no whole answer came.
            status = error.status ?? (RedirectTrail.isRedirect(transfer.head.status) ? status : nil)
        }
        switchboard.count(
            transfer.pending.request.kind, status: status, wireBytes: transfer.wireBytes, decodedBytes: decoded)
    }

    /// 429 speaks for the whole host (RFC 6585 section 4), and what else the operator says.
    private func holdIfAsked(_ host: String, _ answer: Result<FetchResponse, FetchError>) {
        guard case .failure(let error) = answer, let status = error.status, let pause = error.retryAfter,
            settings?.hostPauses.contains(status) == true
        else { return }
        let now = ContinuousClock.now
        switchboard.hold(host, until: now + min(pause, Fetcher.longestHold), now: now)
    }

    private mutating func cancel(_ ticket: HostGate.Ticket) {
        guard let transfer = running.values.first(where: { $0.pending.ticket == ticket }) else { return }
        abandon(transfer, .cancelled)
    }

    /// Takes a transfer off the wire before its end.
    private mutating func abandon(_ transfer: Transfer, _ kind: FetchError.Kind) {
        release(transfer)
        switchboard.finished(transfer.pending.ticket, wasQuick: nil)
        transfer.pending.continuation.resume(returning: .failure(transfer.pending.error(kind)))
    }

    /// From here on libcurl knows nothing of the transfer.
    private mutating func release(_ transfer: Transfer) {
        let pointer = transfer.handle.pointer
        curl_multi_remove_handle(multi, pointer)
        running[pointer] = nil
        started[pointer] = nil
        transfer.handle.reset()
        if idle.count < settings?.concurrency ?? 0 { idle.append(transfer.handle) }
    }

    /// Sleeps until a socket, a limit, a host's turn or a wish calls.
    private func wait() {
        let now = ContinuousClock.now
        let longest = Duration.seconds(60)
        var pause = switchboard.nextWake(now: now).map { max(.zero, min(longest, now.duration(to: $0))) } ?? longest
        if let first = young.first {
            pause = min(pause, max(.zero, now.duration(to: first.started + TransferLoop.patience)))
        }
        // Up, so as not to wake just before the time.
        let milliseconds = pause == .zero ? 0 : Int32(clamping: pause.wholeMilliseconds + 1)
        curl_multi_poll(multi, nil, 0, milliseconds, nil)
    }
}

private func wallClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}
