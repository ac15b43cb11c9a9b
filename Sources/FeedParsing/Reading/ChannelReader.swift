internal import NewsModel

/// Reads what a feed says of itself, from the elements of its channel.
struct ChannelReader {
    let context: ReadingContext
    var shared: SharedFields
    var feed = Feed(format: "")
    var description = Ranked<Element>()
    private var period: Period?
    private var frequency = 1
    /// A picture that is not said to be the feed's own.
    private var picture: String?

    init(context: ReadingContext, isAtom: Bool) {
        self.context = context
        shared = SharedFields(context: context, isAtom: isAtom)
    }

    /// The feed that one element describes, as `atom:source` does.
    static func read(_ element: Element, context: ReadingContext, isAtom: Bool) -> Feed {
        var reader = ChannelReader(context: context, isAtom: isAtom)
        for child in element.children { reader.read(child) }
        return reader.finish()
    }

    /// CDF puts the channel's page and date into attributes.
    mutating func readAttributes(_ channel: Element) {
        shared.addPage(context.link(channel.attribute(qualified: "href"), in: channel), rank: 3)
        shared.updated.offer(context.date(channel.attribute(qualified: "lastmod")), rank: 1)
    }

    mutating func read(_ element: Element) {
        if shared.read(element) { return }
        switch element.vocabulary {
        case .rss, .atom: readCore(element)
        case .dublinCore, .dublinCoreTerms: readDublinCore(element)
        case .itunes: readITunes(element)
        case .syndication: readSyndication(element)
        case .media: readMedia(element)
        default: readModule(element)
        }
    }

    private mutating func readCore(_ element: Element) {
        switch element.tag {
        case .link: readLink(element)
        case .id, .guid: feed.id = context.verbatim(element).map { resolvedID($0, element) } ?? feed.id
        case .description: description.offer(element, rank: 4)
        case .subtitle, .tagline: description.offer(element, rank: 4)
        case .summary, .abstract, .info: description.offer(element, rank: 2)
        case .language: feed.language = feed.language ?? context.normalized(language: context.text(element))
        case .generator: readGenerator(element)
        case .image: readImage(element)
        case .icon: feed.icon = feed.icon ?? context.link(element)
        case .logo:
            feed.logo = feed.logo ?? context.link(element) ?? context.link(element.attribute("href"), in: element)
        default: readPolling(element)
        }
    }

    private mutating func readPolling(_ element: Element) {
        switch element.tag {
        case .ttl: feed.timeToLive = context.number(element).flatMap { $0 >= 0 ? $0 : nil } ?? feed.timeToLive
        case .skiphours:
            feed.skipHours = skipped(element, .hour) { Int($0).flatMap { (0...24).contains($0) ? $0 % 24 : nil } }
        case .skipdays: feed.skipDays = skipped(element, .day) { $0.isEmpty ? nil : $0 }
        case .newlocation: feed.newURL = feed.newURL ?? context.link(element)
        case .redirect: if let location = element.child(.newlocation) { readPolling(location) }
        default: return
        }
    }

    private mutating func readDublinCore(_ element: Element) {
        switch element.tag {
        case .description: description.offer(element, rank: 3)
        case .language: feed.language = feed.language ?? context.normalized(language: context.text(element))
        default: return
        }
    }

    private mutating func readITunes(_ element: Element) {
        switch element.tag {
        case .summary: description.offer(element, rank: 1)
        case .subtitle: description.offer(element, rank: 0)
        case .newfeedurl: feed.newURL = context.link(element) ?? feed.newURL
        case .image: readITunesImage(element)
        default: return
        }
    }

    private mutating func readMedia(_ element: Element) {
        var media = MediaReader(context: context)
        if element.tag == .keywords || element.tag == .category {
            for category in media.categories(element) { shared.add(category: category) }
        }
        media.read(element)
        picture = picture ?? media.image
    }

    private mutating func readITunesImage(_ element: Element) {
        guard let url = context.link(element.attribute("href") ?? element.attribute("url"), in: element) else { return }
        if feed.image == nil { feed.image = Feed.Image(url: url) }
    }

    private mutating func readModule(_ element: Element) {
        switch (element.vocabulary, element.tag) {
        case (.history, .complete): feed.isComplete = true
        case (.tombstones, .deletedentry):
            if let id = element.attribute("ref"), feed.deletedIDs.count < 10_000 { feed.deletedIDs.append(id) }
        case (.other, .other) where element.name.hasSuffix("generatorAgent"):
            feed.generator = feed.generator ?? element.attribute("resource").map { Feed.Generator(url: $0) }
        default: return
        }
    }

    private func skipped<Value>(_ element: Element, _ tag: Tag, _ value: (String) -> Value?) -> [Value] {
        element.children.filter { $0.tag == tag }.prefix(31).compactMap { context.text($0).flatMap(value) }
    }

    /// An id is kept byte for byte, but for one that is a path, which names nothing without its host.
    private func resolvedID(_ id: String, _ element: Element) -> String {
        id.hasPrefix("/") ? context.link(id, in: element) ?? id : id
    }
}

extension ChannelReader {
    private enum Period: String {
        case hourly, daily, weekly, monthly, yearly

        var length: Duration {
            switch self {
            case .hourly: .seconds(3600)
            case .daily: .seconds(86_400)
            case .weekly: .seconds(604_800)
            case .monthly: .seconds(2_592_000)
            case .yearly: .seconds(31_536_000)
            }
        }
    }

    /// Source: RDF Site Summary 1.0 Modules: Syndication.
    private mutating func readSyndication(_ element: Element) {
        switch element.tag {
        case .updateperiod: period = context.text(element).flatMap { Period(rawValue: $0.lowercased()) } ?? .daily
        case .updatefrequency: frequency = min(max(context.number(element) ?? 1, 1), 3600)
        default: return
        }
    }

    /// What was read. The format, the language of the document and the items are added by others.
    func finish() -> Feed {
        var feed = feed
        feed.title = shared.title.value
        feed.link = shared.link.value
        feed.links = shared.links
        feed.published = shared.publishedDate ?? shared.created.value
        feed.updated = shared.updatedDate
        feed.authors = shared.authors
        feed.contributors = shared.contributors
        feed.publisher = shared.publisher
        feed.categories = shared.categories
        feed.rights = shared.rights.value
        feed.updateInterval = period.map { $0.length / frequency }
        let rich = description.value.flatMap { element in
            shared.construct(element).rich(base: context.base(of: element), context)
        }
        feed.description = rich?.text
        feed.image = feed.image ?? (picture ?? rich?.image).map { Feed.Image(url: $0) }
        return feed
    }
}
