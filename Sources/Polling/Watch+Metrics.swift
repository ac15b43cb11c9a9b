import Configuring
import Fetching
import Monitoring
import NewsModel
import Synchronization

/// Figures for Prometheus, put together beside the status.
extension Watch {
    /// Hands on the figures of the moment, when somebody wants them.
    func handOnMetrics(_ snapshot: StatusSnapshot) async {
        let settings = configuration.withLock { $0.configuration.settings.metrics }
        guard metrics.areWanted(settings) || snapshot.isFinal else { return noteMetrics(failure: nil) }
        let report = report(snapshot)
        let result = await writer.run { [metrics] () -> Result<Void, MetricsError> in
            do throws(MetricsError) {
                return .success(try metrics.hand(report, settings))
            } catch {
                return .failure(error)
            }
        }
        if case .failure(let error) = result { noteMetrics(failure: "\(error)") } else { noteMetrics(failure: nil) }
    }

    private func report(_ snapshot: StatusSnapshot) -> MetricsReport {
        let now = snapshot.snapshotAt
        var report = MetricsReport(snapshot, registry.current)
        report.requests = MetricsReport.Requests.all(fetcher.tallies)
        let written = publisher.backlog
        let (polls, pages) = state.withLock { state in
            let polls = state.schedule.all
            if polls.count <= MetricsReport.mostFeeds { report.feeds = polls.map(MetricsReport.Feed.init) }
            let due = polls.filter { $0.isDue(now) && !state.schedule.isUnderWay($0.feed.id) }
            let first = due.map(\.record.plan.at).min()
            report.indexCheck = state.indexCheck.map { ($0.at, $0.faults.isEmpty) }
            return (
                MetricsReport.Queue("poll", depth: due.count, age: first.map { now - $0 } ?? .zero),
                MetricsReport.Queue(
                    "page", depth: state.pages.count, age: state.pages.oldest.map { max(now - $0, .zero) } ?? .zero)
            )
        }
        report.queues = [polls, pages, MetricsReport.Queue("write", depth: written.count, age: written.age)]
        return report
    }

    /// Tells when handing on begins to fail, and when it works again.
    private func noteMetrics(failure: String?) {
        let now = environment.now()
        let event = state.withLock { state -> WatchEvent? in
            let before = state.metricsFailure
            state.metricsFailure = failure.map { ($0, before?.since ?? now) }
            switch (before?.message, failure) {
            case (nil, let failure?): return .metricsFailed(failure)
            case (_?, nil): return .metricsRecovered
            default: return nil
            }
        }
        if let event { tell(event) }
    }
}

extension Schedule.Poll {
    fileprivate var isPolled: Bool { !isPaused && record.state != .gone }

    fileprivate func isDue(_ now: Timestamp) -> Bool { isPolled && record.plan.at <= now }
}

extension MetricsReport.Feed {
    fileprivate init(_ poll: Schedule.Poll) {
        self.init(poll.record, nextPoll: poll.isPolled ? poll.record.plan.at : nil)
    }
}

extension MetricsReport.Requests {
    /// Feeds, pages and robots.txt from the start, other kinds once there are any.
    fileprivate static func all(_ tallies: TransferTallies) -> [MetricsReport.Requests] {
        FetchRequest.Kind.allCases.compactMap { kind in
            guard kind != .other || tallies.kinds[kind] != nil else { return nil }
            let tally = tallies.kinds[kind] ?? TransferTallies.Tally()
            return MetricsReport.Requests(
                kind: kind.rawValue,
                answers: TransferTallies.Answer.allCases.map { ($0.rawValue, tally.answers[$0] ?? 0) },
                wireBytes: tally.wireBytes, decodedBytes: tally.decodedBytes)
        }
    }
}
