import Configuring
import Fetching
import Glibc
import Logging
import Monitoring
import NewsModel
import Storing
import Synchronization
import Testing

@testable import Polling

/// The whole flow behind the loops: a real watch with its archive and its fetcher, whose polls and pages are made when
/// the test says so, under a clock that the test moves.
final class DrivenWatch {
    let clock: TestClock
    private(set) var watch: Watch
    private let folder: Folder
    private let events: EventLog
    private var publishing: Task<Void, Never>

    /// - Parameters:
    ///   - settings: lines of feeds.yaml before the feeds.
    ///   - feeds: lines below `feeds:`.
    init(_ clock: TestClock, settings: String, feeds: String) throws {
        self.clock = clock
        folder = try Folder()
        events = EventLog()
        try folder.write("feeds.yaml", DrivenWatch.configuration(settings, feeds))
        watch = try DrivenWatch.makeWatch(folder, clock, events)
        publishing = DrivenWatch.publish(watch)
    }

    private static func configuration(_ settings: String, _ feeds: String) -> String {
        let fetch = settings.contains("fetch:") ? "" : "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8] }\n"
        return
            "outbox: ./articles\nstate: ./state\ncontact: https://rasid.example/about\n\(fetch)\(settings)\nfeeds:\n\(feeds)\n"
    }

