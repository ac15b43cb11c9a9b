import CLinux
import Configuring
import Deduplicating
import Fetching
import Glibc
import Monitoring
import NewsModel
import Storing
import Synchronization

/// What goes on beside polling: records stored, status written, systemd told, old files retired.
extension Watch {
    /// Between two looks. Records that changed are stored at least this often.
    private static let rhythm = Duration.seconds(1)
    private static let statusTicks = 2
    private static let retirementTicks = 600
    /// What is learned of sites is a convenience: a crash costs ten minutes of it.
    private static let siteTicks = 600
    /// A crash costs the robots.txt of ten seconds.
    private static let robotsTicks = 10

    /// Keeps house until the task is cancelled.
    func keepHouse() async {
        var tick = 0
        let snapshots = SnapshotFile(state: configuration.withLock { $0.configuration.settings.state })
        while !Task.isCancelled {
            await storeRecords()
            await feelPulse()
            log.summarise()
            if tick % Self.statusTicks == 0 { await writeStatus(to: snapshots, isFinal: false) }
            if tick % Self.retirementTicks == 0 {
                await retire()
                await measureGrowth()
            }
            if tick % Self.siteTicks == 0 { await storeSites() }
            if tick % Self.robotsTicks == 0 { await storeRobots() }
            tick += 1
            let asleep = ContinuousClock.now
            try? await Task.sleep(for: Self.rhythm)
            metrics.note(lag: asleep.duration(to: .now) - Self.rhythm)
        }
    }

    /// Stores what is remembered, says goodbye and releases the archive.
    func close() async {
        await storeRecords()
        log.summarise(isFinal: true)
        await storeSites()
        await storeRobots()
        let path = configuration.withLock { $0.configuration.settings.state }
        await writeStatus(to: SnapshotFile(state: path), isFinal: true)
        await writer.run { [archive] in archive.close() }
    }

    /// Work on one page or feed that takes this long will never end.
    private static let longestJob = Duration.seconds(120)

    /// Tells that the watch lives, when both loops turned, some thread can work and both that write answered since the last
    /// time.
    private func feelPulse() async {
        await writer.run { [environment] in
            while environment.isHung(.writer) { usleep(100_000) }
        }
        await publisher.feelPulse()
        let isAlive = heartbeat.withLock { heartbeat in
            heartbeat.beat(.writer)
            if !workers.isStuck(longerThan: Self.longestJob) { heartbeat.beat(.workers) }
            return heartbeat.take()
        }
        if isAlive { environment.announce(.alive) }
    }

    /// Tells that the watch lives while it waits for an index that somebody else holds. That may take longer than a
    /// service manager waits for a sign, and no new start would end it.
    func keepPulseWhileIndexIsHeld() async {
        var waits = archive.waits
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.rhythm)
            let present = archive.waits
            guard present != waits else { continue }
            waits = present
            let isAlive = heartbeat.withLock { heartbeat in
                heartbeat.beat(.writer)
                if !workers.isStuck(longerThan: Self.longestJob) { heartbeat.beat(.workers) }
                // It asks the archive for items now and then, and waits as well.
                heartbeat.beat(.pages)
                return heartbeat.take()
            }
            if isAlive { environment.announce(.alive) }
        }
    }

    /// How much was written of late, for the outlook of the disk.
    private func measureGrowth() async {
        let since = environment.now() - DiskOutlook.rateWindow
        let result = await writer.run { [archive] in Result { try archive.reader.bytesWritten(since: since) } }
        if case .success(let growth) = result { self.growth.withLock { $0 = growth } }
    }

    /// Asks the service manager for patience, as long as articles that were made before the stop go on to be written.
    func askForTimeWhileClosing() async {
        var written: Int?
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.rhythm)
            let progress = publisher.batchesWritten
            guard isStopping.withLock({ $0 }), progress != written else { continue }
            written = progress
            environment.announce(.closing)
        }
    }

    func storeRecords() async {
        let records = state.withLock { state in
            defer { state.unsaved = [:] }
            return Array(state.unsaved.values)
        }
        guard !records.isEmpty else { return }
        let result = await writer.run { [archive] in Result { try archive.save(records) } }
        guard case .failure(let error) = result else { return noteStorage(.records, failure: nil) }
        noteStorage(.records, failure: error)
        // Newer records that came meanwhile win.
        state.withLock { state in
            for record in records where state.unsaved[record.id] == nil { state.unsaved[record.id] = record }
        }
    }

    private func storeSites() async {
        let now = environment.now()
        let result = await writer.run { [archive, sites] in Result { try sites.store(in: archive, now: now) } }
        if case .failure(let error) = result { noteStorage(failure: error) }
    }

    func storeRobots() async {
        let (learnt, forgotten) = await robots.takeChanges(time: environment.now())
        guard !learnt.isEmpty || !forgotten.isEmpty else { return }
        let result = await writer.run { [archive] in Result { try archive.save(robots: learnt, forgotten: forgotten) } }
        guard case .failure(let error) = result else { return }
        noteStorage(failure: error)
        await robots.giveBack(learnt.map(\.origin) + forgotten)
    }

    private func retire() async {
        let settings = configuration.withLock { $0.configuration.settings }
        let now = environment.now()
        let result = await writer.run { [archive] in
            Result {
                try archive.retire(
                    outboxRetention: settings.outbox.retention, indexRetention: settings.indexRetention, now: now)
            }
        }
        if case .failure(let error) = result { noteStorage(failure: error) }
        rasid_malloc_trim()
    }

    /// Takes note of a failed or a successful write. `nil` is success.
    func noteStorage(_ use: StorageUse = .articles, failure: String?) {
        let now = environment.now()
        if let event = state.withLock({ $0.noteStorage(use, failure: failure, now: now) }) { tell(event) }
    }

    /// Takes note of a failed write, for the metrics too.
    func noteStorage(_ use: StorageUse = .articles, failure: any Error) {
        let name =
            (failure as? StorageError)?.number.flatMap { rasid_error_name($0) }.map { String(cString: $0) } ?? "other"
        registry.note { $0.writeErrors.add(name) }
        noteStorage(use, failure: "\(failure)")
    }

    /// The stories and copies of the window, as they were when the last run ended.
    static func restoredStories(_ archive: Archive, window: Duration, now: Timestamp) throws -> StoryIndex {
        // An index that was built again from its files has texts and no fingerprints, an older one may have others.
        try archive.fillFingerprints(since: now - window, version: Fingerprint.version) { document in
            let article = document.article
            return Fingerprint(title: article.title, text: article.text, source: article.site).bytes
        }
        var stories = StoryIndex(window: window)
        try archive.fingerprints(since: now - window) { stored in
            guard let fingerprint = Fingerprint(bytes: stored.bytes) else { return }
            stories.restore(
                stored.id, fingerprint, published: stored.published, seen: stored.seen, story: stored.story,
                duplicateOf: stored.duplicateOf)
        }
        stories.settle()
        return stories
    }
}
