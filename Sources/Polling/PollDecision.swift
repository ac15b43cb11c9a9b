package import NewsModel

/// What one poll of a feed brought, as far as the schedule is concerned.
package struct PollOutcome: Equatable, Sendable {
    package enum Result: Equatable, Sendable {
        /// A feed was read; so many of its items had not been seen before.
        case read(newItems: Int)
        /// 304, or the very bytes of the last time.
        case unchanged
        case failed(FeedRecord.Failure)
        /// Nothing was asked: the host wants to be left alone for so long. Says nothing about the feed.
        case held(Duration)
    }

    package var result: Result
    /// HTTP status of the last hop; `nil` when no answer came.
    package var status: Int?
    package var hints = ServerHints()
    /// The URL after the leading run of permanent redirects, when there was one.
    package var permanentTarget: String?

    package init(_ result: Result, status: Int? = nil, hints: ServerHints = ServerHints()) {
        self.result = result
        self.status = status
        self.hints = hints
    }
}

/// What the server and the feed ask of those who poll. Kept apart from the record: each answer speaks for itself.
package struct ServerHints: Equatable, Sendable {
    /// `Retry-After`, relative to the answer. RFC 9110 section 10.2.3.
    package var retryAfter: Duration?
    /// `Cache-Control: max-age` less `Age`, else `Expires` relative to `Date`. RFC 9111 section 4.2.
    package var freshness: Duration?
    /// What the feed says in its last body.
    package var wishes = FeedRecord.Wishes()
    /// The answer carried an ETag or a Last-Modified.
    package var hasValidators = true

    package init() {}
}

