import CLibCurl
import Glibc
package import NewsModel
import Synchronization

/// The one door to the web: fetches URLs politely, within limits, over one thread.
///
/// All requests of the process go through one fetcher, since only then the pace kept toward a host is kept. Any
/// number may wait at once; waiting costs no time of a request's own limit.
///
/// With a proxy set, names are resolved by the proxy or for it, so that the address of a host is not seen here: then
/// only hosts written as an address are judged, and keeping private ones out is the proxy's job.
package final class Fetcher: Sendable {
    /// The longest pause a host is given on its own word.
    package static let longestHold = Duration.seconds(24 * 3600)
    /// The longest time between two requests that robots.txt can ask for.
    package static let longestCrawlDelay = Duration.seconds(60)

    private let switchboard: Switchboard
    private let thread: Mutex<pthread_t?>

    /// Starts the thread.
    ///
    /// - Parameter userAgent: says who asks and where to complain: `Rasid/1.2 (+https://example.org/bot)`.
    package init(_ settings: FetchSettings, userAgent: String) throws(FetchError) {
        guard prepareLibcurl() else { throw FetchError(.system, url: "", detail: "libcurl cannot be initialised") }
        guard let doorbell = Doorbell() else { throw FetchError(.system, url: "", detail: "no descriptor left") }
        let switchboard = Switchboard(settings, userAgent: userAgent, doorbell: doorbell)
        let context = Unmanaged.passRetained(switchboard)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, runTransferLoop, context.toOpaque())
        guard status == 0 else {
            context.release()
            throw FetchError(.system, url: "", detail: "no thread: \(String(cString: strerror(status)))")
        }
        self.switchboard = switchboard
        self.thread = Mutex(thread)
    }

    deinit {
        switchboard.close()
        thread.withLock { thread in
            if let thread { pthread_detach(thread) }
        }
    }

    /// The answer to `request`: any 2xx, or a 304 to a conditional one. Everything else is thrown.
    ///
    /// A request for a host that is held fails at once with ``FetchError/Kind/held``. Cancelling the task ends the
    /// transfer.
    @concurrent package func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        let url: WebURL
        let credentials: String?
        do {
            (url, credentials) = try WebURL.reading(request.url)
        } catch {
            throw FetchError(error == .refusedScheme ? .refusedScheme : .badURL, url: request.url)
        }
        let ticket = switchboard.newTicket()
        let delivery = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                switchboard.submit(
                    PendingFetch(
                        ticket: ticket, request: request, credentials: request.credentials ?? credentials,
                        continuation: continuation, url: url))
            }
        } onCancel: {
            switchboard.cancel(ticket)
        }
        for answer in delivery.companions { answer.handBack() }
        if Task.isCancelled { switchboard.forget(ticket) }
        return try delivery.result.get()
    }

    /// Takes new settings. Requests under way keep theirs.
    package func update(_ settings: FetchSettings, userAgent: String) {
        switchboard.update(settings, userAgent: userAgent)
    }

    /// Sends nothing to `host` before `until`; `nil` ends a pause. Requests that wait for it fail with
    /// ``FetchError/Kind/held``. A 429 with `Retry-After` does the same by itself.
    package func hold(host: String, until: ContinuousClock.Instant?) {
        switchboard.hold(host.lowercased(), until: until, now: .now)
    }

    /// Hosts that answered an earlier run and are not to wait behind those that never did.
    package func trust(hosts: [String]) {
        switchboard.trust(hosts)
    }

    /// The host of a URL as it is called here, international names in punycode; `nil` for what is no URL to fetch.
    package static func host(of url: String) -> String? {
        (try? WebURL(url))?.origin.host
    }

    /// What is left of a host's pause; `nil` when it has none.
    package func pause(of host: String) -> Duration? {
        switchboard.pause(of: host.lowercased(), now: .now)
    }

    /// What robots.txt of `host` asks for between two requests; at most ``longestCrawlDelay`` is heeded, and only
    /// what is longer than ``FetchSettings/hostDelay``. `nil` takes it back.
    package func setCrawlDelay(_ delay: Duration?, host: String) {
        switchboard.setCrawlDelay(delay.map { min($0, Fetcher.longestCrawlDelay) }, host: host.lowercased())
    }

    package func hostStates(now: ContinuousClock.Instant = .now) -> HostStates {
        switchboard.hostStates(now: now)
    }

    /// Requests and bytes since the start.
    package var tallies: TransferTallies { switchboard.transferTallies }

    /// Ends all fetches with ``FetchError/Kind/closed`` and the thread with them. Returns when it is gone; every
    /// fetch after that fails.
    package func shutdown() async {
        switchboard.close()
        await switchboard.waitForEnd()
        thread.withLock { thread in
            // It has taken its last step, so this waits for nothing.
            if let thread { pthread_join(thread, nil) }
            thread = nil
        }
    }
}

/// The thread's body. A function of the file and no closure, so that it belongs to no actor.
private func runTransferLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let switchboard = Unmanaged<Switchboard>.fromOpaque(context).takeRetainedValue()
    if let sockets = SocketWatch(switchboard.doorbell), let multi = curl_multi_init() {
        var loop = TransferLoop(switchboard, multi: multi, sockets: sockets)
        loop.run()
    } else {
        switchboard.close()
    }
    switchboard.announceEnd()
    return nil
}
