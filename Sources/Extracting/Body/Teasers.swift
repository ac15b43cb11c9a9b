/// Pointers to other stories inside the container: boxes of one make, each with a linked heading and a line or two.
struct Teasers {
    private let page: Page
    private let weights: Weights
    private var groups: [Make: Group] = [:]

    /// Boxes beside each other with the same tag and class.
    private struct Make: Hashable {
        let parent: Int32
        let tag: Tag
        let classHash: UInt64
    }

    private struct Group {
        var count = 0
        var prose = 0.0
    }

    init(_ page: Page, _ weights: Weights, in container: Int) {
        (self.page, self.weights) = (page, weights)
        for index in container..<Int(page.elements[container].end) where looksLikeTeaser(index) {
            groups[make(index), default: Group()].count += 1
            groups[make(index), default: Group()].prose += weights.prose(in: index)
        }
    }

    /// Whether an element is such a box. One alone is not enough, unless it is an `article` inside the article.
    func contains(_ index: Int) -> Bool {
        guard looksLikeTeaser(index) else { return false }
        if page.elements[index].tag == .article { return true }
        guard let group = groups[make(index)] else { return false }
        // Boxes that hold a good part of the text are the story: a list of the ten best.
        return group.count > 1 && group.prose < 0.25 * weights.total
    }

    private func make(_ index: Int) -> Make {
        let element = page.elements[index]
        return Make(parent: element.parent, tag: element.tag, classHash: element.classHash)
    }

    /// A heading that is a link, and little text.
    private func looksLikeTeaser(_ index: Int) -> Bool {
        switch page.elements[index].tag {
        case .div, .li, .section, .article: break
        default: return false
        }
        let blocks = page.blockRange(index)
        guard (1...12).contains(blocks.count), weights.prose(in: index) < 350 else { return false }
        return blocks.prefix(4).contains { page.blocks[$0].isHeading && page.blocks[$0].linkShare > 0.8 }
    }
}
