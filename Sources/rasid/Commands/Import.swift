import ArgumentParser
import Configuring
import FeedParsing
import NewsModel

extension Rasid {
    /// Takes the feeds of another reader over. Prints them, or adds them to the configuration.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Turn the feeds of an OPML file into those of feeds.yaml.",
            discussion: """
                Prints the list of feeds as it stands in feeds.yaml. Folders and categories become tags, titles stay, \
                names are made of title or host. A feed that is in the file twice is printed once.

                With --write the feeds are added to the configuration file instead, but for those that are in it \
                already; what else is in the file stays as it is. A file that is not right, or in which the feeds are \
                not one below the other, is not touched.

                Exit status: 0 done, 2 the file cannot be read or is no OPML, 3 some feeds have no URL that can be \
                asked, 78 the configuration is wrong or cannot be written.
                """)

        @Flag(help: "Add the feeds to the configuration file.")
        var write = false

        @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
        var config = "feeds.yaml"

        @Argument(help: "An OPML file; - is standard input.", completion: .file(extensions: ["opml", "xml"]))
        var file: String

        func run() throws {
            let list = try read()
            var gathered = FeedEntries(besides: try existing())
            var known = 0
            var refused = 0
            for feed in list.feeds {
                switch gathered.add(url: feed.url, title: feed.title, tags: feed.tags, name: feed.name) {
                case .added: continue
                case .known: known += 1
                case .refused(let allowed):
                    refused += 1
                    complain("import: left out \(feed.url.printable.shortened(to: 100)): allowed is \(allowed)")
                }
            }
            if write {
                try add(gathered.entries)
                let added = gathered.entries.count
                printResult("\(config): \(added) \(added == 1 ? "feed" : "feeds") added, \(known) there already")
            } else {
                printBlock(gathered.entries)
            }
            if refused > 0 { throw ExitCode.partial }
        }

        private func read() throws -> OPML {
            do {
                return try OPML.read(try InputFile.read(file, limit: OPML.sizeLimit))
            } catch {
                complain("import: \(file.printable): \(error)")
                throw ExitCode(2)
            }
        }

        private func existing() throws -> [FeedSettings] {
            guard write else { return [] }
            return try configured { () throws(ConfigurationError) in try Configuration.load(path: config).settings.feeds
            }
        }

        private func add(_ entries: [FeedEntry]) throws {
            guard !entries.isEmpty else { return }
            try configured { () throws(ConfigurationError) in try Configuration.add(entries, toFile: config) }
        }

        private func printBlock(_ entries: [FeedEntry]) {
            guard !entries.isEmpty else { return complain("import: no feeds in \(file.printable)") }
            printResult("feeds:")
            for entry in entries {
                for line in entry.lines { printResult("  \(line)") }
            }
        }
    }
}
