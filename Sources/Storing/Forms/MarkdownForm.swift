import NewsModel

/// Markdown with flat YAML front matter: for people, static sites, note keepers, grep and language models.
enum MarkdownForm {
    static func bytes(of document: ArticleDocument) -> [UInt8] {
        Array(
            "---\n\(FrontMatter.lines(of: document))---\n\n\(MarkdownBody.text(of: document.article.paragraphs))".utf8)
    }

    /// `nil` for a file that is not of this form.
    static func document(from bytes: [UInt8]) -> ArticleDocument? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return nil }
        return FrontMatter.document(from: lines[1..<end], paragraphs: MarkdownBody.paragraphs(in: lines[(end + 1)...]))
    }
}
