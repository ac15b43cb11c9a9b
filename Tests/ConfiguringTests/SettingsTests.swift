import NewsModel
import Testing

@testable import Configuring

@Suite("a file that is right")
struct SettingsTests {
    @Test("a file with one feed and nothing else has the defaults")
    func defaults() throws {
        let read = try settings(oneFeed)

        var expected = Settings()
        expected.outbox.directory = "/srv/articles"
        expected.state = "/srv/state"
        expected.feeds = [FeedSettings(id: try #require(FeedID("example")), url: "https://example.org/feed")]
        #expect(read == expected)
    }

    @Test("every setting arrives where it belongs")
    func everything() throws {
        let read = try settings(
            """
            outbox: /var/spool/news
            state: ../state
            format: json
            contact: https://example.org/bot
            poll: { interval: 10m, min: 2m, max: 12h }
            fetch:
              concurrency: 8
              per_host: 1
              host_delay: 500ms
              pause_host_on: [429, 503]
              feeds_obey_robots: true
              timeout: 20s
              max_body: 2MB
              allow_private: [127.1.0.0/16, "fd00::/8"]
              ca_file: certificates/all.pem
              proxy: socks5h://localhost:1080
            articles: { full_text: never, backlog: 5, backlog_age: 2d, languages: [ar, fa] }
            duplicates: { window: 3d }
            retention: { outbox: 30d, index: 365d }
            feeds:
              - name: example
                url: https://example.org/feed
            """)

        var expected = Settings()
        expected.outbox.directory = "/var/spool/news"
        expected.state = "/srv/../state"
        expected.outbox.format = .json
        expected.contact = "https://example.org/bot"
        expected.poll.interval = .seconds(600)
        expected.poll.min = .seconds(120)
        expected.poll.max = .seconds(43_200)
        expected.fetch.concurrency = 8
        expected.fetch.perHost = 1
        expected.fetch.hostDelay = .milliseconds(500)
        expected.fetch.hostPauses = [429, 503]
        expected.fetch.feedsObeyRobots = true
        expected.fetch.timeout = .seconds(20)
        expected.fetch.maxBody = 2_000_000
        expected.fetch.allowPrivate = try [("127.1.0.0", 16), ("fd00::", 8)].map { text, length in
            try #require(addressBytes(text).flatMap { AddressRange(bytes: $0, prefixLength: length) })
        }
        expected.fetch.caFile = "/srv/certificates/all.pem"
        expected.fetch.proxy = "socks5h://localhost:1080"
        expected.articles.fullText = .never
        expected.articles.backlog = 5
        expected.articles.backlogAge = .seconds(2 * 86_400)
        expected.articles.languages = ["ar", "fa"]
        expected.duplicateWindow = .seconds(3 * 86_400)
        expected.outbox.retention = .seconds(30 * 86_400)
        expected.indexRetention = .seconds(365 * 86_400)
        let id = try #require(FeedID("example"))
        expected.feeds = [FeedSettings(id: id, url: "https://example.org/feed", defaults: expected)]
        #expect(read == expected)
    }

    @Test("the outbox may be a path, or a mapping with more about it")
    func outbox() throws {
        let read = try settings(
            """
            outbox:
              path: /var/spool/news
              layout: daily
              updates: new-file
              temp: same-dir
              max_files: 100000
              max_bytes: 20GiB
            disk: { min_free: none }
            """ + "\n" + oneFeed)

        var expected = OutboxSettings()
        expected.directory = "/var/spool/news"
        expected.layout = .daily
        expected.updates = .newFile
        expected.temporary = .sameDirectory
        expected.mostFiles = 100_000
        expected.mostBytes = 20 << 30
        expected.leastFree = nil
        #expect(read.outbox == expected)
        #expect(try settings("outbox: /var/spool/news\n" + oneFeed).outbox.directory == "/var/spool/news")
    }

    @Test("a feed overrides each default, wherever the defaults stand in the file")
    func feedOverrides() throws {
        let read = try settings(
            """
            feeds:
              - name: example
                url: https://example.org/feed
                title: مثال
                interval: 10m
                min: 1m
                max: 6h
                full_text: always
                backlog: 7
                backlog_age: 1d
                languages: [en]
                keep: [غزة, "بيت لحم"]
                drop: أبراج
                content: //article[@class="x"]
                remove: ["//div[@class='y']", //aside]
                headers: { X-Reader: rasid, Accept-Language: "ar" }
                auth: !credential example-login
                user_agent: Example/1.0
                tags: [محلي, 2026]
                paused: true
              - name: second
                url: https://example.org/second
            articles: { full_text: never, backlog: 1, languages: [ar] }
            """)

        let id = try #require(FeedID("example"))
        var first = FeedSettings(id: id, url: "https://example.org/feed", defaults: read)
        first.title = "مثال"
        first.poll.interval = .seconds(600)
        first.poll.min = .seconds(60)
        first.poll.max = .seconds(21_600)
        first.fullText = .always
        first.backlog = 7
        first.backlogAge = .seconds(86_400)
        first.languages = ["en"]
        first.keep = ["غزة", "بيت لحم"]
        first.drop = ["أبراج"]
        first.content = #"//article[@class="x"]"#
        first.remove = ["//div[@class='y']", "//aside"]
        first.headers = ["X-Reader": "rasid", "Accept-Language": "ar"]
        first.credential = "example-login"
        first.userAgent = "Example/1.0"
        first.tags = ["محلي", "2026"]
        first.isPaused = true
        #expect(read.feeds.first == first)
        #expect(read.feeds.last?.fullText == .never)
        #expect(read.feeds.last?.languages == ["ar"])
    }

    struct Same: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String

        init(_ name: String, _ yaml: String) {
            testDescription = name
            self.yaml = yaml
        }
    }

    static let otherWays = [
        Same("mappings and lists whose lines are commented out", "poll:\n  # interval: 15m\nfetch:\n" + oneFeed),
        Same(
            "the defaults written down",
            "fetch: { ca_file: system, proxy: none }\nretention: { index: forever }\n" + oneFeed),
        Same("JSON", #"{"feeds": [{"name": "example", "url": "https://example.org/feed"}]}"#),
        Same("a document mark", "---\n" + oneFeed),
        Same("lines ended as on Windows", oneFeed.split(separator: "\n").joined(separator: "\r\n") + "\r\n"),
        Same("an empty list of words", oneFeed + "    tags: []\n    keep:\n"),
    ]

    @Test("other ways to write the defaults", arguments: otherWays)
    func sameAsDefaults(_ c: Same) throws {
        #expect(try settings(c.yaml) == settings(oneFeed))
    }

    @Test("a reference stands for what it names")
    func reference() throws {
        let read = try settings(
            """
            feeds:
              - { name: one, url: https://example.org/1, drop: &sport [كرة, دوري] }
              - { name: two, url: https://example.org/2, drop: *sport }
            """)
        #expect(read.feeds.map(\.drop) == [["كرة", "دوري"], ["كرة", "دوري"]])
    }

    @Test("ten thousand feeds are read")
    func many() throws {
        let feeds = (0..<10_000).map { "  - { name: feed-\($0), url: https://example.org/\($0), tags: [a, b] }" }
        let read = try settings("feeds:\n" + feeds.joined(separator: "\n"))
        #expect(read.feeds.count == 10_000)
    }
}
