import Glibc
import Testing

@Suite("Programs beside a test")
struct ChildProcessTests {
    private func start(_ program: String, _ arguments: String...) throws -> ChildProcess {
        try ChildProcess(program, arguments, in: "/", environment: [:])
    }

    @Test("one that never ends is killed, and the test says what it waited for")
    func hang() async throws {
        let sleeper = try start("/bin/sleep", "600")
        await withKnownIssue {
            #expect(await sleeper.wait(atMost: .milliseconds(200)) == SIGKILL)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("did not end") && $0.rawValue.contains("sleep") }
        }
    }

    @Test("one that ends is waited for, with its status or its signal")
    func end() async throws {
        #expect(try await start("/bin/sh", "-c", "exit 7").wait() == 7)
        #expect(try await start("/bin/sh", "-c", "kill -TERM $$").wait() == SIGTERM)
    }
}
