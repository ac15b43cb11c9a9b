import ArgumentParser
import Configuring
import FoundationEssentials
import Glibc
import Logging
import Monitoring
import NewsModel
import Polling
import Storing

extension Rasid {
    /// The daemon. Stops on SIGTERM and SIGINT, reads feeds.yaml again on SIGHUP.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run",
            abstract: "Watch the feeds: poll, clean, publish.",
            discussion: """
                Runs until it gets SIGTERM or SIGINT (Ctrl-C); SIGHUP makes it read the configuration again. On a \
                terminal it shows what happens, elsewhere it logs to standard error.

                Exit status: 0 stopped as asked, or everything done with --once; 2 failed; 3 done in part with --once \
                (some feeds failed); 71 there was no memory left, and the next start goes on; 78 the configuration is wrong or a directory cannot be used, which another start does \
                not mend.
                """)

        @Option(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
        var config = "feeds.yaml"

        @Flag(help: "Poll everything that is due, publish it, print a summary and exit.")
        var once = false

        @Option(help: "Least important log lines to show: trace, debug, info, notice, warning, error, critical.")
        var logLevel: LogLevel?

        @Option(help: "How log lines are written: text, json, or journal. By default what standard error leads to.")
        var logFormat: LogFormat?

        @Option(help: .hidden)
        var journalSocket = JournalSocket.standardPath

        func run() async throws {
            let variables = ProcessInfo.processInfo.environment
            let systemd = SystemdNotification(environment: variables).map { SystemdReporter($0) }
            let configuration = try load(systemd)
            try checkDescriptors(configuration, systemd)
            let terminal = Terminal(2)
            let isSeen = terminal.width != nil
            let level = logLevel?.level ?? (isSeen ? .error : .info)
            let output = LogOutput(level: level, format: logFormat ?? .detected, journal: JournalSocket(journalSocket))
            LoggingSystem.bootstrap { _ in output }
            let console = isSeen ? Console(terminal, configPath: config, once: once) : nil
            let watch = try open(configuration, console, systemd)
            let control = once ? nil : try listen(configuration, variables, systemd)
            await watchUntilStopped(watch, control, console)
            if once { try finish(watch) }
        }

        private func load(_ systemd: SystemdReporter?) throws -> Configuration {
            do throws(ConfigurationError) {
                return try Configuration.load(path: config)
            } catch {
                for line in "\(error)".split(separator: "\n") { complain(String(line)) }
                systemd?.failed("\(error)", number: EINVAL)
                throw ExitCode.badConfiguration
            }
        }

        private func checkDescriptors(_ configuration: Configuration, _ systemd: SystemdReporter?) throws {
            let concurrency = configuration.settings.fetch.concurrency
            guard let reason = DescriptorLimit.raised().complaint(concurrency: concurrency) else { return }
            complain(reason)
            systemd?.failed(reason, number: EMFILE)
            throw ExitCode.badConfiguration
        }

        private func open(
            _ configuration: Configuration, _ console: Console?, _ systemd: SystemdReporter?
        ) throws -> Watch {
            do {
                var environment = environment(console, systemd)
                environment.metricsSocket = try LocalSocket(
                    named: "metrics", environment: ProcessInfo.processInfo.environment)
                return try Watch(configuration, environment: environment, logger: Logger(label: "rasid"))
            } catch let error as MetricsError where error.kind == .notLocal {
                complain("\(error)")
                systemd?.failed("\(error)", number: EINVAL)
                throw ExitCode.badConfiguration
            } catch let error as StorageError {
                complain("\(error)")
                systemd?.failed("\(error)", number: error.number ?? error.systemNumber)
                throw error.mayPass ? ExitCode(2) : ExitCode.badConfiguration
            } catch {
                complain("\(error)")
                systemd?.failed("\(error)", number: EIO)
                throw ExitCode(2)
            }
        }

        private func environment(_ console: Console?, _ systemd: SystemdReporter?) -> WatchEnvironment {
            var environment = WatchEnvironment(
                version: Rasid.version, pid: getpid(), cores: max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1),
                now: { Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
                credential: Credentials.read)
            if let console { environment.observe = { console.show($0) } }
            environment.report = { systemd?.report($0) }
            environment.announce = { systemd?.announce($0) }
            #if DEBUG
                let hung = ProcessInfo.processInfo.environment["RASID_TEST_HANG"].flatMap(Heartbeat.Part.init)
                environment.isHung = { $0 == hung && access("hang", F_OK) == 0 }
            #endif
            return environment
        }

        /// The control socket, listening before systemd is told that the daemon is ready.
        private func listen(
            _ configuration: Configuration, _ variables: [String: String], _ systemd: SystemdReporter?
        ) throws -> ControlServer {
            let place = ControlPlace(state: configuration.settings.state, environment: variables)
            do throws(ControlError) {
                return try ControlServer(at: place)
            } catch {
                complain("\(error)")
                systemd?.failed("\(error)", number: error.number)
                throw ExitCode(2)
            }
        }

        /// Runs until done or told to stop. Signals come as a stream, so that none is handled inside a handler.
        private func watchUntilStopped(_ watch: Watch, _ control: ControlServer?, _ console: Console?) async {
            let signals = SignalStream([SIGTERM, SIGINT, SIGHUP])
            let arriving = signals.stream
            defer { withExtendedLifetime(signals) {} }
            await withTaskGroup { group in
                group.addTask {
                    for await signal in arriving {
                        guard signal == SIGHUP else { return watch.stop() }
                        watch.askToReload()
                    }
                }
                if let control { group.addTask { await control.run { await watch.answer($0) } } }
                if let console { group.addTask { await console.animate { watch.progress } } }
                await watch.run(once: once)
                group.cancelAll()
            }
        }

        private func finish(_ watch: Watch) throws {
            let summary = watch.summary
            printResult(
                """
                polled \(summary.feedsDone.grouped) feeds, \(summary.feedsFailed.grouped) failed; \
                \(summary.written.grouped) articles written, \(summary.updated.grouped) updated, \
                \(summary.duplicates.grouped) copies, \(summary.leftOut.grouped) left out, \
                \(summary.waiting.grouped) to be tried again
                """)
            if let failure = summary.storageFailure {
                complain(failure)
                throw ExitCode(2)
            }
            if summary.feedsDone > 0, summary.feedsFailed == summary.feedsDone { throw ExitCode(2) }
            if summary.feedsFailed > 0 { throw ExitCode.partial }
        }
    }
}

extension StorageError {
    /// The reason as of errno(3), for the service manager.
    fileprivate var systemNumber: Int32 {
        switch kind {
        case .directory, .missing: ENOENT
        case .notWritable: EACCES
        case .otherFileSystem: EXDEV
        case .locked: EAGAIN
        case .full, .held: ENOSPC
        case .newerIndex: EINVAL
        case .damagedIndex, .index, .file, .failing, .tooSlow: EIO
        }
    }
}

/// A level of the log, by its name.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
