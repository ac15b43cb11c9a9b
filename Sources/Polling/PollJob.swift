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
            watch.state.withLock { $0.schedule.finish(poll.record) }
            return []
        }
        let items = await store(&polled, started: started)
        finish(polled, started: started, took: begun.duration(to: .now))
        return items
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
            return recorded.pending
        case .failure(let error):
            watch.noteStorage(failure: "\(error)")
            // Not stored: what came is to come again.
            polled.feed = nil
            polled.validators = nil
            polled.bodyHash = nil
            polled.outcome.result = .failed(.init(code: "storage", message: "\(error)"))
            return []
        }
    }

    private func finish(_ polled: PolledFeed, started: Timestamp, took: Duration) {
        let now = watch.environment.now()
        let host = WebLink.host(of: poll.feed.url) ?? poll.feed.url
        var events: [WatchEvent] = []
        watch.state.withLock { state in
            if state.network.note(host: host, isReached: polled.isHostReached, now: now) {
                events.append(.network(isUp: !state.network.isDown))
                if state.network.isDown { forgiveSuspects(&state, now: now) }
            }
            let isOurs = state.network.isDown && !polled.isHostReached
            let record =
                isOurs
                ? decision(now: now).recordDuringOutage(poll.record)
                : decide(polled, poll.record, started: started, now: now)
            if polled.isHostReached {
                state.suspects[id] = nil
            } else if !isOurs {
                state.suspects[id] = state.suspects[id] ?? poll.record
            }
            state.schedule.finish(record)
            state.unsaved[id] = record
            if let result = polled.outcome.recentResult {
                state.recent.add(result, took: took, now: now)
                state.counters.polls.count(result)
            }
            if case .failed = polled.outcome.result { state.progress.feedsFailed += 1 }
            events += changes(from: poll.record, to: record, polled)
        }
        for event in events { watch.tell(event) }
    }

    /// The failures of the last minutes were our own network's.
    private func forgiveSuspects(_ state: inout WatchState, now: Timestamp) {
        for (id, before) in state.suspects {
            guard let feed = state.schedule.feed(id) else { continue }
            let decision = PollDecision(limits: feed.poll, now: now, luck: watch.environment.luck())
            let record = decision.recordDuringOutage(before)
            state.schedule.finish(record)
            state.unsaved[id] = record
        }
        state.suspects = [:]
    }

    private func decision(now: Timestamp) -> PollDecision {
        PollDecision(limits: poll.feed.poll, now: now, luck: watch.environment.luck())
    }

    private func decide(
        _ polled: PolledFeed, _ before: FeedRecord, started: Timestamp, now: Timestamp
    ) -> FeedRecord {
        var record = decision(now: now).record(before, after: polled.outcome, started: started)
        if let validators = polled.validators { record.validators = [validators] }
        if let hash = polled.bodyHash { record.bodyHash = hash }
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
