package import NewsModel

/// All figures of one moment, and their names. The names are a contract: dashboards and alerts are built on them.
package struct MetricsReport: Sendable {
    package var snapshot: StatusSnapshot
    package var measurements: Measurements
    package var feeds: [Feed] = []
    package var requests: [Requests] = []
    package var queues: [Queue] = []
    /// How late the daemon's own loop was, at worst since the last report.
    package var lag = Duration.zero
    /// When the index was last looked through, and whether it was found in order.
    package var indexCheck: (at: Timestamp, isSound: Bool)?

    /// Figures of each feed are left out above this: every one is a series that somebody has to keep.
    package static let mostFeeds = 1000

    package struct Feed: Sendable {
        package let record: FeedRecord
        /// `nil` when the feed is not going to be polled.
        package let nextPoll: Timestamp?

        package init(_ record: FeedRecord, nextPoll: Timestamp?) {
            self.record = record
            self.nextPoll = nextPoll
        }
    }

    /// What went over the wire for one purpose.
    package struct Requests: Sendable {
        package let kind: String
        /// By the code of the answer.
        package let answers: [(code: String, count: Int)]
        package let wireBytes: Int
        package let decodedBytes: Int

        package init(kind: String, answers: [(code: String, count: Int)], wireBytes: Int, decodedBytes: Int) {
            self.kind = kind
            self.answers = answers
            self.wireBytes = wireBytes
            self.decodedBytes = decodedBytes
        }
    }

    package struct Queue: Sendable {
        package let name: String
        package let depth: Int
        /// How long the first in it has been waiting.
        package let age: Duration

        package init(_ name: String, depth: Int, age: Duration) {
            self.name = name
            self.depth = depth
            self.age = age
        }
    }

    package init(_ snapshot: StatusSnapshot, _ measurements: Measurements) {
        self.snapshot = snapshot
        self.measurements = measurements
    }
}

extension MetricsReport {
    package func text(_ form: MetricsForm) -> String {
        var text = MetricsText(form)
        addFeeds(&text)
        addWork(&text)
        addArticles(&text)
        addOutbox(&text)
        addDaemon(&text)
        return text.finished
    }

    private func addFeeds(_ text: inout MetricsText) {
        let feeds = snapshot.feeds
        let states = [
            ("ok", feeds.ok), ("failing", feeds.failing), ("paused", feeds.paused), ("gone", feeds.gone),
            ("never", feeds.never),
        ]
        text.gauge("rasid_feeds", "Configured feeds, by state.", states.map { .init(Double($1), ("state", $0)) })
        guard self.feeds.count <= Self.mostFeeds else { return }
        let sorted = self.feeds.sorted { $0.record.id.name < $1.record.id.name }
        func each(_ name: String, _ help: String, _ value: (Feed) -> Double?) {
            text.gauge(
                name, help,
                sorted.compactMap { feed in value(feed).map { .init($0, ("feed", feed.record.id.name)) } })
        }
        each("rasid_feed_last_success_timestamp_seconds", "When the feed was last read.") {
            $0.record.lastSuccess?.inSeconds
        }
        each("rasid_feed_last_new_item_timestamp_seconds", "When the feed last had something new.") {
            $0.record.lastNewItem?.inSeconds
        }
        each("rasid_feed_next_poll_timestamp_seconds", "When the feed is polled next.") { $0.nextPoll?.inSeconds }
        each("rasid_feed_consecutive_failures", "Failed polls of the feed in a row.") { Double($0.record.failures) }
    }

    private func addWork(_ text: inout MetricsText) {
        let polls = snapshot.total.polls
        let results = [
            ("new", polls.withNews), ("not_modified", polls.notModified), ("unchanged", polls.withoutNews),
            ("error", polls.failed),
        ]
        text.counter("rasid_polls", "Polls of feeds, by result.", results.map { .init(Double($1), ("result", $0)) })
        text.histogram(
            "rasid_poll_duration_seconds", "Time of one poll until its items are stored.", measurements.pollTime)
        text.histogram(
            "rasid_extract_duration_seconds", "Time of finding the article in one page.", measurements.extractTime)
        text.histogram(
            "rasid_publish_duration_seconds", "Time from handing over an article until it is on disk and announced.",
            measurements.publishTime)
        text.counter(
            "rasid_http_requests", "Requests sent, by purpose and answer; fail is no whole answer.",
            requests.flatMap { requests in
                requests.answers.map { .init(Double($0.count), ("kind", requests.kind), ("code", $0.code)) }
            })
        text.counter(
            "rasid_http_received_bytes", "Bytes of bodies, as sent and after decompression.",
            requests.flatMap { requests in
                [("wire", requests.wireBytes), ("decoded", requests.decodedBytes)].map {
                    .init(Double($1), ("kind", requests.kind), ("form", $0))
                }
            })
        text.gauge(
            "rasid_queue_depth", "What waits: polls that are due, items for their article, articles for the disk.",
            queues.map { .init(Double($0.depth), ("queue", $0.name)) })
        text.gauge(
            "rasid_queue_oldest_seconds", "How long the first in the queue has been waiting.",
            queues.map { .init($0.age.inSeconds, ("queue", $0.name)) })
    }

