internal import NewsModel

extension Pruning {
    /// Takes in the summary that stands between the headline and the text, or was taken for a teaser there.
    ///
    /// It is known by its class, by saying what the page's description says, or by being prose right under the headline.
    mutating func addStandfirst(_ description: String?) {
        guard let headline else { return }
        let start = page.blockRange(headline).upperBound
        let text = page.blockRange(container)
        let end = max(text.lowerBound, min(start + 12, text.upperBound))
        guard start < end, text.lowerBound - start < 60 else { return }
        let described = PlainText.letters(description ?? "")
        for block in start..<end
        where !fates[block].isKept && isStandfirst(block, described, inText: text.contains(block)) {
            fates[block] = .kept
        }
    }

    private func isStandfirst(_ index: Int, _ described: String, inText: Bool) -> Bool {
        let block = page.blocks[index]
        guard block.letters >= 30, block.linkShare < 0.3, block.kind != .caption else { return false }
        let owner = Int(block.owner)
        let letters = PlainText.letters(page.string(block))
        if repeats(letters, butNot: index) { return false }
        if saysTheSame(letters, described) { return true }
        guard !inText, areas.verdicts[owner] == nil else { return false }
        let near = page.ancestors(from: owner).prefix(3)
        if near.contains(where: { page.elements[$0].cues.contains(.standfirst) }) { return true }
        guard block.endsLikeSentence else { return false }
        return block.letters >= 60 && sharesArticle(owner) || followsHeadline(owner)
    }

    /// One begins as the other does.
    private func saysTheSame(_ letters: String, _ described: String) -> Bool {
        guard described.utf8.count > 40, letters.utf8.count > 40 else { return false }
        return described.hasPrefix(String(letters.prefix(60))) || letters.hasPrefix(String(described.prefix(60)))
    }

    /// Whether an element stands in the same `article` or `main` as the text.
    private func sharesArticle(_ element: Int) -> Bool {
        page.ancestors(from: element).contains { index in
            let tag = page.elements[index].tag
            return (tag == .article || tag == .main) && index <= container && container < Int(page.elements[index].end)
        }
    }

    /// Whether an element stands right beside the headline.
    private func followsHeadline(_ element: Int) -> Bool {
        guard let headline else { return false }
        return Int(page.elements[headline].end) == element
            && page.elements[headline].parent == page.elements[element].parent
    }

    /// Whether the text says it again.
    private func repeats(_ letters: String, butNot index: Int) -> Bool {
        page.blockRange(container).prefix(12).contains { block in
            block != index && fates[block].isKept
                && PlainText.letters(page.string(page.blocks[block])).hasPrefix(String(letters.prefix(80)))
        }
    }
}
