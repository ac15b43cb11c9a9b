import NewsModel
import Testing

@testable import Polling

@Suite("When a feed is polled next")
struct PollDecisionTests {
    static let start = Timestamp(seconds: 1_789_000_000)
    static let limits: PollSettings = {
        var limits = PollSettings()
        limits.interval = .seconds(900)
        limits.min = .seconds(300)
        limits.max = .seconds(86_400)
        return limits
    }()

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var result: PollOutcome.Result = .unchanged
        var status: Int? = 200
        var hints = ServerHints()
        var failures = 0
        /// Seconds after the start of the poll, without luck.
        let wait: Int64
        let reason: String

        var testDescription: String { name }
    }

    private static func hints(_ change: (inout ServerHints) -> Void) -> ServerHints {
        var hints = ServerHints()
        change(&hints)
        return hints
    }

    private static func failed(_ code: String) -> PollOutcome.Result { .failed(.init(code: code, message: code)) }

    static let cases = [
        Case(name: "nothing said", wait: 900, reason: "configured interval"),
        Case(
            name: "max-age moves the next poll", hints: hints { $0.freshness = .seconds(6600) }, wait: 6600,
            reason: "the server's Cache-Control or Expires asks for 1 h 50 min (would be 15 min: "),
        Case(
            name: "a short max-age does not mean poll more", hints: hints { $0.freshness = .zero }, wait: 900,
            reason: "configured interval"),
        Case(
            name: "an absurd max-age is cut", hints: hints { $0.freshness = .seconds(31_536_000) }, wait: 86_400,
            reason: "cut to 1 d"),
        Case(
            name: "the same after a 304", status: 304, hints: hints { $0.freshness = .seconds(7200) }, wait: 7200,
            reason: "Cache-Control"),
        Case(
            name: "ttl lengthens", hints: hints { $0.wishes.timeToLive = .seconds(10_800) }, wait: 10_800, reason: "ttl"
        ),
        Case(
            name: "ttl never shortens", hints: hints { $0.wishes.timeToLive = .seconds(60) }, wait: 900,
            reason: "configured interval"),
        Case(
            name: "updatePeriod lengthens", hints: hints { $0.wishes.updateInterval = .seconds(3600) }, wait: 3600,
            reason: "updatePeriod"),
        Case(
            name: "no validators, at most hourly", hints: hints { $0.hasValidators = false }, wait: 3600,
            reason: "the server gives neither ETag nor Last-Modified, so the next poll comes after 1 h (would be "),
        Case(
            name: "Retry-After on a good answer", hints: hints { $0.retryAfter = .seconds(5000) }, wait: 5000,
            reason: "Retry-After"),
        Case(
            name: "Retry-After may exceed the longest interval", hints: hints { $0.retryAfter = .seconds(172_800) },
            wait: 172_800, reason: "Retry-After"),
        Case(
            name: "429 with Retry-After", result: failed("http-429"), status: 429,
            hints: hints { $0.retryAfter = .seconds(1800) }, wait: 1800, reason: "Retry-After"),
        Case(name: "first failure doubles", result: failed("timeout"), status: nil, wait: 600, reason: "1 failed"),
        Case(
            name: "fourth failure", result: failed("timeout"), status: nil, failures: 3, wait: 4800,
            reason: "4 failed"),
        Case(
            name: "never given up", result: failed("timeout"), status: nil, failures: 500, wait: 86_400,
            reason: "501 failed"),
        Case(
            name: "403 once is a failure like others", result: failed("http-403"), status: 403, wait: 600,
            reason: "1 failed"),
        Case(
            name: "403 three times: daily", result: failed("http-403"), status: 403, failures: 2, wait: 86_400,
            reason: "the server refuses us, so the next poll comes after 1 d (would be "),
        Case(
            name: "410 is asked again after a day", result: failed("http-410"), status: 410, wait: 86_400,
            reason: "410 Gone is to be confirmed after a day, so the next poll comes after 1 d (would be "),
    ]

    @Test("the wait and its reason", arguments: cases)
    func waitAndReason(_ c: Case) {
        var before = FeedRecord(id: FeedID("a")!, url: "https://a.example/feed", now: Self.start)
        before.failures = c.failures
        var outcome = PollOutcome(c.result, status: c.status)
        outcome.hints = c.hints
        let decision = PollDecision(limits: Self.limits, now: Self.start + .seconds(2), luck: 0)
        let after = decision.record(before, after: outcome, started: Self.start)

        #expect(after.plan.at - Self.start == .seconds(c.wait))
        #expect(after.plan.reason.contains(c.reason), "\(after.plan.reason)")
    }

    @Test("with other longest intervals: refusals stay daily, failures at most a day apart")
    func longestIntervals() {
        var limits = Self.limits
        var before = FeedRecord(id: FeedID("a")!, url: "u", now: Self.start)
        before.failures = 20
        let wait = { (limits: PollSettings, code: String, status: Int?) in
            PollDecision(limits: limits, now: Self.start, luck: 0).record(
                before, after: PollOutcome(Self.failed(code), status: status), started: Self.start
            ).plan.at - Self.start
        }
        limits.max = .seconds(3600)
        #expect(wait(limits, "http-403", 403) == .seconds(86_400))
        #expect(wait(limits, "timeout", nil) == .seconds(3600))
        limits.max = .seconds(30 * 86_400)
        #expect(wait(limits, "timeout", nil) == .seconds(86_400))
    }

    struct Reload: Sendable, CustomTestStringConvertible {
        let name: String
        var failures = 0
        var status = 200
        var isAsked: Bool?
        /// Seconds.
        var leastWait: Int64?
        /// Seconds after the last poll: as planned, and under the settings of today.
        let planned: Int64
        let kept: Int64

        var testDescription: String { name }
    }

    private static let day: Int64 = 86_400

    static let reloads = [
        Reload(name: "a plan with luck in it stays", planned: 1100, kept: 1100),
        Reload(name: "a shorter interval counts at once", planned: 3600, kept: 900),
        Reload(name: "what server or feed asked for stays", leastWait: 3600, planned: 4000, kept: 4000),
        Reload(name: "up to the longest interval", leastWait: 9 * day, planned: 9 * day, kept: day),
        Reload(name: "a failing feed keeps its back-off", failures: 3, status: 500, planned: 2400, kept: 2400),
        Reload(name: "not a longer one", failures: 3, status: 500, planned: 9600, kept: 2400),
        Reload(name: "404 for a month may wait a week", failures: 40, status: 404, planned: 8 * day, kept: 8 * day),
        Reload(name: "a refusal stays a day", failures: 4, status: 403, planned: day, kept: day),
        Reload(name: "what the publisher asked for stays", isAsked: true, planned: 5 * day, kept: 5 * day),
    ]

    @Test("shorter settings shorten plans", arguments: reloads)
    func shorterSettings(_ c: Reload) throws {
        var record = FeedRecord(id: try #require(FeedID("a")), url: "u", now: Self.start)
        record.lastAttempt = Self.start
        record.failures = c.failures
        record.lastStatus = c.status
        record.plan = .init(
            at: Self.start + .seconds(c.planned), reason: "test", isAsked: c.isAsked,
            leastWait: c.leastWait.map { .seconds($0) })
        let after = PollDecision(limits: Self.limits, now: Self.start, luck: 0).shortened(record)
        #expect(after.plan.at - Self.start == .seconds(c.kept))
    }

    @Test("plans remember whether the publisher asked for them")
    func askedPlans() throws {
        let before = FeedRecord(id: try #require(FeedID("a")), url: "u", now: Self.start)
        let decision = PollDecision(limits: Self.limits, now: Self.start, luck: 0)
        let plan = { (hints: ServerHints) in
            decision.record(before, after: PollOutcome(.unchanged, hints: hints), started: Self.start).plan
        }
        #expect(plan(Self.hints { $0.retryAfter = .seconds(172_800) }).isAsked == true)
        #expect(plan(Self.hints { $0.wishes.skipDays = [0, 1, 2, 3, 4, 6] }).isAsked == true)
        #expect(plan(Self.hints { $0.retryAfter = .seconds(10) }).isAsked == nil)
        #expect(plan(Self.hints { $0.freshness = .seconds(7200) }).isAsked == nil)
    }

    @Test("luck lengthens by up to a quarter and never shortens")
    func luckSpreads() {
        let record = FeedRecord(id: FeedID("a")!, url: "u", now: Self.start)
        let waits = [0, 0.5, 0.999].map { luck in
            PollDecision(limits: Self.limits, now: Self.start, luck: luck)
                .record(record, after: PollOutcome(.unchanged, status: 304), started: Self.start).plan.at - Self.start
        }
        #expect(waits[0] == .seconds(900))
        #expect(waits[1] > waits[0] && waits[2] > waits[1])
        #expect(waits[2] <= .seconds(1125))
    }

    @Test("410 ends polling only when said again a day later")
    func goneIsConfirmed() {
        let gone = PollOutcome(Self.failed("http-410"), status: 410)
        let first = PollDecision(limits: Self.limits, now: Self.start, luck: 0).record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start), after: gone, started: Self.start)
        #expect(first.state == .failing)
        let hourLater = Self.start + .seconds(3600)
        let early = PollDecision(limits: Self.limits, now: hourLater, luck: 0).record(
            first, after: gone, started: hourLater)
        #expect(early.state == .failing)
        let dayLater = Self.start + .seconds(86_400)
        let second = PollDecision(limits: Self.limits, now: dayLater, luck: 0).record(
            early, after: gone, started: dayLater)
        #expect(second.state == .gone)
        #expect(second.plan.at == PollDecision.never)
    }

    @Test("an answer between two 410s starts the count anew")
    func goneIsInterrupted() {
        let decision = PollDecision(limits: Self.limits, now: Self.start, luck: 0)
        let gone = PollOutcome(Self.failed("http-410"), status: 410)
        var record = decision.record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start), after: gone, started: Self.start)
        record = decision.record(record, after: PollOutcome(.unchanged, status: 304), started: Self.start)
        let later = Self.start + .seconds(90_000)
        record = PollDecision(limits: Self.limits, now: later, luck: 0).record(record, after: gone, started: later)
        #expect(record.state == .failing)
    }

    @Test("a permanent redirect is adopted after five polls over a day, a shorter one is not")
    func redirectIsAdopted() {
        var outcome = PollOutcome(.unchanged, status: 200)
        outcome.permanentTarget = "https://b.example/feed"
        var record = FeedRecord(id: FeedID("a")!, url: "u", now: Self.start)
        for poll in 0..<5 {
            let now = Self.start + .seconds(Int64(poll) * 10_000)
            record = PollDecision(limits: Self.limits, now: now, luck: 0).record(record, after: outcome, started: now)
        }
        #expect(record.redirect?.isAdopted == false, "five polls, but only 40,000 seconds")
        let dayLater = Self.start + .seconds(86_400)
        record = PollDecision(limits: Self.limits, now: dayLater, luck: 0).record(
            record, after: outcome, started: dayLater)
        #expect(record.redirect?.isAdopted == true)
        #expect(record.redirect?.target == "https://b.example/feed")
    }

    @Test("a redirect that leads elsewhere starts anew")
    func redirectChanges() {
        let decision = PollDecision(limits: Self.limits, now: Self.start, luck: 0)
        var outcome = PollOutcome(.unchanged, status: 200)
        outcome.permanentTarget = "https://b.example/feed"
        var record = decision.record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start), after: outcome, started: Self.start)
        outcome.permanentTarget = "https://c.example/feed"
        record = decision.record(record, after: outcome, started: Self.start)
        #expect(record.redirect?.count == 1)
        outcome.permanentTarget = nil
        record = decision.record(record, after: outcome, started: Self.start)
        #expect(record.redirect == nil)
    }

    @Test("skipHours leave one hour")
    func skipHours() {
        let hints = Self.hints { $0.wishes.skipHours = (0...23).filter { $0 != 7 } }
        let record = PollDecision(limits: Self.limits, now: Self.start, luck: 0).record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start),
            after: PollOutcome(.unchanged, status: 200, hints: hints), started: Self.start)
        #expect(record.plan.at.seconds / 3600 % 24 == 7)
        #expect(record.plan.reason.contains("skipHours"))
    }

    @Test("skipDays move the poll to an allowed day")
    func skipDays() {
        let hints = Self.hints { $0.wishes.skipDays = [0, 1, 2, 3, 4, 6] }
        let record = PollDecision(limits: Self.limits, now: Self.start, luck: 0).record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start),
            after: PollOutcome(.unchanged, status: 200, hints: hints), started: Self.start)
        #expect(record.plan.at.civilDate?.weekday == 5)
    }

    @Test("hours that are all skipped are not obeyed")
    func everythingSkipped() {
        let hints = Self.hints { $0.wishes.skipHours = Array(0...23) }
        let record = PollDecision(limits: Self.limits, now: Self.start, luck: 0).record(
            FeedRecord(id: FeedID("a")!, url: "u", now: Self.start),
            after: PollOutcome(.unchanged, status: 200, hints: hints), started: Self.start)
        #expect(record.plan.at - Self.start == .seconds(900))
    }

    @Test("a host that wants a pause puts the poll off and counts against no feed")
    func heldHost() throws {
        var before = FeedRecord(id: try #require(FeedID("a")), url: "u", now: Self.start)
        before.failures = 1
        let decision = PollDecision(limits: Self.limits, now: Self.start, luck: 0)
        let after = decision.record(before, after: PollOutcome(.held(.seconds(500))), started: Self.start)
        #expect(after.plan.at - Self.start == .seconds(500))
        #expect(after.failures == 1 && after.polls == 0 && after.lastAttempt == nil)
    }

    @Test("an outage of our own counts against no feed")
    func ownOutage() {
        var before = FeedRecord(id: FeedID("a")!, url: "u", now: Self.start)
        before.failures = 2
        let after = PollDecision(limits: Self.limits, now: Self.start, luck: 0).record(before, afterOurOwn: .network)
        #expect(after.failures == 2)
        #expect(after.plan.at - Self.start == .seconds(60))
    }
}

