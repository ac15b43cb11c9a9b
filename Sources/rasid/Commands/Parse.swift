import ArgumentParser
import CLinux
import FeedParsing
import NewsModel

extension Rasid {
    /// Reads feeds that were fetched elsewhere. One result per file, in the order given.
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parse",
            abstract: "Read feeds: RSS, RDF, Atom, JSON Feed.",
            discussion: """
                Prints what a feed holds, however broken it is; a file packed by gzip is unpacked. Exits with 3 when a file is no feed or cannot be read.
                """)

        @Flag(help: "Print one JSON object per file.")
        var json = false

        @Option(help: "Where the feed came from: the base of its relative links.")
        var url: String?

        @Option(help: "A header of the response, \"Content-Type: text/xml; charset=utf-8\". May be repeated.")
        var header: [String] = []

        @Argument(help: "Feeds; - is standard input.", completion: .file())
        var files: [String]

        func run() throws {
            let context = FeedContext(url: url, headers: header.map(Parse.split))
            var writer = JSONWriter(isStreaming: true)
            var isPartial = false
            for path in files {
                do throws(FeedError) {
                    let feed = try FeedParser.parse(try Parse.read(path), context: context)
                    if json { writer.feed(feed, path: path, url: url) } else { printResult(feed.listing) }
                } catch {
                    isPartial = true
                    if json { writer.error(error, path: path, url: url) } else { complain("parse: \(path): \(error)") }
                }
                if json { writer.printResult() }
            }
            if isPartial { throw ExitCode.partial }
        }

        private static func split(header: String) -> (name: String, value: String) {
            let parts = header.split(separator: ":", maxSplits: 1).map(String.init)
            let value = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
            return (parts.first ?? "", String(value))
        }

        /// The bytes of a file, one more than the parser takes at most.
        private static func read(_ path: String) throws(FeedError) -> [UInt8] {
            do {
                let bytes = try InputFile.beginning(of: path, count: FeedParser.sizeLimit + 1)
                // What the feeds before left goes back to the system before a large one needs more.
                if bytes.count >= 1 << 20 { rasid_malloc_trim() }
                return bytes
            } catch {
                throw FeedError(.unreadable, error.reason)
            }
        }
    }
}

extension Feed {
    /// The feed for reading: its title and link, then a line or two for each item.
    fileprivate var listing: String {
        var lines = ["\(title ?? "(no title)")  [\(format)\(malformed ? ", malformed" : "")]"]
        if let link { lines.append("  \(link)") }
        for item in items {
            let date = (item.published ?? item.updated)?.rfc3339 ?? "no date"
            lines.append("")
            lines.append("\(date.prefix(10))  \(item.title ?? "(no title)")")
            if let link = item.link { lines.append("            \(link)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
