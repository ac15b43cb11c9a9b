package import Monitoring
package import NewsModel

/// What an operator should know. Pure.
package enum StatusProblems {
    /// The problems, worst first, then by name.
    package static func all(_ state: WatchState, now: Timestamp) -> [StatusSnapshot.Problem] {
        var problems: [StatusSnapshot.Problem] = []
        if let failure = state.storageFailure {
            problems.append(
                .init(id: "outbox-unwritable", severity: .critical, since: failure.since, message: failure.message))
        }
        if let failure = state.reloadFailure {
            let isOld = now - failure.since > .seconds(3600)
            problems.append(
                .init(
                    id: "reload-refused", severity: isOld ? .critical : .warning, since: failure.since,
                    message: "the old configuration stays in force: \(failure.message)"))
        }
        if let check = state.indexCheck, let fault = check.faults.first {
            problems.append(
                .init(
                    id: "index-damaged", severity: .critical, since: check.at, count: check.faults.count,
                    message: "\(fault): stop the daemon and run rasid verify --repair"))
        }
        if let failure = state.metricsFailure {
            problems.append(
                .init(id: "metrics-unwritable", severity: .warning, since: failure.since, message: failure.message))
        }
        if let disk = state.disk, let severity = disk.outlook.severity {
            problems.append(.init(id: "disk-low", severity: severity, since: disk.lowSince ?? now, message: disk.words))
        }
        if let since = state.network.downSince {
            problems.append(
                .init(
                    id: "network-down", severity: .warning, since: since,
                    message: "most hosts cannot be reached: our own network?"))
        }
        let feeds = state.schedule.all.filter { !$0.isPaused }
        if let problem = silence(feeds, now: now) { problems.append(problem) }
        return problems + feeds.compactMap { problem(of: $0, now: now) }.sorted { ($0.feed ?? "") < ($1.feed ?? "") }
    }

    /// No feed could be read for twice the longest interval.
    private static func silence(_ feeds: [Schedule.Poll], now: Timestamp) -> StatusSnapshot.Problem? {
        guard let longest = feeds.map(\.feed.poll.max).max(),
            let last = feeds.compactMap(\.record.lastSuccess).max(), now - last > longest * 2
        else { return nil }
        return .init(
            id: "nothing-polled", severity: .critical, since: last,
            message: "no feed could be read for \((now - last).brief)")
    }
}
