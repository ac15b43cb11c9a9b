internal import LibXML

/// The people who wrote the article. Outlets, agencies' desks and addresses are no people.
///
/// JSON-LD's `author` is right on 85 % of the pages that have it, `meta name=author` on 76, a link in a byline on 68
/// (1,413 pages).
struct Authors {
    let page: Page
    let meta: MetaTags
    let data: LinkedData
    let site: String?

    func find() -> [String] {
        let sources: [() -> [String]] = [
            { names(data.authors.map(\.name)) },
            { names(meta.all("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")) },
            { names(marked { $0.node.attribute("rel") == "author" }) },
            { names(marked { $0.node.attribute("itemprop") == "author" }) },
            { names(bylineLinks) },
            { names(bylineTexts, needsCue: true) },
        ]
        for source in sources {
            let found = source()
            if !found.isEmpty { return found }
        }
        return []
    }

    private func marked(_ isMarked: (Page.Element) -> Bool) -> [String] {
        page.elements.indices.prefix(20_000).compactMap { index in
            let element = page.elements[index]
            guard element.tag == .a || element.tag == .span || element.cues.contains(.byline), isMarked(element) else {
                return nil
            }
            return shortText(of: element)
        }
    }

    private func shortText(of element: Page.Element) -> String? {
        let text = PlainText.trimmed(element.node.text)
        return text.isEmpty || text.utf8.count > 120 ? nil : text
    }

    /// Links inside the first element that is called a byline.
    private var bylineLinks: [String] {
        for (index, element) in page.elements.enumerated() where element.cues.contains(.byline) {
            let links = (index..<Int(element.end)).filter { page.elements[$0].tag == .a }
                .compactMap { shortText(of: page.elements[$0]) }
            if !names(links).isEmpty { return links }
        }
        return []
    }

    private var bylineTexts: [String] {
        page.elements.filter { $0.cues.contains(.byline) && $0.tag != .body }.prefix(8).compactMap(shortText)
    }

    /// The people named in some texts, each once.
    private func names(_ texts: [String], needsCue: Bool = false) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        for text in texts.prefix(12) {
            for name in Byline.names(in: text, needsCue: needsCue) where isPerson(name) {
                if seen.insert(PlainText.letters(name)).inserted { found.append(name) }
            }
        }
        return found
    }

    private func isPerson(_ name: String) -> Bool {
        let letters = PlainText.letters(name)
        guard letters.utf8.count > 2, name.utf8.count < 80 else { return false }
        let outlets = data.organisations.union([site, data.publisher].compactMap(\.self)).map(PlainText.letters)
        guard !outlets.contains(letters) else { return false }
        if let site, letters == PlainText.letters(site.replacing(".com", with: "")) { return false }
        return !Byline.isOutlet(name)
    }
}
