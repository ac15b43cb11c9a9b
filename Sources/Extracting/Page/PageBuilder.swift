internal import LibXML

/// Lays a tree flat. One walk, without recursion: how deep a page nests is the sender's choice.
struct PageBuilder {
    private var page = Page()
    private var line = LineBuilder()
    /// The elements the walk is inside of.
    private var open: [Int] = []
    /// Of those, the ones that break lines.
    private var openBlocks: [Int] = []
    private var surroundings = Surroundings()
    private var hiddenFrom: Int?

    /// Elements read of one page; what comes after is not.
    private static let elementLimit = 400_000

    static func page(of root: Node) -> Page {
        var builder = PageBuilder()
        builder.walk(root)
        return builder.page
    }

    private mutating func walk(_ root: Node) {
        var current = root
        while true {
            var goesInside = false
            if current.isElement {
                guard page.elements.count < PageBuilder.elementLimit else { break }
                enter(current)
                goesInside = true
            } else if current.isText, hiddenFrom == nil {
                line.add(
                    current.contentBytes, inLink: surroundings.links > 0, isBold: surroundings.bold > 0,
                    verbatim: surroundings.preformatted > 0)
            }
            if goesInside {
                if let child = current.firstChild {
                    current = child
                    continue
                }
                leave()
            }
            while current.next == nil {
                guard !open.isEmpty, let above = current.parent else { return finish() }
                leave()
                current = above
                if current == root { return finish() }
            }
            guard current != root, let sibling = current.next else { return finish() }
            current = sibling
        }
        finish()
    }

    private mutating func finish() {
        while !open.isEmpty { leave() }
    }

    private mutating func enter(_ node: Node) {
        let tag = Tag(name: node.nameBytes)
        if tag.breaksLine || tag == .br { flush() }
        let index = page.elements.count
        let marks = ElementMarks(node, tag)
        page.elements.append(
            Page.Element(
                node: node, tag: tag, parent: Int32(open.last ?? -1), depth: Int32(open.count), cues: marks.cues,
                classHash: marks.classHash, firstBlock: Int32(page.blocks.count)))
        open.append(index)
        if tag.breaksLine { openBlocks.append(index) }
        if hiddenFrom == nil, tag.hidesText || (!tag.breaksLine && marks.isHidden) { hiddenFrom = index }
        surroundings.enter(tag)
        if marks.isLink { line.links += 1 }
        if tag == .img || tag == .picture { count(\.pictures) }
        if marks.isField { count(\.fields) }
    }

    private mutating func leave() {
        guard let index = open.popLast() else { return }
        let tag = page.elements[index].tag
        if tag.breaksLine {
            flush()
            openBlocks.removeLast()
        }
        if hiddenFrom == index { hiddenFrom = nil }
        surroundings.leave(tag)
        page.elements[index].end = Int32(page.elements.count)
        page.elements[index].endBlock = Int32(page.blocks.count)
        guard let parent = open.last else { return }
        page.elements[parent].pictures += page.elements[index].pictures
        page.elements[parent].fields += page.elements[index].fields
    }

    private mutating func count(_ counter: WritableKeyPath<Page.Element, Int32>) {
        page.elements[page.elements.count - 1][keyPath: counter] = 1
    }

    private mutating func flush() {
        guard let owner = openBlocks.last else {
            line.drop()
            return
        }
        if let block = line.end(into: &page.text, owner: Int32(owner), kind: surroundings.kind) {
            page.blocks.append(block)
        }
    }
}

/// What the walk is inside of, counted.
private struct Surroundings {
    var links = 0
    var bold = 0
    var preformatted = 0
    private var captions = 0
    private var quotations = 0
    private var items = 0
    private var cells = 0
    private var headings: [Int] = []

    mutating func enter(_ tag: Tag) { change(tag, by: 1) }

    mutating func leave(_ tag: Tag) { change(tag, by: -1) }

    private mutating func change(_ tag: Tag, by step: Int) {
        switch tag {
        case .a: links += step
        case .b, .strong: bold += step
        case .pre: preformatted += step
        case .figcaption, .caption: captions += step
        case .blockquote: quotations += step
        case .li, .dd, .dt: items += step
        case .td, .th: cells += step
        default:
            guard let level = tag.headingLevel else { return }
            if step > 0 { headings.append(level) } else { _ = headings.popLast() }
        }
    }

    var kind: Page.Block.Kind {
        if captions > 0 { return .caption }
        if let level = headings.last { return .heading(level) }
        if preformatted > 0 { return .preformatted }
        if items > 0 { return .listItem }
        if quotations > 0 { return .quotation }
        return cells > 0 ? .cell : .paragraph
    }
}