/// When a feed is polled next, and why. Pure: it is told the time and the luck, and changes a record.
///
/// Sources: the groups B, C and D of the project's etiquette; RFC 9110 and 9111 where named.
package struct PollDecision: Sendable {
    package let limits: PollSettings
    package let now: Timestamp
    /// 0..<1; spreads feeds that would otherwise move together.
    package let luck: Double

    package init(limits: PollSettings, now: Timestamp, luck: Double) {
        self.limits = limits
        self.now = now
        self.luck = luck
    }

    /// The record after a poll that began at `started`, with the next poll planned and explained.
    package func record(_ before: FeedRecord, after outcome: PollOutcome, started: Timestamp) -> FeedRecord {
        if case .held(let pause) = outcome.result { return held(before, pause) }
        var record = before
        record.polls += 1
        record.lastAttempt = started
        record.lastStatus = outcome.status
        switch outcome.result {
        case .read(let newItems):
            noteSuccess(&record)
            noteArrivals(newItems, in: &record)
            record.plan = planAfterSuccess(record, outcome.hints, started: started)
        case .unchanged:
            noteSuccess(&record)
            record.plan = planAfterSuccess(record, outcome.hints, started: started)
        case .failed(let failure):
            noteFailure(failure, status: outcome.status, in: &record)
            record.plan = planAfterFailure(record, outcome, started: started)
        case .held:
            break
        }
        noteRedirect(outcome, in: &record)
        return record
    }

    /// The record of a poll that came to nothing by our own fault: nothing counts against the feed.
    package func record(_ before: FeedRecord, afterOurOwn fault: Fault) -> FeedRecord {
        var record = before
        let pause: Duration =
            switch fault {
            case .stop: limits.min
            case .storage: max(limits.min, min(.seconds(60), limits.max))
            // Nothing arrived anywhere, so nobody is pressed by another try.
            case .network: min(max(limits.min, .seconds(1)), .seconds(60))
            }
        record.plan = .init(at: now + spread(pause), reason: fault.rawValue)
        return record
    }

    /// What is wrong on our side, as a reason for the next poll.
    package enum Fault: String, Sendable {
        case network = "our own network seems to be down"
        case storage = "what the feed brought could not be stored"
        case stop = "rasid was stopped during the poll"
    }

    /// The record under settings that may have become shorter: planned no later than they would have it after the last
    /// poll, unless the publisher asked for it.
    package func shortened(_ record: FeedRecord) -> FeedRecord {
        guard record.state != .gone, record.plan.isAsked != true, let last = record.lastAttempt else { return record }
        let (wait, reason) = record.failures == 0 ? usualWait(record) : longestWait(record)
        // Beyond what luck may have added.
        guard record.plan.at > last + wait * 5 / 4 + .seconds(1) else { return record }
        var record = record
        record.plan = .init(
            at: last + spread(wait), reason: "new settings: \(reason)", leastWait: record.plan.leastWait)
        return record
    }

    private func usualWait(_ record: FeedRecord) -> (Duration, String) {
        // The rhythm as it was found after the last poll.
        let rhythm = FeedRhythm(record: record, limits: limits, now: record.lastAttempt ?? now)
        let asked = min(record.plan.leastWait ?? .zero, limits.max)
        return asked > rhythm.interval ? (asked, "what server or feed ask for") : (rhythm.interval, rhythm.reason)
    }

    private func longestWait(_ record: FeedRecord) -> (Duration, String) {
        switch record.lastStatus {
        case 404: (max(limits.max, Self.week), "404")
        case 401, 403, 410: (max(limits.max, Self.day), "the server refuses us")
        default: (backoff(record.failures), "\(record.failures) failed polls in a row")
        }
    }

    private func held(_ before: FeedRecord, _ pause: Duration) -> FeedRecord {
        var record = before
        let wait = min(max(pause, .seconds(1)), Self.longestRetryAfter)
        record.plan = .init(
            at: now + spread(wait), reason: "the host asked for a pause of \(wait.brief)", isAsked: true)
        return record
    }

    /// A plan that lies where it cannot have been meant: the clock was set back since it was made.
    package func isStray(_ record: FeedRecord) -> Bool {
        guard record.state != .gone else { return false }
        // Plans of polls that do not count leave no attempt; they are known by lying farther ahead than any wish.
        let farthest = max(limits.max, Self.longestRetryAfter) * 3
        return (record.lastAttempt ?? record.stateSince) > now + .seconds(60) || record.plan.at > now + farthest
    }

    // MARK: - What is remembered

    private func noteSuccess(_ record: inout FeedRecord) {
        if record.state != .ok {
            record.state = .ok
            record.stateSince = now
        }
        record.lastSuccess = now
        record.failures = 0
        record.failingSince = nil
        record.goneSince = nil
        record.lastFailure = nil
        record.siteFeeds = nil
    }

    private func noteArrivals(_ newItems: Int, in record: inout FeedRecord) {
        guard newItems > 0 else { return }
        record.itemsSeen += newItems
        record.lastNewItem = now
        record.arrivals = (record.arrivals + [now]).suffix(FeedRhythm.remembered)
    }

    private func noteFailure(_ failure: FeedRecord.Failure, status: Int?, in record: inout FeedRecord) {
        record.failures += 1
        record.lastFailure = failure
        record.failingSince = record.failingSince ?? now
        // Where an adopted redirect led may be gone; whether the feed is, the configured address must say.
        if status == 410, record.redirect?.isAdopted != true {
            record.goneSince = record.goneSince ?? now
        } else {
            record.goneSince = nil
        }
        let isConfirmedGone = record.goneSince.map { now - $0 >= Self.goneConfirmation } ?? false
        let state: FeedRecord.State = isConfirmedGone ? .gone : .failing
        if record.state != state {
            record.state = state
            record.stateSince = now
        }
    }

    /// A permanent redirect is believed after it led to the same feed so many times over so long, and no longer when
    /// its target fails again and again: then the configured address is asked, which may know a new one.
    private func noteRedirect(_ outcome: PollOutcome, in record: inout FeedRecord) {
        if case .failed = outcome.result {
            let isLost = record.failures >= Self.redirectFailures || outcome.status == 410
            if record.redirect?.isAdopted == true, isLost { record.redirect = nil }
            return
        }
        guard record.redirect?.isAdopted != true || outcome.permanentTarget != nil else { return }
        guard let target = outcome.permanentTarget else {
            record.redirect = nil
            return
        }
        guard var redirect = record.redirect, redirect.target == target else {
            record.redirect = .init(target: target, since: now)
            return
        }
        redirect.count += 1
        redirect.isAdopted = redirect.count >= Self.redirectPolls && now - redirect.since >= Self.redirectAge
        record.redirect = redirect
    }

    // MARK: - When next

    private func planAfterSuccess(_ record: FeedRecord, _ hints: ServerHints, started: Timestamp) -> FeedRecord.Plan {
        let rhythm = FeedRhythm(record: record, limits: limits, now: now)
        var wait = Wait(rhythm.interval, rhythm.reason)
        wait.raise(to: hints.wishes.timeToLive, limits, "the feed's ttl")
        wait.raise(to: hints.wishes.updateInterval, limits, "the feed's updatePeriod")
        wait.raise(to: hints.freshness, limits, "the server's Cache-Control or Expires")
        if !hints.hasValidators {
            wait.raise(
                to: Self.withoutValidators, upTo: limits.max,
                because: "the server gives neither ETag nor Last-Modified")
        }
        let leastWait = wait.duration > rhythm.interval ? wait.duration : nil
        let isAsked = wait.raise(
            to: hints.retryAfter, upTo: max(limits.max, Self.longestRetryAfter), "the server's Retry-After")
        let planned = max(started + spread(wait.duration), now)
        let plan = FeedRecord.Plan(
            at: planned, reason: wait.reason, isAsked: isAsked ? true : nil, leastWait: leastWait)
        return avoiding(hints.wishes, plan)
    }

    private func planAfterFailure(
        _ record: FeedRecord, _ outcome: PollOutcome, started: Timestamp
    ) -> FeedRecord.Plan {
        if record.state == .gone {
            return .init(at: Self.never, reason: "410 Gone, said twice and a day apart; remove or renew the feed")
        }
        var wait = Wait(backoff(record.failures), "\(record.failures) failed polls in a row")
        let ceiling = max(limits.max, Self.day)
        switch outcome.status {
        case 410 where record.goneSince != nil:
            wait.raise(to: Self.goneConfirmation, upTo: ceiling, because: "410 Gone is to be confirmed after a day")
        case 401, 403:
            if record.failures >= 3 { wait.raise(to: ceiling, upTo: ceiling, because: "the server refuses us") }
        case 404:
            let isLong = record.failingSince.map { now - $0 >= Self.longFailure } ?? false
            if isLong { wait.raise(to: Self.week, upTo: Self.week, because: "the answer has been 404 for a month") }
        default:
            break
        }
        let longest = max(limits.max, Self.longestRetryAfter)
        wait.raise(to: outcome.hints.retryAfter, upTo: longest, "the server's Retry-After")
        // Also where the back-off is longer: until then the server wants nobody to ask.
        let isAsked = outcome.hints.retryAfter.map { $0 > .zero } ?? false
        let planned = max(started + spread(wait.duration), now)
        return avoiding(
            record.wishes ?? .init(), FeedRecord.Plan(at: planned, reason: wait.reason, isAsked: isAsked ? true : nil))
    }

    /// A later plan for a feed that is due in an hour or on a day that it asks to be left out; `nil` when it may be
    /// polled now.
    package func postponed(_ record: FeedRecord) -> FeedRecord.Plan? {
        guard let wishes = record.wishes, record.plan.isAsked != false else { return nil }
        let plan = avoiding(wishes, .init(at: now, reason: record.plan.reason))
        return plan.at > now ? plan : nil
    }

    /// Doubles from the shortest interval to the longest, a day at most, and stays there: a feed is never given up.
    private func backoff(_ failures: Int) -> Duration {
        let doublings = min(max(failures, 1), 20)
        return min(limits.min * (1 << doublings), max(min(limits.max, Self.day), limits.min))
    }

    /// Up to a quarter longer, never shorter.
    private func spread(_ wait: Duration) -> Duration {
        wait + wait * min(max(luck, 0), 1) / 4
    }

    /// The plan moved out of the hours and days in which the publisher asks not to be polled.
    private func avoiding(_ wishes: FeedRecord.Wishes, _ plan: FeedRecord.Plan) -> FeedRecord.Plan {
        let hours = Set(wishes.skipHours)
        let days = Set(wishes.skipDays)
        guard !hours.isEmpty || !days.isEmpty else { return plan }
        var hour = plan.at.seconds / 3600
        for step in 0..<(8 * 24) {
            let isFree =
                !hours.contains(Int(hour % 24)) && !days.contains(Timestamp(seconds: hour * 3600).weekday)
            if isFree {
                guard step > 0 else { return plan }
                let start = Timestamp(seconds: hour * 3600)
                return .init(
                    at: start + .milliseconds(Int64(luck * 600_000)), reason: "the feed's skipHours or skipDays",
                    isAsked: true)
            }
            hour += 1
        }
        return plan
    }

    // MARK: - Numbers of the etiquette

    package static let day = Duration.seconds(86_400)
    private static let week = Duration.seconds(7 * 86_400)
    private static let longFailure = Duration.seconds(30 * 86_400)
    private static let goneConfirmation = Duration.seconds(86_400)
    private static let withoutValidators = Duration.seconds(3600)
    /// A `Retry-After` beyond this is a mistake of the server.
    private static let longestRetryAfter = Duration.seconds(7 * 86_400)
    private static let redirectPolls = 5
    private static let redirectAge = Duration.seconds(86_400)
    private static let redirectFailures = 3
    /// A time that does not come.
    package static let never = Timestamp(seconds: 253_402_300_799)
}

