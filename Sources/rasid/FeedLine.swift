import NewsModel
import Polling

/// One feed as `rasid status --feeds` and `rasid feed` show it.
struct FeedView {
    let record: FeedRecord
    /// The configuration says so, or an operator said so since.
    let isPaused: Bool

    /// Items that came on each of the last ``days`` days, the present one last.
    let itemsByDay: [Int]

    static let days = 14

    init(record: FeedRecord, isPaused: Bool, itemsByDay: [Int]?) {
        self.record = record
        self.isPaused = isPaused || record.pausedSince != nil
        self.itemsByDay = itemsByDay ?? Array(repeating: 0, count: Self.days)
    }

    func line(now: Timestamp) -> String { record.line(now: now, isPaused: isPaused, itemsByDay: itemsByDay) }

    func page(now: Timestamp) -> String { record.page(now: now, isPaused: isPaused, itemsByDay: itemsByDay) }

    var jsonLine: String { record.jsonLine(isPaused: isPaused, itemsByDay: itemsByDay) }
}

extension FeedRecord {
    /// The state's letter, what came when, what comes next; the title last, since it may run from right to left.
    fileprivate func line(now: Timestamp, isPaused: Bool, itemsByDay: [Int]) -> String {
        let letter = isPaused ? "P" : Self.letter(of: state)
        let success = lastSuccess.map { $0.ago(now) } ?? "never"
        let next = isPaused ? "paused" : state == .gone ? "never" : plan.at.ahead(now)
        let failure = lastFailure.map { "  \(failures)× \($0.code)" } ?? ""
        return """
            \(letter) \(id.name.column(20)) read \(success.column(18)) next \(next.column(14)) \
            items \(String(itemsSeen).rightColumn(6)) \(Sparkline.line(itemsByDay))\(failure)  \((title ?? "").shortened(to: 40).isolated)
            """
    }

    private static func letter(of state: State) -> String {
        switch state {
        case .new: "-"
        case .ok: "o"
        case .failing: "F"
        case .gone: "G"
        }
    }

    /// Everything, one fact a line, with the schedule explained.
    fileprivate func page(now: Timestamp, isPaused: Bool, itemsByDay: [Int]) -> String {
        var lines = [
            "feed       \(id.name)   \((title ?? "").isolated)",
            "url        \(url.printable)",
            "state      \(state.rawValue) for \((now - stateSince).brief)",
            "polls      \(polls.grouped), \(itemsSeen.grouped) new items in all",
            "last try   \(lastAttempt.map { "\($0.rfc3339), \($0.ago(now))" } ?? "never")\(lastStatus.map { ", HTTP \($0)" } ?? "")",
            "last read  \(lastSuccess.map { "\($0.rfc3339), \($0.ago(now))" } ?? "never")",
            "last news  \(lastNewItem.map { "\($0.rfc3339), \($0.ago(now))" } ?? "none yet")",
        ]
        let busiest = itemsByDay.max() ?? 0
        lines.append(
            "by day     \(Sparkline.line(itemsByDay))  \(itemsByDay.count) days to today, at most \(busiest.grouped) a day"
        )
        if let pages {
            lines.append("pages      \(pages.withoutText) of the last \(pages.pages) gave no text")
        }
        if let lastFailure {
            lines.append("failure    \(failures)× \(lastFailure.code): \(lastFailure.message.printable)")
        }
        if let redirect {
            let manner = redirect.isAdopted ? "adopted" : "seen \(redirect.count)×, not yet adopted"
            lines.append("moved      \(redirect.target.printable) (\(manner))")
        }
        for validators in validators {
            let tags = [validators.etag.map { "ETag \($0)" }, validators.lastModified.map { "Last-Modified \($0)" }]
            lines.append("validators \(tags.compactMap(\.self).joined(separator: ", ").printable)")
        }
        lines.append("next poll  \(nextPoll(now: now, isPaused: isPaused))")
        return lines.joined(separator: "\n")
    }

    private func nextPoll(now: Timestamp, isPaused: Bool) -> String {
        if let pausedSince {
            return "never, because: paused by an operator \(pausedSince.ago(now)); rasid resume \(id.name) ends that"
        }
        if isPaused { return "never, because: the configuration says paused" }
        let when = state == .gone ? "never" : "\(plan.at.rfc3339), \(plan.at.ahead(now))"
        return "\(when), because: \(plan.reason.printable)"
    }
}
