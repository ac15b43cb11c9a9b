import Foundation
import Glibc
import Testing

/// Every step of one article's life: from an empty folder to a file, a journal line and rows, and from there to a
/// second version.
@Suite("Faults at each step", .serialized)
struct StepFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let number: String
        let fault: String
        /// Of a full and of a quick run.
        let isEveryStep: Bool
        let quick: Int
        /// What happens at the step of this number, of the call and the path; `nil` when nothing can.
        let action: @Sendable (Int, String) -> Fault.Action?
        var testDescription: String { fault }
    }

    private static func fails(_ calls: [String], with error: Int32) -> @Sendable (Int, String) -> Fault.Action? {
        { _, step in calls.contains { step.hasPrefix($0) } ? .fail(error) : nil }
    }

    static let cases = [
        Case(number: "2", fault: "killed at each step", isEveryStep: true, quick: 6) { _, _ in .kill },
        Case(number: "3", fault: "power lost at each step, and all that was not synced", isEveryStep: true, quick: 6) {
            _, _ in .power(seed: 0)
        },
        Case(number: "3", fault: "power lost at each step, and part of it, also torn", isEveryStep: true, quick: 4) {
            step, _ in .power(seed: step * 7919)
        },
        Case(
            number: "4", fault: "EIO at each fsync", isEveryStep: true, quick: 3, action: fails(["fsync"], with: EIO)),
        Case(
            number: "4", fault: "EIO at each write, rename, truncate, unlink", isEveryStep: false, quick: 3,
            action: fails(["write", "rename", "truncate", "unlink"], with: EIO)),
        Case(
            number: "5", fault: "ENOSPC at each write, fsync, rename, mkdir, open", isEveryStep: false, quick: 4,
            action: fails(["write", "fsync", "rename", "mkdir", "open"], with: ENOSPC)),
        Case(
            number: "7", fault: "EDQUOT at each write, fsync, rename, mkdir, open", isEveryStep: false, quick: 2,
            action: fails(["write", "fsync", "rename", "mkdir", "open"], with: EDQUOT)),
        Case(
            number: "7", fault: "EMFILE at each open", isEveryStep: true, quick: 2,
            action: fails(["open"], with: EMFILE)),
        Case(
            number: "8", fault: "EROFS at each open, mkdir, rename, unlink", isEveryStep: true, quick: 2,
            action: fails(["open", "mkdir", "rename", "unlink"], with: EROFS)),
        Case(
            number: "8", fault: "EXDEV at each rename", isEveryStep: true, quick: 1,
            action: fails(["rename"], with: EXDEV)),
    ]

    @Test("nothing is lost, nothing half is seen, and the next start mends all", arguments: cases)
    func step(_ c: Case) async throws {
        let run = FaultRun(c.number, c.fault)
        for isUpdate in [false, true] {
            let steps = try await Life(isUpdate: isUpdate).steps()
            try await run.each(places(steps, c), atOnce: 3) { step in
                guard let action = c.action(step, steps[step - 1]) else { return [] }
                let life = try await Life(isUpdate: isUpdate)
                return try await life.go(through: Fault(action: action, step: step)).map {
                    "\($0) [\(isUpdate ? "update" : "new"), step \(step), \(steps[step - 1])]"
                }
            }
        }
        try run.finish()
    }

    /// Where the fault is tried: of many equal steps in a row the first, one within and the last, unless all are asked for.
    private func places(_ steps: [String], _ c: Case) -> [Int] {
        let numbers = (1...steps.count).filter { c.action($0, steps[$0 - 1]) != nil }
        let places = numbers.filter { number in
            let isFirst = number == 1 || steps[number - 2] != steps[number - 1]
            let isLast = number == steps.count || steps[number] != steps[number - 1]
            return c.isEveryStep || isFirst || isLast || number % 16 == 0
        }
        guard !FaultRun.isFull else { return places }
        return FaultRun.steps(places.count, quick: c.quick).map { places[$0 - 1] }
    }
}

/// One article on its way into an empty workspace, or its second version on its way into one that has the first.
private struct Life {
    private let mill: NewsMill
    private let workspace: Workspace

    init(isUpdate: Bool) async throws {
        mill = try NewsMill(network: 41)
        workspace = try Workspace()
        try await mill.start()
        mill.publish(1)
        try workspace.configure(feeds: mill.feeds)
        guard isUpdate else { return }
        _ = try await workspace.settle(mill.expected)
        mill.rewrite()
    }

    /// The steps of the run that brings the article: `CALL PATH`.
    func steps() async throws -> [String] {
        var steps: [String] = []
        _ = try await eventually {
            steps = try await FaultShim.steps(of: ["run", "--once"], in: workspace)
            return try isTold()
        }
        await mill.stop()
        return steps
    }

    private func isTold() throws -> Bool { try mill.expected.isSubset(of: workspace.announced()) }

    /// - Returns: what is wrong after a run with the fault and as many as it takes without.
    func go(through fault: Fault) async throws -> [String] {
        let reader = try OutboxReader(workspace.outbox)
        var found: [String] = []
        // The feed comes due within seconds; until then a run has fewer steps.
        _ = try await eventually(within: .seconds(4)) {
            let result = try await RasidProcess.run(
                ["run", "--once"], in: workspace.folder, environment: try fault.environment(in: workspace))
            if ![0, 2, 3, 78, SIGKILL].contains(result.status) { found.append("it ended with \(result.status)") }
            return try result.status != 0 || isTold()
        }
        found += try await workspace.settle(mill.expected)
        // A file whose name the power failure took is renamed once more.
        found += try reader.stop(workspace, repetitions: 1)
        await mill.stop()
        return found
    }
}

extension FaultRun {
    /// Tries a fault at each place, several at once, a workspace for each.
    func each(_ places: [Int], atOnce: Int, _ body: @escaping @Sendable (Int) async throws -> [String]) async throws {
        try await withThrowingTaskGroup(of: [String].self) { group in
            var left = places[...]
            for _ in 0..<atOnce {
                if let place = left.popFirst() { group.addTask { try await body(place) } }
            }
            while let found = try await group.next() {
                round()
                expectNone(found)
                if let place = left.popFirst() { group.addTask { try await body(place) } }
            }
        }
    }
}
