import NewsModel

/// Every setting of feeds.yaml, in the order the reference shows them.
enum SettingsTable {
    /// The settings of a file that sets none.
    static let unset: Settings = {
        var settings = Settings()
        settings.outbox.directory = "./articles"
        settings.state = "./state"
        return settings
    }()

    static let root: [Setting<Settings>] = [
        Setting(
            "outbox", outbox, \.outbox, "The watched directory, as a path, or as a mapping with more about it.",
            short: "path"),
        Setting(
            "state", .path("a directory"), \.state,
            "The directory of the index, the control socket and the lock. Relative to the directory of feeds.yaml."),
        Setting(
            "format", .choice, \.outbox.format, "What the files are: Markdown with front matter, JSON, plain text."),
        Setting(
            "contact", Scalar.contact.optional, \.contact,
            "Whom webmasters can ask about this client; it goes into the User-Agent."),
        Setting("poll", poll, \.poll, "How often feeds are asked.", check: orderIntervals),
        Setting("fetch", fetch, \.fetch, "How the web is asked, and what is refused."),
        Setting("articles", articles, \.articles, "What is done with the items of feeds."),
        Setting("duplicates", duplicates, \.self, "Which articles count as the same."),
        Setting("retention", retention, \.self, "How long articles are kept."),
        Setting("metrics", metrics, \.metrics, "Where figures for Prometheus go."),
        Setting("disk", disk, \.outbox, "What is left to others."),
    ]

    private static let outbox: [Setting<OutboxSettings>] = [
        Setting(
            "path", .path("a directory"), \.directory,
            "The watched directory: one file for each article. Relative to the directory of feeds.yaml."),
        Setting(
            "layout", .choice, \.layout,
            "Where the files lie: all in the outbox, in a directory a day, or in 256 by article."),
        Setting(
            "updates", .choice, \.updates,
            "A changed article replaces its file, gets a new file for each version, or changes nothing."),
        Setting(
            "temp", .choice, \.temporary,
            "Files are written in .tmp below the outbox, or under a hidden name beside their place."),
        Setting(
            "max_files", Scalar.count(1...100_000_000, of: "files").or("none"), \.mostFiles,
            "While the outbox holds so many files, articles wait and no page is fetched."),
        Setting(
            "max_bytes", Scalar.size(1 << 20...1 << 50).or("none"), \.mostBytes,
            "While the files of the outbox are so large together, articles wait and no page is fetched."),
    ]

    private static let disk: [Setting<OutboxSettings>] = [
        Setting(
            "min_free", Scalar.size(1 << 20...1 << 50).or("none"), \.leastFree,
            "While the disk of the outbox has less room, articles wait and no page is fetched.")
    ]

    private static let poll: [Setting<PollSettings>] = [
        Setting(
            "interval", .pollTime, \.interval, "The wait between two polls of a feed whose rhythm is not known yet."),
        Setting("min", .pollTime, \.min, "A feed is never asked more often, however busy it is."),
        Setting("max", .pollTime, \.max, "A feed is asked at least as often, however quiet it is."),
    ]

    private static let fetch: [Setting<FetchSettings>] = [
        Setting("concurrency", .count(1...1_024, of: "transfers"), \.concurrency, "Transfers under way at once."),
        Setting("per_host", .count(1...64, of: "connections"), \.perHost, "Connections to one host at once."),
        Setting(
            "host_delay", .duration(.zero ... .seconds(3_600)), \.hostDelay,
            "The wait between the starts of two requests to one host."),
        Setting(
            "by_address", .flag, \.byAddress,
            "Whether hosts at one IP address count as one host for these two."),
        Setting(
            "pause_host_on", Scalar.errorStatus.list(atMost: 100), \.hostPauses,
            "Answers that pause the whole host; others pause the feed alone."),
        Setting(
            "feeds_obey_robots", .flag, \.feedsObeyRobots,
            "Whether feeds too, and not only pages, are left alone where robots.txt forbids them."),
        Setting(
            "timeout", .duration(.seconds(1) ... .seconds(600)), \.timeout,
            "The time for one transfer, redirects included."),
        Setting(
            "max_body", .size(1_024...256 << 20), \.maxBody,
            "The size of an answer, counted after decompression; a larger one is an error."),
        Setting(
            "allow_private", Scalar.addressRange.list(), \.allowPrivate,
            "Private addresses that may be reached all the same."),
        Setting(
            "ca_file", Scalar.path("a PEM file").or("system"), \.caFile,
            "The certificate authorities that are trusted."),
        Setting("proxy", Scalar.proxy.or("none"), \.proxy, "The proxy that all requests go through."),
    ]

