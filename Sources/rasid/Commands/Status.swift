import ArgumentParser
import Configuring
import Glibc
import Monitoring
import NewsModel
import Storing

extension Rasid {
    /// How the daemon is, why, and what next. Reads what the daemon last wrote; asks it nothing, so it never waits.
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how the daemon is, and what is wrong.",
            discussion: """
                Works also when the daemon is down: it then shows the last that is known, and says so.

                Exit status: 0 running and well, 1 running with warnings, 2 critical, 3 not running, 4 the state \
                cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object; with --feeds one for each feed.")
        var json = false

        @Flag(help: "One line for each feed.")
        var feeds = false

        @Flag(help: "Only the feeds that fail or are gone, one line each.")
        var failing = false

        @Flag(help: "One line for monitoring: OK, WARNING, CRITICAL or UNKNOWN, then numbers.")
        var check = false

        @Option(help: "Wait until the daemon runs and every feed was polled once, at most so many seconds.")
        var waitReady: Int?

        func validate() throws {
            if let waitReady, !(0...86_400).contains(waitReady) {
                throw ValidationError("--wait-ready takes seconds, 0 to 86400")
            }
        }

        func run() throws {
            let state = try place.directory()
            if let waitReady { waitUntilReady(state, seconds: waitReady) }
            let view = try StatusView(state: state)
            if check {
                printResult(view.checkLine)
            } else if feeds || failing {
                let records = try view.records(failingOnly: failing)
                let now = Timestamp.now
                for record in records { printResult(json ? record.jsonLine : record.line(now: now)) }
            } else {
                printResult(json ? view.json : view.text(Terminal()))
            }
            if view.exitCode != 0 { throw ExitCode(view.exitCode) }
        }

        private func waitUntilReady(_ state: String, seconds: Int) {
            let deadline = ContinuousClock.now + .seconds(seconds)
            while ContinuousClock.now < deadline {
                if let view = try? StatusView(state: state), view.isReady { return }
                usleep(100_000)
            }
        }
    }
}

/// Where the daemon keeps its state: said outright, or as the configuration says.
struct StatePlace: ParsableArguments {
    @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
    var config = "feeds.yaml"

    @Option(help: "The state directory, instead of what the configuration says.", completion: .directory)
    var state: String?

    /// The state directory. Complains and exits 78 when the configuration is wrong.
    func directory() throws -> String {
        if let state { return state }
        do throws(ConfigurationError) {
            return try Configuration.load(path: config).settings.state
        } catch {
            for line in "\(error)".split(separator: "\n") { complain(String(line)) }
            throw ExitCode.badConfiguration
        }
    }
}
