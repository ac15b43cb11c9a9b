internal import NewsModel

extension Pruning {
    /// Takes in the summary that stands between the headline and the container.
    ///
    /// It is known by its class, by saying what the page's description says, or by being the prose next to the headline.
    mutating func addStandfirst(_ description: String?) {
        guard let headline else { return }
        let start = page.blockRange(headline).upperBound
        let end = page.blockRange(container).lowerBound
        guard start < end, end - start < 60 else { return }
        let described = PlainText.letters(description ?? "")
        for block in start..<end where isStandfirst(block, described) { fates[block] = .kept }
    }

    private func isStandfirst(_ index: Int, _ described: String) -> Bool {
        let block = page.blocks[index]
        guard block.letters >= 30, block.linkShare < 0.3, block.kind != .caption else { return false }
        let owner = Int(block.owner)
        let letters = PlainText.letters(page.string(block))
        if repeats(letters) { return false }
        if described.utf8.count > 40, letters.utf8.count > 40,
            described.hasPrefix(String(letters.prefix(60))) || letters.hasPrefix(String(described.prefix(60)))
        {
            return true
        }
        guard areas.verdicts[owner] == nil else { return false }
        let near = page.ancestors(from: owner).prefix(3)
        if near.contains(where: { page.elements[$0].cues.contains(.standfirst) }) { return true }
        return false
    }

    /// Whether the text says it again.
    private func repeats(_ letters: String) -> Bool {
        page.blockRange(container).prefix(12).contains { block in
            fates[block].isKept
                && PlainText.letters(page.string(page.blocks[block])).hasPrefix(String(letters.prefix(80)))
        }
    }
}
