internal import NewsModel

/// Where on the page the story stands: its headline, its container, and what lies between.
struct StoryPlace {
    /// From the headline or the container, whichever comes first, to the container's end.
    let elements: Range<Int>
    /// The lines around the headline and before the text, those after the headline first.
    let head: [Int]
    /// The last lines of the text and the first ones after it.
    let foot: [Int]
    private let reasons: [Removal.Reason?]

    init(page: Page, headline: Int?, container: Int?, areas: Areas?) {
        reasons = areas?.verdicts.map { $0?.reason } ?? []
        guard let container else {
            elements = 0..<page.elements.count
            (head, foot) = (Array(page.blocks.indices.prefix(40)), [])
            return
        }
        let start = min(headline ?? container, container)
        // A date may stand right above the headline.
        let above = headline.map { max(0, $0 - 25) } ?? start
        elements = min(start, above)..<Int(page.elements[container].end)
        let text = page.blockRange(container)
        let top = headline.map { page.blockRange($0).lowerBound } ?? text.lowerBound
        let bottom = text.upperBound
        let ranges = [top..<max(top, min(top + 15, bottom)), max(0, top - 6)..<top, text.prefix(5)]
        var seen: Set<Int> = []
        head = ranges.flatMap { $0 }.filter { seen.insert($0).inserted }
        foot = Array(text.suffix(4)) + Array(bottom..<min(bottom + 6, page.blocks.count))
    }

    /// Whether an element belongs to another story, to readers, or to the site.
    func isElsewhere(_ element: Int) -> Bool {
        isOfOthers(element) || reason(element) == .navigation
    }

    /// Whether an element belongs to another story or to readers.
    func isOfOthers(_ element: Int) -> Bool {
        switch reason(element) {
        case .relatedItem, .comment, .advertisement: true
        default: false
        }
    }

    private func reason(_ element: Int) -> Removal.Reason? {
        reasons.indices.contains(element) ? reasons[element] : nil
    }
}
