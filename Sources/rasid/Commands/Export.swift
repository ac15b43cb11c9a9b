import ArgumentParser
import FeedParsing
import NewsModel

extension Rasid {
    /// Gives the feeds to another reader.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Print the feeds of feeds.yaml as OPML 2.0.",
            discussion: """
                The first tag of a feed is its folder, the others are categories; import gives names, URLs, titles and \
                tags back as they were. OPML has no place for the other settings, and credentials and headers never \
                leave feeds.yaml.

                Exit status: 0 done, 78 the configuration is wrong.
                """)

        @OptionGroup var place: ArchivePlace

        func run() throws {
            let settings = try place.settings()
            let feeds = settings.feeds.map { feed in
                OPML.Subscription(url: feed.url, title: feed.title, tags: feed.tags, name: feed.id.name)
            }
            printDocument(OPML(title: "Rasid", feeds: feeds).document)
        }
    }
}
