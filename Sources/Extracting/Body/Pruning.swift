internal import LibXML
internal import NewsModel
internal import NewsText

/// Takes out of the container what is not the story.
struct Pruning {
    let page: Page
    let weights: Weights
    let areas: Areas
    let container: Int
    let title: String?
    let headline: Int?
    private let teasers: Teasers
    private let hasLinkedHeadings: Bool
    private let linkLists: LinkLists
    var fates: [Fate] = []

    init(page: Page, weights: Weights, areas: Areas, container: Int, title: String?, headline: Int?) {
        self.page = page
        self.weights = weights
        self.areas = areas
        self.container = container
        self.title = title
        self.headline = headline
        teasers = Teasers(page, weights, in: container)
        linkLists = LinkLists(page, weights, in: container)
        hasLinkedHeadings = Pruning.linksHeadings(page, weights, in: container)
        fates = Array(repeating: .outside, count: page.blocks.count)
    }

    mutating func run() {
        for block in page.blockRange(container) { fates[block] = .kept }
        removeAreas()
        removeElements()
        removeLinkLines()
        removeRepeated()
        removeRepeatedParagraphs()
        removeCopies()
        removeTitle()
        removeTimes()
        removeBeforeHeadline()
        removeTail()
        removeOrphanedHeadings()
    }

    private mutating func remove(_ blocks: Range<Int>, _ reason: Removal.Reason, _ rule: StaticString) {
        for block in blocks where fates[block].isKept { fates[block] = .removed(reason, rule: rule) }
    }

    private mutating func removeAreas() {
        for block in page.blockRange(container) {
            if let verdict = areas.verdicts[Int(page.blocks[block].owner)] {
                fates[block] = .removed(verdict.reason, rule: verdict.rule)
            }
        }
    }

    private mutating func removeElements() {
        var index = container + 1
        let end = Int(page.elements[container].end)
        while index < end {
            if linkLists.contains(index) {
                index = Int(page.elements[index].end)
            } else if let (reason, rule) = verdict(onElement: index) {
                remove(page.blockRange(index), reason, rule)
                index = Int(page.elements[index].end)
            } else {
                index += 1
            }
        }
    }

    private func verdict(onElement index: Int) -> (Removal.Reason, StaticString)? {
        let element = page.elements[index]
        let range = page.blockRange(index)
        guard element.tag.breaksLine, !range.isEmpty else { return nil }
        let letters = weights.letters(in: index)
        let linkShare = weights.linkShare(in: index)
        let prose = weights.prose(in: index)
        if letters == 0 { return nil }
        if linkShare > 0.8, prose < 100, letters > 12 || element.tag.isList {
            if hasLinkedHeadings, element.tag.headingLevel != nil, standsAboveProse(range) { return nil }
            return (.relatedItem, "nothing but links")
        }
        if prose == 0, linkShare > 0.5, range.count > 1 { return (.relatedItem, "mostly links") }
        if teasers.contains(index), prose < 0.3 * weights.prose(in: container) {
            return (.relatedItem, "a linked heading with a short text")
        }
        if isCaption(element, range) { return (.caption, "a line beside a picture") }
        if element.fields > 0, prose < 300, prose < min(0.2 * weights.total, 0.5 * weights.prose(in: container)) {
            return (.widget, "fields to fill in")
        }
        return nil
    }

    /// One line that is no sentence, below a picture in one element with it, between paragraphs.
    private func isCaption(_ element: Page.Element, _ range: Range<Int>) -> Bool {
        guard range.count == 1, element.pictures > 0, element.tag == .p || element.tag == .div || element.tag == .center
        else { return false }
        let (line, text) = (page.blocks[range.lowerBound], page.blockRange(container))
        guard line.kind == .paragraph, !line.endsLikeSentence, element.node.beginsWithPicture,
            (12..<150).contains(line.letters)
        else { return false }
        return keptProse(text.lowerBound..<range.lowerBound) > 0 && keptProse(range.upperBound..<text.upperBound) > 0
    }

