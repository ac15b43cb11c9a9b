package import NewsModel

/// A feed that is to be added to feeds.yaml.
package struct FeedEntry: Equatable, Sendable {
    package let id: FeedID
    package let url: String
    package let title: String?
    package let tags: [String]

    /// The feed as an item of the list of feeds, lines without their ends. Whatever a title holds, it stays one line and
    /// cannot become a key, a reference or a comment.
    package var lines: [String] {
        var lines = ["- name: \(isPlain(id.name) ? id.name : yaml(id.name))"]
        lines.append("  url: \(isPlain(url) ? url : yaml(url))")
        if let title { lines.append("  title: \(yaml(title))") }
        if !tags.isEmpty { lines.append("  tags: [\(tags.map(yaml).joined(separator: ", "))]") }
        return lines
    }

    /// The feed as it is once it was read from a file with these settings.
    func settings(defaults: Settings) -> FeedSettings {
        var feed = FeedSettings(id: id, url: url, defaults: defaults)
        feed.title = title
        feed.tags = tags
        return feed
    }
}

/// Whether a name or URL means itself without quotation marks: it begins with a small letter, so it is no number, and
/// holds no sign that YAML knows but the colon before the slashes.
private func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.last != 0x3A else { return false }
    return !words.contains(text) && text.utf8.allSatisfy { isWordByte($0, or: "-._/:?=&%~+,;@") }
}

/// What YAML 1.1 takes for a truth value or nothing.
private let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

/// A text between double quotation marks, in which YAML knows no sign but the escape. Stars are escaped too, since the
/// reader counts references before it knows what is quoted.
///
/// Source: YAML 1.2.2 section 5.7.
private func yaml(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case "*": quoted += "\\x2A"
        default:
            if mustBeEscaped(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - code.count) + code
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
    }
    return quoted + "\""
}

/// Signs without a shape of their own, which an editor would not show, but for the joiners words are spelt with.
private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
}
