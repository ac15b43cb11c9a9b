internal import LibXML

/// The people who wrote the article. Outlets, agencies' desks and addresses are no people.
///
/// JSON-LD's `author` is right on 85 % of the pages that have it, `meta name=author` on 76, a link in a byline on 68
/// (1,413 pages).
struct Authors {
    let page: Page
    let meta: MetaTags
    let data: LinkedData
    let story: StoryPlace
    let outlets: Set<String>

    init(page: Page, meta: MetaTags, data: LinkedData, story: StoryPlace, site: String?) {
        (self.page, self.meta, self.data, self.story) = (page, meta, data, story)
        let names = data.organisations.union([site, data.publisher].compactMap(\.self))
        outlets = Set(names.map(PlainText.letters))
    }

    func find() -> [String] {
        let sources: [() -> [String]] = [
            { names(data.authors.map(\.name)) },
            {
                names(
                    meta.all(
                        "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author",
                        "dc.creator", "byl"))
            },
            { names(texts { $0.node.attribute("rel") == "author" }).filter(Byline.looksLikePerson) },
            { names(texts { $0.node.attribute("itemprop") == "author" }).filter(Byline.looksLikePerson) },
            { names(bylineLinks).filter(Byline.looksLikePerson) },
            { names(bylines, needsCue: true) },
            { names(bylines).filter(Byline.looksLikePerson) },
        ]
        for source in sources {
            let found = source()
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Elements looked at for one kind of mark.
    private static let elementLimit = 40

    /// The short texts of elements of the story.
    private func texts(_ isMarked: @escaping (Page.Element) -> Bool) -> [String] {
        story.elements.lazy.filter { index in
            let element = page.elements[index]
            let mayHold = element.tag == .a || element.tag == .span || element.cues.contains(.byline)
            return mayHold && !story.isElsewhere(index) && isMarked(element)
        }.prefix(Authors.elementLimit).compactMap { shortText(of: page.elements[$0]) }
    }

    private func shortText(of element: Page.Element) -> String? {
        let text = PlainText.trimmed(element.node.text)
        return text.isEmpty || text.utf8.count > 120 ? nil : text
    }

    /// Links inside the first element that is called a byline.
    private var bylineLinks: [String] {
        let bylines = story.elements.lazy.filter {
            page.elements[$0].cues.contains(.byline) && !story.isElsewhere($0)
        }
        for index in bylines.prefix(Authors.elementLimit) {
            let links = (index..<Int(page.elements[index].end)).filter { page.elements[$0].tag == .a }
                .compactMap { shortText(of: page.elements[$0]) }
            if links.contains(where: Byline.looksLikePerson) { return links }
        }
        return []
    }

    private var bylines: [String] {
        Array(texts { $0.cues.contains(.byline) }.prefix(8))
    }

    /// The people named in some texts, each once.
    private func names(_ texts: [String], needsCue: Bool = false) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        for text in texts.prefix(12) {
            // What follows an outlet is its place: `Example News, Frankfurt, Germany`.
            for name in Byline.names(in: text, needsCue: needsCue).prefix(while: isPerson) {
                if seen.insert(PlainText.letters(name)).inserted { found.append(name) }
            }
        }
        return found
    }

    private func isPerson(_ name: String) -> Bool {
        let letters = PlainText.letters(name)
        return letters.utf8.count > 2 && name.utf8.count < 80 && !outlets.contains(letters) && !Byline.isOutlet(name)
    }
}
