internal import NewsModel

/// How much running text each block holds, and sums of it over any subtree in constant time.
struct Weights {
    private let page: Page
    /// Per block: letters that read like prose, 0 for menus, labels, headings.
    let prose: [Double]
    private let proseSums: [Double]
    private let letterSums: [Int]
    private let linkSums: [Int]

    init(_ page: Page, isExcluded: (Int) -> Bool = { _ in false }) {
        self.page = page
        var prose: [Double] = []
        var (proseSums, letterSums, linkSums) = ([0.0], [0], [0])
        for block in page.blocks {
            let weight = isExcluded(Int(block.owner)) ? 0 : Weights.prose(of: block)
            prose.append(weight)
            proseSums.append((proseSums.last ?? 0) + weight)
            letterSums.append((letterSums.last ?? 0) + Int(block.letters))
            linkSums.append((linkSums.last ?? 0) + Int(block.linkLetters))
        }
        (self.prose, self.proseSums, self.letterSums, self.linkSums) = (prose, proseSums, letterSums, linkSums)
    }

    /// Letters outside links of a block that reads like prose.
    static func prose(of block: Page.Block) -> Double {
        guard block.kind != .caption, block.linkShare < 0.5 else { return 0 }
        if block.isHeading, block.letters < 80 || !block.endsLikeSentence { return 0 }
        let letters = Double(block.letters - block.linkLetters)
        let isSentence = block.endsLikeSentence || block.sentences > 0
        if block.letters < 25 || (block.letters < 60 && !isSentence) { return 0 }
        let punctuated = isSentence || block.commas > 1 || block.letters > 160
        let kind: Double = block.kind == .listItem || block.kind == .cell ? 0.7 : 1
        return letters * kind * (punctuated ? 1 : 0.4)
    }

    var total: Double { proseSums.last ?? 0 }

    func prose(in element: Int) -> Double { sum(proseSums, page.blockRange(element)) }
    func prose(in range: Range<Int>) -> Double { sum(proseSums, range) }
    func letters(in element: Int) -> Int { sum(letterSums, page.blockRange(element)) }

    /// The share of letters that stand in links.
    func linkShare(in element: Int) -> Double {
        let letters = letters(in: element)
        return letters > 0 ? Double(sum(linkSums, page.blockRange(element))) / Double(letters) : 0
    }

    private func sum<Number: AdditiveArithmetic>(_ sums: [Number], _ range: Range<Int>) -> Number {
        guard range.lowerBound >= 0, range.upperBound < sums.count, range.lowerBound < range.upperBound else {
            return .zero
        }
        return sums[range.upperBound] - sums[range.lowerBound]
    }

    /// Whether an element may be left out for what it is called: not when most of the page's prose is in it.
    ///
    /// - Parameter top: the first line under the headline.
    func mayExclude(_ element: Int, _ reason: Removal.Reason, below top: Int) -> Bool {
        let inside = prose(in: element)
        let start = page.blockRange(element).lowerBound
        let before = top < start ? prose(in: top..<start) : 0
        switch reason {
        case .comment:
            // Readers answer to something.
            if before > 150 || inside < 0.4 * total && inside < 600 { return true }
            return 0 < top && top <= start && holdsComments(element)
        case .navigation:
            return inside < 0.4 * total || before > 150 && page.elements[element].tag == .footer
        case .relatedItem:
            return inside < 0.4 * total || before > 150 && linkShare(in: element) > 0.15
        case .byline, .date, .tags, .share, .caption, .copyright:
            return inside < 0.25 * total && inside < 1200 || inside < 200
        default:
            return inside < 0.4 * total
        }
    }

    /// Whether an element is full of elements that are called comments. One name alone may be said of a story.
    func holdsComments(_ element: Int) -> Bool {
        let inside = (element + 1..<max(element + 1, Int(page.elements[element].end))).prefix(2000)
        return inside.lazy.filter { page.elements[$0].cues.contains(.comment) }.prefix(5).count == 5
    }

    /// Whether an element is mostly links or has fields to fill in.
    func looksLikeBox(_ element: Int) -> Bool {
        linkShare(in: element) > 0.35 || page.elements[element].fields > 0
    }
}
