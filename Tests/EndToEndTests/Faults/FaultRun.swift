import Foundation
import Testing

/// One fault of the table: how often it was tried, and what went wrong.
///
/// `RASID_FAULTS=full` asks for the whole number of rounds, `RASID_FAULT_TABLE` names the file the table is written to.
final class FaultRun {
    let number: String
    let fault: String
    private(set) var rounds = 0
    private(set) var violations: [String] = []

    static let isFull = ProcessInfo.processInfo.environment["RASID_FAULTS"] == "full"

    init(_ number: String, _ fault: String) {
        self.number = number
        self.fault = fault
    }

    /// So many rounds in a full run, so many in a quick one.
    static func rounds(_ full: Int, quick: Int) -> Int { isFull ? full : quick }

    /// Of the steps 1...count: all in a full run, else `quick` of them, spread evenly.
    static func steps(_ count: Int, quick: Int) -> [Int] {
        guard !isFull, count > quick else { return Array(1...max(count, 1)) }
        return (0..<quick).map { 1 + $0 * (count - 1) / max(quick - 1, 1) }
    }

    func round() { rounds += 1 }

    func expect(
        _ isTrue: Bool, _ otherwise: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard !isTrue else { return }
        let violation = otherwise()
        violations.append(violation)
        Issue.record("fault \(number), round \(rounds): \(violation)", sourceLocation: sourceLocation)
    }

    func expectNone(_ found: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in found { expect(false, violation, sourceLocation: sourceLocation) }
    }

    /// Adds the line of the table.
    func finish() throws {
        let line =
            number.padding(toLength: 5, withPad: " ", startingAt: 0)
            + fault.padding(toLength: 66, withPad: " ", startingAt: 0)
            + "\(rounds) rounds  \(violations.count) violations\n"
        guard let path = ProcessInfo.processInfo.environment["RASID_FAULT_TABLE"] else { return }
        let table = URL(filePath: path)
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: table) }
        let file = try FileHandle(forWritingTo: table)
        try file.seekToEnd()
        try file.write(contentsOf: Data(line.utf8))
        try file.close()
    }
}

extension Workspace {
    /// `LINK VERSION` of all that the journal tells of.
    func announced() throws -> Set<String> {
        guard FileManager.default.fileExists(atPath: state.appending(path: "journal").path) else { return [] }
        return Set(
            try journal().compactMap { line in
                (line["url"] as? String).map { "\($0) \(line["version"] as? Int ?? 0)" }
            })
    }

    /// Lets the program work without faults until every article is announced, and looks whether outbox, journal and
    /// index agree.
    ///
    /// - Returns: what is wrong.
    func settle(_ expected: Set<String>, removed: Bool = false) async throws -> [String] {
        var last = ""
        let isDone = try await eventually(within: .seconds(40)) {
            let run = try await run("run", "--once")
            last = "status \(run.status): \(run.errors)"
            return try run.status == 0 && expected.isSubset(of: announced())
        }
        guard isDone else { return ["\(expected.subtracting(try announced()).count) articles never came; \(last)"] }
        return try await disagreements(removed: removed)
    }

    /// What `verify` finds, and what it cannot know: damaged indexes set aside, temporary files, articles told twice.
    func disagreements(removed: Bool = false) async throws -> [String] {
        var found: [String] = []
        let verified = try await run("verify", "--json")
        let told = verified.objects.filter { !removed || $0["finding"] as? String != "file_missing" }
        if verified.status != 0 || !told.isEmpty { found.append("verify: \(verified.output)\(verified.errors)") }
        let aside = try FileManager.default.contentsOfDirectory(atPath: state.path).filter { $0.contains("corrupt") }
        if !aside.isEmpty { found.append("the index was damaged: \(aside)") }
        let left = (try? FileManager.default.contentsOfDirectory(atPath: outbox.appending(path: ".tmp").path)) ?? []
        if !left.isEmpty { found.append("temporary files stayed: \(left)") }
        let names = try journal().filter { $0["event"] as? String == "new" }.compactMap { $0["id"] as? String }
        let files = Set(try journal().compactMap { $0["file"] as? String })
        if Set(names).count != files.count { found.append("\(files.count) names for \(Set(names).count) articles") }
        return found
    }
}
