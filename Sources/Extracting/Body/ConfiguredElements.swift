internal import LibXML

/// What the XPath hints of feeds.yaml select on a page, as indices of its elements.
struct ConfiguredElements {
    var content: [Int] = []
    var removed: Set<Int> = []

    init() {}

    init(content: [Node], removed: [Node], in page: Page) {
        guard !content.isEmpty || !removed.isEmpty else { return }
        let (wanted, unwanted) = (Set(content), Set(removed))
        for (index, element) in page.elements.enumerated() {
            // An element inside one that is taken already adds nothing.
            if wanted.contains(element.node), index >= (self.content.last.map { Int(page.elements[$0].end) } ?? 0) {
                self.content.append(index)
            }
            if unwanted.contains(element.node) { self.removed.insert(index) }
        }
    }
}
