import Dispatch
import Polling
import Testing

@Suite("Threads that work")
struct WorkQueuesTests {
    private static let limit = Duration.seconds(120)

    private func isStuck(_ queues: WorkQueues, after time: Duration) -> Bool {
        queues.isStuck(longerThan: Self.limit, now: .now + time)
    }

    /// Puts a job on a thread and returns once it runs; it goes on until the end of the obstacle.
    private func occupy(_ queues: WorkQueues, until obstacle: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            queues.start {
                continuation.resume()
                obstacle.wait()
            }
        }
    }

    @Test("they are stuck when each has been at one job for too long, and not before")
    func stuck() async {
        let queues = WorkQueues("test", count: 2)
        let obstacle = DispatchSemaphore(value: 0)
        #expect(!isStuck(queues, after: .seconds(600)), "they have nothing to do")
        await occupy(queues, until: obstacle)
        #expect(!isStuck(queues, after: .seconds(600)), "one is free")
        await occupy(queues, until: obstacle)
        #expect(!isStuck(queues, after: .seconds(60)), "both work, not for long")
        #expect(isStuck(queues, after: .seconds(600)))
        obstacle.signal()
        obstacle.signal()
    }

    @Test("a job that waited behind a long one has its own time")
    func next() async {
        let queues = WorkQueues("test", count: 1)
        let (long, next) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        await occupy(queues, until: long)
        let later = ContinuousClock.now + .seconds(100)
        long.signal()
        await occupy(queues, until: next)
        #expect(!queues.isStuck(longerThan: .seconds(100), now: later))
        #expect(queues.isStuck(longerThan: .seconds(100), now: later + .seconds(60)))
        next.signal()
    }
}
