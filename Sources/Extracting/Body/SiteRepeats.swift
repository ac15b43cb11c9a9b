internal import NewsModel

extension Body {
    /// Takes out the lines that other pages of the site have as well.
    ///
    /// A page most of which stood on others is made anew each day after one pattern, a table of prices or of prayer
    /// times; nothing is taken from it. Nor are headings and lists between paragraphs of the story.
    mutating func removeRepeated(on site: SiteBlocks) {
        let repeated = site.repeated
        guard !repeated.isEmpty else { return }
        let kept = page.blocks.indices.filter { fates[$0].isKept }
        let known = kept.filter { repeated.contains(page.blocks[$0].hash) }
        let ownLetters = letters(kept) - letters(known)
        guard !known.isEmpty, letters(known) * 2 < ownLetters else { return }
        let own = kept.filter { !repeated.contains(page.blocks[$0].hash) && page.blocks[$0].endsLikeSentence }
        guard let first = own.first, let last = own.last else { return }
        for block in known {
            let isInside = first < block && block < last
            if isInside, page.blocks[block].kind != .paragraph { continue }
            remove(block, .repeated, rule: "repeated on this site")
        }
    }

    private func letters(_ blocks: [Int]) -> Int {
        blocks.reduce(0) { $0 + Int(page.blocks[$1].letters) }
    }

    /// The hashes of the lines from which a site's repeats are learned: all that would be the story without them.
    var lineHashes: [UInt64] {
        page.blocks.indices.filter { index in
            guard page.blocks[index].letters > 2 else { return false }
            if case .removed(.repeated, _) = fates[index] { return true }
            return fates[index].isKept
        }.map { page.blocks[$0].hash }
    }
}
