package import NewsModel
package import Storing
import Synchronization

/// Stores that feeds are about to be asked, before they are: a run that is killed meanwhile then keeps its distance
/// after the next start. What comes while others are being stored shares the next transaction.
package final class AttemptLog: Sendable {
    private struct Waiting: Sendable {
        let record: FeedRecord
        let continuation: CheckedContinuation<Result<Void, StorageError>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isStoring = false
    }

    private let archive: Archive
    private let writer: WorkQueues
    private let state = Mutex(State())

    package init(archive: Archive, writer: WorkQueues) {
        self.archive = archive
        self.writer = writer
    }

    /// Returns when `record` is stored, or cannot be.
    package func store(_ record: FeedRecord) async -> Result<Void, StorageError> {
        await withCheckedContinuation { continuation in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiting(record: record, continuation: continuation))
                defer { state.isStoring = true }
                return !state.isStoring
            }
            if isFirst { storeWaiting() }
        }
    }

    private func storeWaiting() {
        writer.start { [self] in
            while let batch = takeBatch() {
                let result = Result { () throws(StorageError) in try archive.save(batch.map(\.record)) }
                for waiting in batch { waiting.continuation.resume(returning: result) }
            }
        }
    }

    /// `nil` when none waits; then the next one starts anew.
    private func takeBatch() -> [Waiting]? {
        state.withLock { state in
            state.isStoring = !state.waiting.isEmpty
            defer { state.waiting = [] }
            return state.waiting.isEmpty ? nil : state.waiting
        }
    }
}
