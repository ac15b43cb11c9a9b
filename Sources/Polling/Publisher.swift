package import Deduplicating
package import Monitoring
package import NewsModel
package import Storing
import Synchronization

/// Places articles among those seen before and hands them to the archive, many at a time: while one batch is being
/// synced to disk the next gathers, so a slow disk makes larger batches, not a longer queue.
///
/// Articles are placed and stored on the writer's thread, in the order in which they come; their files are written on
/// another, so that no poll waits for a file.
package final class Publisher: Sendable {
    private struct Waiting: Sendable {
        let article: ReadyArticle
        let since: ContinuousClock.Instant
        let continuation: CheckedContinuation<Result<PublicationOutcome, StorageError>, Never>
    }

    /// A batch whose files are not yet written.
    private struct Stored: Sendable {
        let batch: [Waiting]
        let publications: [Publication]
        let results: [PublicationResult]
    }

    private let archive: Archive
    private let writer: WorkQueues
    private let files = WorkQueues("files", count: 1)
    private let waiting = Mutex<[Waiting]>([])
    private let stored = Mutex<[Stored]>([])
    private let stories: Mutex<StoryIndex>
    private let batches = Mutex(0)
    private let bell = Bell()
    private let filesBell = Bell()
    private let registry: MetricsRegistry
    private let now: @Sendable () -> Timestamp

    /// Articles in one batch. Each costs one fsync; the index, the directory and the journal cost one each for all.
    private static let batchLimit = 200

    /// - Parameter stories: restored from the archive, before the first article.
    package init(
        archive: Archive, writer: WorkQueues, stories: consuming StoryIndex, registry: MetricsRegistry,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.archive = archive
        self.writer = writer
        self.stories = Mutex(stories)
        self.registry = registry
        self.now = now
    }

    /// Waits until the article is on disk and announced, or recorded as a copy.
    package func publish(_ article: ReadyArticle) async -> Result<PublicationOutcome, StorageError> {
        await withCheckedContinuation { continuation in
            waiting.withLock { $0.append(Waiting(article: article, since: .now, continuation: continuation)) }
            bell.ring()
        }
    }

    /// Articles that wait for a batch, and how long the first of them has.
    package var backlog: (count: Int, age: Duration) {
        waiting.withLock { ($0.count, $0.first?.since.duration(to: .now) ?? .zero) }
    }

    /// Publishes until ``stop()``; what came before that is still written.
    package func run() async {
        await withTaskGroup { group in
            group.addTask { for await _ in self.bell.rings { await self.storeWaiting() } }
            group.addTask { for await _ in self.filesBell.rings { await self.bringOutStored() } }
        }
        await storeWaiting()
        await bringOutStored()
    }

    package func stop() {
        bell.silence()
        filesBell.silence()
    }

    /// Waits until the thread of the files has time.
    func feelPulse() async {
        await files.run {}
    }

    /// So far.
    var batchesWritten: Int { batches.withLock { $0 } }
}

extension Publisher {
    private func storeWaiting() async {
        while true {
            let batch = waiting.withLock { waiting in
                let batch = Array(waiting.prefix(Self.batchLimit))
                waiting.removeFirst(batch.count)
                return batch
            }
            guard !batch.isEmpty else { return }
            switch await writer.run({ [self] in store(batch) }) {
            case .success(let batch):
                stored.withLock { $0.append(batch) }
                filesBell.ring()
            case .failure(let error):
                for article in batch { article.continuation.resume(returning: .failure(error)) }
            }
        }
    }

    private func store(_ batch: [Waiting]) -> Result<Stored, StorageError> {
        let now = now()
        let publications = stories.withLock { stories in
            batch.map { Publication($0.article, in: &stories, now: now) }
        }
        return Result { () throws(StorageError) in
            Stored(batch: batch, publications: publications, results: try archive.store(publications, now: now))
        }
    }

    /// Writes the files of all that is stored. What the archive tells of a batch that was stored meanwhile is told when
    /// that batch's turn comes: it finds its files there, under the names that it was stored with.
    private func bringOutStored() async {
        while true {
            let batches = stored.withLock { stored in
                defer { stored = [] }
                return stored
            }
            guard !batches.isEmpty else { return }
            let told = await files.run { [archive, now] in
                Result { () throws(StorageError) in try archive.publishOutgoing(now: now()) }
            }
            self.batches.withLock { $0 += batches.count }
            for batch in batches { finish(batch, told) }
        }
    }

    private func finish(_ stored: Stored, _ told: Result<[PublicationResult], StorageError>) {
        switch told {
        case .success(let told):
            let outcomes = PublicationResult.joined(stored.results, told: told).map(\.outcome)
            measure(stored.batch, stored.publications, outcomes)
            for (waiting, outcome) in zip(stored.batch, outcomes) {
                waiting.continuation.resume(returning: .success(outcome))
            }
        case .failure(let error):
            for waiting in stored.batch { waiting.continuation.resume(returning: .failure(error)) }
        }
    }

    private func measure(_ batch: [Waiting], _ publications: [Publication], _ outcomes: [PublicationOutcome]) {
        let end = ContinuousClock.now
        registry.note { measurements in
            for (waiting, (publication, outcome)) in zip(batch, zip(publications, outcomes)) {
                measurements.publishTime.add(waiting.since.duration(to: end))
                switch outcome {
                case .written, .updated:
                    for removal in publication.removed { measurements.removals.add(removal.reason.rawValue) }
                case .duplicate:
                    measurements.duplicates.add(level(of: waiting.article, publication.placement).rawValue)
                case .withdrawn, .unchanged:
                    break
                }
            }
        }
    }

    /// How a copy was recognised. What the fingerprints did not find the archive did, by its link or its text.
    private func level(of article: ReadyArticle, _ placement: Placement) -> Measurements.DuplicateLevel {
        if article.copyOf != nil { return .url }
        return placement.duplicateOf != nil && placement.similarity < 1 ? .near : .hash
    }
}

extension Publication {
    /// The article with its place among those seen before. It is remembered from then on; placed again, after the
    /// archive could not take it, it keeps its place.
    fileprivate init(_ ready: ReadyArticle, in stories: inout StoryIndex, now: Timestamp) {
        let placement: Placement
        if let original = ready.copyOf {
            placement = Placement(duplicateOf: original, similarity: 1, story: StoryID(startedBy: original))
        } else if let fingerprint = ready.fingerprint {
            placement = stories.place(
                ready.item.id, fingerprint, published: ready.article.published?.timestamp, now: now)
        } else {
            placement = Placement(duplicateOf: nil, similarity: 0, story: StoryID(startedBy: ready.item.id))
        }
        self.init(
            item: ready.item, article: ready.article, removed: ready.removed, placement: placement,
            fingerprint: ready.fingerprint?.bytes ?? [], dateSource: ready.dateSource, feedTitle: ready.feedTitle,
            pageValidators: ready.pageValidators)
    }
}
