import Foundation
import Testing

/// The manual says what there is, all of it and nothing else.
@Suite("The manual")
struct ManualTests {
    private struct Help: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let shouldDisplay: Bool
        let names: [Name]?
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of a manual page: macros and escapes of mdoc taken out as far as the tests need it.
    private func page(_ name: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: "docs/\(name)"), encoding: .utf8)
    }

    private func commands() async throws -> [Command] {
        let folder = FileManager.default.temporaryDirectory
        let result = try await RasidProcess.run(["--experimental-dump-help"], in: folder)
        let help = try JSONDecoder().decode(Help.self, from: Data(result.output.utf8))
        return (help.command.subcommands ?? []).filter { $0.commandName != "help" }
    }

    @Test("rasid(1) has every command with every option, and none that is not there")
    func commandsAndOptions() async throws {
        let page = try page("rasid.1")
        let lines = page.split(separator: "\n")
        let commands = try await commands()
        #expect(commands.count > 15)
        for command in commands {
            let synopsis = lines.first { $0.hasPrefix(".It Nm Cm \(command.commandName) ") }
            #expect(synopsis != nil, "\(command.commandName)")
        }
        let options = Set(
            commands.flatMap { $0.arguments ?? [] }.filter(\.shouldDisplay).flatMap { $0.names ?? [] }
                .filter { $0.kind == "long" }.map(\.name))
        let words = page.split { !($0.isLetter || $0.isNumber || $0 == "-") }
        let named = Set(
            zip(words, words.dropFirst()).filter { $0.0 == "Fl" && $0.1.hasPrefix("-") }.map {
                String($0.1.dropFirst())
            })
        #expect(options.subtracting(named) == [])
        #expect(named.subtracting(options) == [])
    }

    @Test("feeds.yaml(5) has every setting, and none that is not there")
    func settings() async throws {
        let result = try await RasidProcess.run(["check", "--settings"], in: FileManager.default.temporaryDirectory)
        let settings = Set(
            result.lines.filter { $0.first?.isLetter ?? false }.compactMap { $0.split(separator: " ").first }
                .map { $0.hasPrefix("feeds[].") ? String($0.dropFirst(8)) : String($0) })
        #expect(settings.count > 40)
        let items = try page("feeds.yaml.5").split(separator: "\n").filter { $0.hasPrefix(".It Ic ") }
        let named = Set(
            items.flatMap { item in
                item.dropFirst(7).split(separator: ":").first?.split { $0 == " " || $0 == "," }.map(String.init) ?? []
            })
        #expect(settings.subtracting(named) == [])
        #expect(named.subtracting(settings) == [])
    }

    @Test(
        "alerts, dashboard and rasid(8) name the figures that there are",
        arguments: ["alerts.yml", "grafana.json", "rasid.8"])
    func figures(_ file: String) async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("herald", press.herald.url("/rss"))], settings: "metrics: { file: figures.prom }")
        #expect(try await workspace.run("run", "--once").status == 0)
        await press.stop()
        let text = try String(contentsOf: workspace.folder.appending(path: "figures.prom"), encoding: .utf8)
        var figures = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { String($0.split(separator: " ")[2]) })
        // Only where there are problems, and after the first look through the index.
        figures.formUnion(["rasid_problems", "rasid_index_check_ok", "rasid_index_last_check_timestamp_seconds"])
        let words = try page(file).split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        let named = Set(
            words.filter { $0.hasPrefix("rasid_") }.map { $0.hasSuffix("_bucket") ? String($0.dropLast(7)) : $0 })
        #expect(named.subtracting(figures) == [])
        if file == "rasid.8" { #expect(figures.subtracting(named) == []) }
    }
}
