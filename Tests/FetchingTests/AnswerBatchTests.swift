import Synchronization
import Testing

@testable import Fetching

@Suite("Handing answers back")
struct AnswerBatchTests {
    /// A batch with so many answers, each of which is handed back at the end.
    private func withBatch(of count: Int, _ check: @Sendable @escaping (AnswerBatch) -> Void) async {
        await withTaskGroup { group in
            let box = Collector()
            for _ in 0..<count {
                group.addTask {
                    let delivery = await withCheckedContinuation { continuation in
                        box.add(continuation, of: count, then: check)
                    }
                    for answer in delivery.companions { answer.handBack() }
                }
            }
        }
    }

    @Test("alone an answer waits for nothing")
    func alone() async {
        await withBatch(of: 1) { batch in
            #expect(batch.isDue(underWay: 0, now: .now))
            #expect(batch.isDue(underWay: 2, now: .now))
        }
    }

    @Test("under load answers wait for half as many as are under way, or a millisecond")
    func load() async {
        await withBatch(of: 8) { batch in
            guard let due = batch.due else {
                Issue.record("nothing is due")
                return
            }
            #expect(!batch.isDue(underWay: 17, now: due - .microseconds(1)))
            #expect(batch.isDue(underWay: 16, now: due - .microseconds(1)))
            #expect(batch.isDue(underWay: 17, now: due))
        }
    }

    @Test("without answers nothing is due")
    func none() {
        let batch = AnswerBatch()
        #expect(batch.due == nil)
        #expect(!batch.isDue(underWay: 0, now: .now))
    }
}

/// Gathers continuations until all are there, shows the batch of them and hands it back.
private final class Collector: Sendable {
    private let batch = Mutex((answers: AnswerBatch(), count: 0))

    func add(
        _ continuation: CheckedContinuation<Delivery, Never>, of expected: Int,
        then check: (AnswerBatch) -> Void
    ) {
        batch.withLock { state in
            state.answers.append(
                Answer(continuation: continuation, result: .failure(FetchError(.closed, url: "http://example.org/"))))
            state.count += 1
            guard state.count == expected else { return }
            check(state.answers)
            state.answers.handBack()
        }
    }
}
