import Fetching
import FoundationEssentials
import Glibc
package import Monitoring
import NewsModel
import Synchronization

/// What an operator asks of the running daemon, through the control socket.
extension Watch {
    /// Does what was asked. The status of the answer is the exit status of the command.
    package func answer(_ request: ControlRequest) async -> ControlAnswer {
        switch request {
        case .status: liveStatus()
        case .reload(waits: false): askForReload()
        case .reload(waits: true): await reloadAndWait()
        case .poll(let name, let isForced): await poll(name, isForced: isForced)
        case .pollAll: pollAll()
        case .pause(let name): await setPaused(true, name)
        case .resume(let name): await setPaused(false, name)
        }
    }

    private func liveStatus() -> ControlAnswer {
        do {
            return ControlAnswer(0, String(decoding: try JSONEncoder().encode(snapshot()), as: UTF8.self))
        } catch {
            return ControlAnswer(2, "the status cannot be told: \(error)")
        }
    }

    private func poll(_ name: String, isForced: Bool) async -> ControlAnswer {
        guard let id = FeedID(name) else { return unknown(name) }
        let now = environment.now()
        if let reason = state.withLock({ $0.schedule.objection(to: id, isForced: isForced, now: now) }) {
            return ControlAnswer(1, "\(id): not polled: \(reason)")
        }
        if isForced { releaseHosts(of: id) }
        let report = await polls.value(of: id) {
            // It was paused or taken away this very moment.
            let isPlanned = state.withLock { $0.schedule.planNow(id, isForced: isForced, now: now) }
            if !isPlanned { polls.resolve(id, .impossible) }
            pollBell.ring()
        }
        guard let report else { return ControlAnswer(2, "\(id): rasid is stopping") }
        return ControlAnswer(report.status, "\(id): \(report.text)")
    }

    private func pollAll() -> ControlAnswer {
        let now = environment.now()
        let outcome = state.withLock { $0.schedule.planAllNow(now: now) }
        pollBell.ring()
        return ControlAnswer(outcome.status, outcome.text)
    }

    /// A host that asked for a pause is asked all the same, once.
    private func releaseHosts(of id: FeedID) {
        guard let poll = state.withLock({ $0.schedule.poll(of: id) }) else { return }
        for url in [poll.feed.url, poll.record.redirect?.target].compactMap(\.self) {
            if let host = WebLink.host(of: url) { fetcher.hold(host: host, until: nil) }
        }
    }

    private func setPaused(_ isPaused: Bool, _ name: String) async -> ControlAnswer {
        guard let id = FeedID(name), let known = state.withLock({ $0.schedule.poll(of: id) }) else {
            return unknown(name)
        }
        if !isPaused, known.feed.isPaused { return ControlAnswer(1, "\(id): the configuration says paused") }
        let now = environment.now()
        let changed = state.withLock { state in
            let record = state.schedule.setPaused(isPaused, id, now: now)
            if let record { state.unsaved[id] = record }
            return record
        }
        guard changed != nil else {
            return ControlAnswer(0, "\(id): \(isPaused ? "was paused already" : "was not paused")")
        }
        tell(isPaused ? .paused(id) : .resumed(id))
        await storeRecords()
        pollBell.ring()
        let isStored = state.withLock { $0.unsaved[id] == nil }
        let outcome = isPaused ? "paused until rasid resume \(id)" : "polled again"
        return ControlAnswer(
            isStored ? 0 : 3, "\(id): \(outcome)" + (isStored ? "" : "; cannot be stored now, so a restart may undo it")
        )
    }

    private func unknown(_ name: String) -> ControlAnswer {
        ControlAnswer(1, "there is no feed \"\(name)\" in the configuration that is in force")
    }
}
