import CSpawn
import Foundation
import Glibc
import Synchronization
import Testing

/// A program that runs beside the test. It gets none of the test's open files: thousands of sockets may be among them.
final class ChildProcess: Sendable {
    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    /// What a process reads, and where it writes. `nil` is the null device.
    struct Files {
        var input: String?
        /// Begun anew.
        var output: String?
        var errors: String?
        /// Complains where the test does.
        var sharesErrors = false
    }

    let pid: pid_t
    /// The exit status, or the number of the signal that ended it; `nil` while it runs.
    private let status = Mutex<Int32?>(nil)
    /// Ends when the process does.
    private let ended: AsyncStream<Never>

    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - folder: its working directory.
    init(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
        files: Files = Files()
    ) throws {
        pid = try ChildProcess.spawn(program, arguments, in: folder, environment, files)
        let (ended, continuation) = AsyncStream.makeStream(of: Never.self)
        self.ended = ended
        // A thread of its own for each: they wait and do nothing else.
        DispatchQueue(label: "child").async { [self] in
            // The process stays until its status is taken, so that nobody else can get its number meanwhile.
            var information = siginfo_t()
            while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            status.withLock { $0 = ChildProcess.reap(pid) }
            continuation.finish()
        }
    }

    var isRunning: Bool { status.withLock { $0 == nil } }

    func signal(_ number: Int32) {
        status.withLock { status in
            if status == nil { kill(pid, number) }
        }
    }

    /// Waits for the end without holding a thread: the servers of the test need them.
    ///
    /// A program that never ends fails its test, which says what its threads wait for, and is killed: else the run of all
    /// tests would hang.
    func wait(
        atMost limit: Duration = .seconds(180) * RasidProcess.slowness,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async -> Int32 {
        let watchdog = Task {
            try await Task.sleep(for: limit)
            defer { signal(SIGKILL) }
            return ChildProcess.threads(of: pid)
        }
        for await _ in ended {}
        watchdog.cancel()
        if case .success(let threads) = await watchdog.result {
            Issue.record("a program did not end and was killed\n\(threads)", sourceLocation: sourceLocation)
        }
        return status.withLock { $0 ?? -1 }
    }

    /// A line for each thread: its name, its state, the call it is in (number and arguments) and where the kernel waits.
    /// Source: proc(5).
    private static func threads(of pid: pid_t) -> String {
        let tasks = "/proc/\(pid)/task"
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return numbers.sorted().map { number in
            ["comm", "stat", "syscall", "wchan"].map { name in
                let text = (try? String(contentsOfFile: "\(tasks)/\(number)/\(name)", encoding: .utf8)) ?? "?"
                return name == "stat" ? String(text.split(separator: ")").last?.prefix(3) ?? "?") : text
            }.joined(separator: " ").replacing("\n", with: "")
        }.joined(separator: "\n")
    }

    /// Runs a program to its end, in the present directory, with the test's own errors. Blocks.
    static func run(_ program: String, _ arguments: [String], environment: [String: String]) throws -> Int32 {
        reap(try spawn(program, arguments, in: ".", environment, Files(sharesErrors: true)))
    }

    private static func reap(_ pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
    }
}

extension ChildProcess {
    private static func spawn(
        _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String], _ files: Files
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files.input ?? "/dev/null", O_RDONLY, 0)
        for (descriptor, path) in [(Int32(1), files.output), (2, files.errors)]
        where descriptor == 1 || !files.sharesErrors {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, path ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        rasid_spawn_change_directory(&actions, folder)
        rasid_spawn_close_from(&actions, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of a test block signals; a daemon must hear them. In a group of its own it gets none that a
        // terminal sends to the test.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var pid: pid_t = 0
        let failure = withStrings([program] + arguments) { arguments in
            withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawnp(&pid, program, &actions, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw NotStarted(description: "\(program): \(String(cString: strerror(failure)))") }
        return pid
    }

    /// Hands `strings` over as C wants them: each ended by a zero, and all by a null pointer.
    private static func withStrings<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return copies.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("there is the null pointer at least") }
            return body(start)
        }
    }
}
