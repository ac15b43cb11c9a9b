import Synchronization

/// Fetches on their way to the thread that fetches. Apart from all else that is under a lock, so that those who ask wait
/// neither for the thread nor the thread for them.
final class Inbox: Sendable {
    private struct State {
        var fetches: [PendingFetch] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    enum Reception {
        /// Nobody looks into the inbox unless told.
        case first
        case further
        case refused
    }

    func put(_ fetch: PendingFetch) -> Reception {
        state.withLock { state in
            guard !state.isClosed else { return .refused }
            state.fetches.append(fetch)
            return state.fetches.count == 1 ? .first : .further
        }
    }

    func takeAll() -> [PendingFetch] {
        state.withLock { state in
            defer { state.fetches = [] }
            return state.fetches
        }
    }

    /// From here on everything is refused.
    func close() {
        state.withLock { $0.isClosed = true }
    }
}
