package import NewsModel

/// What a log line tells of, by a name that never changes, and for the journal by a number that never changes.
///
/// Source: systemd.journal-fields(7), MESSAGE_ID: 128 random bits for each kind of message.
package enum LogName: String, CaseIterable, Sendable {
    case started, stopping
    case feedFailing = "feed-failing"
    case feedRecovered = "feed-recovered"
    case feedGone = "feed-gone"
    case feedMoved = "feed-moved"
    case feedPaused = "feed-paused"
    case feedResumed = "feed-resumed"
    case published
    case duplicate
    case setAside = "set-aside"
    case pageFailed = "page-failed"
    case networkDown = "network-down"
    case networkUp = "network-up"
    case outboxUnwritable = "outbox-unwritable"
    case outboxWritable = "outbox-writable"
    case diskLow = "disk-low"
    case diskRecovered = "disk-recovered"
    case reloaded
    case reloadRefused = "reload-refused"
    case siteFeeds = "site-feeds"
    case indexDamaged = "index-damaged"
    case indexNotChecked = "index-not-checked"
    case metricsFailed = "metrics-failed"
    case metricsRecovered = "metrics-recovered"

    package var messageID: String {
        switch self {
        case .started: "9fc3ce989a55465fa6cb644e609fd0ef"
        case .stopping: "593d97701b654421925bb7d31f3dac87"
        case .feedFailing: "60f9b62fe51242a7ae63c75e3bae0142"
        case .feedRecovered: "0360728542d541e0b9d57654c7f923bb"
        case .feedGone: "212b28f3c6724cdcb44c8d01c8ec67a1"
        case .feedMoved: "60f76db34aa64a4e88df8ee2b670643f"
        case .feedPaused: "5b86ab86237d4303b350d775c5721e7b"
        case .feedResumed: "7a11b0544d044b05a9114ccae23dfadb"
        case .published: "e42e4d2209df4ea1b9f50abd9be5d2e0"
        case .duplicate: "a9e58f825ba645c0b2d4235dd60272e2"
        case .setAside: "ff42e72e5ae94ec5bc12c6dbe337dd03"
        case .pageFailed: "75927525cf924f628a59becbd900c7f9"
        case .networkDown: "a300ca9885a742178bbd1cef7461a00a"
        case .networkUp: "c2e446eaf7394aa2b1d8c87c28708815"
        case .outboxUnwritable: "5a0f40ce63a040d7af8089bf0af13969"
        case .outboxWritable: "f32f72e008694bc9ae03b4de5413b9fb"
        case .diskLow: "86f34f79f3de4d89a18ce8f02a24a2d0"
        case .diskRecovered: "e971d94ddeb74cc69e46077f64c20eb3"
        case .reloaded: "7de31b8824ca4e6e9a3da323cc768610"
        case .reloadRefused: "bfec7672121944edad57d798e12e9034"
        case .siteFeeds: "c0fac01788724a8da16688fce24a19e9"
        case .indexDamaged: "a7a0b242fe754496824f6877910b2908"
        case .indexNotChecked: "385b421ce77e459881899d229561aa2e"
        case .metricsFailed: "314eb49ffe6c47f1a6ea30fb4755c9ed"
        case .metricsRecovered: "393c335c42c4482cad123be348101710"
        }
    }

    /// The web can bring a thousand of these at once: then only some are told one by one.
    package var isThrottled: Bool {
        switch self {
        case .feedFailing, .feedRecovered, .feedGone, .feedMoved, .pageFailed, .setAside, .siteFeeds: true
        default: false
        }
    }
}

extension WatchEvent {
    /// `nil` for what comes of each poll.
    package var logName: LogName? {
        switch self {
        case .started: .started
        case .stopping: .stopping
        case .failed: .feedFailing
        case .recovered: .feedRecovered
        case .gone: .feedGone
        case .moved: .feedMoved
        case .paused: .feedPaused
        case .resumed: .feedResumed
        case .published: .published
        case .duplicate: .duplicate
        case .setAside: .setAside
        case .pageFailed: .pageFailed
        case .network(let isUp): isUp ? .networkUp : .networkDown
        case .outboxFailed: .outboxUnwritable
        case .outboxRecovered: .outboxWritable
        case .diskLow: .diskLow
        case .diskRecovered: .diskRecovered
        case .reloaded: .reloaded
        case .reloadRefused: .reloadRefused
        case .siteFeeds: .siteFeeds
        case .indexDamaged: .indexDamaged
        case .indexNotChecked: .indexNotChecked
        case .metricsFailed: .metricsFailed
        case .metricsRecovered: .metricsRecovered
        case .polled, .unchanged: nil
        }
    }

    /// The feed it is about.
    package var feed: FeedID? {
        switch self {
        case .polled(let feed, _, _, _), .unchanged(let feed), .failed(let feed, _, _, _), .recovered(let feed, _),
            .gone(let feed), .moved(let feed, _), .paused(let feed), .resumed(let feed), .published(_, let feed, _, _),
            .siteFeeds(let feed, _), .duplicate(_, _, let feed, _), .setAside(_, let feed, _),
            .pageFailed(_, let feed, _, _):
            feed
        default: nil
        }
    }
}