    private static let articles: [Setting<ArticleSettings>] = [
        Setting("full_text", .choice, \.fullText, fullText),
        Setting("backlog", backlogSize, \.backlog, backlog),
        Setting("backlog_age", backlogAge, \.backlogAge, backlogTime),
        Setting("languages", Scalar.language.list(), \.languages, languages),
    ]

    private static let duplicates: [Setting<Settings>] = [
        Setting(
            "window", .duration(.seconds(60)...days(365)), \.duplicateWindow,
            "How long an article is remembered for duplicates and stories.")
    ]

    private static let retention: [Setting<Settings>] = [
        Setting("outbox", storage, \.outbox.retention, "How long files stay in the watched directory."),
        Setting("index", storage, \.indexRetention, "How long the index keeps an article."),
    ]

    private static let metrics: [Setting<MetricsSettings>] = [
        Setting(
            "file", Scalar.path("a file").or("none"), \.file,
            "The figures as a file for node_exporter's textfile collector, which takes names that end in .prom."),
        Setting(
            "listen", Scalar.listeningPlace.or("none"), \.listen,
            "Where the figures are answered over HTTP, under /metrics."),
    ]

    /// Read before the others of a feed; each feed has them.
    static let feedIdentity = ["name", "url"]
    static let name = Scalar.feedName
    static let url = Scalar.webAddress("a feed")

    /// A feed's settings besides name and url.
    static let feed: [Setting<FeedSettings>] = [
        Setting(
            "title", Scalar.text("a name for people").optional, \.title,
            "The source's name, in place of the feed's own title."),
        Setting("interval", .pollTime, \.poll.interval, "As poll.interval, for this feed."),
        Setting("min", .pollTime, \.poll.min, "As poll.min, for this feed."),
        Setting("max", .pollTime, \.poll.max, "As poll.max, for this feed."),
        Setting("full_text", .choice, \.fullText, fullText),
        Setting("backlog", backlogSize, \.backlog, backlog),
        Setting("backlog_age", backlogAge, \.backlogAge, backlogTime),
        Setting("languages", Scalar.language.list(), \.languages, languages),
        Setting("keep", word.list(), \.keep, "Only articles that hold one of these in title, text or tags."),
        Setting("drop", word.list(), \.drop, "No articles that hold one of these in title, text or tags."),
        Setting(
            "content", Scalar.xpath.optional, \.content, "Where the article stands in the page, when it is not found."),
        Setting("remove", Scalar.xpath.list(atMost: 100), \.remove, "What is taken out of the page before it is read."),
        Setting("headers", .headers, \.headers, "Sent with the requests to the feed's own origin."),
        Setting("auth", .credential, \.credential, "The user and password of the feed."),
        Setting(
            "user_agent", Scalar.headerText("a User-Agent").optional, \.userAgent, "In place of Rasid's own User-Agent."
        ),
        Setting("tags", Scalar.text("a tag").list(atMost: 100), \.tags, "Added to the tags of each article."),
        Setting("paused", .flag, \.isPaused, "The feed stays in the file and is not asked."),
    ]

    static let feedKeys = Set(feed.map(\.key) + feedIdentity)

    private static let backlogSize = Scalar.count(0...100_000, of: "items")
    private static let backlogAge = Scalar.duration(.zero...days(36_500))
    private static let storage = Scalar.duration(.seconds(60)...days(36_500)).or("forever")
    private static let word = Scalar.text("a word or phrase")

    private static let fullText = "Whether the article's page is fetched; auto does when the feed has only a summary."
    private static let backlog = "Items taken at the first poll of a feed."
    private static let backlogTime = "Items older than this are left alone at the first poll of a feed."
    private static let languages = "Only articles in these languages; empty for all."

    private static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}

extension Scalar where Value == Duration {
    static var pollTime: Scalar { duration(.seconds(1) ... .seconds(30 * 86_400)) }
}
