import NewsModel

/// The kinds of paragraphs as short words, so that plain text and its kinds can be kept side by side.
enum ParagraphKinds {
    static func word(for kind: Paragraph.Kind) -> String {
        switch kind {
        case .heading(let level): "h\(level)"
        case .listItem: "li"
        case .quotation: "quote"
        case .preformatted: "pre"
        case .line, .paragraph, .tableRow: "p"
        }
    }

    private static func kind(of word: some StringProtocol) -> Paragraph.Kind {
        switch word {
        case "li": return .listItem
        case "quote": return .quotation
        case "pre": return .preformatted
        default:
            guard word.first == "h", let level = Int(word.dropFirst()) else { return .paragraph }
            return .heading(level: level)
        }
    }

    /// The blocks between blank lines.
    static func blocks(of text: String) -> [String] {
        text.split(separator: "\n\n").map(String.init)
    }

    /// Blocks with their kinds; those without a word are plain paragraphs.
    static func paragraphs(_ blocks: [String], kinds: [some StringProtocol]) -> [Paragraph] {
        blocks.enumerated().map { index, text in
            Paragraph(text, kind: index < kinds.count ? kind(of: kinds[index]) : .paragraph)
        }
    }
}
