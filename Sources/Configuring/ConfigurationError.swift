/// Everything that is wrong with a configuration, in the order of its lines.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// The file as it was named; `nil` when text was read that is no file.
    package let path: String?
    /// At least one, and at most ``Mistakes/limit`` and one that says how many more there are.
    package let mistakes: [Mistake]

    package init(path: String?, mistakes: [Mistake]) {
        self.path = path
        self.mistakes = mistakes
    }

    /// One line a mistake: `feeds.yaml:14: feeds[3].interval: found "10x", allowed is …`.
    package var description: String {
        mistakes.map { mistake in
            let place = [path, mistake.line.map { "\($0)" }].compactMap { $0 }.joined(separator: ":")
            return place.isEmpty ? mistake.message : "\(place): \(mistake.message)"
        }
        .joined(separator: "\n")
    }
}

/// One thing that is wrong, where, and what would be right.
package struct Mistake: Equatable, Sendable {
    /// Counts from 1; `nil` when the mistake has no line, as in a file that cannot be opened.
    package let line: Int?
    /// Counts Unicode scalars from 1.
    package let column: Int?
    /// The setting, what was found, what is allowed. One line without control characters; it never repeats a secret.
    package let message: String

    package init(line: Int?, column: Int?, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}
