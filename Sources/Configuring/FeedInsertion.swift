/// Finds where feeds can be added to the text of a configuration, and adds them there.
///
/// Looks at lines, so what it gives must be read and compared before it is believed.
struct FeedInsertion {
    private let lines: [Substring]
    /// Index of the line new feeds are put before.
    private let place: Int
    private let indentation: Int

    /// `nil` when the list of feeds is not written line by line, each feed behind a hyphen, at the top level.
    init?(_ text: String) {
        // Over bytes: among characters a line end of Windows is one that is no "\n".
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
        let openings = lines.indices.filter { isOpening(lines[$0]) }
        guard let opening = openings.first, openings.count == 1 else { return nil }
        var last: Int?
        var hyphen: Int?
        for index in lines.indices[(opening + 1)...] {
            let line = lines[index].content
            if line.isEmpty { continue }
            let indentation = line.prefix { $0 == " " }.count
            let isItem = line.dropFirst(indentation).hasPrefix("- ") || line.dropFirst(indentation) == "-"
            if line.dropFirst(indentation).hasPrefix("#") {
                // Comments under a feed, further right than its hyphen, belong to it.
                if let hyphen, indentation > hyphen, last == index - 1 { last = index }
                continue
            }
            guard indentation > 0 || isItem else { break }
            if isItem, hyphen == nil { hyphen = indentation }
            last = index
        }
        guard let last, let hyphen else { return nil }
        self.lines = lines
        place = last + 1
        indentation = hyphen
    }

    /// The text with the feeds behind those that are there. Each other line stays as it is.
    func adding(_ entries: [FeedEntry]) -> String {
        let blanks = String(repeating: " ", count: indentation)
        let end = lines.count > 1 && lines[0].utf8.last == 0x0D ? "\r" : ""
        var before = lines[..<place].map { String($0) }
        var added = entries.flatMap { entry in entry.lines.map { blanks + $0 + end } }
        // The file's last line has no end: it gets one, and the new last line has none.
        if place == lines.count, let last = before.popLast(), let newLast = added.popLast() {
            before.append(last + end)
            added.append(String(decoding: newLast.utf8.dropLast(end.utf8.count), as: UTF8.self))
        }
        return (before + added + lines[place...].map { String($0) }).joined(separator: "\n")
    }
}

/// `feeds:` at the top level with nothing but a comment behind it.
private func isOpening(_ line: Substring) -> Bool {
    guard line.hasPrefix("feeds:") else { return false }
    let rest = line.content.dropFirst("feeds:".count)
    return rest.isEmpty || (rest.first == " " && rest.drop { $0 == " " }.hasPrefix("#"))
}

extension Substring {
    /// Without white space at its end.
    fileprivate var content: Substring {
        var content = self
        while let last = content.last, last.isWhitespace { content.removeLast() }
        return content
    }
}
