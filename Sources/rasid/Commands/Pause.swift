import ArgumentParser
import Monitoring

extension Rasid {
    /// Has the running daemon leave a feed alone.
    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause",
            abstract: "Stop polling a feed, until it is resumed.",
            discussion: """
                Holds over restarts; what is known of the feed stays. To pause a feed for good, say paused: true in \
                feeds.yaml.

                Exit status: 0 done, 1 no such feed, 3 the daemon is not running, or it is paused and could not store \
                that, 4 the daemon belongs to another user.
                """)

        @OptionGroup var place: StatePlace

        @Argument(help: "The feed's name in feeds.yaml.")
        var name: String

        func run() throws {
            try DaemonCall(place).tell(.pause(name))
        }
    }

    /// Has the running daemon poll a feed again that was paused.
    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume",
            abstract: "Poll a feed again that was paused.",
            discussion: """
                Exit status: 0 done, 1 no such feed or the configuration says paused, 3 the daemon is not running, 4 \
                the daemon belongs to another user.
                """)

        @OptionGroup var place: StatePlace

        @Argument(help: "The feed's name in feeds.yaml.")
        var name: String

        func run() throws {
            try DaemonCall(place).tell(.resume(name))
        }
    }
}

extension DaemonCall {
    /// Asks for what is done at once, prints the answer and exits with its status.
    func tell(_ request: ControlRequest, patience: Duration = .seconds(10)) throws {
        let answer = try ask(request, patience: patience)
        for line in answer.text.split(separator: "\n") {
            answer.status == 0 ? printResult(String(line).printable) : complain(String(line).printable)
        }
        if answer.status != 0 { throw ExitCode(answer.status) }
    }
}
