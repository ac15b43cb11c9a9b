import ArgumentParser
import Monitoring

extension Rasid {
    /// Has the running daemon read feeds.yaml again.
    struct Reload: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reload",
            abstract: "Have the running daemon read its configuration again.",
            discussion: """
                A file with a mistake never takes the place of a good one: the daemon goes on as before, and every \
                mistake is told with its line. Feeds that stay keep their history and their next poll.

                Exit status: 0 done, or with --no-wait asked for; 3 the daemon is not running; 4 it belongs to another \
                user; 78 the configuration is wrong and was refused.
                """)

        @OptionGroup var place: StatePlace

        @Flag(inversion: .prefixedNo, help: "Wait until the new configuration is in force or was refused.")
        var wait = true

        func run() throws {
            try DaemonCall(place).tell(.reload(waits: wait), patience: .seconds(90))
        }
    }
}