    /// Lines of an element that has other lines too, between whole sentences, that are nothing but a link.
    private mutating func removeLinkLines() {
        for block in page.blockRange(container) where fates[block].isKept && isLinkLine(page.blocks[block]) {
            let beside = [block - 1, block + 1].filter(page.blocks.indices.contains)
            if beside.allSatisfy({ page.blocks[$0].endsLikeSentence || page.blocks[$0].isHeading }) {
                fates[block] = .removed(.relatedItem, rule: "a line that is a link")
            }
        }
    }

    private func isLinkLine(_ line: Page.Block) -> Bool {
        line.kind == .paragraph && line.linkShare > 0.8 && line.letters > 12
            && page.blockRange(Int(line.owner)).count > 1
    }

    /// Whether a heading is followed by text of the story.
    private func standsAboveProse(_ heading: Range<Int>) -> Bool {
        page.blockRange(container).contains(heading.upperBound) && weights.prose[heading.upperBound] > 0
    }

    /// Whether the story goes from link to link, as a letter of recommendations does: one linked heading is a pointer to
    /// another story, three with text under each are not.
    private static func linksHeadings(_ page: Page, _ weights: Weights, in container: Int) -> Bool {
        let blocks = page.blockRange(container)
        return blocks.dropLast().count {
            page.blocks[$0].isHeading && page.blocks[$0].linkShare > 0.8 && weights.prose[$0 + 1] > 0
        } > 2
    }

    /// Short lines that stand on the page three times or more: `Advertisement`, `Article content`.
    private mutating func removeRepeated() {
        var counts: [UInt64: Int] = [:]
        for block in page.blocks where block.letters < 80 { counts[block.hash, default: 0] += 1 }
        for block in page.blockRange(container) where fates[block].isKept {
            let line = page.blocks[block]
            let count = counts[line.hash, default: 0]
            guard line.kind == .paragraph, !line.endsLikeSentence || line.letters > 25, count > 2,
                !page.string(line).hasSuffix(":"),
                proseNeighbours(block) >= (count > 5 ? 1 : 2)
            else { continue }
            fates[block] = .removed(.repeated, rule: "three times on the page")
        }
    }

    /// Whole paragraphs said again: once more, and the second goes; again and again, and it is no story.
    private mutating func removeRepeatedParagraphs() {
        var places: [UInt64: [Int]] = [:]
        for block in page.blockRange(container)
        where fates[block].isKept && page.blocks[block].letters > 60 && page.blocks[block].kind == .paragraph
            && page.blocks[block].endsLikeSentence
        {
            places[page.blocks[block].hash, default: []].append(block)
        }
        for blocks in places.values where blocks.count > 1 {
            for block in blocks.dropFirst(blocks.count > 2 ? 0 : 1) {
                fates[block] = .removed(.repeated, rule: "the same paragraph again")
            }
        }
    }

    /// A long text that stands there a second time, all in one: what a paywall keeps ready.
    private mutating func removeCopies() {
        let long = page.blockRange(container).filter { fates[$0].isKept && page.blocks[$0].letters > 1500 }
        for block in long.prefix(Pruning.copiesLookedFor) {
            let bytes = page.blocks[block].bytes
            let before = 0..<bytes.lowerBound
            let probes = [1, 3, 5, 7].map { bytes.lowerBound + bytes.count * $0 / 8 }
            if probes.allSatisfy({ page.holds($0..<$0 + 40, in: before) }) {
                fates[block] = .removed(.repeated, rule: "the text a second time")
            }
        }
    }

    /// Each is looked for in the whole text before it.
    private static let copiesLookedFor = 8

    /// How many of a line's two neighbours are prose, or the same line again.
    private func proseNeighbours(_ block: Int) -> Int {
        let own = page.blocks[block].hash
        return [block - 1, block + 1].count { neighbour in
            guard page.blocks.indices.contains(neighbour) else { return true }
            let other = page.blocks[neighbour]
            return other.hash == own || other.endsLikeSentence || other.kind == .heading(1)
        }
    }

