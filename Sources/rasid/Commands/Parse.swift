import ArgumentParser
import FeedParsing
import Glibc
import NewsModel

extension Rasid {
    /// Reads feeds that were fetched elsewhere. One result per file, in the order given.
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read feeds: RSS, RDF, Atom, JSON Feed.",
            discussion: """
                Prints what a feed holds, however broken it is. Exits with 3 when a file is no feed or cannot be read.
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
            var writer = JSONWriter()
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
            let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FeedError(.unreadable, String(cString: strerror(errno))) }
            defer { if descriptor > 0 { close(descriptor) } }
            var bytes: [UInt8] = []
            var status = stat()
            if fstat(descriptor, &status) == 0 {
                bytes.reserveCapacity(min(Int(status.st_size), FeedParser.sizeLimit) + 1)
            }
            while bytes.count <= FeedParser.sizeLimit {
                let count = append(from: descriptor, to: &bytes)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FeedError(.unreadable, String(cString: strerror(errno)))
                }
                if count == 0 { break }
            }
            return bytes
        }

        /// Appends what one call of read(2) gives; its answer.
        private static func append(from descriptor: Int32, to bytes: inout [UInt8]) -> Int {
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, length in
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                length = max(count, 0)
            }
            bytes.append(contentsOf: chunk)
            return count
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
