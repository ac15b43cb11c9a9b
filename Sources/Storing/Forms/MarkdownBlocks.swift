import NewsModel

/// Puts the lines of an article's Markdown together to paragraphs again. Knows only the blocks ``MarkdownBody`` writes.
struct MarkdownBlocks {
    private var done: [Paragraph] = []
    private var kind = Paragraph.Kind.paragraph
    private var lines: [String] = []
    /// The fence a preformatted block ends with.
    private var fence: Substring?

    mutating func add(_ line: Substring) {
        if let fence {
            if line == fence { end() } else { lines.append(String(line)) }
        } else if line.isEmpty {
            end()
        } else if line.hasPrefix("```") {
            (kind, fence) = (.preformatted, line)
        } else if let level = MarkdownBlocks.headingLevel(line) {
            done.append(Paragraph(String(line.dropFirst(level + 1)), kind: .heading(level: level)))
        } else if line.hasPrefix("- ") {
            done.append(Paragraph(MarkdownBody.unescaped(line.dropFirst(2)), kind: .listItem))
        } else if line.hasPrefix("> ") {
            kind = .quotation
            lines.append(MarkdownBody.unescaped(line.dropFirst(2)))
        } else {
            lines.append(MarkdownBody.unescaped(line))
        }
    }

    mutating func finish() -> [Paragraph] {
        end()
        return done
    }

    private mutating func end() {
        if !lines.isEmpty { done.append(Paragraph(joined(), kind: kind)) }
        (lines, kind, fence) = ([], .paragraph, nil)
    }

    /// All but the last line of a paragraph end with the backslash of the hard break.
    private func joined() -> String {
        guard kind != .preformatted else { return lines.joined(separator: "\n") }
        return lines.enumerated()
            .map {
                $0.offset < lines.count - 1 && $0.element.hasSuffix("\\") ? String($0.element.dropLast()) : $0.element
            }
            .joined(separator: "\n")
    }

    private static func headingLevel(_ line: Substring) -> Int? {
        let level = line.utf8.prefix { $0 == 0x23 }.count
        return (2...6).contains(level) && line.utf8.dropFirst(level).first == 0x20 ? level : nil
    }
}
