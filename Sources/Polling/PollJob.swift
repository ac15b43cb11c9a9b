import Configuring
import Fetching
import Monitoring
import NewsModel
import Storing
import Synchronization

/// One poll of one feed, from the request to the items that wait for their articles.
struct PollJob {
    let watch: Watch
    let poll: Schedule.Poll

    init(_ watch: Watch, _ poll: Schedule.Poll) {
        self.watch = watch
        self.poll = poll
    }

    private var id: FeedID { poll.feed.id }

    /// - Returns: the new items.
    func run() async -> [PendingItem] {
        let started = watch.environment.now()
        let begun = ContinuousClock.now
        var polled = await ask(at: started)
        if Task.isCancelled, case .failed = polled.outcome.result {
            breakOff(started: started)
            return []
        }
        let items = await store(&polled, started: started)
        if isMissing(polled) { polled.siteFeeds = await SiteFront(watch, poll.feed).feeds() }
        finish(polled, started: started, took: begun.duration(to: .now))
        return items
    }

    /// Remembers the attempt, then makes it.
    func ask(at started: Timestamp) async -> PolledFeed {
        await remember(attempted(at: started))
        let poller = FeedPoller(
            fetcher: watch.fetcher, workers: watch.workers, now: watch.environment.now,
            credential: watch.environment.credential)
        if fetching.feedsObeyRobots, let refusal = await refusalByRobots() { return refusal }
        return await poller.poll(poll.feed, poll.record)
    }

    /// The outcome of a feed that robots.txt keeps us from; `nil` when it may be asked.
    private func refusalByRobots() async -> PolledFeed? {
        let failure: FeedRecord.Failure
        switch await watch.robots.permits(poll.feed.url) {
        case .allowed: return nil
        case .disallowed: failure = .init(code: "robots", message: "robots.txt forbids the feed")
        case .unreachable: failure = .init(code: "robots", message: "robots.txt cannot be had")
        }
        return PolledFeed(outcome: PollOutcome(.failed(failure)), isHostReached: nil)
    }

    private var fetching: FetchSettings { watch.configuration.withLock { $0.configuration.settings.fetch } }

    /// The record of a poll whose end is not known. The server may have seen it, so the next run keeps its distance.
    private func attempted(at started: Timestamp) -> FeedRecord {
        var record = decision(now: started).record(poll.record, afterOurOwn: .stop)
        record.lastAttempt = started
        return record
    }

    private func remember(_ record: FeedRecord) async {
        // What the last poll left is older than this.
        watch.state.withLock { $0.unsaved[id] = nil }
        let result = await watch.attempts.store(record)
        if case .failure(let error) = result { watch.noteStorage(.records, failure: error) }
    }

    /// The stop cut the poll off.
    private func breakOff(started: Timestamp) {
        let record = attempted(at: started)
        watch.state.withLock { $0.unsaved[id] = $0.schedule.finish(record) }
        watch.polls.resolve(id, PollReport(.failed(.init(code: "stopped", message: "rasid was stopped")), record))
    }

    /// The items and the validators that came with them, in one step: were the validators stored first, a crash in
    /// between would be answered by 304 for ever.
    private func store(_ polled: inout PolledFeed, started: Timestamp) async -> [PendingItem] {
        guard let feed = polled.feed else { return [] }
        let now = watch.environment.now()
        let decided = decide(polled, poll.record, started: started, now: now)
        let record = watch.state.withLock { $0.schedule.keepingWhatIsNotThePolls(decided) }
        let settings = poll.feed
        let result = await watch.writer.run { [archive = watch.archive] in
            Result {
                try archive.record(
                    feed.items, of: record, isComplete: feed.isComplete, deletedIDs: feed.deletedIDs,
                    limits: IntakeLimits(backlog: settings.backlog, backlogAge: settings.backlogAge), now: now)
            }
        }
        switch result {
        case .success(let recorded):
            polled.outcome.result = .read(newItems: recorded.pending.count)
            // Of a flood only a part is taken; the rest comes with the next poll, which must not be answered by 304.
            if recorded.held > 0 {
                polled.validators = nil
                polled.bodyHash = nil
            }
            watch.tell(
                .polled(
                    id, title: settings.title ?? feed.title, newItems: recorded.pending.count, known: recorded.known))
            watch.registry.note { $0.duplicates.add(Measurements.DuplicateLevel.id.rawValue, recorded.known) }
            return recorded.pending
        case .failure(let error):
            watch.noteStorage(failure: error)
            // Not stored: what came is to come again.
            polled.feed = nil
            polled.validators = nil
            polled.bodyHash = nil
            polled.isStored = false
            polled.outcome.result = .failed(.init(code: "storage", message: "\(error)"))
            return []
        }
    }

    /// Not found again and again, and the site was not asked yet where the feed may be now.
    private func isMissing(_ polled: PolledFeed) -> Bool {
        polled.outcome.status == 404 && poll.record.failures >= 2 && poll.record.siteFeeds == nil
    }

