/// The element that holds the story.
struct Container {
    let page: Page
    let weights: Weights
    let areas: Areas

    /// The element of the headline, where there is one.
    let headline: Int?
    /// The innermost `article` or `main` around the headline that holds enough prose for a story, or the first of
    /// several stories.
    private let scope: Int?

    init(page: Page, weights: Weights, areas: Areas, headline: Int?) {
        (self.page, self.weights, self.areas, self.headline) = (page, weights, areas, headline)
        scope = headline.flatMap { headline in
            page.ancestors(from: headline).first { index in
                let element = page.elements[index]
                if element.tag == .article || element.tag == .main {
                    return weights.prose(in: index) > max(250, 0.2 * weights.total)
                }
                return weights.prose(in: index) > 250 && Container.isFirstOfStories(index, page, weights, headline)
            }
        }
    }

    /// Whether an element of one make with it follows that has a headline of its own: pages that load the next story
    /// when readers come to the end of this one.
    private static func isFirstOfStories(_ index: Int, _ page: Page, _ weights: Weights, _ headline: Int) -> Bool {
        let element = page.elements[index]
        guard element.parent >= 0, element.classHash != 0, page.elements[headline].tag == .h1 else { return false }
        var other = Int(element.end)
        while other < Int(page.elements[Int(element.parent)].end) {
            let next = page.elements[other]
            if next.tag == element.tag, next.classHash == element.classHash, weights.prose(in: other) > 0,
                (other..<Int(next.end)).prefix(40).contains(where: { page.elements[$0].tag == .h1 })
            {
                return true
            }
            other = Int(next.end)
        }
        return false
    }

    /// The index of the element; `nil` when the page has no prose at all.
    func find() -> Int? {
        guard weights.total > 0, !page.elements.isEmpty else { return nil }
        let found = rise(from: core(from: named(in: scope ?? 0) ?? scope ?? 0))
        if let story = storyBeside(found), isListOfStories(found) {
            return rise(from: core(from: story), within: story)
        }
        return found
    }

    /// The innermost element around the headline that holds a text under it, when `found` is not part of it: a page
    /// with one story and then the beginnings of many.
    private func storyBeside(_ found: Int) -> Int? {
        guard let headline else { return nil }
        let top = page.blockRange(headline).upperBound
        let around = page.ancestors(from: headline).first { index in
            let below = top..<max(top, page.blockRange(index).upperBound)
            return weights.prose(in: below) > 250 && below.count { weights.prose[$0] > 0 } > 2
        }
        guard let around, found < around || Int(page.elements[around].end) <= found else { return nil }
        return around > found && around < Int(page.elements[found].end)
            && 2 * weights.prose(in: around) > weights.prose(in: found)
            ? nil : around
    }

    /// Whether most of an element's prose stands in boxes of one make, each with a link on a line of its own.
    private func isListOfStories(_ index: Int) -> Bool {
        var boxes: [Make: (count: Int, prose: Double)] = [:]
        for inner in index + 1..<max(index + 1, Int(page.elements[index].end)) where looksLikeBox(inner) {
            let own = boxes[Make(page.elements[inner]), default: (0, 0)]
            boxes[Make(page.elements[inner])] = (own.count + 1, own.prose + weights.prose(in: inner))
        }
        let most = boxes.values.filter { $0.count > 2 }.map(\.prose).max() ?? 0
        return most > 0.5 * weights.prose(in: index)
    }

    private struct Make: Hashable {
        let parent: Int32
        let tag: Tag
        let classHash: UInt64

        init(_ element: Page.Element) {
            (parent, tag, classHash) = (element.parent, element.tag, element.classHash)
        }
    }

    private func looksLikeBox(_ index: Int) -> Bool {
        guard page.elements[index].tag.breaksLine else { return false }
        let blocks = page.blockRange(index)
        guard (2...20).contains(blocks.count), (30..<800).contains(weights.prose(in: index)) else { return false }
        return blocks.contains { page.blocks[$0].linkShare > 0.8 && page.blocks[$0].letters > 15 }
    }

    /// The element that the page itself calls the story's body, when it holds enough of the page's prose.
    private func named(in scope: Int) -> Int? {
        var best: (index: Int, prose: Double)?
        for index in scope..<Int(page.elements[scope].end) where page.elements[index].cues.contains(.storyBody) {
            let prose = weights.prose(in: index)
            if prose > (best?.prose ?? 0) { best = (index, prose) }
        }
        guard let best, best.prose > 0.3 * weights.prose(in: scope), best.prose > 250 else { return nil }
        return best.index
    }

    /// Goes down to where the prose spreads over several children.
    private func core(from start: Int) -> Int {
        var current = start
        while true {
            let whole = weights.prose(in: current)
            guard let heaviest = page.children(current).max(by: { weights.prose(in: $0) < weights.prose(in: $1) }),
                page.elements[heaviest].tag.breaksLine, page.elements[heaviest].tag != .p,
                weights.prose(in: heaviest) > 0.5 * whole
            else { return current }
            current = heaviest
        }
    }

    /// Goes up while what stands beside belongs to the story too, but not out of the story's own `article`.
    private func rise(from start: Int, within limit: Int? = nil) -> Int {
        var current = start
        var chosen = start
        while true {
            let parent = Int(page.elements[current].parent)
            guard parent >= 0, page.elements[parent].tag != .html, current != scope, current != limit
            else { return chosen }
            let beside = page.children(parent).filter { $0 != current && isLike($0, current) }
            let gained = beside.reduce(0) { $0 + weights.prose(in: $1) } + looseProse(in: parent)
            let least = holdsHeadline(current) ? 0.12 : 0.04
            if gained > least * weights.prose(in: chosen) { chosen = parent }
            current = parent
        }
    }

    /// What is around both the headline and the text is not the story alone.
    private func holdsHeadline(_ index: Int) -> Bool {
        guard let headline else { return false }
        return (index..<Int(page.elements[index].end)).contains(headline)
    }

    /// Prose that stands in `parent` itself.
    private func looseProse(in parent: Int) -> Double {
        page.children(parent).reduce(weights.prose(in: parent)) { rest, child in
            page.elements[child].tag.breaksLine ? rest - weights.prose(in: child) : rest
        }
    }

    /// Whether a sibling of a part of the story reads like another part of it.
    private func isLike(_ sibling: Int, _ part: Int) -> Bool {
        let prose = weights.prose(in: sibling)
        guard prose > 60, areas.verdicts[sibling] == nil else { return false }
        let own = page.elements[part]
        let other = page.elements[sibling]
        guard weights.linkShare(in: sibling) < 0.3, other.fields == 0 else { return false }
        if own.tag == other.tag, own.classHash == other.classHash, own.classHash != 0 { return true }
        if own.tag == .article || other.tag == .article { return false }
        return prose > 0.5 * Double(weights.letters(in: sibling))
    }
}
