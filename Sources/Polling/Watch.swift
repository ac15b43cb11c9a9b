import CLinux
package import Configuring
import Deduplicating
import Fetching
package import Logging
import Monitoring
package import NewsModel
import Storing
import Synchronization

/// The daemon: polls feeds, makes articles, publishes them, until it is cancelled.
///
/// One task group holds everything that runs: stopping is cancelling. What decides lies in ``Schedule``,
/// ``PollDecision``, ``NetworkHealth`` and the stages; here is only who calls whom.
package final class Watch: Sendable {
    let archive: Archive
    let fetcher: Fetcher
    let robots: RobotsCache
    let publisher: Publisher
    let attempts: AttemptLog
    let sites: SiteLearning
    let workers: WorkQueues
    let writer: WorkQueues
    /// For what only looks into the index: counting hundreds of thousands of rows is not to hold up what is written.
    let reader: WorkQueues
    let state = Mutex(WatchState())
    let configuration: Mutex<Loaded>
    let environment: WatchEnvironment
    let log: PollLog
    let registry: MetricsRegistry
    let metrics: MetricsOutlets
    let startedAt: Timestamp
    /// What waits for the next poll of a feed, and for a reload by its number.
    let polls = Awaited<FeedID, PollReport>()
    let reloads = Awaited<Int, ControlAnswer>()
    let reloadsBegun = Mutex(0)
    let heartbeat = Mutex(Heartbeat())
    /// What the archive last said of itself.
    let stored = Mutex(StoredFigures())
    let growth = Mutex<ArchiveGrowth?>(nil)
    let pollBell = Bell()
    let reloadBell = Bell()
    private let pageBell = Bell()
    private let stopBell = Bell()
    let isStopping = Mutex(false)

    /// A configuration in force.
    package struct Loaded: Sendable {
        package var configuration: Configuration
        package var at: Timestamp
    }

    /// Polls under way for each transfer: many only wait for their host's turn, or for a mute one.
    private static let pollsAtOnce = 4
    /// Page jobs at once; the fetcher's own limits are tighter.
    private static let pageJobLimit = 96

    /// Opens the archive and starts the fetcher. Nothing is asked of the web yet.
    package init(_ configuration: Configuration, environment: WatchEnvironment, logger: Logger) throws {
        let settings = configuration.settings
        let now = environment.now()
        archive = try Archive.open(
            state: settings.state, outbox: settings.outbox, duplicateWindow: settings.duplicateWindow, now: now)
        fetcher = try Fetcher(settings.fetch, userAgent: environment.userAgent(settings))
        robots = RobotsCache(fetcher, records: try archive.robots(), time: now)
        sites = try SiteLearning(archive)
        workers = WorkQueues("work", count: environment.cores)
        writer = WorkQueues("write", count: 1)
        attempts = AttemptLog(archive: archive, writer: writer)
        reader = WorkQueues("read", count: 1)
        let stories = try Self.restoredStories(archive, window: settings.duplicateWindow, now: now)
        registry = MetricsRegistry()
        publisher = Publisher(
            archive: archive, writer: writer, stories: stories, registry: registry, now: environment.now)
        metrics = try MetricsOutlets(activated: environment.metricsSocket)
        self.configuration = Mutex(Loaded(configuration: configuration, at: now))
        self.environment = environment
        log = PollLog(logger)
        startedAt = now
        try archive.list(Set(settings.feeds.map(\.id)))
        let records = try archive.feedRecords()
        state.withLock { $0.schedule.replaceFeeds(settings.feeds, records: records, now: now) }
        fetcher.trust(hosts: records.filter { $0.state == .ok }.compactMap { Fetcher.host(of: $0.url) })
        for record in records where settings.fetch.hostPauses.contains(record.lastStatus ?? 0) {
            keepPause(record, now: now)
        }
    }

    /// A host that asked an earlier run for a pause still has it.
    private func keepPause(_ record: FeedRecord, now: Timestamp) {
        guard record.failures > 0, let host = Fetcher.host(of: record.url) else { return }
        pause(host, until: record.plan.at, now: now)
    }

    /// Asks nothing of a host until then, a day at most.
    func pause(_ host: String, until: Timestamp, now: Timestamp) {
        let left = min(until - now, Fetcher.longestHold)
        guard left > fetcher.pause(of: host) ?? .zero else { return }
        fetcher.hold(host: host, until: .now + left)
    }

    /// Watches until ``stop()``. With `once` polls what is due, publishes it and returns.
    ///
    /// Whatever was handed to the publisher is still written after a stop; all else is taken up by the next run.
    package func run(once: Bool) async {
        let settings = configuration.withLock { $0.configuration.settings }
        tell(.started(feeds: settings.feeds.count, outbox: settings.outbox.directory))
        environment.announce(.ready)
        let askForTime = Task { await self.askForTimeWhileClosing() }
        await withTaskGroup { group in
            group.addTask { await self.publisher.run() }
            group.addTask { await self.keepHouse() }
            group.addTask { await self.keepPulseWhileIndexIsHeld() }
            group.addTask { await self.reloadWhenAsked() }
            if !once { group.addTask { await self.checkIndexDaily() } }
            await work(once: once)
            beginStop(once: once)
            polls.close()
            reloads.close()
            publisher.stop()
            group.cancelAll()
        }
        await close()
        metrics.close(keepsFile: once)
        askForTime.cancel()
    }

    /// Ends ``run(once:)`` soon: transfers are cut off, articles that are being written are finished.
    package func stop() {
        archive.hurry()
        stopBell.ring()
    }

    /// Tells that the end has come, once and at once: what is under way may still take its time.
    private func beginStop(once: Bool) {
        let isFirst = isStopping.withLock { isStopping in
            defer { isStopping = true }
            return !isStopping
        }
        guard isFirst else { return }
        if !once { tell(.stopping) }
        environment.announce(.stopping)
    }

    /// Polls and makes articles until both are done or a stop is asked for.
    private func work(once: Bool) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await withTaskGroup { loops in
                    loops.addTask { await self.pollFeeds(once: once) }
                    loops.addTask { await self.makeArticles(once: once) }
                }
            }
            group.addTask { [stopBell] in
                for await _ in stopBell.rings { return self.beginStop(once: once) }
            }
            await group.next()
            group.cancelAll()
            // What waits for robots.txt or a slow host does not see the cancellation, but it sees the fetcher close.
            await fetcher.shutdown()
        }
    }

    package var progress: WatchProgress { state.withLock(\.progress) }

    /// What this run has done so far.
    package var summary: WatchSummary { state.withLock { WatchSummary($0) } }

    /// Must not be called with the lock of the state held.
    func tell(_ event: WatchEvent) {
        log.note(event, host: host(of: event))
        environment.observe(event)
    }

    private func host(of event: WatchEvent) -> String? {
        if case .pageFailed(_, _, let url, _) = event { return WebLink.host(of: url) }
        guard let id = event.feed, let feed = state.withLock({ $0.schedule.feed(id) }) else { return nil }
        return WebLink.host(of: feed.url)
    }

    // MARK: - The loops

    private func pollFeeds(once: Bool) async {
        let ticker = Task { [pollBell] in await Self.tick(pollBell) }
        defer { ticker.cancel() }
        await withDiscardingTaskGroup { jobs in
            for await _ in pollBell.rings {
                if Task.isCancelled { return }
                while environment.isHung(.polling) { try? await Task.sleep(for: .seconds(1)) }
                heartbeat.withLock { $0.beat(.polling) }
                for poll in takeDue(once: once) { jobs.addTask { await self.pollOne(poll) } }
                if once, state.withLock({ $0.schedule.underWay }) == 0 { return }
            }
        }
        state.withLock { $0.isPollingDone = true }
        heartbeat.withLock { $0.rest(.polling) }
        pageBell.ring()
    }

    /// The feeds to poll now. Each is under way until its ``PollJob`` ends.
    func takeDue(once: Bool) -> [Schedule.Poll] {
        let now = environment.now()
        let settings = configuration.withLock { $0.configuration.settings.fetch }
        let limit = settings.concurrency * Self.pollsAtOnce
        return state.withLock { state in
            // A run with --once polls what is due at its start, not what comes due while it works.
            let moment = once ? startedAt : now
            var room = limit - state.schedule.underWay
            if state.network.isDown, !once {
                guard let due = state.schedule.nextDue, due <= now, state.network.mayProbe(now: now) else { return [] }
                room = min(room, 1)
            }
            guard room > 0 else { return [] }
            let polls = state.schedule.takeDue(
                now: moment, limit: room, perHost: settings.perHost * 2, isSpread: !once, luck: environment.luck)
            state.progress.feedsDue += polls.count
            return polls
        }
    }

    private func pollOne(_ poll: Schedule.Poll) async {
        let items = await PollJob(self, poll).run()
        let now = environment.now()
        let left = state.withLock { state in
            state.progress.feedsDone += 1
            return items.filter { item in
                guard state.pages.add(item, now: now) else { return true }
                state.progress.itemsFound += 1
                return false
            }
        }
        if !left.isEmpty { await giveBack(left) }
        pageBell.ring()
        pollBell.ring()
    }

    /// Items for which there is no room now, or that changed while they were just being finished. They come with a later
    /// refill; else they would be left alone for half an hour.
    private func giveBack(_ items: [PendingItem]) async {
        let now = environment.now()
        let result = await writer.run { [archive] in Result { try archive.giveBack(items.map(\.id), now: now) } }
        if case .failure(let error) = result { noteStorage(failure: error) }
    }

    private func makeArticles(once: Bool) async {
        await refillPages(isOnce: once)
        pageBell.ring()
        let ticker = Task { [pageBell] in await Self.tick(pageBell) }
        defer { ticker.cancel() }
        var lastRefill = ContinuousClock.now
        await withDiscardingTaskGroup { jobs in
            for await _ in pageBell.rings {
                if Task.isCancelled { return }
                heartbeat.withLock { $0.beat(.pages) }
                if lastRefill.duration(to: .now) > .seconds(5) {
                    await refillPages(isOnce: once)
                    lastRefill = .now
                }
                while let item = takePage() { jobs.addTask { await self.makeOne(item) } }
                guard once, isDone else { continue }
                // What found no room in the queue waits in the archive.
                await refillPages(isOnce: once)
                if isDone { return }
            }
        }
    }

    /// Whether a run with `--once` has nothing left to do.
    private var isDone: Bool {
        state.withLock { state in
            guard state.isPollingDone else { return false }
            return state.pages.isIdle || (!state.takesArticles && state.pageJobs == 0)
        }
    }

    private func takePage() -> PendingItem? {
        state.withLock { state in
            guard state.pageJobs < Self.pageJobLimit, state.takesArticles, let item = state.pages.next() else {
                return nil
            }
            state.pageJobs += 1
            return item
        }
    }

    private func makeOne(_ item: PendingItem) async {
        await ArticleJob(self, item).run()
        state.withLock { state in
            state.pageJobs -= 1
            state.pages.finish(item)
            state.progress.itemsDone += 1
        }
        pageBell.ring()
    }

    /// Items of earlier runs, and those whose time to be tried again has come.
    private func refillPages(isOnce: Bool) async {
        let (count, takesArticles) = state.withLock { ($0.pages.count, $0.takesArticles) }
        let room = max(PageQueue.capacity - count, 0)
        // While storing fails this is the only try that can end it, so a full queue must not keep it from being made.
        guard room > PageQueue.capacity / 2 || !takesArticles else { return }
        let now = environment.now()
        let unstored = state.withLock { state in
            // Those of a run with --once come with the next one.
            defer { state.unstored = [] }
            return isOnce ? [] : state.unstored
        }
        let result = await writer.run { [archive] in
            Result {
                if !unstored.isEmpty { try archive.giveBack(unstored, now: now) }
                return try archive.pendingItems(limit: room, now: now)
            }
        }
        if case .failure = result { state.withLock { $0.unstored += unstored } }
        switch result {
        case .success(let items):
            noteStorage(failure: nil)
            state.withLock { state in
                for item in items where state.schedule.feed(item.feed) != nil && state.pages.add(item, now: now) {
                    state.progress.itemsFound += 1
                }
            }
        case .failure(let error):
            noteStorage(failure: error)
        }
    }

    /// Rings twice a second: clocks jump and machines sleep, so no wait is long.
    private static func tick(_ bell: Bell) async {
        while !Task.isCancelled {
            bell.ring()
            try? await Task.sleep(for: .milliseconds(500))
        }
        bell.ring()
    }
}
