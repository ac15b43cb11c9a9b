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
        let known = [meta.first("og:title", "twitter:title"), data.headline, meta.title].compactMap(\.self)
        let knownLetters = known.map(PlainText.letters)
        let headings = self.headings
        if let confirmed = headings.first(where: { heading in
            let letters = PlainText.letters(heading)
            return letters.utf8.count >= 8 && knownLetters.contains { $0.contains(letters) }
        }) {
            return confirmed
        }
        if let headline = data.headline, !headline.hasSuffix("…"), !headline.hasSuffix("...") {
            return withoutSite(headline)
        }
        if let first = headings.first, headings.count == 1 || known.isEmpty,
            PlainText.letters(first) != PlainText.letters(site ?? "")
        {
            return first
        }
        return known.first.map(withoutSite)
    }

    /// The texts of the page's `h1`, each from one element.
    private var headings: [String] {
        var found: [String] = []
        for (index, element) in page.elements.enumerated() where element.tag == .h1 {
            let text = page.blockRange(index).map { page.string(page.blocks[$0]) }.joined(separator: " ")
            if !text.isEmpty, text.utf8.count < 1000 { found.append(text) }
        }
        return found
    }

    /// Without the site's name at either end: `Headline - Site`, `Site | Headline`.
    func withoutSite(_ title: String) -> String {
        let parts = Headline.parts(of: title)
        guard parts.count > 1 else { return title }
        if let site {
            let letters = PlainText.letters(site)
            let own = parts.filter { !letters.isEmpty && PlainText.letters(String($0.text)) != letters }
            if own.count < parts.count, let first = own.first, let last = own.last {
                return PlainText.trimmed(String(title[first.text.startIndex..<last.text.endIndex]))
            }
        }
        guard let longest = parts.max(by: { $0.text.count < $1.text.count }), longest.text.count >= 20 else {
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
        case "-", "–", "—", ":":
            guard index > title.startIndex, title.index(after: index) < title.endIndex else { return false }
            return title[title.index(before: index)] == " " && title[title.index(after: index)] == " "
        default: return false
        }
    }
}
