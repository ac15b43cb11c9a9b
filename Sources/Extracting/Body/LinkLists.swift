/// Lists of links that belong to the story: its sources, what changed, what it recommends.
///
/// A list that points to other stories has a name of its own or stands alone. One whose author wrote something beside
/// most links, one with items without links, or one of several in a text, is part of that text.
struct LinkLists {
    private var lists: Set<Int> = []

    init(_ page: Page, _ weights: Weights, in container: Int) {
        var bare: [Int] = []
        var index = container + 1
        while index < Int(page.elements[container].end) {
            guard page.elements[index].tag == .ul || page.elements[index].tag == .ol else {
                index += 1
                continue
            }
            if LinkLists.mayBelong(page, index) {
                if weights.linkShare(in: index) < 0.5,
                    weights.prose(in: index) > 0 || LinkLists.isDescribed(page, index)
                {
                    lists.insert(index)
                } else if LinkLists.isDescribed(page, index), LinkLists.standsInProse(page, weights, index, container) {
                    lists.insert(index)
                } else {
                    bare.append(index)
                }
            }
            index = Int(page.elements[index].end)
        }
        if bare.count > 2 { lists.formUnion(bare) }
    }

    func contains(_ element: Int) -> Bool { lists.contains(element) }

    /// Without a name, and without headings and pictures as teasers have them.
    private static func mayBelong(_ page: Page, _ list: Int) -> Bool {
        let element = page.elements[list]
        guard element.classHash == 0, element.cues.isEmpty, element.pictures == 0, element.fields == 0 else {
            return false
        }
        let blocks = page.blockRange(list)
        return blocks.count > 1 && blocks.allSatisfy { !page.blocks[$0].isHeading }
            && page.children(list).allSatisfy { page.elements[$0].classHash == 0 }
    }

    /// Whether most lines say something outside their links.
    private static func isDescribed(_ page: Page, _ list: Int) -> Bool {
        let lines = page.blockRange(list)
        return 2 * lines.count { page.blocks[$0].letters - page.blocks[$0].linkLetters > 7 } >= lines.count
    }

    private static func standsInProse(_ page: Page, _ weights: Weights, _ list: Int, _ container: Int) -> Bool {
        let (own, all) = (page.blockRange(list), page.blockRange(container))
        return weights.prose(in: all.lowerBound..<own.lowerBound) > 0
            && weights.prose(in: own.upperBound..<all.upperBound) > 0
    }
}
