import ArgumentParser
import Configuring
import NewsModel

extension Rasid {
    /// Reads the configuration as `run` does, and tries the directories it names.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check the configuration, and that its directories can be written.",
            discussion: """
                Prints a summary and exits with 0, or prints every mistake with its line and exits with 78. Leaves \
                nothing behind and asks no server.
                """)

        @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
        var config = "feeds.yaml"

        @Flag(help: "Print one JSON object.")
        var json = false

        @Flag(help: "Print every setting with its default in brackets and what it may be, and check nothing.")
        var settings = false

        func run() throws {
            if settings { return printResult(SettingsReference().text) }
            let report = report()
            if json {
                var writer = JSONWriter()
                report.write(to: &writer)
                writer.printResult()
            } else {
                report.summary.forEach(printResult)
                report.complaints.forEach(complain)
            }
            if !report.isGood { throw ExitCode.badConfiguration }
        }

        private func report() -> CheckReport {
            do throws(ConfigurationError) {
                let settings = try Configuration.load(path: config).settings
                return CheckReport(config: config, settings: settings, missing: missingCredentials(settings))
            } catch {
                return CheckReport(error, config: config)
            }
        }

        /// A warning for each credential that is not there: it may be there when systemd starts the daemon.
        private func missingCredentials(_ settings: Settings) -> [String] {
            settings.feeds.compactMap { feed in
                guard let name = feed.credential, Credentials.read(name) == nil else { return nil }
                return "feed \(feed.id): there is no credential \(name) in $CREDENTIALS_DIRECTORY now"
            }
        }
    }
}

/// What was found, for people and for programs.
private struct CheckReport {
    let config: String
    var error: ConfigurationError?
    var settings: Settings?
    var outbox: DirectoryProof?
    var state: DirectoryProof?
    var warnings: [String] = []

    init(_ error: ConfigurationError, config: String) {
        self.config = config
        self.error = error
    }

    init(config: String, settings: Settings, missing: [String]) {
        self.config = config
        self.settings = settings
        outbox = DirectoryProof(of: settings.outbox.directory)
        state = DirectoryProof(of: settings.state)
        warnings = settings.warnings + missing
    }

    var isGood: Bool { error == nil && directories.allSatisfy { $0.proof.isWritable } }

    private var directories: [(name: String, proof: DirectoryProof)] {
        [("outbox", outbox), ("state", state)].compactMap { name, proof in proof.map { (name, $0) } }
    }

    /// Lines of standard output; none for a configuration that could not be read.
    var summary: [String] {
        guard let settings else { return [] }
        let paused = settings.feeds.count { $0.isPaused }
        let (poll, outbox) = (settings.poll, settings.outbox)
        return [
            "\(config): \(isGood ? "good" : "cannot be used here")",
            "feeds    \(settings.feeds.count)" + (paused > 0 ? ", \(paused) of them paused" : ""),
            "polls    every \(poll.interval.inOneUnit) at first, then between \(poll.min.inOneUnit) and "
                + poll.max.inOneUnit,
        ] + directories.map { "\($0.name.padded(to: 8)) \(state(of: $0.proof))" } + [
            "files    \(outbox.format.rawValue), kept \(outbox.retention.map { "for \($0.inOneUnit)" } ?? "for ever")"
        ]
    }

    private func state(of proof: DirectoryProof) -> String {
        "\(proof.path)" + (proof.isWritable ? (proof.exists ? "" : ", will be made") : ", cannot be written")
    }

    /// Lines of standard error.
    var complaints: [String] {
        let unwritable = directories.compactMap { name, proof in proof.problem.map { "\(name) \(proof.path): \($0)" } }
        return (error.map { $0.description.split(separator: "\n").map(String.init) } ?? [])
            + unwritable + warnings.map { "warning: \($0)" }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("config", config)
            writer.member("ok", isGood)
            writer.member("feeds", settings?.feeds.count)
            writer.member("mistakes", error?.mistakes ?? []) { writer, mistake in
                writer.object { writer in
                    writer.member("line", mistake.line)
                    writer.member("column", mistake.column)
                    writer.member("message", mistake.message)
                }
            }
            writer.member("warnings", warnings) { $0.value($1) }
            for (name, proof) in [("outbox", outbox), ("state", state)] as [(StaticString, DirectoryProof?)] {
                writer.name(name)
                write(proof, to: &writer)
            }
        }
    }

    private func write(_ proof: DirectoryProof?, to writer: inout JSONWriter) {
        guard let proof else { return writer.null() }
        writer.object { writer in
            writer.member("path", proof.path)
            writer.member("exists", proof.exists)
            writer.member("writable", proof.isWritable)
            writer.member("problem", proof.problem)
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
