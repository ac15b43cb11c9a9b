internal import NewsModel

/// Where on the page the story stands: its headline, its container, and what lies between.
struct StoryPlace {
    /// From the headline or the container, whichever comes first, to the container's end.
    let elements: Range<Int>
    /// The lines around the text, nearest to the headline first: before the container, its first and its last ones.
    let frame: [Int]
    private let isElsewhere: [Bool]

    init(page: Page, headline: Int?, container: Int?, areas: Areas?) {
        isElsewhere = areas?.verdicts.map { $0.map { StoryPlace.otherStories($0.reason) } ?? false } ?? []
        guard let container else {
            elements = 0..<page.elements.count
            frame = Array(page.blocks.indices.prefix(40))
            return
        }
        let start = min(headline ?? container, container)
        // A date may stand right above the headline.
        let above = headline.map { max(0, $0 - 25) } ?? start
        elements = min(start, above)..<Int(page.elements[container].end)
        let text = page.blockRange(container)
        let head = headline.map { page.blockRange($0).lowerBound } ?? text.lowerBound
        let foot = text.upperBound
        let ranges = [
            head..<max(head, min(head + 15, foot)), max(0, head - 6)..<head, text.prefix(5), text.suffix(4),
            foot..<min(foot + 6, page.blocks.count),
        ]
        var seen: Set<Int> = []
        frame = ranges.flatMap { $0 }.filter { seen.insert($0).inserted }
    }

    /// Whether an element belongs to another story or to readers.
    func isElsewhere(_ element: Int) -> Bool {
        isElsewhere.indices.contains(element) && isElsewhere[element]
    }

    private static func otherStories(_ reason: Removal.Reason) -> Bool {
        switch reason {
        case .relatedItem, .comment, .advertisement, .navigation: true
        default: false
        }
    }
}
