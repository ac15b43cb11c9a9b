import ArgumentParser
import FoundationEssentials
import Monitoring
import NewsModel
import Polling
import Storing

/// What `rasid status` knows: the daemon's last snapshot, whether the daemon runs, and the records of the feeds.
struct StatusView {
    let state: String
    private let configured: [FeedSettings]?
    let snapshot: StatusSnapshot?
    /// The process that holds the state directory; `nil` when none does.
    let daemon: Int32?
    /// When it took the state directory.
    private let started: Timestamp?
    let now: Timestamp

    /// Complains and exits 4 when the state cannot be read.
    init(_ place: StatePlace.Found) throws {
        state = place.state
        configured = place.feeds
        now = .now
        daemon = ArchiveReader.daemon(of: state)
        started = daemon == nil ? nil : ArchiveReader.daemonStart(of: state)
        var stored: StatusSnapshot?
        do throws(SnapshotError) {
            stored = try SnapshotFile(state: state).read()
        } catch {
            guard error.kind == .missing else {
                complain("\(error)")
                throw ExitCode.unreadableState
            }
        }
        let (holder, start, now) = (daemon, started, now)
        let isFresh =
            stored.map { Self.isWord($0, of: holder, since: start) && now - $0.snapshotAt < Self.freshness } ?? false
        snapshot = daemon == nil || isFresh ? stored : Self.live(state) ?? stored
    }

    /// The daemon writes its status every two seconds, unless the disk is full or it has just started. An older one is
    /// not believed while it can be asked.
    private static let freshness = Duration.seconds(6)
    private static let patience = Duration.seconds(1)

    /// What the daemon says when it is asked; `nil` when it does not answer at once.
    private static func live(_ state: String) -> StatusSnapshot? {
        let client = ControlClient(path: "\(state)/\(ControlPlace.name)", patience: patience)
        guard let answer = try? client.ask(.status), answer.status == 0 else { return nil }
        return try? JSONDecoder().decode(StatusSnapshot.self, from: Data(answer.text.utf8))
    }

    var isRunning: Bool { daemon != nil }

    /// The daemon runs, and it said so itself since it was started.
    private var isTold: Bool { snapshot.map { Self.isWord($0, of: daemon, since: started) } ?? false }

    /// A process id alone tells nothing: in a container each run has the same.
    private static func isWord(_ snapshot: StatusSnapshot, of daemon: Int32?, since start: Timestamp?) -> Bool {
        snapshot.pid == daemon && !snapshot.isFinal && start.map { snapshot.snapshotAt >= $0 } ?? true
    }

    /// Every feed was polled once.
    var isReady: Bool { isRunning && isTold && snapshot?.feeds.never == 0 }

    /// As in the design: 0 well, 1 warnings, 2 critical, 3 not running.
    var exitCode: Int32 {
        guard isRunning else { return 3 }
        switch health {
        case .ok: return 0
        case .warning: return 1
        case .critical: return 2
        }
    }

    /// The daemon writes its status every two seconds. After so long it hangs, or the state directory takes no file.
    private static let longestSilence = Duration.seconds(60)

    /// How long the daemon has not been heard of, when that is too long.
    var silence: Duration? {
        guard let snapshot, isTold, now - snapshot.snapshotAt > Self.longestSilence else { return nil }
        return now - snapshot.snapshotAt
    }

    /// The daemon's own judgement, unless it fell silent; well while it starts.
    var health: StatusSnapshot.Health {
        guard let snapshot, isTold else { return .ok }
        return silence == nil ? snapshot.health : .critical
    }

    /// The feeds, by name: those that are configured, or where no configuration was read all that were ever polled.
    func feeds(failingOnly: Bool) throws -> [FeedView] {
        let stored: [FeedRecord]
        do throws(StorageError) {
            stored = try Archive.openReadOnly(state: state).feedRecords()
        } catch {
            complain("\(error)")
            throw ExitCode.unreadableState
        }
        let records = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
        let days = try itemsByDay()
        let all = configured.map { feeds in
            feeds.map { feed in
                FeedView(
                    record: records[feed.id] ?? FeedRecord(id: feed.id, url: feed.url, now: now),
                    isPaused: feed.isPaused, itemsByDay: days[feed.id])
            }
        }
        return (all ?? stored.map { FeedView(record: $0, isPaused: false, itemsByDay: days[$0.id]) })
            .filter { !failingOnly || $0.record.state == .failing || $0.record.state == .gone }
            .sorted { $0.record.id < $1.record.id }
    }

    /// Items of each of the last ``FeedView/days`` days, the present one last.
    private func itemsByDay() throws -> [FeedID: [Int]] {
        do throws(StorageError) {
            return try Archive.openReadOnly(state: state).itemsByDay(days: FeedView.days, now: now)
        } catch {
            complain("\(error)")
            throw ExitCode.unreadableState
        }
    }

    /// Hosts with something to tell, and what must be said first.
    var hosts: [HostView] { (snapshot?.hosts ?? []).map { HostView(host: $0) } }

    // MARK: - For people

    /// The page a person reads.
    func text(_ terminal: Terminal) -> String {
        guard let snapshot else {
            return isRunning
                ? "rasid  starting (pid \(daemon ?? 0))"
                : "rasid  not running, and has not run with the state directory \(state.printable)"
        }
        var lines = [headline(snapshot, terminal)]
        lines += table(snapshot)
        if !snapshot.problems.isEmpty {
            lines += ["", "problems"] + snapshot.problems.prefix(20).map { problemLine($0, terminal) }
            if snapshot.problems.count > 20 { lines.append("  … and \(snapshot.problems.count - 20) more") }
        }
        let explain = snapshot.problems.first.map { " | rasid explain \($0.id)" } ?? ""
        lines.append("more: rasid status --feeds | rasid status --hosts | rasid feed NAME\(explain)")
        return lines.joined(separator: "\n")
    }

