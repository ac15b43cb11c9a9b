internal import NewsModel

/// Reads one item of RSS, RDF, Atom or CDF, element by element.
struct ItemReader {
    private let context: ReadingContext
    private var shared: SharedFields
    private var item = FeedItem()
    private var media: MediaReader
    /// Texts are read last, since their links may be relative to the item's.
    private var summary = Ranked<Element>()
    private var content = Ranked<Element>()
    private var title: Element?
    private var description: Element?
    private var hasGUIDLink = false
    private var sourceAuthors: [Feed.Person] = []

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
        shared.addPage(context.link(element.attribute(qualified: "href"), in: element), rank: 3)
        shared.updated.offer(context.date(element.attribute(qualified: "lastmod")), rank: 1)
    }

    private mutating func read(_ element: Element) {
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
        case .summary, .tagline: offerSummary(element, rank: 6)
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

// MARK: Links and ids

extension ItemReader {
    private mutating func readLink(_ element: Element) {
        guard element.attribute("href") != nil || element.attribute("rel") != nil else {
            shared.addPage(context.link(element), rank: 3)
            return
        }
        guard let link = shared.addLink(element) else { return }
        if let rank = SharedFields.rank(of: link) { shared.link.offer(link.href, rank: rank) }
        switch link.rel {
        case "enclosure":
            var enclosure = FeedItem.Enclosure(url: link.href, type: link.type, length: link.length)
            enclosure.title = link.title
            item.enclosures.append(enclosure)
        case "license":
            item.license = item.license ?? link.href
        case "replies":
            readReplies(link, element)
        default:
            return
        }
    }

    /// Source: RFC 4685 section 4.
    private mutating func readReplies(_ link: Feed.Link, _ element: Element) {
        item.commentsCount = item.commentsCount ?? element.attribute("count").flatMap { Int($0.trimmed) }
        if link.type?.hasPrefix("text/html") == true {
            item.comments = item.comments ?? link.href
        } else {
            item.commentsFeed = item.commentsFeed ?? link.href
        }
    }

    /// A guid is a link to the item unless it says that it is not.
    private mutating func readGUID(_ element: Element) {
        guard let id = context.verbatim(element) else { return }
        item.id = id
        guard element.attribute("ispermalink")?.trimmed.lowercased() != "false" else { return }
        hasGUIDLink = WebLink.isWeb(id)
        if hasGUIDLink { shared.link.offer(context.link(id, in: element), rank: 1) }
    }

    /// An id is kept byte for byte, but for one that is a path, which names nothing without its host.
    private func resolvedID(_ id: String, _ element: Element) -> String {
        id.hasPrefix("/") ? context.link(id, in: element) ?? id : id
    }

    private mutating func readEnclosure(_ element: Element) {
        guard let url = context.link(element.attribute("url") ?? element.attribute("href"), in: element),
            item.enclosures.count < SharedFields.listLimit
        else { return }
        item.enclosures.append(
            FeedItem.Enclosure(
                url: url, type: element.attribute("type")?.trimmed,
                length: element.attribute("length").flatMap { Int($0.trimmed) }))
    }
}

// MARK: Sources, modules, places

extension ItemReader {
    /// Where the item was taken from: `url` and text in RSS, a feed's own elements in Atom.
    private mutating func readSource(_ element: Element) {
        var source = FeedItem.Source()
        source.url = context.link(element.attribute("url"), in: element)
        if element.hasElements {
            let feed = ChannelReader.read(element, context: context, isAtom: element.vocabulary == .atom)
            source.title = feed.title
            source.link = feed.link
            source.url = source.url ?? feed.selfLink
            source.id = feed.id
            source.updated = feed.updated
            if shared.authors.isEmpty { sourceAuthors = feed.authors }
        } else {
            source.title = TextConstruct(element, isAtom: false).plain(context)
        }
        if source != FeedItem.Source() { item.source = source }
    }

    private mutating func readExpiry(_ element: Element) {
        guard let text = context.text(element) else { return }
        // dcterms:valid may hold a period: `start=2003-12-31;end=2004-12-31`.
        let end = text.split(separator: ";").map { String($0).trimmed }.first { $0.hasPrefix("end=") }
        item.expired = context.date(end.map { String($0.dropFirst(4)) } ?? text) ?? item.expired
    }

    private mutating func readLicense(_ element: Element) {
        item.license =
            item.license ?? context.link(element) ?? context.link(element.attribute("resource"), in: element)
    }

    private mutating func readModule(_ element: Element) {
        switch (element.vocabulary, element.tag) {
        case (.commentAPI, .commentrss): item.commentsFeed = context.link(element) ?? item.commentsFeed
        case (.slash, .comments), (.threading, .total):
            item.commentsCount = context.number(element) ?? item.commentsCount
        case (.feedburner, .origlink): item.originalLink = context.link(element) ?? item.originalLink
        case (.creativeCommons, .license): readLicense(element)
        case (.publishing, .control):
            item.isDraft = element.child(.draft).flatMap(context.text)?.lowercased() == "yes"
        default: return
        }
    }

    /// Source: GeoRSS Simple and GML; the W3C's Basic Geo vocabulary.
    private mutating func readPlace(_ element: Element) {
        switch element.tag {
        case .lat: item.latitude = context.text(element).flatMap(Double.init) ?? item.latitude
        case .long, .lon: item.longitude = context.text(element).flatMap(Double.init) ?? item.longitude
        case .point where !element.hasElements, .pos: readPoint(context.text(element))
        default: for child in element.children.prefix(8) where child.vocabulary == .geo { readPlaceInside(child) }
        }
    }

    private mutating func readPlaceInside(_ element: Element) {
        guard let position = element.child(.pos) else {
            if [.lat, .long, .lon, .pos].contains(element.tag) { readPlace(element) }
            return
        }
        readPoint(context.text(position))
    }

    private mutating func readPoint(_ text: String?) {
        let numbers = (text ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
        guard numbers.count == 2 else { return }
        item.latitude = numbers[0]
        item.longitude = numbers[1]
    }
}

// MARK: The whole

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
        item.rights = shared.rights.value?.value
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

    private func text(_ element: Element) -> (text: Feed.RichText, image: String?)? {
        shared.construct(element).rich(base: textBase(element), context)
    }

    /// Links in a text are relative to `xml:base`, in RSS else to the item's page, else to the document.
    private func textBase(_ element: Element) -> String? {
        if element.baseHolder != nil { return context.base(of: element) }
        let page = item.link
        return shared.isAtom ? context.base ?? page ?? context.siteLink : page ?? context.base ?? context.siteLink
    }
}
