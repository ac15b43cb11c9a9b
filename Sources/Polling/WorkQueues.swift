import Dispatch
import Synchronization

/// Threads for what computes or blocks: parsing, extraction, SQLite, fsync. The cooperative pool has as many threads
/// as the machine has cores; one long page there would stop every timer of the process.
package final class WorkQueues: Sendable {
    private let queues: [DispatchQueue]
    /// Jobs waiting or running, by queue.
    private let loads: Mutex<[Int]>

    /// - Parameter count: jobs that run at once, 1 or more.
    package init(_ name: String, count: Int) {
        queues = (0..<max(count, 1)).map { DispatchQueue(label: "rasid.\(name).\($0)") }
        loads = Mutex(Array(repeating: 0, count: max(count, 1)))
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
            let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
            loads[least] += 1
            return least
        }
        queues[index].async { [self] in
            work()
            loads.withLock { $0[index] -= 1 }
        }
    }
}
