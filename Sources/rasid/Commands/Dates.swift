import ArgumentParser
import Glibc
import NewsModel
import NewsText

extension Rasid {
    /// Reads the publication date off lines of text: the date reader of the daemon, for tests and tuning.
    struct Dates: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dates",
            abstract: "Read the dates in lines of text.",
            discussion: "Prints each line's date, a tab and the line. A line without a date has an empty first field.")

        @Flag(help: "Print one JSON object per line.")
        var json = false

        @Option(help: ArgumentHelp("What relative times count from, RFC 3339.", valueName: "time"))
        var now: String?

        @Argument(help: "A text file, one string a line; - is standard input.", completion: .file())
        var file: String

        func validate() throws {
            if let now, Timestamp(rfc3339: now) == nil {
                throw ValidationError("'\(now)' is no time as RFC 3339 writes it, 2025-01-16T12:00:00Z.")
            }
        }

        func run() throws {
            let now = now.flatMap { Timestamp(rfc3339: $0) } ?? Timestamp(seconds: Int64(time(nil)))
            let reader = DateReader(now: now)
            guard let stream = file == "-" ? fdopen(0, "r") : fopen(file, "re") else {
                complain("dates: \(file): \(String(cString: strerror(errno)))")
                throw ExitCode.failure
            }
            defer { fclose(stream) }
            while let line = nextLine(of: stream) {
                printResult(output(of: line, reader.publicationDate(in: line)))
            }
            guard ferror(stream) == 0 else {
                complain("dates: \(file): cannot be read")
                throw ExitCode.partial
            }
        }

        /// The next line without its end, `nil` after the last one.
        private func nextLine(of stream: UnsafeMutablePointer<FILE>) -> String? {
            var buffer: UnsafeMutablePointer<CChar>?
            var capacity = 0
            defer { free(buffer) }
            let count = getline(&buffer, &capacity, stream)
            guard count >= 0, let buffer else { return nil }
            var line = UnsafeRawBufferPointer(start: buffer, count: count)[...]
            while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
            return String(decoding: line, as: UTF8.self)
        }

        private func output(of line: String, _ date: PublicationDate?) -> String {
            guard json else { return "\(date?.iso8601 ?? "")\t\(line)" }
            var writer = JSONWriter()
            writer.object { object in
                object.member("input", line)
                object.member("date", date?.iso8601)
            }
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
