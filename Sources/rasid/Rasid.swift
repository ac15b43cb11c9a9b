import ArgumentParser
import CLinux

/// راصد, one who watches: the command line.
///
/// Every command says its name: the parser would work it out from the type's, again each time it looks for one, which
/// takes a third of a start.
@main
struct Rasid: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "rasid",
        abstract: "Watches news feeds and writes the clean text of every new story into a directory.",
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Watching",
                subcommands: [
                    Run.self, Status.self, ShowFeed.self, Poll.self, Pause.self, Resume.self, Reload.self, Explain.self,
                    Check.self,
                    Discover.self, Import.self, Export.self,
                ]),
            CommandGroup(name: "Reading", subcommands: [Search.self, Show.self, Stories.self]),
            CommandGroup(name: "Mending", subcommands: [Verify.self, Reindex.self, Replay.self]),
            CommandGroup(
                name: "One stage alone, over files",
                subcommands: [Parse.self, Extract.self, Clean.self, Dedupe.self, Dates.self]),
        ])

    static func main() async {
        // Without a UTF-8 locale libcurl cannot ask for host names in Arabic letters.
        _ = rasid_use_utf8_locale()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
