import Glibc
import Monitoring
import NewsModel
import Testing

@testable import Fetching
@testable import Polling

/// Many feeds over a day, by the real schedule, the real decisions and the real host gate, under a clock that is told.
///
/// `make load` runs it with the full number of feeds.
@Suite("A day of many feeds")
struct LoadTests {
    private static let isFull = getenv("RASID_LOAD") != nil
    private static let feeds = isFull ? 10_000 : 1000
    private static let hosts = isFull ? 100 : 10

    @Test("every feed is polled within its window, at its host's pace, and nothing grows")
    func day() throws {
        var day = SimulatedDay(feeds: Self.feeds, hosts: Self.hosts)
        day.run(hours: 12)
        let memory = ProcessFacts.residentBytes
        let descriptors = ProcessFacts.descriptors
        day.run(hours: 12)

        #expect(day.unpolled == 0)
        #expect(day.worstGap <= .seconds(86_400) * 5 / 4 + .seconds(120), "\(day.worstGap)")
        // The first round of a hundred feeds on one host takes a hundred seconds.
        #expect(day.lateness.count(where: { $0 > .seconds(5) }) * 100 <= day.lateness.count)
        #expect(day.lateness.max() ?? .zero < .seconds(60), "\(day.lateness.max() ?? .zero)")
        #expect(day.closestStarts >= .seconds(1) && day.mostAtOnce <= 2)
        #expect(day.closestPolls >= .seconds(300))
        #expect(day.polls > Self.feeds * 20)
        if Self.isFull {
            print(
                "load: \(day.polls) polls of \(Self.feeds) feeds, lateness at most \(day.lateness.max() ?? .zero),",
                "memory \(memory >> 20) MiB at noon and \(ProcessFacts.residentBytes >> 20) MiB at midnight,",
                "descriptors \(descriptors) and \(ProcessFacts.descriptors)")
            #expect(ProcessFacts.residentBytes - memory < 16 << 20)
            #expect(ProcessFacts.descriptors == descriptors)
        }
    }
}

/// The daemon's loop without its threads: twice a second what is due is taken, goes through the gate and comes back.
private struct SimulatedDay {
    private struct Request {
        let poll: Schedule.Poll
        let host: String
        var started: Timestamp
    }

    private var schedule = Schedule()
    private var gate: HostGate
    private var now = Timestamp(seconds: 1_789_034_400)
    private let begun: Timestamp
    private let epoch = ContinuousClock.now
    private var requests: [HostGate.Ticket: Request] = [:]
    /// Tickets by the half second in which their answers come.
    private var answers: [Int64: [HostGate.Ticket]] = [:]
    private var ticket: HostGate.Ticket = 0
    private var luck: UInt64 = 42
    private var running: [String: Int] = [:]
    private var lastStart: [String: Timestamp] = [:]
    private var lastPoll: [FeedID: Timestamp] = [:]

    private(set) var polls = 0
    /// From the plan to the start, of feeds that were polled before.
    private(set) var lateness: [Duration] = []
    private(set) var worstGap = Duration.zero
    private(set) var closestPolls = Duration.seconds(1_000_000)
    private(set) var closestStarts = Duration.seconds(1_000_000)
    private(set) var mostAtOnce = 0

    init(feeds: Int, hosts: Int) {
        begun = now
        gate = HostGate(HostGate.Limits(FetchSettings()))
        let settings = (0..<feeds).compactMap { number in
            FeedID("f\(number)").map { FeedSettings(id: $0, url: "https://h\(number % hosts).example/\(number)") }
        }
        schedule.replaceFeeds(settings, records: [], now: now)
    }

    /// Feeds that were never polled, or not for longer than the longest interval.
    var unpolled: Int {
        schedule.all.count { poll in
            lastPoll[poll.feed.id].map { now - $0 > poll.feed.poll.max * 5 / 4 + .seconds(120) } ?? true
        }
    }

    mutating func run(hours: Int) {
        for _ in 0..<(hours * 7200) {
            now = now + .milliseconds(500)
            for ticket in answers.removeValue(forKey: now.milliseconds / 500) ?? [] { finish(ticket) }
            ask()
            while let ticket = gate.next(now: instant) { start(ticket) }
        }
    }

    private var instant: ContinuousClock.Instant { epoch + (now - begun) }

    private mutating func draw() -> Double {
        luck = luck &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(luck >> 11) / Double(1 << 53)
    }

    private mutating func ask() {
        let share = draw()
        for poll in schedule.takeDue(now: now, limit: 256 - schedule.underWay, luck: { share }) {
            guard let host = WebLink.host(of: poll.feed.url) else { continue }
            ticket += 1
            requests[ticket] = Request(poll: poll, host: host, started: now)
            _ = gate.enqueue(ticket, host: host, priority: .feed, now: instant)
        }
    }

    private mutating func start(_ ticket: HostGate.Ticket) {
        guard let request = requests[ticket] else { return }
        let id = request.poll.feed.id
        requests[ticket]?.started = now
        polls += 1
        if let last = lastStart[request.host] { closestStarts = min(closestStarts, now - last) }
        lastStart[request.host] = now
        if let last = lastPoll[id] {
            worstGap = max(worstGap, now - last)
            closestPolls = min(closestPolls, now - last)
            lateness.append(now - request.poll.record.plan.at)
        }
        lastPoll[id] = now
        running[request.host, default: 0] += 1
        mostAtOnce = max(mostAtOnce, running[request.host, default: 0])
        answers[now.milliseconds / 500 + 1 + Int64(draw() * 4), default: []].append(ticket)
    }

    private mutating func finish(_ ticket: HostGate.Ticket) {
        guard let request = requests.removeValue(forKey: ticket) else { return }
        running[request.host, default: 0] -= 1
        gate.finish(ticket, wasQuick: true)
        let decision = PollDecision(limits: request.poll.feed.poll, now: now, luck: draw())
        let outcome = outcome(of: request.poll)
        schedule.finish(decision.record(request.poll.record, after: outcome, started: request.started))
    }

    /// Of ten feeds one fails, one asks for two hours, one has no validators, three often have news, four rarely.
    private mutating func outcome(of poll: Schedule.Poll) -> PollOutcome {
        let kind = (Int(poll.feed.id.name.dropFirst()) ?? 0) / 7 % 10
        var hints = ServerHints()
        hints.hasValidators = kind != 2
        if kind == 1 { hints.freshness = .seconds(7200) }
        if kind == 0 { return PollOutcome(.failed(.init(code: "http-500", message: "500")), status: 500) }
        let hasNews = draw() < (kind < 6 ? 0.5 : 0.02)
        return PollOutcome(hasNews ? .read(newItems: 1) : .unchanged, status: hasNews ? 200 : 304, hints: hints)
    }
}
