import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// Articles published once more, for a reader that missed them.
    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Publish articles again, under the same names, oldest first.",
            discussion: """
                Into the outbox, for which the daemon must be stopped, or with --to into another directory, beside the \
                running daemon. Files that consumers took away come back.

                Exit status: 0 done, 1 there was none, 4 the state cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: ArchivePlace

        @Option(help: "Behind this number of the journal; or since 24h, 7d, 2026-09-01 or RFC 3339.")
        var since: String

        @Option(help: "Another directory; it is made when it is missing.", completion: .directory)
        var to: String?

        func validate() throws {
            guard start(now: .now) != nil else {
                throw ValidationError(
                    "--since takes a number of the journal, 90m, 24h, 7d, 2w, 2026-09-01 or RFC 3339, not \"\(since.printable)\""
                )
            }
        }

        func run() throws {
            let settings = try place.settings()
            guard let start = start(now: .now) else { return }
            let count = try storing { () throws(StorageError) in
                if let to { return try Archive.openReadOnly(state: settings.state).replay(start, into: to) }
                let archive = try Archive.open(state: settings.state, outbox: settings.outbox, now: .now)
                defer { archive.close() }
                return try archive.replay(start)
            }
            printResult("\(count.grouped) articles published again")
            if count == 0 { throw ExitCode.failure }
        }

        private func start(now: Timestamp) -> ReplayStart? {
            if let number = Int64(since), number >= 0 { return .after(number) }
            return SearchTime.since(since, now: now).map(ReplayStart.since)
        }
    }
}