    private func finish(_ polled: PolledFeed, started: Timestamp, took: Duration) {
        let now = watch.environment.now()
        let host = WebLink.host(of: poll.feed.url) ?? poll.feed.url
        var events: [WatchEvent] = []
        var pause: (host: String, until: Timestamp)?
        let fetching = fetching
        let finished = watch.state.withLock { state in
            if let isReached = polled.isHostReached, state.network.note(host: host, isReached: isReached, now: now) {
                events.append(.network(isUp: !state.network.isDown))
                if state.network.isDown(for: host) { forgiveSuspects(&state, now: now) }
            }
            let fault = fault(of: polled, isNetworkDown: state.network.isDown(for: host))
            let record =
                fault.map { decision(now: now).record(poll.record, afterOurOwn: $0) }
                ?? decide(polled, poll.record, started: started, now: now)
            if polled.isHostReached == true {
                state.suspects[id] = nil
            } else if polled.isHostReached == false, fault == nil {
                state.suspect(poll.record, now: now)
            }
            let finished = state.schedule.finish(record)
            state.unsaved[id] = finished
            if let result = polled.outcome.recentResult {
                state.recent.add(result, took: took, now: now)
                state.history.note(now: now) { minute in
                    minute.polls += 1
                    if result == .error { minute.failures += 1 }
                }
                state.counters.polls.count(result)
            }
            if case .failed = polled.outcome.result { state.progress.feedsFailed += 1 }
            if let host = polled.refusingHost, let status = polled.outcome.status, fault == nil,
                fetching.hostPauses.contains(status)
            {
                pause = (host, record.plan.at)
            }
            if fault == nil { events += changes(from: poll.record, to: record, polled) }
            return finished
        }
        if polled.outcome.recentResult != nil { watch.registry.note { $0.pollTime.add(took) } }
        if let pause { watch.pause(pause.host, until: pause.until, now: now) }
        for event in events { watch.tell(event) }
        watch.polls.resolve(id, PollReport(polled.outcome.result, finished))
    }

    /// What came to nothing by our own fault; `nil` for what the feed has to answer for.
    private func fault(of polled: PolledFeed, isNetworkDown: Bool) -> PollDecision.Fault? {
        if !polled.isStored { return .storage }
        return isNetworkDown && polled.isHostReached == false ? .network : nil
    }

    /// The failures of the last minutes were our own network's.
    private func forgiveSuspects(_ state: inout WatchState, now: Timestamp) {
        for before in state.takeSuspects(now: now) {
            let id = before.id
            guard let host = WebLink.host(of: before.url), state.network.isDown(for: host) else { continue }
            guard let feed = state.schedule.feed(id), !state.schedule.isUnderWay(id) else { continue }
            let decision = PollDecision(limits: feed.poll, now: now, luck: watch.environment.luck())
            let record = decision.record(before, afterOurOwn: .network)
            state.unsaved[id] = state.schedule.finish(record)
        }
    }

    private func decision(now: Timestamp) -> PollDecision {
        PollDecision(limits: poll.feed.poll, now: now, luck: watch.environment.luck())
    }

    private func decide(
        _ polled: PolledFeed, _ before: FeedRecord, started: Timestamp, now: Timestamp
    ) -> FeedRecord {
        var record = decision(now: now).record(before, after: polled.outcome, started: started)
        if let validators = polled.validators { record.validators = validators.isEmpty ? [] : [validators] }
        if let hash = polled.bodyHash { record.bodyHash = hash }
        if let wishes = polled.wishes { record.wishes = wishes }
        if let title = polled.feed?.title { record.title = title }
        if let feeds = polled.siteFeeds { record.siteFeeds = feeds }
        return record
    }

    private func changes(from before: FeedRecord, to after: FeedRecord, _ polled: PolledFeed) -> [WatchEvent] {
        var events: [WatchEvent] = []
        if case .unchanged = polled.outcome.result { events.append(.unchanged(id)) }
        if after.state == .gone, before.state != .gone {
            events.append(.gone(id))
        } else if case .failed(let failure) = polled.outcome.result {
            let isNews = before.lastFailure?.code != failure.code
            events.append(.failed(id, failure, next: after.plan, isNews: isNews))
        } else if before.failures > 0, after.failures == 0 {
            events.append(.recovered(id, after: before.failures))
        }
        if let feeds = after.siteFeeds, !feeds.isEmpty, before.siteFeeds == nil {
            events.append(.siteFeeds(id, feeds))
        }
        if let redirect = after.redirect, redirect.isAdopted, before.redirect?.isAdopted != true {
            events.append(.moved(id, to: redirect.target))
        }
        return events
    }
}

extension PollOutcome {
    /// `nil` when nothing was asked.
    fileprivate var recentResult: RecentPolls.Result? {
        switch result {
        case .read(let newItems): newItems > 0 ? .new : .unchanged
        case .unchanged: status == 304 ? .notModified : .unchanged
        case .failed: .error
        case .held: nil
        }
    }
}

extension Counters.Polls {
    fileprivate mutating func count(_ result: RecentPolls.Result) {
        switch result {
        case .new: withNews += 1
        case .unchanged: withoutNews += 1
        case .notModified: notModified += 1
        case .error: failed += 1
        }
    }
}
