internal import NewsModel

/// The story's blocks among those of a page.
struct Body {
    let page: Page
    let title: String?
    let description: String?
    let headline: Int?
    let configured: ConfiguredElements
    private(set) var fates: [Fate]
    private(set) var place: StoryPlace

    /// - Parameters:
    ///   - title: a line that repeats it is not text.
    ///   - description: what the page says of the article; helps to know the standfirst.
    ///   - configured: what feeds.yaml says of the page; outranks what is found.
    init(
        _ page: Page, title: String?, description: String? = nil, configured: ConfiguredElements = ConfiguredElements()
    ) {
        self.page = page
        self.title = title
        self.description = description
        self.configured = configured
        fates = Array(repeating: .outside, count: page.blocks.count)
        headline = Body.headline(of: page, title: title)
        place = StoryPlace(page: page, headline: headline, container: nil, areas: nil)
        select(trustsCues: true)
        if keptLetters < Body.short { select(trustsCues: false) }
        if keptLetters == 0 { keepEveryLine() }
    }

    /// The last resort on a page without prose: a list, a table, a few words. All that no tag calls furniture.
    private mutating func keepEveryLine() {
        let areas = Areas(page, trustsCues: true, headline: headline, removed: configured.removed)
        for (index, block) in page.blocks.enumerated() where areas.verdicts[Int(block.owner)] == nil {
            if block.linkShare < 0.5, block.letters > 0, !block.isHeading { fates[index] = .kept }
        }
    }

    /// All that shows, for a piece of HTML that is known to be the text.
    init(wholeOf page: Page) {
        self.page = page
        (title, description, headline, configured) = (nil, nil, nil, ConfiguredElements())
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

    var keptLetters: Int { letters(in: fates) }

    /// The heading that is the title; a page's only `h1` when none is.
    private static func headline(of page: Page, title: String?) -> Int? {
        let letters = PlainText.letters(title ?? "")
        var firsts: [Int] = []
        var first: Int?
        for (index, element) in page.elements.enumerated() {
            guard let level = element.tag.headingLevel, level <= 3 || element.cues.contains(.title) else { continue }
            if level == 1 { firsts.append(index) }
            let blocks = page.blockRange(index)
            guard !letters.isEmpty, blocks.count <= 4 else { continue }
            if PlainText.letters(blocks.map { page.string(page.blocks[$0]) }.joined(separator: " ")) == letters {
                // A list of stories may name it before the story does.
                if level == 1 { return index }
                first = first ?? index
            }
        }
        return first ?? (firsts.count == 1 ? firsts[0] : nil) ?? line(of: page, saying: letters)
    }

    /// The element of a line that says the title where no heading does.
    private static func line(of page: Page, saying letters: String) -> Int? {
        guard letters.utf8.count > 20 else { return nil }
        let line = page.blocks.first { block in
            (letters.utf8.count..<4 * letters.utf8.count).contains(block.bytes.count) && block.linkLetters == 0
                && PlainText.letters(page.string(block)) == letters
        }
        return line.map { Int($0.owner) }
    }

    private mutating func select(trustsCues: Bool) {
        let areas = Areas(page, trustsCues: trustsCues, headline: headline, removed: configured.removed)
        let weights = Weights(page) { areas.verdicts[$0] != nil }
        let found = Container(page: page, weights: weights, areas: areas, headline: headline).find()
        let containers = configured.content.isEmpty ? [found].compactMap(\.self) : configured.content
        guard let first = containers.first else { return }
        var chosen = Array(repeating: Fate.outside, count: page.blocks.count)
        for container in containers {
            var pruning = Pruning(
                page: page, weights: weights, areas: areas, container: container, title: title, headline: headline)
            pruning.run()
            if container == first { pruning.addStandfirst(description) }
            for index in chosen.indices where !pruning.fates[index].isOutside { chosen[index] = pruning.fates[index] }
        }
        guard letters(in: chosen) > keptLetters else { return }
        fates = chosen
        place = StoryPlace(page: page, headline: headline, container: first, areas: areas)
    }

    mutating func remove(_ block: Int, _ reason: Removal.Reason, rule: StaticString) {
        fates[block] = .removed(reason, rule: rule)
    }

    private func letters(in fates: [Fate]) -> Int {
        page.blocks.indices.reduce(0) { fates[$1].isKept ? $0 + Int(page.blocks[$1].letters) : $0 }
    }

    /// Paragraphs of one article; longer ones are cut.
    private static let paragraphLimit = 5000
    /// Bytes of text of one article, three times those of a novel.
    static let textLimit = 1_500_000

    var paragraphs: [Paragraph] {
        var left = Body.textLimit
        var paragraphs: [Paragraph] = []
        for index in page.blocks.indices where fates[index].isKept {
            guard left > 0, paragraphs.count < Body.paragraphLimit else { break }
            paragraphs.append(paragraph(page.blocks[index], limit: left))
            left -= page.blocks[index].bytes.count
        }
        return paragraphs
    }

    /// - Parameter limit: bytes. What is longer ends after a whole word.
    private func paragraph(_ block: Page.Block, limit: Int) -> Paragraph {
        let kind: Paragraph.Kind =
            switch block.kind {
            case .paragraph, .caption: .paragraph
            case .listItem: .listItem
            case .quotation: .quotation
            case .cell: .tableRow
            case .preformatted: .preformatted
            case .heading(let level): .heading(level: level)
            }
        return Paragraph(page.string(block, limit: limit), kind: kind, linkShare: block.linkShare)
    }
}
