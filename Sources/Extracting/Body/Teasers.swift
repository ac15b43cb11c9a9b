/// Pointers to other stories inside the container: boxes of one make, each with a linked heading and a line or two.
enum Teasers {
    /// Whether an element is such a box. One alone is not enough, unless it is an `article` inside the article.
    static func isTeaser(_ index: Int, _ page: Page, _ weights: Weights) -> Bool {
        let element = page.elements[index]
        switch element.tag {
        case .div, .li, .section, .article: break
        default: return false
        }
        guard looksLikeTeaser(index, page, weights) else { return false }
        if element.tag == .article { return true }
        let parent = Int(element.parent)
        guard parent >= 0 else { return false }
        let alike = page.children(parent).filter { sibling in
            page.elements[sibling].tag == element.tag && page.elements[sibling].classHash == element.classHash
                && looksLikeTeaser(sibling, page, weights)
        }
        // Boxes that hold a good part of the text are the story: a list of the ten best.
        return alike.count > 1 && alike.reduce(0) { $0 + weights.prose(in: $1) } < 0.25 * weights.total
    }

    /// A heading that is a link, and little text.
    private static func looksLikeTeaser(_ index: Int, _ page: Page, _ weights: Weights) -> Bool {
        let blocks = page.blockRange(index)
        guard (1...12).contains(blocks.count), weights.prose(in: index) < 350 else { return false }
        return blocks.prefix(4).contains { page.blocks[$0].isHeading && page.blocks[$0].linkShare > 0.8 }
    }
}
