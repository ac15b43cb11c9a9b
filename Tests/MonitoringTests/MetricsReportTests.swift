import NewsModel
import Testing

@testable import Monitoring

@Suite("Figures for Prometheus")
struct MetricsReportTests {
    private let report: MetricsReport

    init() throws {
        var snapshot = StatusSnapshot()
        snapshot.version = "1.2.3"
        snapshot.feeds.ok = 3
        snapshot.total.polls.withNews = 2
        snapshot.outbox.lastWrite = Timestamp(milliseconds: 1_700_000_000_250)
        snapshot.outbox.bytes = 412_000_000
        snapshot.problems = ["feed-403", "feed-403", "reload-refused"].map {
            .init(id: $0, severity: .warning, since: Timestamp(milliseconds: 0), message: "")
        }
        var measurements = Measurements()
        measurements.pollTime.add(.milliseconds(300))
        measurements.pollTime.add(.seconds(90))
        measurements.writeErrors.add("ENOSPC")
        measurements.articles.add("too_short")
        var report = MetricsReport(snapshot, measurements)
        report.requests = [.init(kind: "feed", answers: [("200", 5), ("fail", 0)], wireBytes: 10, decodedBytes: 40)]
        report.queues = [.init("page", depth: 7, age: .milliseconds(1500))]
        report.indexCheck = (Timestamp(seconds: 1_700_000_000), false)
        let id = try #require(FeedID("herald"))
        var record = FeedRecord(id: id, url: "https://herald.example/", now: Timestamp(seconds: 1_700_000_000))
        record.failures = 4
        report.feeds = [.init(record, nextPoll: Timestamp(seconds: 1_700_000_600))]
        self.report = report
    }

    @Test(
        "each figure stands in its line",
        arguments: [
            "rasid_build_info{version=\"1.2.3\"} 1",
            "rasid_feeds{state=\"ok\"} 3",
            "rasid_feed_consecutive_failures{feed=\"herald\"} 4",
            "rasid_feed_next_poll_timestamp_seconds{feed=\"herald\"} 1700000600",
            "rasid_polls_total{result=\"new\"} 2",
            "rasid_poll_duration_seconds_bucket{le=\"0.25\"} 0",
            "rasid_poll_duration_seconds_bucket{le=\"0.5\"} 1",
            "rasid_poll_duration_seconds_bucket{le=\"60.0\"} 1",
            "rasid_poll_duration_seconds_bucket{le=\"+Inf\"} 2",
            "rasid_poll_duration_seconds_sum 90.3",
            "rasid_poll_duration_seconds_count 2",
            "rasid_http_requests_total{kind=\"feed\",code=\"200\"} 5",
            "rasid_http_received_bytes_total{kind=\"feed\",form=\"decoded\"} 40",
            "rasid_articles_total{outcome=\"too_short\"} 1",
            "rasid_articles_total{outcome=\"written\"} 0",
            "rasid_outbox_bytes 412000000",
            "rasid_outbox_last_write_timestamp_seconds 1700000000.25",
            "rasid_outbox_errors_total{errno=\"ENOSPC\"} 1",
            "rasid_queue_depth{queue=\"page\"} 7",
            "rasid_queue_oldest_seconds{queue=\"page\"} 1.5",
            "rasid_health 1",
            "rasid_index_check_ok 0",
            "rasid_index_last_check_timestamp_seconds 1700000000",
            "rasid_problems{problem=\"feed-403\"} 2",
        ])
    func line(_ line: String) {
        #expect(report.text(.prometheus).split(separator: "\n").contains(line[...]))
        #expect(report.text(.openMetrics).split(separator: "\n").contains(line[...]))
    }

    @Test("what is not known has no line")
    func unknown() {
        #expect(!report.text(.prometheus).contains("rasid_feed_last_success_timestamp_seconds"))
    }

    @Test("a counter is announced as its form wants it, and only OpenMetrics has an end")
    func forms() {
        let (plain, open) = (report.text(.prometheus), report.text(.openMetrics))
        #expect(plain.contains("# TYPE rasid_polls_total counter\n"))
        #expect(open.contains("# TYPE rasid_polls counter\n"))
        #expect(!plain.contains("# EOF"))
        #expect(open.hasSuffix("\n# EOF\n"))
    }

    @Test("no name is announced twice, and each with a help")
    func announcements() {
        let lines = report.text(.prometheus).split(separator: "\n")
        let names = lines.filter { $0.hasPrefix("# TYPE ") }.compactMap { $0.split(separator: " ").dropFirst(2).first }
        let helped = lines.filter { $0.hasPrefix("# HELP ") }.compactMap { $0.split(separator: " ").dropFirst(2).first }
        #expect(names.count == Set(names).count)
        #expect(names == helped)
    }

    @Test("of more than a thousand feeds none has figures of its own")
    func manyFeeds() throws {
        var report = report
        report.feeds = Array(repeating: try #require(report.feeds.first), count: MetricsReport.mostFeeds + 1)
        #expect(!report.text(.prometheus).contains("rasid_feed_"))
    }

    @Test("a label cannot end its line or its quotes")
    func escaping() {
        var report = report
        report.snapshot.version = "a\"b\\c\nd"
        #expect(report.text(.prometheus).contains("rasid_build_info{version=\"a\\\"b\\\\c\\nd\"} 1\n"))
    }
}