/// A wait and what made it as long as it is.
private struct Wait {
    var duration: Duration
    var reason: String

    init(_ duration: Duration, _ reason: String) {
        self.duration = duration
        self.reason = reason
    }

    mutating func raise(to wish: Duration?, _ limits: PollSettings, _ source: String) {
        raise(to: wish, upTo: limits.max, source)
    }

    /// What others ask for can make us come later, never sooner, and only up to `ceiling`.
    ///
    /// - Returns: whether the wish counted.
    @discardableResult
    mutating func raise(to wish: Duration?, upTo ceiling: Duration, _ source: String) -> Bool {
        guard let wish, min(wish, ceiling) > duration else { return false }
        let cut = wish > ceiling ? ", cut to \(ceiling.brief)" : ""
        lengthen(to: min(wish, ceiling), "\(source) asks for \(wish.brief)\(cut)")
        return true
    }

    /// So does what we find ourselves.
    mutating func raise(to least: Duration, upTo ceiling: Duration, because finding: String) {
        let least = min(least, ceiling)
        if least > duration { lengthen(to: least, "\(finding), so the next poll comes after \(least.brief)") }
    }

    private mutating func lengthen(to longer: Duration, _ cause: String) {
        reason = "\(cause) (would be \(duration.brief): \(reason))"
        duration = longer
    }
}

extension Timestamp {
    /// 0 is Sunday, in GMT.
    fileprivate var weekday: Int { civilDate?.weekday ?? 0 }
}

extension Duration {
    /// For people, one or two units: `45 s`, `1 h 20 min`, `3 d`.
    package var brief: String {
        let seconds = max(wholeSeconds, 0)
        let units: [(name: String, size: Int64)] = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]
        guard let first = units.firstIndex(where: { seconds >= $0.size }) else {
            return wholeMilliseconds > 0 ? "\(wholeMilliseconds) ms" : "0 s"
        }
        let large = "\(seconds / units[first].size) \(units[first].name)"
        guard first + 1 < units.count else { return large }
        let rest = seconds % units[first].size / units[first + 1].size
        return rest > 0 ? "\(large) \(rest) \(units[first + 1].name)" : large
    }
}
