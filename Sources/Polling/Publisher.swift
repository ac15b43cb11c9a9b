package import Deduplicating
package import Monitoring
package import NewsModel
package import Storing
import Synchronization

/// Places articles among those seen before and hands them to the archive, many at a time: while one batch is being
/// synced to disk the next gathers, so a slow disk makes larger batches, not a longer queue.
package final class Publisher: Sendable {
    private struct Waiting: Sendable {
        let article: ReadyArticle
        let since: ContinuousClock.Instant
        let continuation: CheckedContinuation<Result<PublicationOutcome, StorageError>, Never>
    }

    private let archive: Archive
    private let writer: WorkQueues
    private let waiting = Mutex<[Waiting]>([])
    private let stories: Mutex<StoryIndex>
    private let batches = Mutex(0)
    private let bell = Bell()
    private let registry: MetricsRegistry
    private let now: @Sendable () -> Timestamp

    /// Articles in one batch. Each costs one fsync; the directory and the journal cost one each for all.
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
        for await _ in bell.rings { await publishWaiting() }
        await publishWaiting()
    }

    package func stop() {
        bell.silence()
    }

    /// So far.
    var batchesWritten: Int { batches.withLock { $0 } }

    private func publishWaiting() async {
        while true {
            let batch = waiting.withLock { waiting in
                let batch = Array(waiting.prefix(Self.batchLimit))
                waiting.removeFirst(batch.count)
                return batch
            }
            guard !batch.isEmpty else { return }
            let results = await writer.run { [self] in write(batch) }
            batches.withLock { $0 += 1 }
            for (waiting, result) in zip(batch, results) { waiting.continuation.resume(returning: result) }
        }
    }

    private func write(_ batch: [Waiting]) -> [Result<PublicationOutcome, StorageError>] {
        let now = now()
        let publications = stories.withLock { stories in
            batch.map { Publication($0.article, in: &stories, now: now) }
        }
        do {
            let outcomes = try archive.publish(publications, now: now).map(\.outcome)
            measure(batch, publications, outcomes)
            return outcomes.map { .success($0) }
        } catch {
            return batch.map { _ in .failure(error) }
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
