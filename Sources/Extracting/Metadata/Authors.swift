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
            { names(writtenBy(meta)) },
            { names(markedAuthor).filter(Byline.looksLikePerson) },
            { names(texts { $0.node.attribute("itemprop") == "author" }).filter(Byline.looksLikePerson) },
            { names(bylineLinks).filter(Byline.looksLikePerson) },
            { names(bylines, needsCue: true).filter(Byline.looksLikePerson) },
            { names(authorLinks).filter(Byline.looksLikePerson) },
            { names(headLines, needsCue: true).filter(Byline.looksLikePerson) },
            { names(bylines).filter(Byline.looksLikePerson) },
            { names(bylines, needsCue: true) },
            { names(writtenBy).filter(Byline.looksLikePerson) },
            { only(names(everyAuthorLink).filter(Byline.looksLikePerson)) },
            // A name for the web of one word.
            { only(names(markedAuthor).filter { !Byline.isLabel($0) }) },
        ]
        for source in sources {
            let found = source()
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Elements looked at for one kind of mark.
    private static let elementLimit = 40

    /// `twitter:data1`, where `twitter:label1` says that it is the writer.
    private func writtenBy(_ meta: MetaTags) -> [String] {
        [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")].compactMap { label, data in
            guard let label = meta.first(label), Authors.writerLabels.contains(label.lowercased()) else { return nil }
            return meta.first(data)
        }
    }

    /// The labels of the most used plug-in, in its larger languages.
    private static let writerLabels: Set<String> = [
        "written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door", "كُتب بواسطة",
        "كتب بواسطة", "نویسنده", "yazan", "napisane przez", "skrevet av", "skrevet af", "skriven av",
        "написано автором",
        "執筆者", "נכתב על ידי",
    ]

    /// The texts of the first links with `rel="author"` that stand together. Further down they are of other stories.
    private var markedAuthor: [String] {
        let marked = story.elements.filter { index in
            let element = page.elements[index]
            return mayHold(element) && element.node.attribute("rel") == "author" && isOfStory(index)
        }
        var last = marked.first.map { page.elements[$0].firstBlock } ?? 0
        return marked.prefix { index in
            defer { last = page.elements[index].firstBlock }
            return page.elements[index].firstBlock <= last + 3
        }.compactMap { shortText(of: page.elements[$0]) }
    }

    private func mayHold(_ element: Page.Element) -> Bool {
        element.tag == .a || element.tag == .span || element.cues.contains(.byline)
    }

    /// Whether an element speaks of this story's writer, as far as its place tells.
    private func isOfStory(_ index: Int) -> Bool {
        !story.isElsewhere(index) && !isInSentence(index)
    }

    /// Whether an element is part of a longer line: somebody the story speaks of.
    private func isInSentence(_ index: Int) -> Bool {
        let block = Int(page.elements[index].firstBlock)
        return page.blocks.indices.contains(block) && page.blocks[block].letters >= 150
    }

    /// The short texts of elements of the story.
    private func texts(_ isMarked: @escaping (Page.Element) -> Bool) -> [String] {
        story.elements.lazy.filter { index in
            mayHold(page.elements[index]) && !story.isElsewhere(index) && isMarked(page.elements[index])
        }.prefix(Authors.elementLimit).compactMap { shortText(of: page.elements[$0]) }
    }

    /// The text of an element; lines after the first one say something else.
    private func shortText(of element: Page.Element) -> String? {
        let lines = Int(element.firstBlock)..<Int(element.endBlock)
        let first = lines.first { page.blocks[$0].letters > 0 && !Byline.isOpening(page.string(page.blocks[$0])) }
        let text =
            lines.count > 1 && element.tag.breaksLine
            ? first.map { page.string(page.blocks[$0]) } ?? "" : PlainText.trimmed(element.node.text)
        return text.isEmpty || text.utf8.count > 120 ? nil : text
    }

    /// Links inside the first element that is called a byline.
    private var bylineLinks: [String] {
        let bylines = story.elements.lazy.filter {
            page.elements[$0].cues.contains(.byline) && !story.isElsewhere($0)
        }
        for index in bylines.prefix(Authors.elementLimit) {
            let inside = index..<Int(page.elements[index].end)
            let links = inside.filter { page.elements[$0].tag == .a && isOfStory($0) }.compactMap {
                shortText(of: page.elements[$0])
            }
            if links.contains(where: Byline.looksLikePerson) { return links }
            // Or each name in a `span` of its own.
            let spans = inside.filter { page.elements[$0].tag == .span && Int(page.elements[$0].end) == $0 + 1 }
                .compactMap { shortText(of: page.elements[$0]) }
            if spans.count > 1, spans.allSatisfy(Byline.looksLikePerson) { return spans }
        }
        return []
    }

    private var bylines: [String] {
        Array(texts { $0.cues.contains(.byline) && !describes($0) }.prefix(8))
    }

    /// `author-description`, `byline__role`: what the writer is, not who.
    private func describes(_ element: Page.Element) -> Bool {
        guard let name = element.node.attribute("class")?.lowercased() else { return false }
        return ["desc", "bio", "role", "job"].contains(where: name.contains)
    }

    /// The texts of links to a page about a writer, around the headline.
    private var authorLinks: [String] {
        guard let first = story.head.min(), let last = story.head.max() else { return [] }
        let links = story.elements.lazy.filter { index in
            let element = page.elements[index]
            return element.tag == .a && (first...last).contains(Int(element.firstBlock)) && !story.isElsewhere(index)
                && leadsToWriter(element)
        }
        return links.prefix(Authors.elementLimit).compactMap { shortText(of: page.elements[$0]) }
    }

    /// The texts of links to writers anywhere on the page.
    private var everyAuthorLink: [String] {
        page.elements.indices.lazy.filter { index in
            let element = page.elements[index]
            guard element.tag == .a, !isInSentence(index), !story.isOfOthers(index) else { return false }
            return element.node.attribute("rel") == "author" || !story.isElsewhere(index) && leadsToWriter(element)
        }.prefix(Authors.elementLimit).compactMap { shortText(of: page.elements[$0]) }
    }

    /// One name alone; several are those of other stories.
    private func only(_ names: [String]) -> [String] {
        names.count == 1 ? names : []
    }

    private func leadsToWriter(_ link: Page.Element) -> Bool {
        guard let address = link.node.attribute("href"), address.utf8.count < 300 else { return false }
        return address.lowercased().split(separator: "/").dropLast().contains {
            Authors.writerFolders.contains(String($0))
        }
    }

    /// Folders of a site under which each writer has a page.
    private static let writerFolders: Set<String> = [
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "profile",
        "profiles",
        "editors", "staff", "writers", "writer", "reporters", "journalist", "journalists", "columnists", "contributor",
        "contributors", "people", "yazar", "yazarlar", "redakteur", "redaktion", "writer-profile", "bylines", "byline",
    ]

    /// Short lines around the headline.
    private var headLines: [String] {
        story.head.filter { page.blocks[$0].bytes.count < 100 }.flatMap { block in
            page.string(page.blocks[block]).split(whereSeparator: { "|•·●".contains($0) }).map {
                PlainText.trimmed(String($0))
            }
        }
    }

    /// What stands under a line that says nothing but `Written by`.
    private var writtenBy: [String] {
        (story.head + story.foot).compactMap { block in
            guard page.blocks[block].bytes.count < 30, page.blocks.indices.contains(block + 1),
                Byline.isOpening(page.string(page.blocks[block])), page.blocks[block + 1].bytes.count < 60
            else { return nil }
            return page.string(page.blocks[block + 1])
        }
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
        let words = name.split(separator: " ")
        // `Quelle: dpa`, `Photographs by Jane Doe`, `Download our new app`.
        if name.contains(":") || words.contains("by") || words.count > 2 && Byline.isLabel(name) { return false }
        return letters.utf8.count > 2 && name.utf8.count < 80 && !outlets.contains(letters) && !Byline.isOutlet(name)
    }
}
