import ArgumentParser
import Configuring
import NewsModel
import Storing

extension Rasid {
    /// Outbox, journal and index against each other.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Compare outbox, journal and index, and mend them.",
            discussion: """
                Reads every file of the outbox. A file that a consumer took away is said, but is no trouble. With \
                --repair, for which the daemon must be stopped, unknown files are taken into the index, changed files \
                written again where the index has their bytes, lost announcements made once more, and the full-text \
                index is built anew.

                Exit status: 0 all agree, 1 something does not (with --repair: something is left), 4 the state cannot be \
                read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: ArchivePlace

        @Flag(help: "Mend what can be mended without guessing.")
        var `repair` = false

        @Flag(help: "Print one JSON object per finding.")
        var json = false

        func run() throws {
            let settings = try place.settings()
            let found = try storing { () throws(StorageError) in
                let reader = try Archive.openReadOnly(state: settings.state)
                return try reader.verify(state: settings.state, outbox: settings.outbox.directory)
            }
            for finding in found { printResult(json ? finding.json : "\(finding)".printable) }
            var left = found
            if `repair`, !found.isEmpty {
                left = try storing { () throws(StorageError) in
                    let archive = try Archive.open(state: settings.state, outbox: settings.outbox, now: .now)
                    defer { archive.close() }
                    return try archive.repair(found, now: .now)
                }
                complain("mended \(found.count - left.count) of \(found.count)")
            }
            if left.contains(where: \.isTrouble) { throw ExitCode.failure }
        }
    }
}

extension Disagreement {
    fileprivate var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("finding", kind.rawValue)
            writer.member("subject", subject)
            writer.member("trouble", isTrouble)
            writer.member("message", description)
        }
        return writer.text
    }
}

/// Where the daemon keeps everything: as the configuration says.
struct ArchivePlace: ParsableArguments {
    @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
    var config = UsualConfiguration.path

    /// Complains and exits 78 when the configuration is wrong.
    func settings() throws -> Settings {
        try configured { () throws(ConfigurationError) in try Configuration.load(path: config).settings }
    }
}

/// What `body` answers. Complains and exits 4 when the archive fails.
func storing<Result>(_ body: () throws(StorageError) -> Result) throws -> Result {
    do throws(StorageError) {
        return try body()
    } catch {
        complain("\(error)")
        throw ExitCode.unreadableState
    }
}
