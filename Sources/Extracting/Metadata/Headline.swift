internal import NewsText

/// The title of the article.
///
/// Where titles stand was counted on 1,413 pages: an `h1` that is part of the `title` element or of `og:title` is right
/// on 86 % of them, JSON-LD's `headline` on 79, any first `h1` on 78, `og:title` on 57.
struct Headline {
    let page: Page
    let meta: MetaTags
    let data: LinkedData
    let site: String?

    func find() -> String? {
        let declared = [data.headline, meta.first("og:title", "twitter:title")].compactMap(\.self)
        let known =
            declared.map { withoutSite($0, mayGuess: false) } + [meta.title].compactMap(\.self).map { withoutSite($0) }
        let headings = self.headings.filter { !isSite($0) }
        let longest = known.map { PlainText.letters($0).utf8.count }.max() ?? 0
        let confirmed = headings.filter { heading in
            let letters = PlainText.letters(heading)
            // Half of it at least: the site's name is part of the `title` too.
            return letters.utf8.count >= 8 && 2 * letters.utf8.count >= longest
                && known.contains { PlainText.letters($0).contains(letters) }
        }
        if let confirmed = confirmed.first { return confirmed }
        if headings.count == 1, let only = headings.first, known.isEmpty || isAlike(only, known) { return only }
        return known.first { !$0.hasSuffix("…") && !$0.hasSuffix("...") && !isSite($0) } ?? known.first
            ?? headings.first
    }

    private func isSite(_ text: String) -> Bool {
        let letters = PlainText.letters(text)
        return letters.isEmpty || letters == PlainText.letters(site ?? "")
            || letters == PlainText.letters(data.publisher ?? "")
    }

    /// Editors give one story several headlines; they share words. Without a word in common the heading is the site's.
    private func isAlike(_ heading: String, _ known: [String]) -> Bool {
        let words = Set(foldedWords(of: heading).filter { $0.utf8.count > 3 })
        guard words.count >= 3 else { return false }
        let others = known.reduce(into: Set<String>()) { $0.formUnion(foldedWords(of: $1)) }
        return !words.isDisjoint(with: others)
    }

    /// The texts of the page's `h1`, each from one element.
    private var headings: [String] {
        var found: [String] = []
        for (index, element) in page.elements.enumerated() where element.tag == .h1 {
            guard page.blockRange(index).count <= 8, found.count < 50 else { continue }
            let text = page.blockRange(index).map { page.string(page.blocks[$0]) }.joined(separator: " ")
            if !text.isEmpty, text.utf8.count < 1000 { found.append(text) }
        }
        return found
    }

    /// Without the site's name at either end: `Headline - Site`, `Site | Headline`.
    ///
    /// - Parameter mayGuess: whether the longest part is taken where none is known to be the site's.
    func withoutSite(_ title: String, mayGuess: Bool = true) -> String {
        let parts = Headline.parts(of: title)
        guard parts.count > 1 else { return title }
        if let site {
            let letters = PlainText.letters(site)
            let own = parts.filter { !letters.isEmpty && PlainText.letters(String($0.text)) != letters }
            if own.count < parts.count, let first = own.first, let last = own.last {
                return PlainText.trimmed(String(title[first.text.startIndex..<last.text.endIndex]))
            }
        }
        guard mayGuess, let longest = parts.max(by: { $0.text.count < $1.text.count }), longest.text.count >= 20 else {
            return title
        }
        return PlainText.trimmed(String(longest.text))
    }

    struct Part {
        let text: Substring
    }

    /// A title cut at the marks that stand between it and the site's name.
    static func parts(of title: String) -> [Part] {
        var parts: [Part] = []
        var start = title.startIndex
        var index = title.startIndex
        while index < title.endIndex {
            let next = title.index(after: index)
            if isMark(title, index) {
                parts.append(Part(text: title[start..<index]))
                start = next
            }
            index = next
        }
        parts.append(Part(text: title[start...]))
        return parts.filter { part in part.text.contains { !$0.isWhitespace } }
    }

    private static func isMark(_ title: String, _ index: String.Index) -> Bool {
        switch title[index] {
        case "|", "»", "·", "•", "‹", "›", "▷": return true
        case ":" where title[index...].hasPrefix("::") || title[..<index].hasSuffix(":"): return true
        case "-", "–", "—", ":":
            guard index > title.startIndex, title.index(after: index) < title.endIndex else { return false }
            return title[title.index(before: index)] == " " && title[title.index(after: index)] == " "
        default: return false
        }
    }
}
