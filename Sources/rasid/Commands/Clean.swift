import ArgumentParser
import Cleaning
import Glibc
import NewsModel
import NewsText

extension Rasid {
    /// Cleans texts that were extracted elsewhere. One result per file, in the order given.
    struct Clean: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove boilerplate from article texts.",
            discussion: "What is removed becomes metadata: source, outlet, authors, date, keywords, title.")

        @Flag(help: "Print one JSON object per file instead of plain text.")
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
            let terminal = Terminal()
            var failed = false
            for path in files {
                do {
                    let text = Charset.decode(try TextFile.bytes(of: path), httpCharset: nil, kind: .text).utf8
                    let cleaned = cleaner.clean(Article(plainText: String(decoding: text, as: UTF8.self)))
                    printResult(output(of: cleaned, path: path, terminal))
                } catch {
                    failed = true
                    complain("clean: \(error)")
                    if json { printResult(CleanOutput.failure(path: path, error.description)) }
                }
            }
            if failed { throw ExitCode.partial }
        }

        private func output(of cleaned: Cleaned, path: String, _ terminal: Terminal) -> String {
            if json { return CleanOutput.object(path: path, cleaned) }
            guard explain else { return cleaned.article.text }
            return cleaned.verdicts.map { explained($0, terminal) }.joined(separator: "\n")
        }

        /// `- source [source line] المصدر: وكالات`
        private func explained(_ verdict: Verdict, _ terminal: Terminal) -> String {
            guard let reason = verdict.reason else {
                return terminal.styled("+", .green) + " " + verdict.text.printable
            }
            let cause = "\(reason.rawValue) [\(verdict.rule)]"
            return terminal.styled("-", .red) + " " + terminal.styled(cause, .dim) + " " + verdict.text.printable
        }
    }
}

/// The JSON this command prints. Members only ever grow.
private enum CleanOutput {
    static func object(path: String, _ cleaned: Cleaned) -> String {
        let article = cleaned.article
        let removed = cleaned.removed.map {
            "{\"reason\":\(quoted($0.reason.rawValue)),\"text\":\(quoted($0.text))}"
        }
        let members = [
            ("path", quoted(path)), ("title", quoted(article.title)), ("text", quoted(article.text)),
            ("authors", list(article.authors.map(quoted))), ("published", quoted(article.published?.iso8601)),
            ("source", quoted(article.source)), ("outlet", quoted(article.outlet)),
            ("tags", list(article.tags.map(quoted))), ("removed", list(removed)),
        ]
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    static func failure(path: String, _ error: String) -> String {
        "{\"path\":\(quoted(path)),\"error\":\(quoted(error))}"
    }

    private static func list(_ items: [String]) -> String {
        "[" + items.joined(separator: ",") + "]"
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let hexadecimal = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
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
