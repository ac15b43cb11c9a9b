import Foundation
import Glibc
import Testing

/// Files that are damaged, lost, foreign, or hold what was made to break them.
@Suite("Faults in files", .serialized)
struct DamageFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let number: String
        let fault: String
        /// Is told the state directory and some luck.
        let spoil: @Sendable (URL, inout SeededLuck) throws -> Void
        /// Leaves the log of the index behind, as a killed daemon does.
        var isKilled = false
        /// Whether the index must be set aside.
        var isSetAside: Bool?
        /// Whether lines of the journal are lost for good.
        var isJournalLost = false
        var testDescription: String { fault }
    }

    private static func change(_ file: URL, at place: (Int) -> Range<Int>, _ byte: UInt8? = nil) throws {
        var bytes = [UInt8](try Data(contentsOf: file))
        for index in place(bytes.count).clamped(to: 0..<bytes.count) { bytes[index] = byte ?? ~bytes[index] }
        try Data(bytes).write(to: file)
    }

    private static func journal(_ state: URL) throws -> URL {
        let folder = state.appending(path: "journal")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return folder.appending(path: names.last ?? "")
    }

    static let cases = [
        Case(
            number: "24", fault: "index: header flipped",
            spoil: { state, _ in
                try change(state.appending(path: "index.sqlite"), at: { _ in 0..<100 })
            }, isSetAside: true),
        Case(
            number: "24", fault: "index: a page in the middle flipped",
            spoil: { state, luck in
                let luck = Int.random(in: 2...40, using: &luck)
                try change(state.appending(path: "index.sqlite"), at: { _ in luck * 4096..<(luck + 1) * 4096 })
            }),
        Case(
            number: "24", fault: "index: cut off at any place",
            spoil: { state, luck in
                let file = state.appending(path: "index.sqlite")
                let size = try Data(contentsOf: file).count
                truncate(file.path, Int.random(in: 1..<size, using: &luck))
            }),
        Case(
            number: "24", fault: "index: log cut off at any place",
            spoil: { state, luck in
                let file = state.appending(path: "index.sqlite-wal")
                let size = try Data(contentsOf: file).count
                truncate(file.path, Int.random(in: 0...size, using: &luck))
            }, isKilled: true),
        Case(
            number: "24", fault: "index: log overwritten at any place",
            spoil: { state, luck in
                let luck = Int.random(in: 0...100_000, using: &luck)
                try change(state.appending(path: "index.sqlite-wal"), at: { _ in luck..<luck + 500 })
            }, isKilled: true),
        Case(
            number: "24", fault: "index: gone",
            spoil: { state, _ in
                for suffix in ["", "-wal", "-shm"] { unlink(state.appending(path: "index.sqlite\(suffix)").path) }
            }, isSetAside: false),
        Case(
            number: "25", fault: "journal: cut off at any place",
            spoil: { state, luck in
                let file = try journal(state)
                let size = try Data(contentsOf: file).count
                truncate(file.path, Int.random(in: 0..<size, using: &luck))
            }, isSetAside: false, isJournalLost: true),
        Case(
            number: "25", fault: "journal: bytes flipped at any place",
            spoil: { state, luck in
                let luck = Int.random(in: 0...2000, using: &luck)
                try change(try journal(state), at: { _ in luck..<luck + 40 })
            }, isSetAside: false, isJournalLost: true),
        Case(
            number: "25", fault: "journal: a day gone",
            spoil: { state, _ in
                try FileManager.default.removeItem(at: try journal(state))
            }, isSetAside: false, isJournalLost: true),
        Case(
            number: "25", fault: "index and journal gone",
            spoil: { state, _ in
                try FileManager.default.removeItem(at: state)
            }, isSetAside: false, isJournalLost: true),
    ]

    @Test("what is damaged is noticed and mended, and no file of the outbox changes", arguments: cases)
    func damage(_ c: Case) async throws {
        let run = FaultRun(c.number, c.fault)
        var luck = SeededLuck(UInt64(c.fault.utf8.count))
        for _ in 0..<FaultRun.rounds(20, quick: 1) {
            run.round()
            let mill = try NewsMill(2, network: 53)
            try await mill.start()
            mill.publish(5)
            let workspace = try Workspace()
            try workspace.configure(feeds: mill.feeds)
            // Files are seen before the journal tells of them; what is damaged here is at rest.
            let daemon = try await workspace.startDaemon(untilAnnounced: 10)
            daemon.signal(c.isKilled ? SIGKILL : SIGTERM)
            _ = await daemon.wait()
            let before = try contents(workspace)
            try c.spoil(workspace.state, &luck)

            mill.publish(2)
            let new = mill.expected
            let isDone = try await eventually(within: .seconds(40)) {
                let again = try await workspace.run("run", "--once")
                return try again.status == 0 && workspace.articles().count == new.count
            }
            let count = try workspace.articles().count
            run.expect(isDone, "not all came: \(count) of \(new.count)")
            let after = try contents(workspace)
            run.expect(before.allSatisfy { after[$0.key] == $0.value }, "files changed")
            let names = try FileManager.default.contentsOfDirectory(atPath: workspace.state.path)
            if let isSetAside = c.isSetAside {
                run.expect(names.contains { $0.contains("corrupt") } == isSetAside, "\(names)")
            }
            _ = try await workspace.run("verify", "--repair")
            let verified = try await workspace.run("verify", "--json")
            let left = verified.objects.filter { !c.isJournalLost || $0["finding"] as? String != "journal_gap" }
            run.expect(left.isEmpty, "verify: \(verified.output)")
            run.expect(
                try Set(workspace.journal().compactMap { $0["file"] as? String }).isSuperset(of: after.keys),
                "untold files")
            await mill.stop()
        }
        try run.finish()
    }

    private func contents(_ workspace: Workspace) throws -> [String: Data] {
        let names = try workspace.articles()
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: workspace.outbox.appending(path: $0))) })
    }

    @Test("24: an index of a later program is refused and left alone")
    func laterIndex() async throws {
        let run = FaultRun("24", "index: schema of a later program")
        run.round()
        let mill = try NewsMill(1, network: 54)
        try await mill.start()
        mill.publish(3)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        run.expectNone(try await workspace.settle(mill.expected))
        let index = workspace.state.appending(path: "index.sqlite")
        // The schema's number stands at byte 60 of the header (sqlite.org/fileformat.html, section 1.3).
        try Self.change(index, at: { _ in 62..<63 }, 99)
        let before = try Data(contentsOf: index)
        let refused = try await workspace.run("run", "--once")
        run.expect(refused.status == 78 && refused.errors.contains("later version"), refused.errors)
        run.expect(try Data(contentsOf: index) == before, "the index changed")
        try run.finish()
        await mill.stop()
    }

    @Test("26: foreign files, links and left drafts")
    func foreignFiles() async throws {
        let run = FaultRun("26", "foreign files, links to elsewhere, left drafts in the outbox")
        run.round()
        let mill = try NewsMill(1, network: 55)
        try await mill.start()
        mill.publish(3)
        let workspace = try Workspace()
        try workspace.configure(feeds: mill.feeds)
        let files = FileManager.default
        try files.createDirectory(at: workspace.outbox.appending(path: ".tmp"), withIntermediateDirectories: true)
        let draft = "20260922T101232Z-mill0-3f9a1c07b2d4.md"
        try workspace.write("articles/.tmp/\(draft)", "half")
        try workspace.write("articles/.tmp/notes", "mine")
        try workspace.write("articles/notes.md", "mine")
        try workspace.write("secret", "mine")
        symlink(workspace.folder.appending(path: "secret").path, workspace.outbox.appending(path: "link.md").path)
        symlink("/nowhere", workspace.outbox.appending(path: "20260922T101232Z-mill0-000000000000.md").path)
        let isDone = try await eventually(within: .seconds(40)) {
            _ = try await workspace.run("run", "--once")
            return try mill.expected.isSubset(of: workspace.announced())
        }
        run.expect(isDone, "not all came")
        run.expect(try files.contentsOfDirectory(atPath: workspace.outbox.path + "/.tmp") == ["notes"], "drafts")
        for name in ["articles/notes.md", "secret"] {
            run.expect(try String(contentsOf: workspace.folder.appending(path: name), encoding: .utf8) == "mine", name)
        }
        run.expect(
            try files.destinationOfSymbolicLink(atPath: workspace.outbox.path + "/link.md").hasSuffix("secret"), "link")
        try run.finish()
        await mill.stop()
    }

    @Test("23: hostile titles")
    func hostileTitles() async throws {
        let run = FaultRun("23", "hostile titles: path characters, front matter, bidi, controls, a megabyte")
        let titles = [
            "../../etc/passwd", "/etc/passwd\u{0}.md", "---\ntitle: \"x\"\n---\n# x", "\u{202E}abc\u{202C}",
            "a\u{1B}[31mb\u{7}",
            "\"]}\\\"; rm -rf /", "{a: [b, *c], !d &e} # f", "&#0;&#xD800;&#x110000;", "\u{FFFE}\u{FEFF}x",
            "- [ ] x: y",
            String(repeating: "عنوان ", count: 170_000), "%s%n%x", "<script>alert(1)</script>", "C:\\nul", ".",
        ]
        let publisher = try LoopbackPublisher(address: "127.0.56.1")
        try await publisher.start()
        let items = titles.enumerated().map { index, title -> [String: Any] in
            let words = (0..<80).map { "كلمة\(index)حرف\($0 * (index + 3) % 97)" }.joined(separator: " ")
            return [
                "id": "\(index)-\(title.prefix(40))", "url": publisher.url("/\(index)"), "title": title,
                "content_text": words,
                "authors": [["name": String(title.prefix(300))]], "tags": [String(title.prefix(300))],
            ]
        }
        let feed: [String: Any] = ["version": "https://jsonfeed.org/version/1.1", "title": titles[2], "items": items]
        publisher.serve(
            "/feed", .init(type: "application/feed+json", body: try JSONSerialization.data(withJSONObject: feed)))
        for format in ["markdown", "json", "text"] {
            run.round()
            let workspace = try Workspace()
            try workspace.configure(
                feeds: [("hostile", publisher.url("/feed") + "\n    full_text: never")], settings: "format: \(format)")
            let reader = try OutboxReader(workspace.outbox)
            let result = try await workspace.run("run", "--once")
            run.expect(result.status == 0, result.errors)
            let names = try workspace.articles()
            run.expect(names.count == titles.count, "\(names.count) of \(titles.count) files: \(result.errors)")
            run.expect(
                names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) } },
                "\(names)")
            run.expectNone(try reader.stop(workspace))
            run.expectNone(try await workspace.disagreements())
            let journal = try workspace.journal()
            run.expect(journal.count == titles.count + 1, "\(journal.count) lines of the journal can be read")
        }
        try run.finish()
        await publisher.stop()
    }
}
