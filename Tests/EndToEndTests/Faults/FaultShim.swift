import Foundation

/// Something that goes wrong at one step of a process. The library that does it is built of Fixtures/faults, where its
/// words are explained.
struct Fault: Sendable {
    enum Action: Sendable {
        case kill
        /// With seed 0 all that was not synced is lost, else some of it.
        case power(seed: Int)
        /// So many steps in a row fail; 0 for all from there on.
        case fail(Int32, steps: Int = 1)
    }

    let action: Action
    /// The number of the step, from 1.
    let step: Int
    /// Only this call counts as a step.
    var call: String?
    /// Only steps on paths that hold this text count.
    var part: String?
    /// Steps fail as long as this file is there.
    var obstacle: URL?

    /// What a process in the folder of `workspace` is to be given.
    func environment(in workspace: Workspace) throws -> [String: String] {
        var environment = try FaultShim.environment(in: workspace)
        environment["RASID_FAULT_AT"] = "\(step)"
        environment["RASID_FAULT_DO"] =
            switch action {
            case .kill: "kill"
            case .power(let seed): "power:\(seed)"
            case .fail(let number, let steps): "fail:\(number):\(steps)"
            }
        environment["RASID_FAULT_CALL"] = call
        environment["RASID_FAULT_PART"] = part
        environment["RASID_FAULT_WHILE"] = obstacle?.path
        return environment
    }
}

/// The library itself.
enum FaultShim {
    struct NotBuilt: Error, CustomStringConvertible {
        let description: String
    }

    private static let library = Result { try build("faults") }

    static func environment(in workspace: Workspace) throws -> [String: String] {
        let others = ProcessInfo.processInfo.environment["LD_PRELOAD"].map { ":" + $0 } ?? ""
        return [
            "LD_PRELOAD": try library.get() + others,
            "RASID_FAULT_ROOT": workspace.folder.resolvingSymlinksInPath().path,
        ]
    }

    /// The steps of a run without a fault: `CALL PATH`, in order.
    static func steps(of arguments: [String], in workspace: Workspace) async throws -> [String] {
        let log = workspace.folder.appending(path: ".steps")
        try Data().write(to: log)
        var environment = try environment(in: workspace)
        environment["RASID_FAULT_LOG"] = log.path
        _ = try await RasidProcess.run(arguments, in: workspace.folder, environment: environment)
        return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map { line in
            String(line.drop { $0 != " " }.dropFirst())
        }
    }

    /// - Parameter name: of a file in Fixtures/faults, without `.c`.
    static func build(_ name: String) throws -> String {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/faults/\(name).c")
        let library = RasidProcess.binary.deletingLastPathComponent().appending(path: "lib\(name)-\(getpid()).so")
        let status = try ChildProcess.run(
            "cc", ["-O1", "-shared", "-fPIC", "-o", library.path, source.path, "-lpthread", "-ldl"],
            environment: ProcessInfo.processInfo.environment)
        guard status == 0 else { throw NotBuilt(description: "cc could not build \(source.path)") }
        return library.path
    }
}
