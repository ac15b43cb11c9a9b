package import NewsModel

/// What robots.txt says about a URL.
package enum RobotsVerdict: Equatable, Sendable {
    case allowed
    case disallowed
    /// robots.txt could not be had, so nothing but feeds the operator listed may be asked for now.
    case unreachable
}

/// The robots.txt of every origin that is asked for pages: fetched once, kept a day, and told to the host gate.
///
/// An answer 4xx means there are no rules (429 does not: that host wants to be left alone). With 5xx or no answer
/// nothing is allowed, unless rules were read before; those go on to count.
///
/// Source: RFC 9309 sections 2.3 and 2.4.
package actor RobotsCache {
    /// How long an answer counts.
    package static let lifetime = Duration.seconds(24 * 3600)
    /// When an origin is asked again after its server failed.
    package static let serverPause = Duration.seconds(3600)
    /// When an origin is asked again after nothing was heard of it, which may be our own network's fault.
    package static let networkPause = Duration.seconds(600)
    /// Origins kept. Of more the oldest are forgotten.
    package static let mostOrigins = 4096
    /// Bytes of rules kept, roughly.
    package static let mostBytes = 16 * 1024 * 1024

    package typealias Fetch = @Sendable (FetchRequest) async -> Result<FetchResponse, FetchError>

    private let robot: String
    private let fetch: Fetch
    private let setCrawlDelay: @Sendable (Duration?, String) -> Void
    private let now: @Sendable () -> ContinuousClock.Instant
    private var entries: [Origin: Entry] = [:]
    private var order = FIFO<Origin>()
    private var bytes = 0
    private var underWay: [Origin: Task<Outcome, Never>] = [:]
    /// What changed since it was last taken to be stored.
    private var unsaved: Set<Origin> = []

    /// - Parameters:
    ///   - robot: the name robots.txt calls us by, the product token of the User-Agent: `rasid`.
    ///   - records: what an earlier run learnt.
    ///   - time: the time on the wall.
    package init(
        _ fetcher: Fetcher, robot: String = "rasid", records: [RobotsRecord] = [],
        time: Timestamp = Timestamp(milliseconds: 0)
    ) {
        self.init(
            robot: robot, records: records, time: time,
            fetch: { request async in
                do throws(FetchError) {
                    return .success(try await fetcher.fetch(request))
                } catch {
                    return .failure(error)
                }
            },
            setCrawlDelay: { delay, host in fetcher.setCrawlDelay(delay, host: host) })
    }

    init(
        robot: String, records: [RobotsRecord] = [], time: Timestamp = Timestamp(milliseconds: 0),
        fetch: @escaping Fetch, setCrawlDelay: @escaping @Sendable (Duration?, String) -> Void,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.robot = robot
        self.fetch = fetch
        self.setCrawlDelay = setCrawlDelay
        self.now = now
        let moment = now()
        for record in records {
            guard let origin = (try? WebURL(record.origin))?.origin, entries[origin] == nil else { continue }
            let entry = Entry(record, time: time, now: moment)
            entries[origin] = entry
            order.append(origin)
            bytes += entry.weight
        }
    }

    /// Whether `url` may be asked for. Fetches robots.txt when there is none or it is too old; who asks meanwhile
    /// waits for the same answer. What is no http URL is disallowed.
    package func permits(_ url: String) async -> RobotsVerdict {
        guard let url = try? WebURL(url) else { return .disallowed }
        if let entry = entries[url.origin], entry.expires > now() { return verdict(entry, url) }
        let task = underWay[url.origin] ?? startFetch(url.origin)
        return verdict(settle(await task.value, url.origin), url)
    }

    /// What is known of the robots.txt of hosts: whether it could be read, `false` for those that could not be had and
    /// keep us from their pages. Hosts nothing is known of are not there; of two origins the worse counts.
    package func areReadable() -> [String: Bool] {
        Dictionary(entries.map { ($0.key.host, $0.value.rules != nil) }) { $0 && $1 }
    }

    private func verdict(_ entry: Entry, _ url: WebURL) -> RobotsVerdict {
        guard let rules = entry.rules else { return .unreachable }
        // Told each time, since the gate forgets hosts it has not seen for long.
        setCrawlDelay(rules.crawlDelay, url.origin.host)
        return rules.allows(url.target) ? .allowed : .disallowed
    }

    private func startFetch(_ origin: Origin) -> Task<Outcome, Never> {
        var request = FetchRequest("\(origin)/robots.txt", kind: .robots)
        request.maxBody = RobotsRules.longest
        request.cutsBody = true
        request.validators = entries[origin]?.validators ?? []
        let fetch = fetch
        let robot = robot
        let task = Task { Outcome(await fetch(request), robot: robot) }
        underWay[origin] = task
        return task
    }

    /// Keeps what was learnt, once for all who waited for it.
    private func settle(_ outcome: Outcome, _ origin: Origin) -> Entry {
        guard underWay.removeValue(forKey: origin) != nil else {
            return entries[origin] ?? Entry(outcome, after: nil, now: now())
        }
        let entry = Entry(outcome, after: entries[origin], now: now())
        keep(entry, origin)
        return entry
    }

    /// What was learnt and forgotten since the last time, to be stored. Who could not store it gives it back with
    /// ``giveBack(_:)``.
    ///
    /// - Parameter time: the time on the wall.
    package func takeChanges(time: Timestamp) -> (learnt: [RobotsRecord], forgotten: [String]) {
        defer { unsaved = [] }
        let moment = now()
        var learnt: [RobotsRecord] = []
        var forgotten: [String] = []
        for origin in unsaved {
            let rules = entries[origin]?.rules?.text
            // Rules that escapes made longer than what is read would come back cut.
            guard let entry = entries[origin], rules?.utf8.count ?? 0 <= RobotsRules.longest else {
                forgotten.append("\(origin)")
                continue
            }
            learnt.append(
                RobotsRecord(
                    origin: "\(origin)", rules: rules, validators: entry.validators.first,
                    expires: time + moment.duration(to: entry.expires)))
        }
        return (learnt, forgotten)
    }

    /// Takes origins back whose change could not be stored.
    package func giveBack(_ origins: [String]) {
        for origin in origins {
            if let origin = (try? WebURL(origin))?.origin { unsaved.insert(origin) }
        }
    }

    private func keep(_ entry: Entry, _ origin: Origin) {
        unsaved.insert(origin)
        if let old = entries.updateValue(entry, forKey: origin) { bytes -= old.weight } else { order.append(origin) }
        bytes += entry.weight
        while entries.count > RobotsCache.mostOrigins || bytes > RobotsCache.mostBytes, entries.count > 1,
            let oldest = order.popFirst()
        {
            if let gone = entries.removeValue(forKey: oldest) { bytes -= gone.weight }
            unsaved.insert(oldest)
        }
    }
}

