import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// Full-text search over everything that was published.
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search",
            abstract: "Search the articles, best and newest first.",
            discussion: """
                All words must be there, in title, text, tags or authors, in any spelling. "Quoted words" stand in that \
                order, -word leaves out, OR joins its neighbours, word* finds what begins so (three letters or more). \
                source:NAME, feed:NAME, tag:WORD, since:24h and until:2026-09-01 filter. Without a word the newest \
                articles are listed. A query that begins with a hyphen goes behind --.

                With --documents and --queries a throw-away index is searched instead, for tests and tuning: JSON Lines \
                of {"id","title","text"} and {"query"} in, {"query","ids"} out.

                Exit status: 0 found, 1 nothing found, 2 the search took too long, 3 a line of --documents or --queries \
                could not be read, 4 the state cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object per article.")
        var json = false

        @Flag(help: "The newest first, however little they match.")
        var newest = false

        @Option(help: "Articles at most.")
        var limit = 20

        @Option(help: "Only articles published since: 90m, 24h, 7d, 2w, 2026-09-01 or RFC 3339.")
        var since: String?

        @Option(help: "Only articles published until then; a day counts to its end (UTC).")
        var until: String?

        @Option(help: "Only articles of this feed. Can be repeated.")
        var feed: [String] = []

        @Option(help: "Only articles of this publication. Can be repeated: all names must fit.")
        var source: [String] = []

        @Option(help: "A file of documents to search instead of the archive.", completion: .file())
        var documents: String?

        @Option(help: "A file of queries for --documents.", completion: .file())
        var queries: String?

        @Argument(help: "What to look for.")
        var query: [String] = []

        func validate() throws {
            guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000") }
            guard (documents == nil) == (queries == nil) else {
                throw ValidationError("--documents and --queries go together")
            }
            _ = try searchQuery(now: .now)
        }

        func run() throws {
            if let documents, let queries {
                try SearchTuning(documents: documents, queries: queries).run()
                return
            }
            let now = Timestamp.now
            let hits = try found(in: try place.directory(), now: now)
            let terminal = Terminal()
            for (number, hit) in hits.enumerated() {
                if !json, number > 0 { printResult("") }
                printResult(json ? hit.jsonLine : hit.text(terminal))
            }
            if hits.isEmpty { throw ExitCode.failure }
        }

        private func found(in state: String, now: Timestamp) throws -> [SearchHit] {
            let query = try searchQuery(now: now)
            do throws(StorageError) {
                return try Archive.openReadOnly(state: state).search(query, limit: limit, now: now)
            } catch {
                complain("\(error)")
                throw error.kind == .tooSlow ? ExitCode.tooSlow : ExitCode.unreadableState
            }
        }

        private func searchQuery(now: Timestamp) throws -> SearchQuery {
            var result = SearchQuery(query.joined(separator: " "), now: now)
            result.isNewestFirst = newest
            result.feeds += feed
            result.sources += source
            if let since {
                guard let time = SearchTime.since(since, now: now) else {
                    throw ValidationError.noTime("--since", since)
                }
                result.since = time
            }
            if let until {
                guard let time = SearchTime.until(until, now: now) else {
                    throw ValidationError.noTime("--until", until)
                }
                result.until = time
            }
            return result
        }
    }
}

extension ExitCode {
    /// What was asked for could not be done in the time it may take.
    static let tooSlow = ExitCode(2)
}

extension ValidationError {
    /// For an option that takes a time.
    static func noTime(_ option: String, _ value: String) -> ValidationError {
        ValidationError(
            "\(option) takes 90m, 24h, 7d, 2w, a day like 2026-09-01 or RFC 3339, not \"\(value.printable)\"")
    }
}
