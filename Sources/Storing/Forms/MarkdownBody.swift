import NewsModel

/// The text of an article as Markdown: blocks with a blank line between them, and nothing at the start of a line that
/// Markdown would take for its own. Inside a line everything is as the publisher wrote it.
///
/// Source: CommonMark 0.31.2, sections 4 and 5 (what begins a block).
enum MarkdownBody {
    /// Ends with a line break unless there is no paragraph.
    static func text(of paragraphs: [Paragraph]) -> String {
        var text = ""
        var previous: Paragraph.Kind?
        for paragraph in paragraphs {
            if let previous { text += previous == .listItem && paragraph.kind == .listItem ? "" : "\n" }
            text += block(paragraph)
            previous = paragraph.kind
        }
        return text
    }

    private static func block(_ paragraph: Paragraph) -> String {
        switch paragraph.kind {
        case .heading(let level): return String(repeating: "#", count: level) + " \(paragraph.text)\n"
        case .listItem: return "- \(escaped(paragraph.text[...]))\n"
        case .quotation: return broken(paragraph.text).map { "> \($0)\n" }.joined()
        case .preformatted:
            let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: paragraph.text) + 1))
            return "\(fence)\n\(paragraph.text)\n\(fence)\n"
        case .line, .paragraph, .tableRow: return broken(paragraph.text).map { "\($0)\n" }.joined()
        }
    }

    /// The lines, each but the last with the backslash that makes its end a hard break.
    private static func broken(_ text: String) -> [String] {
        guard text.utf8.contains(0x0A) else { return [escaped(text[...])] }
        let lines = text.split(separator: "\n").map(escaped)
        return lines.enumerated().map { $0.offset < lines.count - 1 ? $0.element + "\\" : $0.element }
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for next in text {
            run = next == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

extension MarkdownBody {
    /// Reads what ``text(of:)`` wrote.
    static func paragraphs(in lines: some Sequence<Substring>) -> [Paragraph] {
        var reader = MarkdownBlocks()
        for line in lines { reader.add(line) }
        return reader.finish()
    }

    /// A line that opens like a block gets a backslash before the sign that makes it one.
    static func escaped(_ line: Substring) -> String {
        guard let first = line.utf8.first else { return "" }
        if opening.contains(first) { return "\\" + line }
        guard let sign = signAfterNumber(line), numberSigns.contains(line.utf8[sign]) else { return String(line) }
        return line[..<sign] + "\\" + line[sign...]
    }

    /// Undoes ``escaped(_:)``.
    static func unescaped(_ line: Substring) -> String {
        if line.utf8.first == 0x5C { return String(line.dropFirst()) }
        guard let sign = signAfterNumber(line), line.utf8[sign] == 0x5C else { return String(line) }
        return String(line[..<sign] + line[line.index(after: sign)...])
    }

    /// `\ # - + * > ~ = _ < [ |` and the grave accent.
    private static let opening = Set("\\#-+*>~=_<[|`".utf8)
    /// Behind a number: `.` and `)` make a list, a backslash must stay one.
    private static let numberSigns = Set(".)\\".utf8)

    /// The byte behind the one to nine digits a line begins with.
    private static func signAfterNumber(_ line: Substring) -> Substring.Index? {
        let digits = line.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count), digits.endIndex < line.utf8.endIndex else { return nil }
        return digits.endIndex
    }
}
