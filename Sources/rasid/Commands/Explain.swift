import ArgumentParser

extension Rasid {
    /// What a problem of the status means, and what to do.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Explain a problem that the status shows, and what to do about it.",
            discussion: """
                Without a name all problems there can be are listed. Exit status: 0 explained, 1 no such problem.
                """)

        @Flag(help: "Print JSON Lines.")
        var json = false

        @Argument(
            help: "The problem's name in the status: feed-403, disk-low.",
            completion: .custom { _, _, _ in
                ProblemGuide.all.map(\.id)
            })
        var problem: String?

        func run() throws {
            guard let problem else {
                for guide in ProblemGuide.all { printResult(json ? guide.jsonLine(guide.id) : guide.line) }
                return
            }
            guard let guide = ProblemGuide.guide(for: problem) else {
                complain("there is no problem \"\(problem.printable)\"; rasid explain lists them")
                throw ExitCode.failure
            }
            printResult(json ? guide.jsonLine(problem) : guide.page(problem))
        }
    }
}

extension ProblemGuide {
    fileprivate var line: String { "\(id.column(26)) \(nextStep)" }

    fileprivate func page(_ name: String) -> String { "\(name)\n\n\(meaning)\n\nnext step: \(nextStep)" }

    fileprivate func jsonLine(_ name: String) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", name)
            writer.member("meaning", meaning)
            writer.member("next_step", nextStep)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
