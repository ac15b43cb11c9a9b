import ArgumentParser
import Configuring
import FeedParsing
import Fetching
import Glibc
import NewsModel
import NewsText
import Polling

extension Rasid {
    /// Finds the feeds of a site.
    struct Discover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "discover",
            abstract: "Find the feeds of a site.",
            discussion: """
                An address is fetched. When it is no feed itself, the feeds its page names are tried, then those its \
                service or software is known to have, then the paths most sites use: one after another, \
                \(SiteFeedSearch.requestLimit) requests at most. Each feed that is printed was fetched and read. The \
                best comes first.

                Of a file only what the page in it names is told, and nothing is fetched.

                Exit status: 0 feeds found, 1 none, 2 the address or file could not be read, 78 the configuration is \
                wrong.
                """)

        @Flag(help: "Print one JSON object for each feed.")
        var json = false

        @Option(help: "For a file: where it came from, the base of its relative links.")
        var url: String?

        @Option(help: "A configuration file whose contact, proxy and limits are used; without it the defaults are.")
        var config: String?

        @Option(help: "Private addresses that may be reached, 10.1.0.0/16; else none is. May be repeated.")
        var allowPrivate: [String] = []

        @Argument(help: "The address of a site, or a file with a page; - is standard input.", completion: .file())
        var site: String

        func validate() throws {
            for range in allowPrivate where AddressRange.cidr(range) == nil {
                throw ValidationError("--allow-private: \(range) is no address range such as 127.1.0.0/16 or fd00::/8")
            }
        }

        func run() async throws {
            let found = isFile ? try ofFile() : try await ofSite()
            for feed in found {
                if json { feed.printJSON() } else { printResult(feed.description(Terminal())) }
            }
            if found.isEmpty {
                complain("discover: no feeds found at \(site.printable)")
                throw ExitCode(1)
            }
        }

        /// `example.com` is a site, unless there is a file of that name.
        private var isFile: Bool {
            site == "-" || !WebLink.isWeb(site) && (access(site, F_OK) == 0 || !site.contains("."))
        }

        private func ofFile() throws -> [SiteFeed] {
            let bytes: [UInt8]
            do {
                bytes = try InputFile.read(site, limit: FeedParser.sizeLimit)
            } catch {
                complain("discover: \(error.description.printable)")
                throw ExitCode(2)
            }
            if let feed = try? FeedParser.parse(bytes, context: FeedContext(url: url)) {
                return [SiteFeed(feed, url: url ?? feed.selfLink ?? site, origin: .given)]
            }
            let page = Charset.decode(bytes, httpCharset: nil, kind: .html).utf8
            return FeedDiscovery.feeds(inPage: page, url: url).map {
                SiteFeed(url: $0.url, origin: .page, title: $0.title)
            }
        }

        private func ofSite() async throws -> [SiteFeed] {
            var settings = Settings()
            if let config {
                settings = try configured { () throws(ConfigurationError) in
                    try Configuration.load(path: config).settings
                }
            }
            settings.fetch.allowPrivate += allowPrivate.compactMap(AddressRange.cidr)
            let environment = WatchEnvironment(
                version: Rasid.version, pid: getpid(), cores: 1, now: { .now }, credential: { _ in nil })
            do throws(FetchError) {
                let fetcher = try Fetcher(settings.fetch, userAgent: environment.userAgent(settings))
                var search = SiteFeedSearch(fetcher)
                await search.search(WebLink.isWeb(site) ? site : "https://\(site)")
                await fetcher.shutdown()
                if search.found.isEmpty, let failure = search.failure { throw failure }
                return search.found
            } catch {
                complain("discover: \(error.description.printable)")
                throw ExitCode(2)
            }
        }
    }
}

extension SiteFeed {
    fileprivate func description(_ terminal: Terminal) -> String {
        let title = title.map { "   \($0.shortened(to: 80).isolated)" } ?? ""
        guard let format, let items else { return "\(url.printable)\n    not fetched\(title)" }
        let date = newest.map { "newest \($0.rfc3339.prefix(10))" } ?? "no dates"
        let words = [format, items == 1 ? "1 item" : "\(items) items", date].joined(separator: "   ")
        return "\(terminal.styled(url.printable, .bold))\n    \(words)\(title)"
    }

    fileprivate func printJSON() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("url", url)
            writer.member("title", title)
            writer.member("format", format)
            writer.member("items", items)
            writer.member("newest", newest?.rfc3339)
            writer.member("found", origin.rawValue)
        }
        writer.printResult()
    }
}