    private func addArticles(_ text: inout MetricsText) {
        func counter(_ name: String, _ help: String, _ tally: Tally, label: String) {
            let samples = tally.counts.sorted { $0.key < $1.key }
            text.counter(name, help, samples.map { .init(Double($0.value), (label, $0.key)) })
        }
        counter("rasid_articles", "Items dealt with, by what became of them.", measurements.articles, label: "outcome")
        counter(
            "rasid_boilerplate_removed", "Pieces of boilerplate taken out of published articles.",
            measurements.removals, label: "reason")
        counter(
            "rasid_duplicates", "Items recognised as told already; id is a feed listing its item again.",
            measurements.duplicates, label: "level")
        text.gauge("rasid_stories", "Stories told by two articles or more.", Double(snapshot.stories))
    }

    private func addOutbox(_ text: inout MetricsText) {
        let outbox = snapshot.outbox
        text.gauge("rasid_outbox_files", "Files in the outbox, as far as the index knows.", Double(outbox.files))
        text.gauge("rasid_outbox_bytes", "Bytes of these files.", Double(outbox.bytes))
        text.gauge("rasid_outbox_pending", "Items and articles on their way to the outbox.", Double(outbox.pending))
        text.gauge(
            "rasid_outbox_last_write_timestamp_seconds", "When something was last published.",
            outbox.lastWrite?.inSeconds)
        text.counter(
            "rasid_outbox_errors", "Failed writes to outbox and index, by error number.",
            measurements.writeErrors.counts.sorted { $0.key < $1.key }.map {
                .init(Double($0.value), ("errno", $0.key))
            })
        text.gauge("rasid_disk_free_bytes", "Bytes free where the outbox is.", Double(snapshot.diskFree))
    }

    private func addDaemon(_ text: inout MetricsText) {
        let problems = Dictionary(grouping: snapshot.problems, by: \.id).sorted { $0.key < $1.key }
        text.gauge("rasid_build_info", "The version that runs.", [.init(1, ("version", snapshot.version))])
        text.gauge("rasid_health", "0 ok, 1 warning, 2 critical.", snapshot.health.number)
        text.gauge(
            "rasid_problems", "Present problems, by their id in rasid status.",
            problems.map { .init(Double($0.value.count), ("problem", $0.key)) })
        text.gauge("rasid_scheduler_lag_seconds", "How late the daemon's own loop was at worst.", lag.inSeconds)
        text.gauge("rasid_hosts_held", "Hosts that asked for a pause.", Double(snapshot.network.hostsHeld))
        text.gauge("rasid_network_up", "0 when most hosts cannot be reached.", snapshot.network.isUp ? 1 : 0)
        text.gauge("rasid_index_bytes", "Bytes of the index.", Double(snapshot.index.bytes))
        text.gauge(
            "rasid_index_check_ok", "0 when the last look through the index found damage.",
            indexCheck.map { $0.isSound ? 1 : 0 })
        text.gauge(
            "rasid_index_last_check_timestamp_seconds", "When the index was last looked through.",
            indexCheck?.at.inSeconds)
        text.gauge(
            "rasid_config_last_reload_successful", "0 when the last reading of feeds.yaml was refused.",
            snapshot.configuration.lastReloadOK ? 1 : 0)
        text.gauge(
            "rasid_config_last_reload_success_timestamp_seconds", "When the configuration in force was read.",
            snapshot.configuration.loadedAt.inSeconds)
    }
}

extension Timestamp {
    fileprivate var inSeconds: Double { Double(milliseconds) / 1000 }
}

extension Duration {
    fileprivate var inSeconds: Double { self / .seconds(1) }
}

extension StatusSnapshot.Health {
    fileprivate var number: Double {
        switch self {
        case .ok: 0
        case .warning: 1
        case .critical: 2
        }
    }
}