    /// What stands above the headline in the same container: section, kicker, tools.
    private mutating func removeBeforeHeadline() {
        guard let headline else { return }
        let start = page.blockRange(headline).lowerBound
        let range = page.blockRange(container)
        guard range.contains(start),
            keptProse(range.lowerBound..<start) < 0.4 * keptProse(start..<range.upperBound)
        else { return }
        remove(range.lowerBound..<start, .header, "above the headline")
    }

    private func keptProse(_ blocks: Range<Int>) -> Double {
        blocks.reduce(0) { fates[$1].isKept ? $0 + weights.prose[$1] : $0 }
    }

    /// `18:05` on a line of its own: when an entry of a live report was written.
    private mutating func removeTimes() {
        for block in page.blockRange(container) where fates[block].isKept && page.blocks[block].kind == .paragraph {
            let parts = page.text[page.blocks[block].bytes].split(
                separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            let isTime =
                parts.count == 2
                && parts.allSatisfy { part in
                    (1...2).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
                }
            if isTime { fates[block] = .removed(.date, rule: "a time alone") }
        }
    }

    private mutating func removeTitle() {
        guard let title, !title.isEmpty else { return }
        let folded = Pruning.letters(title)
        for block in page.blockRange(container) where fates[block].isKept {
            let text = page.blocks[block]
            guard text.bytes.count < 3 * title.utf8.count + 40 else { continue }
            if Pruning.letters(page.string(text)) == folded { fates[block] = .removed(.title, rule: "the title again") }
        }
    }

    /// Letters and digits, folded.
    static func letters(_ text: String) -> String {
        foldedWords(of: text).joined()
    }

    /// Short lines after the last prose: labels, links, times. Three or more alike without links stay: a list or table of
    /// gear, the dates of a tour line by line in one element.
    private mutating func removeTail() {
        let range = page.blockRange(container)
        guard let last = range.last(where: { fates[$0].isKept && isProse($0) }) else { return }
        let tail = range.filter { $0 > last && fates[$0].isKept }
        let lists = Dictionary(grouping: tail, by: { TailGroup(page.blocks[$0]) }).mapValues(isList)
        for block in tail where !page.blocks[block].endsLikeSentence {
            if lists[TailGroup(page.blocks[block])] == true { continue }
            fates[block] = .removed(.widget, rule: "after the last sentence")
        }
    }

    /// Lines that belong together: those of lists, those of tables, those of one element.
    private struct TailGroup: Hashable {
        let owner: Int32

        init(_ block: Page.Block) {
            owner = block.kind == .listItem ? -1 : block.kind == .cell ? -2 : block.owner
        }
    }

    private func isList(_ blocks: [Int]) -> Bool {
        let letters = blocks.reduce(0) { $0 + page.blocks[$1].letters }
        let linked = blocks.reduce(0) { $0 + page.blocks[$1].linkLetters }
        return blocks.count > 2 && 4 * linked < letters
    }

    private func isProse(_ block: Int) -> Bool {
        weights.prose[block] > 0 || (page.blocks[block].endsLikeSentence && !page.blocks[block].isHeading)
    }

    /// Headings of what was taken out: nothing stands between them and the next heading of their level, or the end.
    private mutating func removeOrphanedHeadings() {
        // The level of the heading below; 0 at the end, nil where text stands below.
        var below: Int? = 0
        for block in page.blockRange(container).reversed() where fates[block].isKept {
            guard case .heading(let level) = page.blocks[block].kind, !page.blocks[block].endsLikeSentence else {
                below = nil
                continue
            }
            if let next = below, next <= level {
                fates[block] = .removed(.relatedHeading, rule: "heading with nothing under it")
            } else {
                below = level
            }
        }
    }
}

extension Node {
    /// Whether there is a picture inside, and no text before it.
    fileprivate var beginsWithPicture: Bool {
        var found: Bool?
        forEachDescendant { node in
            if node.isText {
                if node.contentBytes.contains(where: { $0 > 0x20 }) { found = found ?? false }
            } else if node.isNamed("img") || node.isNamed("picture") {
                found = found ?? true
            }
            return found == nil
        }
        return found == true
    }
}
