/// What a fetch came to, and who waits for it.
struct Answer: Sendable {
    let continuation: CheckedContinuation<Delivery, Never>
    let result: Result<FetchResponse, FetchError>

    func handBack() {
        continuation.resume(returning: Delivery(result: result))
    }
}

/// What someone who waits for an answer gets.
struct Delivery: Sendable {
    let result: Result<FetchResponse, FetchError>
    /// Answers of others that came with it, to be handed back by whom this one woke.
    var companions: [Answer] = []
}

/// Answers on their way back. Waking who waits costs more than a small answer does, so that under load several are
/// handed back at once; alone an answer waits for nothing.
struct AnswerBatch {
    /// The longest an answer waits for others.
    static let patience = Duration.milliseconds(1)

    private var answers: [Answer] = []
    /// When they must be handed back; `nil` when there are none.
    private(set) var due: ContinuousClock.Instant?

    mutating func append(_ answer: Answer) {
        if answers.isEmpty { due = .now + AnswerBatch.patience }
        answers.append(answer)
    }

    /// Whether waiting for the answers of those under way would no longer pay.
    func isDue(underWay: Int, now: ContinuousClock.Instant) -> Bool {
        guard let due else { return false }
        return answers.count * 2 >= underWay || due <= now
    }

    /// Wakes one of those who wait, who wakes the others: the thread that fetches has more to do.
    mutating func handBack() {
        if let first = answers.popLast() {
            first.continuation.resume(returning: Delivery(result: first.result, companions: answers))
        }
        answers = []
        due = nil
    }
}
