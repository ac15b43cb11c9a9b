package import NewsModel

/// How the daemon is, at one moment. Written to the state directory every few seconds, so that `rasid status` can tell
/// without asking the daemon, and also after it is gone.
package struct StatusSnapshot: Codable, Equatable, Sendable {
    package var schema = 1
    package var version = ""
    package var pid: Int32 = 0
    package var startedAt = Timestamp(milliseconds: 0)
    package var snapshotAt = Timestamp(milliseconds: 0)
    /// The daemon said goodbye: this is its last word.
    package var isFinal = false
    package var problems: [Problem] = []
    package var feeds = Feeds()
    package var polls = Polls()
    package var articles = Counters.Articles()
    package var total = Counters()
    package var stories = 0
    package var outbox = Outbox()
    package var index = Index()
    package var network = Network()
    package var diskFree: Int64 = 0
    /// What the last hour brought, and how long the disk will do. Snapshots of earlier versions have none.
    package var history: MinuteHistory?
    package var disk: DiskOutlook?
    /// Hosts with something to tell, at most a hundred: those held first, then those most waited for.
    package var hosts: [Host]?
    package var process = Process()
    package var configuration = Configuration()

    package init() {}

    package enum Severity: String, Codable, Sendable { case warning, critical }

    /// Something an operator should know, and what comes next.
    package struct Problem: Codable, Equatable, Sendable {
        /// Kebab case, stable: `feed-failing`, `outbox-unwritable`, `reload-refused`.
        package var id: String
        package var severity: Severity
        package var feed: String?
        package var since: Timestamp
        package var count: Int
        package var message: String
        package var nextTry: Timestamp?

        package init(
            id: String, severity: Severity, feed: String? = nil, since: Timestamp, count: Int = 1, message: String,
            nextTry: Timestamp? = nil
        ) {
            self.id = id
            self.severity = severity
            self.feed = feed
            self.since = since
            self.count = count
            self.message = message
            self.nextTry = nextTry
        }
    }

    package struct Feeds: Codable, Equatable, Sendable {
        package var total = 0
        package var ok = 0
        package var failing = 0
        package var paused = 0
        package var gone = 0
        /// Not polled yet.
        package var never = 0
        package var overdue = 0
        package init() {}
    }

    /// Of the last five minutes.
    package struct Polls: Codable, Equatable, Sendable {
        package var new = 0
        /// 304 answers included.
        package var unchanged = 0
        package var notModified = 0
        package var errors = 0
        package var p95Milliseconds: Int64?
        package var underWay = 0
        package var next: Timestamp?
        package init() {}
    }

    package struct Outbox: Codable, Equatable, Sendable {
        package var path = ""
        package var files = 0
        package var bytes = 0
        package var lastWrite: Timestamp?
        /// Articles that wait to be fetched or written.
        package var pending = 0
        package var sequence: Int64 = 0
        package var isWritable = true
        package init() {}
    }

    package struct Index: Codable, Equatable, Sendable {
        package var articles = 0
        package var bytes = 0
        package init() {}
    }

    package struct Network: Codable, Equatable, Sendable {
        package var isUp = true
        package var hosts = 0
        package var hostsHeld = 0
        package init() {}
    }

    /// A host that is held, asked or waited for, or that cannot be asked for pages.
    package struct Host: Codable, Equatable, Sendable {
        package var name: String
        /// It asked for a pause.
        package var heldUntil: Timestamp?
        /// Requests in its queue, and under way.
        package var waiting = 0
        package var running = 0
        /// Between the starts of two requests.
        package var paceMilliseconds: Int64 = 0
        /// Whether its robots.txt could be read; `nil` when it was not asked for.
        package var isRobotsReadable: Bool?

        package init(name: String) {
            self.name = name
        }
    }

    package struct Process: Codable, Equatable, Sendable {
        package var residentBytes: Int64 = 0
        package var descriptors = 0
        package init() {}
    }

    package struct Configuration: Codable, Equatable, Sendable {
        package var path = ""
        package var loadedAt = Timestamp(milliseconds: 0)
        package var lastReloadOK = true
        package var hash = ""
        package init() {}
    }

    package enum Health: String, Codable, Sendable { case ok, warning, critical }

    /// The worst of the problems.
    package var health: Health {
        if problems.contains(where: { $0.severity == .critical }) { return .critical }
        return problems.isEmpty ? .ok : .warning
    }
}
