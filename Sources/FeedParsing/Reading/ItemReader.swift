internal import NewsModel

/// Reads one item of RSS, RDF, Atom or CDF, element by element.
struct ItemReader {
    let context: ReadingContext
    var shared: SharedFields
    var item = FeedItem()
    private var media: MediaReader
    /// Texts are read last, since their links may be relative to the item's.
    private var summary = Ranked<Element>()
    private var content = Ranked<Element>()
    var title: Element?
    private var description: Element?
    var hasGUIDLink = false
    var sourceAuthors: [Feed.Person] = []

    static func read(_ element: Element, context: ReadingContext, isAtom: Bool) -> FeedItem {
        var reader = ItemReader(element, context: context, isAtom: isAtom)
        for child in element.children { reader.read(child) }
        return reader.finish(element)
    }

    private init(_ element: Element, context: ReadingContext, isAtom: Bool) {
        self.context = context
        shared = SharedFields(context: context, isAtom: isAtom)
        media = MediaReader(context: context)
        // RDF names its items, CDF links them, by attributes.
        item.id = element.attribute("about")?.trimmed
        if let id = item.id, WebLink.isWeb(id) { shared.link.offer(context.link(id, in: element), rank: 0) }
        shared.addPage(context.link(element.attribute(qualified: "href"), in: element), rank: 3)
        shared.updated.offer(context.date(element.attribute(qualified: "lastmod")), rank: 1)
    }

    mutating func read(_ element: Element) {
        if element.tag == .title { title = title ?? element }
        if shared.read(element) { return }
        switch element.vocabulary {
        case .rss, .atom: readCore(element)
        case .dublinCore, .dublinCoreTerms: readDublinCore(element)
        case .content, .xhtml: readBody(element)
        case .media: readMedia(element)
        case .itunes: readITunes(element)
        case .geo: readPlace(element)
        default: readModule(element)
        }
    }

    private mutating func readCore(_ element: Element) {
        switch element.tag {
        case .link: readLink(element)
        case .guid: readGUID(element)
        case .id: item.id = context.verbatim(element).map { resolvedID($0, element) } ?? item.id
        case .description: offerSummary(element, rank: 5)
        case .summary: offerSummary(element, rank: 7)
        case .tagline: offerSummary(element, rank: 6)
        case .abstract: offerSummary(element, rank: 2)
        case .content, .fullitem, .encoded: offerContent(element, rank: 4)
        case .body: offerContent(element, rank: 3)
        case .enclosure: readEnclosure(element)
        case .comments: item.comments = item.comments ?? context.link(element)
        case .source: readSource(element)
        case .expirationdate, .expires: readExpiry(element)
        case .image: item.image = item.image ?? context.link(element.child(.url) ?? element)
        case .language: item.language = item.language ?? context.normalized(language: context.text(element))
        case .license: readLicense(element)
        default: return
        }
    }

    private mutating func readDublinCore(_ element: Element) {
        switch element.tag {
        case .description: offerSummary(element, rank: 3)
        case .abstract: offerSummary(element, rank: 2)
        case .language: item.language = item.language ?? context.normalized(language: context.text(element))
        case .valid: readExpiry(element)
        default: return
        }
    }

    /// `content:encoded`, and the body of XHTML that some put into their items.
    private mutating func readBody(_ element: Element) {
        switch element.tag {
        case .encoded: offerContent(element, rank: 6)
        case .fulltext: offerContent(element, rank: 4)
        case .body, .div: offerContent(element, rank: 5)
        default: return
        }
    }

    private mutating func readITunes(_ element: Element) {
        switch element.tag {
        case .summary: offerSummary(element, rank: 1)
        case .subtitle: offerSummary(element, rank: 0)
        case .duration: item.duration = item.duration ?? context.text(element).flatMap(MediaReader.seconds)
        case .image:
            item.image = context.link(element.attribute("href") ?? element.attribute("url"), in: element) ?? item.image
        default: return
        }
    }

    private mutating func readMedia(_ element: Element) {
        switch element.tag {
        case .title: shared.title.offer(TextConstruct(element, isAtom: false).plain(context), rank: 0)
        case .description, .text: offerSummary(element, rank: -1)
        case .keywords, .category: for category in media.categories(element) { shared.add(category: category) }
        default: media.read(element)
        }
    }

    private mutating func offerSummary(_ element: Element, rank: Int) {
        guard !element.inside.isEmpty else { return }
        summary.offer(element, rank: rank)
        if element.isNamed(.description, .rss) { description = description ?? element }
    }

    private mutating func offerContent(_ element: Element, rank: Int) {
        item.contentSource = item.contentSource ?? context.link(element.attribute("src"), in: element)
        if !element.inside.isEmpty { content.offer(element, rank: rank) }
    }
}

extension ItemReader {
    private mutating func finish(_ element: Element) -> FeedItem {
        item.title = shared.title.value
        item.link = shared.link.value
        item.links = shared.links
        item.idIsLink = hasGUIDLink && (item.link == nil || shared.links.allSatisfy { $0.rel != "alternate" })
        item.published = shared.publishedDate
        item.updated = shared.updatedDate
        item.created = shared.created.value
        item.unreadDate = item.published == nil && item.updated == nil ? shared.unreadDate : nil
        item.authors = shared.authors.isEmpty ? sourceAuthors : shared.authors
        item.contributors = shared.contributors
        item.publisher = shared.publisher
        item.categories = shared.categories
        item.rights = shared.rights.value.map { $0.kind == .text ? HTMLText.plain(Array($0.value.utf8)) : $0.value }
        item.media = media.media
        finishTexts(element)
        return item
    }

    private mutating func finishTexts(_ element: Element) {
        // Beside a summary, the description is the text.
        if summary.value?.tag == .summary, content.value == nil, let description { content.offer(description, rank: 0) }
        let short = summary.value.flatMap(text)
        let full = content.value.flatMap(text)
        item.summary = short?.text
        item.content = full?.text
        item.language = context.language(of: content.value ?? summary.value ?? title ?? element) ?? item.language
        item.image =
            item.image ?? media.image ?? item.enclosures.first { $0.type?.hasPrefix("image/") == true }?.url
            ?? full?.image ?? short?.image
    }

    func text(_ element: Element) -> (text: Feed.RichText, image: String?)? {
        shared.construct(element).rich(base: textBase(element), context)
    }

    /// Links in a text are relative to `xml:base`, in RSS else to the item's page, else to the document.
    private func textBase(_ element: Element) -> String? {
        if element.baseHolder != nil { return context.base(of: element) }
        let page = item.link
        return shared.isAtom ? context.base ?? page ?? context.siteLink : page ?? context.base ?? context.siteLink
    }
}
