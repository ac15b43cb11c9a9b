import ArgumentParser
import Monitoring

extension Rasid {
    /// Has the running daemon poll feeds at once, and tells what came.
    struct Poll: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "poll",
            abstract: "Poll feeds now, through the running daemon.",
            discussion: """
                Without names every feed is polled that is not paused, and the command does not wait for the outcome.

                A pause that a server asked for is kept, and a minute lies between two polls of a feed, unless \
                --force is given. What is not polled is told with its reason.

                Exit status: 0 polled, 1 nothing was polled, 2 failed, 3 polled in part or the daemon is not \
                running, 4 the daemon belongs to another user.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Ask even if the server wants a pause, or was asked just now.")
        var force = false

        @Argument(help: "Names of feeds in feeds.yaml; without any all of them.")
        var names: [String] = []

        /// The longest time that feeds.yaml can give one transfer, and some for what comes before it.
        private static let patience = Duration.seconds(660)

        func validate() throws {
            guard !force || !names.isEmpty else {
                throw ValidationError("--force passes over what servers asked for: name the feeds it is meant for.")
            }
        }

        func run() throws {
            let daemon = try DaemonCall(place)
            guard !names.isEmpty else { return try pollAll(daemon) }
            var statuses: Set<Int32> = []
            for name in names {
                let answer = try daemon.ask(.poll(name, isForced: force), patience: Self.patience)
                statuses.insert(answer.status)
                answer.status == 0 ? printResult(answer.text.printable) : complain(answer.text.printable)
            }
            guard statuses != [0] else { return }
            throw statuses.count == 1 ? ExitCode(statuses.first ?? 2) : ExitCode.partial
        }

        private func pollAll(_ daemon: DaemonCall) throws {
            let answer = try daemon.ask(.pollAll, patience: .seconds(10))
            for line in answer.text.split(separator: "\n") {
                answer.status == 1 ? complain(String(line).printable) : printResult(String(line).printable)
            }
            guard answer.status == 0 else { throw ExitCode(answer.status) }
        }
    }
}
