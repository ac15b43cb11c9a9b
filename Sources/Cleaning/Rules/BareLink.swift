import NewsModel

extension Rule {
    /// An address by itself: `https://example.org/00Uq3C`.
    static let bareLink = Rule("bare address", .link) { line in
        let text = line.folded[...]
        guard text.starts(with: "http".utf8) || text.starts(with: "www.".utf8) else { return false }
        return text.filter { $0 == 0x20 }.count <= 1 && line.words.count <= 30
    }
}