extension RobotsCache {
    /// What one fetch of robots.txt taught.
    private enum Outcome: Sendable {
        case rules(RobotsRules, Validators)
        case unchanged(Validators)
        /// Ask again after this.
        case unreachable(Duration)

        init(_ result: Result<FetchResponse, FetchError>, robot: String) {
            switch result {
            case .success(let response) where response.isNotModified:
                self = .unchanged(response.validators)
            case .success(let response):
                self = .rules(.parse(response.body, for: robot), response.validators)
            case .failure(let error):
                self = Outcome(error)
            }
        }

        private init(_ error: FetchError) {
            switch error.kind {
            case .status(429): self = .unreachable(max(error.retryAfter ?? .zero, serverPause))
            case .status(400..<500): self = .rules(.allowAll, Validators(url: error.url))
            case .status: self = .unreachable(max(error.retryAfter ?? .zero, serverPause))
            // Section 2.3.1.2: after too many redirects there are no rules. A file too large was read in vain.
            case .tooManyRedirects, .redirectLoop: self = .rules(.allowAll, Validators(url: error.url))
            case .cancelled, .closed: self = .unreachable(.zero)
            case .held: self = .unreachable(error.retryAfter ?? .zero)
            default: self = .unreachable(networkPause)
            }
        }
    }

    private struct Entry {
        /// `nil` when there never were any.
        let rules: RobotsRules?
        let validators: [Validators]
        let expires: ContinuousClock.Instant

        init(_ outcome: Outcome, after old: Entry?, now: ContinuousClock.Instant) {
            switch outcome {
            case .rules(let rules, let validators):
                self.rules = rules
                self.validators = validators.isEmpty ? [] : [validators]
                expires = now + lifetime
            case .unchanged(let validators):
                rules = old?.rules
                self.validators = validators.isEmpty ? [] : [validators]
                expires = now + lifetime
            case .unreachable(let pause):
                rules = old?.rules
                validators = old?.validators ?? []
                expires = now + min(pause, lifetime)
            }
        }

        /// What an earlier run learnt. A clock that was set meanwhile makes nothing count longer than it may.
        init(_ record: RobotsRecord, time: Timestamp, now: ContinuousClock.Instant) {
            rules = record.rules.map { .parse(Array($0.utf8), for: "*") }
            validators = record.validators.map { [$0] } ?? []
            expires = now + min(max(record.expires - time, .zero), lifetime)
        }

        var weight: Int { rules?.weight ?? 128 }
    }
}
