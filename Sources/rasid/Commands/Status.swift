import ArgumentParser
import Configuring
import Glibc
import Monitoring
import NewsModel
import Storing

extension Rasid {
    /// How the daemon is, why, and what next. Reads what the daemon last wrote; asks it only when that is old, and never waits long.
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: "Show how the daemon is, and what is wrong.",
            discussion: """
                Works also when the daemon is down: it then shows the last that is known, and says so.

                Exit status: 0 running and well, 1 running with warnings, 2 critical, 3 not running, 4 the state \
                cannot be read, 78 the configuration is wrong.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object; with --feeds or --hosts one for each.")
        var json = false

        @Flag(help: "One line for each feed.")
        var feeds = false

        @Flag(help: "Only the feeds that fail or are gone, one line each.")
        var failing = false

        @Flag(help: "One line for each host that is held, busy, slow, or cannot be asked for pages.")
        var hosts = false

        @Flag(help: "Draw the status anew every two seconds, with the last hour as a picture, until Ctrl-C.")
        var watch = false

        @Flag(help: "One line for monitoring: OK, WARNING, CRITICAL or UNKNOWN, then numbers.")
        var check = false

        @Option(help: "Wait until the daemon runs and every feed was polled once, at most so many seconds.")
        var waitReady: Int?

        func validate() throws {
            if watch, json || feeds || failing || hosts || check {
                throw ValidationError("--watch shows the status alone")
            }
            if let waitReady, !(0...86_400).contains(waitReady) {
                throw ValidationError("--wait-ready takes seconds, 0 to 86400")
            }
        }

        func run() throws {
            let found = try place.found()
            if let waitReady { waitUntilReady(found, seconds: waitReady) }
            if watch {
                let terminal = Terminal()
                guard terminal.width != nil else { throw ValidationError("--watch needs a terminal") }
                try StatusScreen(found, terminal).run()
            }
            let view = try StatusView(found)
            if check {
                printResult(view.checkLine)
            } else if hosts {
                for host in view.hosts { printResult(json ? host.jsonLine : host.line(now: view.now)) }
                if view.hosts.isEmpty, !json {
                    printResult("no host is held, waited for, or without a readable robots.txt")
                }
            } else if feeds || failing {
                for feed in try view.feeds(failingOnly: failing) {
                    printResult(json ? feed.jsonLine : feed.line(now: view.now))
                }
            } else {
                printResult(json ? view.json : view.text(Terminal()))
            }
            if view.exitCode != 0 { throw ExitCode(view.exitCode) }
        }

        private func waitUntilReady(_ found: StatePlace.Found, seconds: Int) {
            let deadline = ContinuousClock.now + .seconds(seconds)
            while ContinuousClock.now < deadline {
                if let view = try? StatusView(found), view.isReady { return }
                usleep(100_000)
            }
        }
    }
}

/// Where the daemon keeps its state: said outright, or as the configuration says.
struct StatePlace: ParsableArguments {
    @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
    var config = UsualConfiguration.path

    @Option(help: "The state directory, instead of what the configuration says.", completion: .directory)
    var state: String?

    /// The state directory alone.
    func directory() throws -> String { try found().state }

    struct Found {
        let state: String
        /// As configured; `nil` when only the directory was named.
        let feeds: [FeedSettings]?
    }

    /// The state directory and what is configured. A configuration that is wrong is complained of; where a daemon runs
    /// with an older text of it that one's state is found, else this exits 78.
    func found() throws -> Found {
        if let state { return Found(state: state, feeds: nil) }
        do throws(ConfigurationError) {
            let settings = try Configuration.load(path: config).settings
            return Found(state: settings.state, feeds: settings.feeds)
        } catch {
            for line in error.description.split(separator: "\n") { complain(String(line)) }
            guard let state = Configuration.stateDirectory(path: config), ArchiveReader.daemon(of: state) != nil else {
                throw ExitCode.badConfiguration
            }
            return Found(state: state, feeds: nil)
        }
    }

    /// The state directory of the running daemon, which tells itself what it thinks of the configuration.
    func directoryOfDaemon() throws -> String {
        if let state { return state }
        if let state = Configuration.stateDirectory(path: config), ArchiveReader.daemon(of: state) != nil {
            return state
        }
        return try directory()
    }
}
