import Foundation
import Testing

/// The manual says what there is, all of it and nothing else.
@Suite("The manual")
struct ManualTests {
    /// What `--experimental-dump-help` tells, as far as it counts here.
    private struct Help: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// Without the hyphens.
        var longOptions: [String] {
            let shown = (arguments ?? []).filter { $0.shouldDisplay }
            let names: [Argument.Name] = shown.flatMap { $0.names ?? [] }
            return names.filter { $0.kind == "long" }.map { $0.name }
        }
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let shouldDisplay: Bool
        let names: [Name]?
    }

    private func page(_ name: String) throws -> String {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appending(path: "docs/\(name)"), encoding: .utf8)
    }

    private func commands() async throws -> [Command] {
        let folder = FileManager.default.temporaryDirectory
        let result = try await RasidProcess.run(["--experimental-dump-help"], in: folder)
        let help = try JSONDecoder().decode(Help.self, from: Data(result.output.utf8))
        let commands: [Command] = help.command.subcommands ?? []
        return commands.filter { $0.commandName != "help" }
    }

    /// The words behind `Fl -` in a page of mdoc.
    private func options(in page: String) -> Set<String> {
        let words = page.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        var options: Set<String> = []
        for (macro, word) in zip(words, words.dropFirst()) where macro == "Fl" && word.hasPrefix("-") {
            options.insert(String(word.dropFirst()))
        }
        return options
    }

    @Test("rasid(1) has every command with every option, and none that is not there")
    func commandsAndOptions() async throws {
        let page = try page("rasid.1")
        let lines = page.split(separator: "\n").map(String.init)
        let commands = try await commands()
        #expect(commands.count > 15)
        for command in commands {
            let item = ".It Nm Cm \(command.commandName) "
            #expect(lines.contains { $0.hasPrefix(item) }, "\(command.commandName)")
        }
        let options = Set(commands.flatMap { $0.longOptions })
        let named = self.options(in: page)
        #expect(options.subtracting(named) == [])
        #expect(named.subtracting(options) == [])
    }

    @Test("feeds.yaml(5) has every setting, and none that is not there")
    func settings() async throws {
        let result = try await RasidProcess.run(["check", "--settings"], in: FileManager.default.temporaryDirectory)
        var settings: Set<String> = []
        for line in result.lines where line.first?.isLetter ?? false {
            let key = String(line.prefix { $0 != " " })
            settings.insert(key.hasPrefix("feeds[].") ? String(key.dropFirst(8)) : key)
        }
        #expect(settings.count > 40)
        var named: Set<String> = []
        for line in try page("feeds.yaml.5").split(separator: "\n") where line.hasPrefix(".It Ic ") {
            let keys = line.dropFirst(7).prefix { $0 != ":" }
            named.formUnion(keys.split { $0 == " " || $0 == "," }.map(String.init))
        }
        #expect(settings.subtracting(named) == [])
        #expect(named.subtracting(settings) == [])
    }

    @Test("alerts, dashboard and rasid(8) name the figures that there are, rasid(8) all of them")
    func figures() async throws {
        let press = try Press()
        try await press.start()
        let workspace = try Workspace()
        try workspace.configure(
            feeds: [("herald", press.herald.url("/rss"))], settings: "metrics: { file: figures.prom }")
        #expect(try await workspace.run("run", "--once").status == 0)
        await press.stop()
        let text = try String(contentsOf: workspace.folder.appending(path: "figures.prom"), encoding: .utf8)
        // Not there without problems, and before the first look through the index.
        var figures: Set = ["rasid_problems", "rasid_index_check_ok", "rasid_index_last_check_timestamp_seconds"]
        for line in text.split(separator: "\n") where line.hasPrefix("# TYPE ") {
            figures.insert(String(line.dropFirst(7).prefix { $0 != " " }))
        }
        #expect(figures.count > 30)
        for file in ["alerts.yml", "grafana.json", "rasid.8"] {
            let words = try page(file).split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
            let named = Set(
                words.filter { $0.hasPrefix("rasid_") }.map { $0.replacing("_seconds_bucket", with: "_seconds") })
            #expect(named.subtracting(figures) == [], "\(file)")
            if file == "rasid.8" { #expect(figures.subtracting(named) == []) }
        }
    }
}
