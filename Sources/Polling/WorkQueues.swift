import Dispatch
import Synchronization

/// Threads for what computes or blocks: parsing, extraction, SQLite, fsync. The cooperative pool has as many threads
/// as the machine has cores; one long page there would stop every timer of the process.
package final class WorkQueues: Sendable {
    private struct Load {
        /// Jobs waiting or running.
        var jobs = 0
        /// When the one that runs began.
        var began: ContinuousClock.Instant?
    }

    private let queues: [DispatchQueue]
    private let loads: Mutex<[Load]>

    /// - Parameter count: jobs that run at once, 1 or more.
    package init(_ name: String, count: Int) {
        queues = (0..<max(count, 1)).map { DispatchQueue(label: "rasid.\(name).\($0)") }
        loads = Mutex(Array(repeating: Load(), count: max(count, 1)))
    }

    /// Runs `work` on the least loaded thread and answers with what it returned.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            start { continuation.resume(returning: work()) }
        }
    }

    /// Runs `work` on the least loaded thread and does not wait for it.
    package func start(_ work: @escaping @Sendable () -> Void) {
        let index = loads.withLock { loads in
            let least = loads.indices.min { loads[$0].jobs < loads[$1].jobs } ?? 0
            loads[least].jobs += 1
            return least
        }
        queues[index].async { [self] in
            loads.withLock { $0[index].began = .now }
            work()
            loads.withLock { loads in
                loads[index].jobs -= 1
                loads[index].began = nil
            }
        }
    }

    /// Whether every thread has been at one and the same job for longer than `limit`, so that nothing else is done.
    package func isStuck(longerThan limit: Duration, now: ContinuousClock.Instant = .now) -> Bool {
        loads.withLock { loads in
            loads.allSatisfy { load in load.began.map { now - $0 > limit } ?? false }
        }
    }
}
