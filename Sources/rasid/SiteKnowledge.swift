import ArgumentParser
import Extracting
import NewsModel
import Polling
import Storing

/// What helps with the pages of one site: hints for its markup, and what its pages repeat.
struct SiteKnowledge {
    var hints = ExtractionHints()
    var site = SiteBlocks()

    init(hints: ExtractionHints) {
        self.hints = hints
    }

    /// What the daemon uses for the pages of a feed. What it learned of their site needs `url`, and a state to read.
    init(feed name: String, config: String, url: String?) throws {
        let settings = try ArchivePlace.parse(["--config", config]).settings()
        guard let feed = settings.feeds.first(where: { $0.id.name == name }) else {
            complain("there is no feed \"\(name.printable)\" in \(config.printable)")
            throw ExitCode.badConfiguration
        }
        hints = ExtractionHints(content: feed.content, remove: feed.remove)
        guard let host = url.flatMap(SitePage.host) else { return }
        let stored = try storing { () throws(StorageError) in
            try Archive.openReadOnly(state: settings.state).siteBlocks()
        }
        site = stored.first { $0.host == host }.flatMap { SiteBlocks(bytes: $0.bytes) } ?? SiteBlocks()
    }
}
