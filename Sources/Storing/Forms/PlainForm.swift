import NewsModel

/// Plain text: the title, the paragraphs with blank lines between them, and behind a line of two hyphens and a blank,
/// as under a letter, what is known of the article.
enum PlainForm {
    private static let delimiter = "-- "

    static func bytes(of document: ArticleDocument) -> [UInt8] {
        let blocks = [document.article.title ?? ""] + document.article.paragraphs.map(\.text)
        return Array("\(blocks.joined(separator: "\n\n"))\n\n\(delimiter)\n\(FrontMatter.lines(of: document))".utf8)
    }

    /// `nil` for a file that is not of this form.
    static func document(from bytes: [UInt8]) -> ArticleDocument? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let end = lines.lastIndex(of: delimiter[...]) else { return nil }
        let body = lines[..<end].dropFirst().split(whereSeparator: \.isEmpty)
        return FrontMatter.document(
            from: lines[(end + 1)...].filter { !$0.isEmpty },
            paragraphs: body.map { Paragraph($0.joined(separator: "\n")) })
    }
}
