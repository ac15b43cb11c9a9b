package import NewsModel

/// What an operator may ask of a feed's schedule.
extension Schedule {
    /// From one start to the next of polls that an operator asks for.
    private static let shortestPause = Duration.seconds(60)

    /// Why a feed is not to be polled now, in words; `nil` when it may be. Without force a pause that its publisher
    /// asked for is kept, and a minute between polls.
    ///
    /// Source: the group C of the project's etiquette, a manual "poll now".
    package func objection(to id: FeedID, isForced: Bool, now: Timestamp) -> String? {
        guard let known = poll(of: id) else { return "there is no such feed in the configuration that is in force" }
        let record = known.record
        if known.feed.isPaused { return "the configuration says paused" }
        if record.pausedSince != nil { return "it is paused; rasid resume \(id) ends that" }
        if isHeld { return "nothing can be stored now; rasid status tells why" }
        if isForced || isUnderWay(id) { return nil }
        let force = "--force asks all the same"
        if record.state == .gone { return "its server said 410 Gone; \(force)" }
        if record.plan.isAsked == true, record.plan.at > now {
            return "not before \(record.plan.at.rfc3339), because: \(record.plan.reason); \(force)"
        }
        guard let last = record.lastAttempt, now - last < Self.shortestPause, now >= last else { return nil }
        return "the last poll was \((now - last).brief) ago, a minute must lie between; \(force)"
    }

    /// Plans a feed for now, unless a poll of it is under way.
    ///
    /// - Returns: whether a poll comes.
    package mutating func planNow(_ id: FeedID, isForced: Bool, now: Timestamp) -> Bool {
        if isUnderWay(id) { return true }
        guard let known = poll(of: id), !known.isPaused else { return false }
        var record = known.record
        // Forcing is how an operator finds out that a feed that was gone is back.
        if record.state == .gone { record.state = .failing }
        record.plan = .init(
            at: now, reason: isForced ? "forced by an operator" : "asked for by an operator", isAsked: false)
        remember(record)
        return true
    }

    /// What became of a wish to poll every feed.
    package struct PollAll: Sendable {
        /// How many polls come.
        package var planned = 0
        /// Feeds that an operator or the configuration paused; nobody expects them to be polled.
        package var paused = 0
        /// Feeds that are not polled now, and why, by name.
        package var refused: [(feed: FeedID, reason: String)] = []

        /// Lines of ``refused`` that a person reads.
        private static let longestList = 20

        /// Of the command that asked: 0 all are polled, 1 none, 3 a part.
        package var status: Int32 { planned == 0 ? 1 : refused.isEmpty ? 0 : 3 }

        package var text: String {
            var lines = [
                "feeds polled now: \(planned), not now: \(refused.count), paused: \(paused)"
                    + (planned > 0 ? "; rasid status --feeds tells what came" : "")
            ]
            lines += refused.prefix(Self.longestList).map { "\($0.feed): not polled: \($0.reason)" }
            let untold = refused.count - Self.longestList
            if untold > 0 { lines.append("and \(untold) more") }
            return lines.joined(separator: "\n")
        }
    }

    /// Plans every feed for now that ``objection(to:isForced:now:)`` allows. Many at once are spread as overdue ones are.
    package mutating func planAllNow(now: Timestamp) -> PollAll {
        var outcome = PollAll()
        for known in all.sorted(by: { $0.feed.id.description < $1.feed.id.description }) {
            if known.isPaused {
                outcome.paused += 1
            } else if let reason = objection(to: known.feed.id, isForced: false, now: now) {
                outcome.refused.append((known.feed.id, reason))
            } else if planNow(known.feed.id, isForced: false, now: now) {
                outcome.planned += 1
            }
        }
        return outcome
    }

    /// Pauses a feed until it is resumed, or resumes it.
    ///
    /// - Returns: the record to be stored; `nil` when nothing changes.
    package mutating func setPaused(_ isPaused: Bool, _ id: FeedID, now: Timestamp) -> FeedRecord? {
        guard let known = poll(of: id), (known.record.pausedSince != nil) != isPaused else { return nil }
        var record = known.record
        record.pausedSince = isPaused ? now : nil
        remember(record)
        return record
    }
}

extension Schedule.Poll {
    /// By the configuration or by an operator.
    package var isPaused: Bool { feed.isPaused || record.pausedSince != nil }
}
