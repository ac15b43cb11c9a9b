import NewsModel

/// What one poll brought and what comes next, for the operator who asked for it.
struct PollReport: Sendable {
    /// An exit status: 0 polled, 1 nothing was asked, 2 failed.
    let status: Int32
    let text: String

    /// The feed went away while its poll was asked for.
    static let impossible = PollReport(status: 1, text: "not polled: it is no longer there, or paused")

    private init(status: Int32, text: String) {
        self.status = status
        self.text = text
    }

    init(_ result: PollOutcome.Result, _ record: FeedRecord) {
        let http = record.lastStatus.map { "HTTP \($0)" } ?? "no answer"
        switch result {
        case .read(let newItems):
            status = 0
            text = "\(newItems) new items, \(http); \(Self.next(record))"
        case .unchanged:
            status = 0
            text = "nothing new, \(http); \(Self.next(record))"
        case .failed(let failure):
            status = 2
            text = "failed: \(failure.message); \(Self.next(record))"
        case .held:
            status = 1
            text = "not polled; \(Self.next(record))"
        }
    }

    private static func next(_ record: FeedRecord) -> String {
        record.state == .gone
            ? "no longer polled, because: \(record.plan.reason)"
            : "next poll \(record.plan.at.rfc3339), because: \(record.plan.reason)"
    }
}