@Suite("The rhythm of a feed")
struct FeedRhythmTests {
    private static let now = Timestamp(seconds: 1_789_000_000)

    private func record(arrivals: [Int64]) -> FeedRecord {
        var record = FeedRecord(id: FeedID("a")!, url: "u", now: Self.now - .seconds(100 * 86_400))
        record.arrivals = arrivals.map { Self.now - .seconds($0) }
        record.lastNewItem = record.arrivals.last
        return record
    }

    @Test("a busy feed is polled near the shortest interval, one silent for a month at the longest")
    func busyAndSilent() {
        let busy = FeedRhythm(
            record: record(arrivals: [3600, 3000, 2400, 1800, 1200, 600, 60]), limits: PollDecisionTests.limits,
            now: Self.now)
        let silent = FeedRhythm(
            record: record(arrivals: [40, 37, 34, 30].map { $0 * 86_400 }), limits: PollDecisionTests.limits,
            now: Self.now)
        #expect(busy.interval == .seconds(300))
        #expect(silent.interval == .seconds(86_400))
    }

    @Test("three arrivals are no rhythm yet")
    func fewArrivals() {
        let few = FeedRhythm(
            record: record(arrivals: [600, 400, 200]), limits: PollDecisionTests.limits, now: Self.now)
        #expect(few.interval == .seconds(900))
    }
}
