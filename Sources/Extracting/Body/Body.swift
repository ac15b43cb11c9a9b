internal import NewsModel

/// The story's blocks among those of a page.
struct Body {
    let page: Page
    let title: String?
    let description: String?
    let headline: Int?
    private(set) var fates: [Fate]
    private(set) var place: StoryPlace

    /// - Parameters:
    ///   - title: a line that repeats it is not text.
    ///   - description: what the page says of the article; helps to know the standfirst.
    init(_ page: Page, title: String?, description: String? = nil) {
        self.page = page
        self.title = title
        self.description = description
        fates = Array(repeating: .outside, count: page.blocks.count)
        headline = Body.headline(of: page, title: title)
        place = StoryPlace(page: page, headline: headline, container: nil, areas: nil)
        select(trustsCues: true)
        if keptLetters < Body.short { select(trustsCues: false) }
    }

    /// All that shows, for a piece of HTML that is known to be the text.
    init(wholeOf page: Page) {
        self.page = page
        (title, description, headline) = (nil, nil, nil)
        place = StoryPlace(page: page, headline: nil, container: nil, areas: nil)
        fates = page.blocks.map { block in
            page.ancestors(from: Int(block.owner)).contains { Body.isNeverText(page.elements[$0]) } ? .outside : .kept
        }
    }

    private static func isNeverText(_ element: Page.Element) -> Bool {
        switch element.tag {
        case .figcaption, .caption, .button, .form, .nav: true
        default: element.cues.contains(.hidden)
        }
    }

    /// Letters. Under this a text is looked for again with less trust in class names.
    static let short = 200

    var keptLetters: Int {
        page.blocks.indices.reduce(0) { fates[$1].isKept ? $0 + Int(page.blocks[$1].letters) : $0 }
    }

    /// The heading that is the title; a page's only `h1` when none is.
    private static func headline(of page: Page, title: String?) -> Int? {
        let letters = PlainText.letters(title ?? "")
        var firsts: [Int] = []
        for (index, element) in page.elements.enumerated() {
            guard let level = element.tag.headingLevel, level <= 3 || element.cues.contains(.title) else { continue }
            if level == 1 { firsts.append(index) }
            let blocks = page.blockRange(index)
            guard !letters.isEmpty, blocks.count <= 4 else { continue }
            if PlainText.letters(blocks.map { page.string(page.blocks[$0]) }.joined(separator: " ")) == letters {
                return index
            }
        }
        return firsts.count == 1 ? firsts[0] : nil
    }

    private mutating func select(trustsCues: Bool) {
        let areas = Areas(page, trustsCues: trustsCues)
        let weights = Weights(page) { areas.verdicts[$0] != nil }
        guard let container = Container(page: page, weights: weights, areas: areas, headline: headline).find() else {
            return
        }
        var pruning = Pruning(
            page: page, weights: weights, areas: areas, container: container, title: title, headline: headline)
        pruning.run()
        pruning.addStandfirst(description)
        let before = keptLetters
        let found = pruning.fates
        let letters = page.blocks.indices.reduce(0) { found[$1].isKept ? $0 + Int(page.blocks[$1].letters) : $0 }
        guard letters > before else { return }
        fates = found
        place = StoryPlace(page: page, headline: headline, container: container, areas: areas)
    }

    var paragraphs: [Paragraph] {
        page.blocks.indices.compactMap { fates[$0].isKept ? paragraph(page.blocks[$0]) : nil }
    }

    private func paragraph(_ block: Page.Block) -> Paragraph {
        let kind: Paragraph.Kind =
            switch block.kind {
            case .paragraph, .caption: .paragraph
            case .listItem: .listItem
            case .quotation: .quotation
            case .cell: .tableRow
            case .preformatted: .preformatted
            case .heading(let level): .heading(level: level)
            }
        return Paragraph(page.string(block), kind: kind, linkShare: block.linkShare)
    }
}
