import Configuring
import Fetching
import Monitoring
import NewsModel
import Storing
import Synchronization

/// How the watch is, for `rasid status` and for systemd.
extension Watch {
    /// Writes the snapshot and tells systemd.
    func writeStatus(to file: SnapshotFile, isFinal: Bool) async {
        let now = environment.now()
        let asked = await reader.run { [archive] in
            Result { try StoredFigures(archive, now: now) }
        }
        let areReadable = await robots.areReadable()
        stored.withLock { $0.areRobotsReadable = areReadable }
        if let outlook = outlook(now: now), let event = state.withLock({ $0.note(outlook, now: now) }) { tell(event) }
        var failure: String?
        switch asked {
        case .success(let figures):
            stored.withLock { stored in
                stored.statistics = figures.statistics
                stored.tallies = figures.tallies
            }
        case .failure(let error): failure = "\(error)"
        }
        var snapshot = snapshot()
        snapshot.isFinal = isFinal
        do throws(SnapshotError) {
            try file.write(snapshot)
        } catch {
            failure = "\(error)"
        }
        noteStorage(.status, failure: failure)
        environment.report(snapshot)
        await handOnMetrics(snapshot)
    }

    /// How the watch is now; of the archive what it last said. Waits for nothing.
    func snapshot() -> StatusSnapshot {
        let now = environment.now()
        let loaded = configuration.withLock { $0 }
        let settings = loaded.configuration.settings
        var snapshot = StatusSnapshot()
        snapshot.version = environment.version
        snapshot.pid = environment.pid
        snapshot.startedAt = startedAt
        snapshot.snapshotAt = now
        snapshot.configuration.path = loaded.configuration.path
        snapshot.configuration.loadedAt = loaded.at
        snapshot.configuration.hash = String(loaded.configuration.hash, radix: 16)
        snapshot.outbox.path = settings.outbox.directory
        snapshot.process.residentBytes = ProcessFacts.residentBytes
        snapshot.process.descriptors = ProcessFacts.descriptors
        let hosts = fetcher.hostStates()
        snapshot.network.hosts = hosts.known
        snapshot.network.hostsHeld = hosts.heldCount
        let areReadable = stored.withLock { stored in
            snapshot.add(stored)
            return stored.areRobotsReadable
        }
        snapshot.hosts = StatusSnapshot.Host.all(hosts.busy, areReadable, now: now)
        state.withLock { snapshot.add($0, now: now) }
        return snapshot
    }
}

extension Watch {
    /// How long the disk of the outbox will do; `nil` when it cannot be asked.
    private func outlook(now: Timestamp) -> DiskOutlook? {
        let settings = configuration.withLock { $0.configuration.settings }
        guard let (free, total) = ProcessFacts.space(at: settings.outbox.directory) else { return nil }
        let statistics = stored.withLock(\.statistics)
        let growth = growth.withLock { $0 }
        // With retention old files make room for new ones sooner or later.
        let isGrowing = settings.outbox.retention == nil
        return DiskOutlook(
            free: free, total: total, written: isGrowing ? growth?.bytes : nil,
            span: growth.map { now - $0.first } ?? .zero,
            share: statistics.bytes > 0 ? 1 + Double(statistics.indexBytes) / Double(statistics.bytes) : 1)
    }
}

extension StatusSnapshot.Host {
    private static let most = 100

    /// Hosts the fetcher tells of, then those whose robots.txt keeps us from their pages.
    fileprivate static func all(
        _ busy: [HostStates.Host], _ areReadable: [String: Bool], now: Timestamp
    ) -> [StatusSnapshot.Host] {
        let instant = ContinuousClock.now
        var hosts = busy.map { state in
            var host = StatusSnapshot.Host(name: state.name)
            host.heldUntil = state.heldUntil.map { now + instant.duration(to: $0) }
            host.waiting = state.waiting
            host.running = state.running
            host.paceMilliseconds = state.pace.wholeMilliseconds
            host.isRobotsReadable = areReadable[state.name]
            return host
        }
        let told = Set(hosts.map(\.name))
        for name in areReadable.filter({ !$0.value && !told.contains($0.key) }).keys.sorted() where hosts.count < most {
            var host = StatusSnapshot.Host(name: name)
            host.isRobotsReadable = false
            hosts.append(host)
        }
        return hosts
    }
}

/// What the archive says of itself, and other things that are asked for from time to time.
struct StoredFigures: Sendable {
    /// Hosts, and whether their robots.txt could be read.
    var areRobotsReadable: [String: Bool] = [:]
    var statistics = ArchiveStatistics()
    /// Of the present day.
    var tallies: [String: Int] = [:]

    init() {}

    init(_ archive: Archive, now: Timestamp) throws {
        statistics = try archive.statistics()
        tallies = try now.civilDate.map { try archive.reader.tallies(of: $0) } ?? [:]
    }
}

extension StatusSnapshot {
    fileprivate mutating func add(_ state: WatchState, now: Timestamp) {
        var schedule = state.schedule
        polls = state.recent.summary(now: now)
        polls.underWay = schedule.underWay
        polls.next = schedule.nextDue
        total = state.counters
        history = state.history
        disk = state.disk?.outlook
        diskFree = state.disk?.outlook.free ?? 0
        network.isUp = !state.network.isDown
        configuration.lastReloadOK = state.reloadFailure == nil
        outbox.isWritable = state.storageFailure == nil
        for poll in schedule.all {
            count(poll, now: now)
        }
        problems = StatusProblems.all(state, now: now)
    }

    private mutating func count(_ poll: Schedule.Poll, now: Timestamp) {
        feeds.total += 1
        if poll.isPaused {
            feeds.paused += 1
            return
        }
        switch poll.record.state {
        case .new: feeds.never += 1
        case .ok: feeds.ok += 1
        case .failing: feeds.failing += 1
        case .gone: feeds.gone += 1
        }
        if poll.record.state != .gone, poll.record.plan.at < now - .seconds(60) { feeds.overdue += 1 }
    }

    fileprivate mutating func add(_ figures: StoredFigures) {
        let statistics = figures.statistics
        articles = Counters.Articles(tallies: figures.tallies)
        outbox.files = statistics.files
        outbox.bytes = Int(statistics.bytes)
        outbox.lastWrite = statistics.lastWrite
        outbox.pending = statistics.pending + statistics.outgoing
        outbox.sequence = statistics.sequence
        index.articles = statistics.articles
        index.bytes = Int(statistics.indexBytes)
        stories = statistics.stories
    }
}

extension Counters.Articles {
    /// - Parameter tallies: what the archive counted of a day, over restarts.
    fileprivate init(tallies: [String: Int]) {
        self.init()
        written = tallies["new", default: 0]
        updated = tallies["update", default: 0]
        duplicates = tallies["duplicate", default: 0]
        filtered =
            tallies[SetAsideReason.filtered.rawValue, default: 0]
            + tallies[SetAsideReason.language.rawValue, default: 0]
        withoutText =
            tallies[SetAsideReason.noText.rawValue, default: 0]
            + tallies[SetAsideReason.tooShort.rawValue, default: 0]
        refusedByRobots = tallies[SetAsideReason.robots.rawValue, default: 0]
        failed = tallies[SetAsideReason.error.rawValue, default: 0]
    }
}
