import ArgumentParser
import Deduplicating
import NewsModel

extension Rasid {
    /// Places the articles of a file among one another, in the order given: the very code of the daemon, with the
    /// articles' own dates for a clock.
    struct Dedupe: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dedupe",
            abstract: "Find copies and stories among articles.",
            discussion: """
                Each line of FILE is a JSON object with "id", "title", "text", "published" (RFC 3339 or null) and \
                "source". The articles stand in the order of their dates; one without a date came when its neighbours did.
                """)

        @Flag(help: "Print one JSON object per article instead of copies and stories.")
        var json = false

        @Option(help: "Days an article is remembered.")
        var window = 14

        @Argument(help: "JSON Lines; - is standard input.", completion: .file())
        var file: String

        func validate() throws {
            guard (1...365).contains(window) else { throw ValidationError("--window is a number of days, 1 to 365.") }
        }

        func run() throws {
            var lines: LineReader
            do throws(LineReadError) {
                lines = try LineReader(path: file)
            } catch {
                complain("dedupe: \(error)")
                throw ExitCode(2)
            }
            var placing = PlacedArticles(window: .seconds(window * 86_400), keepsTitles: !json)
            let isWhole = try place(&lines, into: &placing)
            if !json { placing.summary.forEach(printResult) }
            if !isWhole { throw ExitCode.partial }
        }

        /// - Returns: whether every line was an article.
        private func place(_ lines: inout LineReader, into placing: inout PlacedArticles) throws -> Bool {
            var answers = AnswerPrinter(isOn: json)
            var reader = FingerprintReader()
            var isWhole = true
            var number = 0
            do throws(LineReadError) {
                while let line = try lines.next() {
                    number += 1
                    do throws(JSONLineError) {
                        answers.print(placing.add(try DedupeInput(line, &reader)))
                    } catch {
                        isWhole = false
                        complain("dedupe: line \(number): \(error)")
                        answers.print(placing.add(error))
                    }
                }
            } catch {
                complain("dedupe: \(error)")
                throw ExitCode(2)
            }
            answers.print(placing.finish())
            answers.flush()
            return isWhole
        }
    }
}

/// Prints answers many at a time: a line of 100 bytes is not worth a system call.
private struct AnswerPrinter {
    private static let enough = 1 << 16

    let isOn: Bool
    private var writer = JSONWriter()
    private var lines = ""

    init(isOn: Bool) {
        self.isOn = isOn
    }

    mutating func print(_ answers: [PlacedArticles.Answer]) {
        guard isOn else { return }
        for answer in answers {
            writer.clear()
            writer.answer(answer)
            if !lines.isEmpty { lines += "\n" }
            lines += String(decoding: writer.bytes, as: UTF8.self)
        }
        if lines.utf8.count > AnswerPrinter.enough { flush() }
    }

    mutating func flush() {
        if !lines.isEmpty { printResult(lines) }
        lines = ""
    }
}

extension JSONWriter {
    fileprivate mutating func answer(_ answer: PlacedArticles.Answer) {
        object { writer in
            switch answer {
            case .unread(let error):
                writer.member("error", "\(error)")
            case .placed(let id, let duplicate, let similarity, let story):
                writer.member("id", id)
                writer.member("duplicate_of", duplicate)
                writer.member("similarity", optional: (similarity * 1000).rounded() / 1000)
                writer.member("story", story)
            }
        }
    }
}
