import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// One feed, with its schedule explained.
    struct ShowFeed: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "feed",
            abstract: "Show one feed: what came, what failed, and why the next poll is when it is.",
            discussion: "Exit status: 0 found, 1 no such feed, 4 the state cannot be read.")

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object.")
        var json = false

        @Argument(help: "The feed's name in feeds.yaml.")
        var name: String

        func run() throws {
            let view = try StatusView(try place.found())
            guard let feed = try view.feeds(failingOnly: false).first(where: { $0.record.id.name == name }) else {
                complain("there is no feed \"\(name.printable)\"; rasid status --feeds lists them")
                throw ExitCode.failure
            }
            printResult(json ? feed.jsonLine : feed.page(now: view.now))
        }
    }
}