    private func headline(_ snapshot: StatusSnapshot, _ terminal: Terminal) -> String {
        let name = "rasid \(snapshot.version)"
        guard isRunning else {
            let manner = snapshot.isFinal ? "stopped" : "last heard of"
            return "\(name)  \(terminal.styled("not running", .red)), \(manner) \(snapshot.snapshotAt.ago(now))"
        }
        guard isTold else { return "\(name)  starting (pid \(daemon ?? 0))" }
        if let silence {
            let critical = terminal.styled("CRITICAL", .red)
            return "\(name)  running (pid \(snapshot.pid))  health: \(critical), no word from it for \(silence.brief)"
        }
        let health: String =
            switch snapshot.health {
            case .ok: terminal.styled("ok", .green)
            case .warning: terminal.styled("WARNING", .yellow) + ", \(Self.problems(snapshot))"
            case .critical: terminal.styled("CRITICAL", .red) + ", \(Self.problems(snapshot))"
            }
        return "\(name)  running \((now - snapshot.startedAt).brief) (pid \(snapshot.pid))  health: \(health)"
    }

    private static func problems(_ snapshot: StatusSnapshot) -> String {
        snapshot.problems.count == 1 ? "1 problem" : "\(snapshot.problems.count) problems"
    }

    private func table(_ snapshot: StatusSnapshot) -> [String] {
        let feeds = snapshot.feeds
        let polls = snapshot.polls
        let today = snapshot.articles
        let outbox = snapshot.outbox
        let next = polls.next.map { isRunning ? "next poll \($0.ahead(now))" : "" } ?? ""
        let answer = polls.p95Milliseconds.map { "   p95 \(Double($0 / 100) / 10) s" } ?? ""
        return [
            """
            feeds      \(feeds.total.grouped)   ok \(feeds.ok.grouped)   failing \(feeds.failing.grouped)   \
            paused \(feeds.paused.grouped)   gone \(feeds.gone.grouped)   not yet polled \(feeds.never.grouped)   \(next)
            """,
            """
            polls      \((polls.new + polls.unchanged + polls.errors).grouped) in 5 min   new \(polls.new.grouped)   \
            unchanged \(polls.unchanged.grouped) (304: \(polls.notModified.grouped))   errors \(polls.errors.grouped)\(answer)
            """,
            """
            articles   today: new \(today.written.grouped)   updated \(today.updated.grouped)   \
            copies \(today.duplicates.grouped)   filtered \(today.filtered.grouped)   \
            without text \(today.withoutText.grouped)   stories \(snapshot.stories.grouped)
            """,
            """
            outbox     \(outbox.lastWrite.map { "last file \($0.ago(now))" } ?? "no file yet")   \
            \(outbox.files.grouped) files   \(outbox.bytes.size)   waiting \(outbox.pending.grouped)   \(outbox.path.printable)
            """,
            "index      \(snapshot.index.articles.grouped) articles   \(snapshot.index.bytes.size)",
            """
            network    \(snapshot.network.isUp ? "up" : "DOWN")   hosts \(snapshot.network.hosts.grouped)   \
            held \(snapshot.network.hostsHeld.grouped)   disk \(Int(snapshot.diskFree).size) free\
            \(snapshot.disk?.daysLeft.map { ", \($0.grouped) days at this rate" } ?? "")   \
            memory \(Int(snapshot.process.residentBytes).size)
            """,
        ]
    }

    private func problemLine(_ problem: StatusSnapshot.Problem, _ terminal: Terminal) -> String {
        let mark = problem.severity == .critical ? terminal.styled("C", .red) : terminal.styled("W", .yellow)
        let next = problem.nextTry.map { ", next \($0.ahead(now))" } ?? ""
        let count = problem.count > 1 ? "\(problem.count) tries, " : ""
        let since = "\(count)since \((now - problem.since).brief)\(next)"
        return
            "  \(mark) \(problem.id.column(18)) \((problem.feed ?? "").column(16)) \(since.column(34)) \(problem.message.printable)"
    }

    /// The monitoring-plugin form: one word, a sentence, then numbers.
    ///
    /// Source: the Monitoring Plugins' development guidelines, plugin output.
    var checkLine: String {
        guard isRunning else { return "UNKNOWN - not running" }
        guard let snapshot, isTold else { return "OK - starting" }
        if let silence { return "CRITICAL - no word from the daemon for \(silence.brief)" }
        let word = snapshot.health == .ok ? "OK" : snapshot.health == .warning ? "WARNING" : "CRITICAL"
        let feeds = snapshot.feeds
        let first = snapshot.problems.first.map { "; \($0.feed ?? $0.id): \($0.message.printable)" } ?? ""
        // What follows a bar is read as numbers.
        let told = first.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "/")
        return """
            \(word) - \(feeds.ok) of \(feeds.total) feeds ok, \(snapshot.articles.written) articles today\(told) | \
            feeds_ok=\(feeds.ok) feeds_failing=\(feeds.failing) articles_today=\(snapshot.articles.written) \
            outbox_pending=\(snapshot.outbox.pending)
            """
    }
}

extension Timestamp {
    /// The wall clock, for commands that run once.
    static var now: Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// `12 s ago`.
    func ago(_ now: Timestamp) -> String {
        "\((now - self).brief) ago"
    }

    /// `in 4 s`, or `now` for what is due.
    func ahead(_ now: Timestamp) -> String {
        self <= now ? "now" : "in \((self - now).brief)"
    }
}
