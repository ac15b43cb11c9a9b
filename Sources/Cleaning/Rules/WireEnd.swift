import NewsModel

extension Rule {
    /// How agencies end a story: `// انتهى //`, `// يتبع //`, `انتهای پیام/ی`.
    static let wireEnd = Rule("end of an agency story", .wireEnd) { line in
        guard line.words.count <= 4, line.roles(at: 0).contains(.wireEnd) else { return false }
        let marked =
            line.opening == .slashes || line.opening == .bracket
            || line.folded.last != nil && line.folded[...].holds("/")
        return line.unknown(besides: .wireEnd) == 0 && line.ending != .stop || marked
    }
}
