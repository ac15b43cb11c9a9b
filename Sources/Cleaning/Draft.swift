import NewsModel

/// An article on its way through the rules: its lines, and what was said of each.
struct Draft: Sendable {
    struct Mark: Sendable {
        let reason: Removal.Reason
        let rule: String
    }

    private(set) var lines: [Line] = []
    private(set) var marks: [Mark?] = []
    /// For each line, the number of the article's paragraph it is from.
    private(set) var paragraphs: [Int] = []
    /// The lines that are entries of a list or table of the story.
    private var entries: [Bool] = []
    /// What is known of the article beside its lines.
    let article: Article
    /// No markup told what the lines are.
    let isPlainText: Bool

    init(_ article: Article) {
        self.article = article
        isPlainText = article.paragraphs.allSatisfy { $0.kind == .line }
        for (number, paragraph) in article.paragraphs.enumerated() {
            for piece in Seams.split(Line(paragraph), isFirst: !lines.contains(where: \.isParagraph)) {
                lines.append(piece.line)
                marks.append(piece.mark)
                paragraphs.append(number)
            }
        }
        entries = Draft.entries(of: lines)
    }

    /// Says of the line at `index` that it goes, unless something was said before.
    mutating func mark(_ index: Int, _ reason: Removal.Reason, _ rule: String) {
        guard lines.indices.contains(index), marks[index] == nil else { return }
        if entries[index], Draft.reasonsByShape.contains(reason) { return }
        marks[index] = Mark(reason: reason, rule: rule)
    }

    /// What the shape of a line alone may have it taken for.
    private static let reasonsByShape: Set<Removal.Reason> = [
        .date, .widget, .tags, .source, .byline, .header, .caption,
    ]

    func isEntry(_ index: Int) -> Bool { entries.indices.contains(index) && entries[index] }

    func isKept(_ index: Int) -> Bool { marks.indices.contains(index) && marks[index] == nil }

    func reason(_ index: Int) -> Removal.Reason? { marks.indices.contains(index) ? marks[index]?.reason : nil }

    /// The first line that stays and looks like a paragraph of the story; the number of lines when there is none.
    var firstParagraph: Int {
        lines.indices.first { isKept($0) && lines[$0].isParagraph } ?? lines.count
    }

    /// The last line that stays and looks like a paragraph of the story, -1 when there is none.
    var lastParagraph: Int {
        lines.indices.last { isKept($0) && lines[$0].isParagraph } ?? -1
    }

    /// The lines that come before the story and after it. A text without a paragraph has neither: any of its lines may be it.
    var edges: (head: Range<Int>, tail: Range<Int>) {
        let first = firstParagraph
        guard first < lines.count else {
            guard let sentence = lines.indices.first(where: { isKept($0) && lines[$0].ending == .stop }),
                let last = lines.indices.last(where: { isKept($0) && lines[$0].ending == .stop })
            else { return (0..<0, lines.count..<lines.count) }
            return (0..<sentence, last + 1..<lines.count)
        }
        return (0..<first, lastParagraph + 1..<lines.count)
    }

    /// Lets every rule that may speak of a line's place judge the lines nothing was said of.
    mutating func apply(_ rules: [Rule]) {
        let edges = edges
        let title = titleOfPlainText
        for index in lines.indices where isKept(index) {
            let rule = rules.first { rule in
                Draft.covers(rule.scope, index, edges.head, edges.tail) && rule.knows(lines[index])
                    && (index != title || Draft.reasonsAboveTitle.contains(rule.reason))
            }
            if let rule { mark(index, rule.reason, rule.name) }
        }
    }

    /// Why the first line of some length may go though it could be the title.
    private static let reasonsAboveTitle: Set<Removal.Reason> = [
        .date, .header, .share, .follow, .copyright, .wireEnd, .advertisement, .embed, .contact, .tags, .comment,
    ]

    private static func covers(_ scope: Rule.Scope, _ index: Int, _ head: Range<Int>, _ tail: Range<Int>) -> Bool {
        switch scope {
        case .anywhere: true
        case .head: head.contains(index)
        case .tail: tail.contains(index)
        case .afterStart: index > head.upperBound + 1
        case .edges: head.contains(index) || tail.contains(index)
        }
    }
}
