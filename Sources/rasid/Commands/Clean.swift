import ArgumentParser
import Cleaning
import Glibc
import NewsModel
import NewsText

extension Rasid {
    /// Cleans texts that were extracted elsewhere. One result per file, in the order given.
    struct Clean: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "clean",
            abstract: "Remove boilerplate from article texts.",
            discussion: "What is removed becomes metadata: source, outlet, authors, date, keywords, title.")

        @Flag(help: "Print one JSON object per file.")
        var json = false

        @Flag(help: "Print every line with + (kept) or - (removed), the reason and the rule.")
        var explain = false

        @Argument(help: "Plain-text files; - is standard input.", completion: .file())
        var files: [String]

        func validate() throws {
            if json && explain { throw ValidationError("--json and --explain exclude each other.") }
            if files.isEmpty { throw ValidationError("Name at least one file, or - for standard input.") }
        }

        func run() throws {
            let cleaner = Cleaner(now: Timestamp(seconds: Int64(time(nil))))
            var writer = JSONWriter()
            var isPartial = false
            for path in files {
                do throws(TextFile.ReadError) {
                    show(cleaner.clean(try article(in: path)), path: path, &writer)
                } catch {
                    isPartial = true
                    complain("clean: \(error)")
                    if json { writer.unread(error) }
                }
                if json { writer.printResult() }
            }
            if isPartial { throw ExitCode.partial }
        }

        private func article(in path: String) throws(TextFile.ReadError) -> Article {
            let text = Charset.decode(try TextFile.bytes(of: path), httpCharset: nil, kind: .text)
            return Article(plainText: String(decoding: text.utf8, as: UTF8.self))
        }

        private func show(_ cleaned: Cleaned, path: String, _ writer: inout JSONWriter) {
            if json {
                writer.cleaned(cleaned, path: path)
            } else if explain {
                let terminal = Terminal()
                for verdict in cleaned.verdicts { printResult(verdict.explained(terminal)) }
            } else {
                printResult(cleaned.article.text)
            }
            if let emptiness = cleaned.emptiness { complain("clean: \(path): \(emptiness)") }
        }
    }
}

/// The JSON this command prints. Members only ever grow.
extension JSONWriter {
    fileprivate mutating func cleaned(_ cleaned: Cleaned, path: String) {
        let article = cleaned.article
        object { writer in
            writer.member("path", path)
            writer.member("title", article.title)
            writer.member("text", article.text)
            writer.member("authors", article.authors) { $0.value($1) }
            writer.member("published", article.published?.iso8601)
            writer.member("source", article.source)
            writer.member("outlet", article.outlet)
            writer.member("tags", article.tags) { $0.value($1) }
            writer.member("removed", cleaned.removed) { writer, removal in
                writer.object {
                    $0.member("reason", removal.reason.rawValue)
                    $0.member("text", removal.text)
                }
            }
            writer.member("error", cleaned.emptiness?.description)
            writer.member("errorCode", cleaned.emptiness?.rawValue)
        }
    }

    fileprivate mutating func unread(_ error: TextFile.ReadError) {
        object {
            $0.member("path", error.path)
            $0.member("error", error.description)
            $0.member("errorCode", "unreadable")
        }
    }
}

/// Bytes of a file that is given on the command line.
private enum TextFile {
    /// Larger than any article; what is larger is no text file.
    private static let limit = 64 << 20

    struct ReadError: Error, CustomStringConvertible {
        let path: String
        let cause: String

        var description: String { "\(path): \(cause)" }
    }

    /// - Parameter path: `-` is standard input.
    static func bytes(of path: String) throws(ReadError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(path: path, cause: String(cString: strerror(errno))) }
        defer { if descriptor != 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw ReadError(path: path, cause: String(cString: strerror(errno)))
            }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw ReadError(path: path, cause: "larger than 64 MiB") }
        }
    }
}
