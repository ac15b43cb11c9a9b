import NewsModel

extension Configuration {
    /// The state directory that the file at `path` names, absolute, whatever else is wrong with the file.
    ///
    /// For asking the daemon that runs with an older text of the file. Looks at the first line that begins with
    /// `state:`; the default where there is none, `nil` where the file cannot be read.
    package static func stateDirectory(path: String) -> String? {
        guard let file = try? ConfigurationFile(path: path) else { return nil }
        var settings = SettingsTable.unset
        let line = file.text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("state:") }
        if let value = line.map({ plainValue($0.dropFirst("state:".count)) }), !value.isEmpty { settings.state = value }
        settings.resolveDirectories(in: file.directory)
        return settings.state
    }

    /// Without blanks, quotes and a comment.
    private static func plainValue(_ text: Substring) -> String {
        var value = text.drop { $0 == " " }
        if let quote = value.first, quote == "\"" || quote == "'" {
            return String(value.dropFirst().prefix { $0 != quote })
        }
        if let comment = value.firstRange(of: " #") { value = value[..<comment.lowerBound] }
        while let last = value.last, last == " " || last == "\r" || last == "\t" { value.removeLast() }
        return String(value)
    }
}
