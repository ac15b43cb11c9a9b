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
        let poller = FeedPoller(
            fetcher: watch.fetcher, workers: watch.workers, credential: watch.environment.credential)
        var polled = await poller.poll(poll.feed, poll.record)
        if Task.isCancelled, case .failed = polled.outcome.result {
            breakOff(started: started)
            return []
        }
        let items = await store(&polled, started: started)
        finish(polled, started: started, took: begun.duration(to: .now))
        return items
    }

    /// The stop cut the poll off. The server may have seen it, so the next run keeps its distance.
    private func breakOff(started: Timestamp) {
        var record = decision(now: started).record(poll.record, afterOurOwn: .stop)
        record.lastAttempt = started
        watch.state.withLock { $0.unsaved[id] = $0.schedule.finish(record) }
        watch.polls.resolve(id, PollReport(.failed(.init(code: "stopped", message: "rasid was stopped")), record))
    }

    /// The items and the validators that came with them, in one step: were the validators stored first, a crash in
    /// between would be answered by 304 for ever.
    private func store(_ polled: inout PolledFeed, started: Timestamp) async -> [PendingItem] {
        guard let feed = polled.feed else { return [] }
        let now = watch.environment.now()
        let record = decide(polled, poll.record, started: started, now: now)
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

    private func finish(_ polled: PolledFeed, started: Timestamp, took: Duration) {
        let now = watch.environment.now()
        let host = WebLink.host(of: poll.feed.url) ?? poll.feed.url
        var events: [WatchEvent] = []
        let finished = watch.state.withLock { state in
            if let isReached = polled.isHostReached, state.network.note(host: host, isReached: isReached, now: now) {
                events.append(.network(isUp: !state.network.isDown))
                if state.network.isDown { forgiveSuspects(&state, now: now) }
            }
            let fault = fault(of: polled, isNetworkDown: state.network.isDown)
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
                state.counters.polls.count(result)
            }
            if case .failed = polled.outcome.result { state.progress.feedsFailed += 1 }
            if fault == nil { events += changes(from: poll.record, to: record, polled) }
            return finished
        }
        if polled.outcome.recentResult != nil { watch.registry.note { $0.pollTime.add(took) } }
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
