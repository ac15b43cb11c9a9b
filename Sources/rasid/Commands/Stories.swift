import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// What several outlets told, the most told first.
    struct Stories: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stories",
            abstract: "Show the stories that several outlets told, those of the most outlets first.",
            discussion: """
                Exit status: 0 found, 1 nothing found, 4 the state cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object per story.")
        var json = false

        @Option(help: "Stories that somebody told since: 90m, 24h, 7d, 2w, 2026-09-01 or RFC 3339.")
        var since = "24h"

        @Option(help: "Stories at most.")
        var limit = 20

        func validate() throws {
            guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000") }
            guard SearchTime.since(since, now: .now) != nil else { throw ValidationError.noTime("--since", since) }
        }

        func run() throws {
            let now = Timestamp.now
            let stories = try told(in: try place.directory(), now: now)
            let terminal = Terminal()
            for (number, story) in stories.enumerated() {
                if !json, number > 0 { printResult("") }
                printResult(json ? story.json : story.page(terminal, now: now))
            }
            if stories.isEmpty { throw ExitCode.failure }
        }

        private func told(in state: String, now: Timestamp) throws -> [ToldStory] {
            do throws(StorageError) {
                let time = SearchTime.since(since, now: now) ?? now
                return try Archive.openReadOnly(state: state).stories(since: time, limit: limit)
            } catch {
                complain("\(error)")
                throw ExitCode.unreadableState
            }
        }
    }
}
