import Foundation
import Testing

/// The built binary, run as a user would.
struct RasidProcess: Sendable {
    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
        /// One object for each line of JSON Lines.
        var objects: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    /// The binary of the build this test belongs to, or the one `RASID_BINARY` names: another build of the same sources.
    static let binary: URL = {
        if let other = ProcessInfo.processInfo.environment["RASID_BINARY"] { return URL(filePath: other) }
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "rasid")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".build/debug/rasid")
    }()

    /// How much more time everything may take: another build is one that looks over its own shoulder.
    static let slowness = ProcessInfo.processInfo.environment["RASID_BINARY"] == nil ? 1 : 8

    /// Runs to the end and gives what came out. `preparation` is a shell's line that comes first, such as `ulimit`.
    static func run(
        _ arguments: [String], in folder: URL, input: String? = nil, environment: [String: String] = [:],
        after preparation: String? = nil
    ) async throws -> Result {
        let daemon = try Daemon(
            arguments, in: folder, input: input, environment: environment, after: preparation)
        return await daemon.wait()
    }

    /// A run that goes on until it is told to stop.
    final class Daemon: Sendable {
        private let process: ChildProcess
        private let output: URL
        private let errors: URL

        init(
            _ arguments: [String], in folder: URL, input: String? = nil, environment: [String: String] = [:],
            after preparation: String? = nil
        ) throws {
            let name = UUID().uuidString
            output = folder.appending(path: ".\(name).out")
            errors = folder.appending(path: ".\(name).err")
            var files = ChildProcess.Files(output: output.path, errors: errors.path)
            if let input {
                let file = folder.appending(path: ".\(name).in")
                try Data(input.utf8).write(to: file)
                files.input = file.path
            }
            let shell = preparation.map { ["-c", "\($0); exec \"$0\" \"$@\"", RasidProcess.binary.path] }
            process = try ChildProcess(
                shell == nil ? RasidProcess.binary.path : "/bin/sh", (shell ?? []) + arguments, in: folder.path,
                environment: ProcessInfo.processInfo.environment.merging(environment) { _, new in new }, files: files)
        }

        var pid: Int32 { process.pid }
        var isRunning: Bool { process.isRunning }

        func signal(_ number: Int32) { process.signal(number) }

        /// Waits for the end without holding a thread.
        func wait() async -> Result {
            let status = await process.wait()
            return Result(status: status, output: text(output), errors: text(errors))
        }

        /// What it has complained of so far.
        var complaints: String { text(errors) }

        private func text(_ file: URL) -> String {
            (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
    }
}

/// A folder for one test, gone when the test is.
final class Workspace: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var outbox: URL { folder.appending(path: "articles") }
    var state: URL { folder.appending(path: "state") }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// The visible files of the outbox, by name.
    func articles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: outbox.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    func run(_ arguments: String..., input: String? = nil) async throws -> RasidProcess.Result {
        try await RasidProcess.run(arguments, in: folder, input: input)
    }

    /// A daemon that has published so many articles.
    func startDaemon(untilArticles count: Int, environment: [String: String] = [:]) async throws -> RasidProcess.Daemon
    {
        let daemon = try RasidProcess.Daemon(["run"], in: folder, environment: environment)
        let isPublished = await eventually { (try? articles().count) == count }
        #expect(isPublished, "\(daemon.complaints)")
        return daemon
    }

    /// Waits until the daemon has written no status for so many seconds.
    func hasSilentStatus(for seconds: Double) async -> Bool {
        let path = state.appending(path: "status.json").path
        return await eventually(within: .seconds(60)) {
            let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            return date.map { Date().timeIntervalSince($0) > seconds } ?? false
        }
    }

    /// feeds.yaml with settings for a test: no pauses between requests, loopback allowed.
    func configure(
        feeds: [(name: String, url: String)], settings: String = "", allowLoopback: Bool = true,
        poll: String = "{ interval: 2s, min: 1s, max: 10s }"
    ) throws {
        let list = feeds.map { "  - name: \($0.name)\n    url: \($0.url)\n" }.joined()
        try write(
            "feeds.yaml",
            """
            outbox: ./articles
            state: ./state
            contact: https://rasid.example/about
            poll: \(poll)
            fetch: { host_delay: 0s, timeout: 10s\(allowLoopback ? ", allow_private: [127.0.0.0/8]" : "") }
            articles: { full_text: always, backlog_age: 3650d }
            \(settings)
            feeds:
            \(list)
            """)
    }
}
