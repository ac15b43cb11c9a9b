import ArgumentParser
import Cleaning
import Extracting
import Glibc
import NewsModel

extension Rasid {
    /// Takes the article out of pages that were fetched elsewhere. One result per file, in the order given.
    struct Extract: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "extract",
            abstract: "Take the article out of web pages.",
            discussion: """
                Prints title, byline and text. Exits with 3 when a page holds no article or cannot be read.
                """)

        @Flag(help: "Print one JSON object per page.")
        var json = false

        @Flag(help: "Print every line with + (kept) or - (removed), the reason and the rule.")
        var explain = false

        @Option(help: "Where the page came from: the base of its links.")
        var url: String?

        @Option(help: "A header of the response, \"Content-Type: text/html; charset=windows-1256\". May be repeated.")
        var header: [String] = []

        @Option(help: "An XPath of the elements that hold the text, as content in feeds.yaml.")
        var content: String?

        @Option(help: "An XPath of elements that are not the text, as remove in feeds.yaml. May be repeated.")
        var remove: [String] = []

        @Option(help: "Do as the daemon does for this feed: its hints and, with --url, what it learned of the site.")
        var feed: String?

        @Option(help: "The configuration file for --feed.", completion: .file(extensions: ["yaml", "yml"]))
        var config = "feeds.yaml"

        @Argument(help: "Pages of HTML; - is standard input.", completion: .file())
        var files: [String]

        func validate() throws {
            if json && explain { throw ValidationError("--json and --explain exclude each other.") }
            if feed != nil, content != nil || !remove.isEmpty {
                throw ValidationError("--feed and --content or --remove exclude each other.")
            }
            if files.isEmpty { throw ValidationError("Name at least one page, or - for standard input.") }
        }

        func run() throws {
            let now = Timestamp(seconds: Int64(time(nil)))
            let knowledge =
                if let feed { try SiteKnowledge(feed: feed, config: config, url: url) } else {
                    SiteKnowledge(hints: ExtractionHints(content: content, remove: remove))
                }
            let stage = ExtractStage(
                context: PageContext(url: url, contentType: contentType, now: now), knowledge: knowledge,
                explains: explain,
                cleaner: Cleaner(now: now))
            var writer = JSONWriter()
            var isPartial = false
            for path in files {
                do throws(ExtractFailure) {
                    let result = try stage.run(path)
                    show(result, path: path, &writer)
                    if let emptiness = result.emptiness {
                        isPartial = true
                        complain("extract: \(path): \(emptiness)")
                    }
                } catch {
                    isPartial = true
                    if json { writer.failure(error, path: path) }
                    complain("extract: \(path): \(error)")
                }
                if json {
                    printResult(String(decoding: writer.bytes, as: UTF8.self))
                    writer.clear()
                }
            }
            if isPartial { throw ExitCode.partial }
        }

        private var contentType: String? {
            for line in header {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == "content-type" { return String(parts[1]) }
            }
            return nil
        }

        private func show(_ result: ExtractStage.Result, path: String, _ writer: inout JSONWriter) {
            if json {
                writer.article(result, path: path)
            } else if explain {
                let terminal = Terminal()
                for verdict in result.verdicts { printResult(verdict.explained(terminal)) }
            } else {
                printResult(result.article.page)
            }
        }
    }
}

/// The stages a page goes through here as in the daemon: extract, clean.
private struct ExtractStage {
    let context: PageContext
    let knowledge: SiteKnowledge
    let explains: Bool
    let cleaner: Cleaner
    let extractor = Extractor()

    struct Result {
        let article: Article
        let removed: [Removal]
        let verdicts: [Verdict]
        /// Why cleaning left no text; `nil` when it left some.
        let emptiness: Emptiness?
    }

    func run(_ path: String) throws(ExtractFailure) -> Result {
        let bytes = try PageFile.bytes(of: path)
        do throws(ExtractionError) {
            let extraction = try extractor.extract(
                bytes, context: context, hints: knowledge.hints, site: knowledge.site, explains: explains)
            let cleaned = cleaner.clean(extraction.article)
            return Result(
                article: cleaned.article, removed: extraction.removed + cleaned.removed,
                verdicts: Verdict.inOrder(extraction.verdicts, cleaned.verdicts), emptiness: cleaned.emptiness)
        } catch {
            throw ExtractFailure(code: error.kind.code, description: error.description)
        }
    }
}

extension ExtractionError.Kind {
    /// In the JSON, for programs.
    fileprivate var code: String {
        switch self {
        case .empty: "empty"
        case .notHTML: "not_html"
        case .noArticle: "no_article"
        case .badXPath: "bad_xpath"
        case .tooLarge: "too_large"
        }
    }
}

/// Why a page gave no article, in a sentence.
private struct ExtractFailure: Error, CustomStringConvertible {
    /// For programs.
    var code = "unreadable"
    let description: String
}

private enum PageFile {
    /// - Parameter path: `-` is standard input.
    static func bytes(of path: String) throws(ExtractFailure) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ExtractFailure(description: String(cString: strerror(errno))) }
        defer { if descriptor != 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(min(Int(status.st_size), Extractor.sizeLimit) + 1) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        // One byte more than the extractor takes, so that it can tell.
        while bytes.count <= Extractor.sizeLimit {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw ExtractFailure(description: String(cString: strerror(errno)))
            }
            bytes += chunk[..<count]
        }
        return bytes
    }
}

extension JSONWriter {
    /// The JSON this command prints. Members only ever grow.
    fileprivate mutating func article(_ result: ExtractStage.Result, path: String) {
        object { json in
            json.members(
                of: result.article, result.removed, path: path, result.emptiness?.description,
                result.emptiness?.rawValue)
        }
    }

    fileprivate mutating func failure(_ error: ExtractFailure, path: String) {
        object { json in json.members(of: Article(), [], path: path, error.description, error.code) }
    }

    private mutating func members(
        of article: Article, _ removed: [Removal], path: String, _ error: String?, _ code: String?
    ) {
        member("path", path)
        member("url", article.url)
        member("title", article.title)
        member("text", article.text)
        member("authors", article.authors) { $0.value($1) }
        member("published", article.published?.iso8601)
        member("modified", article.modified?.iso8601)
        member("site", article.site)
        member("language", article.language)
        member("image", article.image)
        member("description", article.description)
        member("tags", article.tags) { $0.value($1) }
        member("source", article.source)
        member("removed", removed) { json, removal in
            json.object {
                $0.member("reason", removal.reason.rawValue)
                $0.member("text", removal.text)
            }
        }
        member("error", error)
        member("errorCode", code)
    }
}

extension Article {
    /// For reading: title, who and when, text.
    fileprivate var page: String {
        let byline = [authors.isEmpty ? nil : authors.joined(separator: ", "), published?.iso8601, site]
        let head = [title, byline.compactMap(\.self).joined(separator: " · ")].compactMap(\.self).filter { !$0.isEmpty }
        return (head + [""] + paragraphs.map { $0.text + "\n" }).joined(separator: "\n")
    }
}
