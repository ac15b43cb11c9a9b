import NewsModel

extension Rule {
    /// How agencies end a story: `// انتهى //`, `// يتبع //`, `انتهای پیام/ی`, `انتهى ن ح/ ر ع`.
    static let wireEnd = Rule("end of an agency story", .wireEnd) { line in
        guard line.words.count <= 6, line.roles(at: 0).contains(.wireEnd) else { return false }
        let initials = line.words.filter { $0.roles.isDisjoint(with: .wireEnd) }
        guard initials.allSatisfy({ $0.range.count <= 4 }) else { return false }
        let isMarked = line.opening == .slashes || line.opening == .bracket || line.folded.contains(UInt8(ascii: "/"))
        return isMarked || line.ending != .stop
    }
}