    private static func makeWatch(_ folder: Folder, _ clock: TestClock, _ events: EventLog) throws -> Watch {
        var environment = WatchEnvironment(
            version: "1.0", pid: getpid(), cores: 1, now: { clock.now }, credential: { $0 == "secret" ? "u:p" : nil })
        let luck = Mutex(0.0)
        environment.luck = {
            luck.withLock { luck in
                luck = (luck + 0.381966).truncatingRemainder(dividingBy: 1)
                return luck
            }
        }
        environment.observe = { events.add($0) }
        return try Watch(
            Configuration.load(path: folder.path + "/feeds.yaml"), environment: environment,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private static func publish(_ watch: Watch) -> Task<Void, Never> {
        Task { await watch.publisher.run() }
    }

    // MARK: Time

    /// Moves the clock. Pauses of hosts, which run on the machine's own clock, move along.
    func advance(to time: Timestamp) {
        let step = time - clock.now
        clock.set(time)
        let now = ContinuousClock.now
        for held in watch.fetcher.hostStates().held {
            let until = held.until - step
            watch.fetcher.hold(host: held.host, until: until > now ? until : nil)
        }
    }

    func advance(by step: Duration) {
        advance(to: clock.now + step)
    }

    var nextDue: Timestamp? { watch.state.withLock { $0.schedule.nextDue } }

    // MARK: Polls

    /// Makes the next poll when it is due: the clock is moved there. `false` when none is planned.
    @discardableResult
    func pollNext() async -> Bool {
        guard let due = nextDue, due < PollDecision.never else { return false }
        if due > clock.now { advance(to: due) }
        await pollDue()
        return true
    }

    /// What `rasid poll NAME` is answered; the poll is made when there is to be one.
    func order(_ name: String = "f", isForced: Bool = false) async -> ControlAnswer {
        let answer = AnswerBox()
        let watch = watch
        Task { await answer.put(watch.answer(.poll(name, isForced: isForced))) }
        while true {
            if let answer = await answer.content { return answer }
            await pollDue()
            // Else two of these would keep both threads of a small machine.
            await Task.yield()
        }
    }

    /// So many polls, each when it is due.
    func poll(times: Int) async {
        for _ in 0..<times { await pollNext() }
    }

    /// All polls that come due within a time.
    func poll(for time: Duration) async {
        let end = clock.now + time
        while let due = nextDue, due <= end { await pollNext() }
        advance(to: end)
    }

    /// Polls what is due now, one feed after the other.
    func pollDue() async {
        while let poll = take() { found += await PollJob(watch, poll).run() }
    }

    /// Polls what is due now, all at once as the daemon does.
    func pollDueAtOnce() async {
        let watch = watch
        found += await withTaskGroup(of: [PendingItem].self) { jobs in
            func begin() {
                for poll in watch.takeDue(once: false) { jobs.addTask { await PollJob(watch, poll).run() } }
            }
            begin()
            var items: [PendingItem] = []
            for await more in jobs {
                items += more
                begin()
            }
            return items
        }
    }

    /// Lets time pass, and the daemon take what it would poll at each second of it.
    func live(for time: Duration, step: Duration = .seconds(1)) async {
        let end = clock.now + time
        while clock.now < end {
            advance(by: step)
            await pollDueAtOnce()
        }
    }

    private func take() -> Schedule.Poll? {
        let now = clock.now
        return watch.state.withLock { state in
            state.schedule.takeDue(now: now, limit: 1, isSpread: false, luck: { 0.5 }).first
        }
    }

    /// Starts the polls that are due and ends like a process that is killed: nothing more is stored.
    func killDuringPoll() async throws {
        while let poll = take() { _ = await PollJob(watch, poll).ask(at: clock.now) }
        try await restart(afterCrash: true)
    }

    // MARK: Articles

    /// Makes the articles of what was found and of what comes up again now.
    func makeArticles() async throws {
        var items = found
        found = []
        while !items.isEmpty {
            for item in items { await ArticleJob(watch, item).run() }
            items = try watch.archive.pendingItems(limit: 1000, now: clock.now)
        }
    }

    /// Like ``makeArticles()``, with nothing found just now.
    func makePostponedArticles() async throws {
        found += try watch.archive.pendingItems(limit: 1000, now: clock.now)
        try await makeArticles()
    }

    /// New items whose articles are not made yet.
    private var found: [PendingItem] = []

    /// The articles' files, by name.
    func files() throws -> [String: String] { try folder.files(in: "articles") }

    /// What robots.txt says of a page.
    func permits(_ url: String) async -> RobotsVerdict { await watch.robots.permits(url) }

    /// What housekeeping does now and then.
    func storeRobots() async { await watch.storeRobots() }

    /// The lines of the journal.
    func journal() throws -> [String] {
        try folder.files(in: "state/journal").values.flatMap { $0.split(separator: "\n").map(String.init) }
    }

    // MARK: Life

    /// Ends the watch and starts another on the same directories.
    func restart(afterCrash: Bool = false, feeds: String? = nil, settings: String = "") async throws {
        await end(afterCrash: afterCrash)
        if let feeds { try folder.write("feeds.yaml", DrivenWatch.configuration(settings, feeds)) }
        watch = try DrivenWatch.makeWatch(folder, clock, events)
        publishing = DrivenWatch.publish(watch)
    }

    func reload(settings: String = "", feeds: String) async throws {
        try folder.write("feeds.yaml", DrivenWatch.configuration(settings, feeds))
        _ = await watch.reload(try Configuration.load(path: folder.path + "/feeds.yaml"))
    }

    func end(afterCrash: Bool = false) async {
        watch.publisher.stop()
        await publishing.value
        await watch.fetcher.shutdown()
        if afterCrash { watch.archive.close() } else { await watch.close() }
    }

    /// What is remembered of a feed.
    func record(_ name: String = "f") throws -> FeedRecord {
        let id = try #require(FeedID(name))
        return try #require(watch.state.withLock { $0.schedule.all.first { $0.feed.id == id }?.record })
    }

    /// What the status complains of: `feed-gone: 410 Gone…`.
    var problems: [String] {
        let now = clock.now
        return watch.state.withLock { StatusProblems.all($0, now: now) }.map { "\($0.id): \($0.message)" }
    }

    /// What the watch told.
    var seen: [WatchEvent] { events.all }
}

private actor AnswerBox {
    private(set) var content: ControlAnswer?

    func put(_ answer: ControlAnswer) {
        content = answer
    }
}

/// What the watch told.
private final class EventLog: Sendable {
    private let events = Mutex<[WatchEvent]>([])

    var all: [WatchEvent] { events.withLock { $0 } }

    func add(_ event: WatchEvent) {
        events.withLock { $0.append(event) }
    }
}
