import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// The index made anew from what the outbox and the journal hold.
    struct Reindex: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reindex",
            abstract: "Take files the index does not know into it, and build full-text search anew.",
            discussion: """
                The daemon must be stopped. An index that cannot be read at all is set aside and made from the files, \
                which the daemon does at its start too.

                Exit status: 0 done, 4 the state cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: ArchivePlace

        func run() throws {
            let settings = try place.settings()
            let statistics = try storing { () throws(StorageError) in
                let archive = try Archive.open(state: settings.state, outbox: settings.outbox, now: .now)
                defer { archive.close() }
                let found = try archive.reader.verify(state: settings.state, outbox: settings.outbox.directory)
                _ = try archive.repair(found.filter { $0.kind == .fileUnknown }, now: .now)
                return try archive.statistics()
            }
            printResult("\(statistics.articles.grouped) articles indexed, \(statistics.files.grouped) with a file")
        }
    }
}
