import NewsModel

extension Rule {
    /// In plain text, a number by itself, which counted comments, views or something else (`17302`), or a line of
    /// strokes.
    static let bareNumber = Rule("bare number", .widget, .edges) { line in
        guard line.kind == .line else { return false }
        return !line.words.isEmpty && line.words.count <= 2 && line.ending != .stop
            && line.words.allSatisfy { $0.roles.contains(.number) }
            || line.words.isEmpty
    }
}
