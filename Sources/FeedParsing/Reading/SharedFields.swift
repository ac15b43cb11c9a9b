internal import NewsModel

/// The fields that a feed and its items have in common, gathered from whatever vocabulary gives them.
struct SharedFields {
    let context: ReadingContext
    /// Whether texts without a type are plain, as in Atom.
    let isAtom: Bool

    var title = Ranked<String>()
    var link = Ranked<String>()
    var links: [Feed.Link] = []
    var published = Ranked<Timestamp>()
    var updated = Ranked<Timestamp>()
    var created = Ranked<Timestamp>()
    /// `dc:date`, which does not say of what it is the date.
    var date = Ranked<Timestamp>()
    var unreadDate: String?
    var authors: [Feed.Person] = []
    var contributors: [Feed.Person] = []
    var publisher: Feed.Person?
    var categories: [Feed.Category] = []
    var rights = Ranked<Feed.RichText>()

    /// People, categories and links kept of each item; an item with more is an attack.
    static let listLimit = 500

    init(context: ReadingContext, isAtom: Bool) {
        self.context = context
        self.isAtom = isAtom
    }

    /// Takes what an element says. Answers whether it said anything of these fields.
    mutating func read(_ element: Element) -> Bool {
        switch element.vocabulary {
        case .rss, .atom: readText(element) || readDate(element) || readPerson(element)
        case .dublinCore, .dublinCoreTerms: readDublinCore(element)
        case .itunes: readITunes(element)
        default: false
        }
    }

    /// A text element: plain by default in Atom's vocabulary only.
    func construct(_ element: Element) -> TextConstruct {
        TextConstruct(element, isAtom: isAtom || element.vocabulary == .atom)
    }

    func rich(_ element: Element) -> Feed.RichText? {
        construct(element).rich(base: context.base(of: element), context)?.text
    }

    private mutating func readText(_ element: Element) -> Bool {
        switch element.tag {
        case .title: title.offer(construct(element).plain(context), rank: 4)
        case .rights, .copyright: rights.offer(rich(element), rank: 3)
        case .category: addCategory(element)
        case .tags, .keywords: addCategories(context.text(element), separator: ",")
        default: return false
        }
        return true
    }

    private mutating func readPerson(_ element: Element) -> Bool {
        switch element.tag {
        case .author, .managingeditor: add(author: context.person(element))
        case .contributor: add(contributor: context.person(element))
        case .webmaster: publisher = context.person(element) ?? publisher
        default: return false
        }
        return true
    }
}

// MARK: Dates

extension SharedFields {
    private mutating func readDate(_ element: Element) -> Bool {
        switch element.tag {
        case .pubdate, .published, .issued, .publicationdate: take(element, into: \.published, rank: 4)
        case .updated, .modified, .lastbuilddate, .lastmod: take(element, into: \.updated, rank: 4)
        case .created: take(element, into: \.created, rank: 4)
        case .date: take(element, into: \.date, rank: 1)
        default: return false
        }
        return true
    }

    /// Takes a date that can be read; of one that cannot, its text. Of several equals the last counts.
    mutating func take(_ element: Element, into field: WritableKeyPath<SharedFields, Ranked<Timestamp>>, rank: Int) {
        let (date, unread) = context.date(element)
        self[keyPath: field].replace(date, rank: rank)
        unreadDate = unreadDate ?? unread
    }

    /// The dates as they are meant: a date of nothing in particular is that of publication, where no other is.
    var publishedDate: Timestamp? {
        published.value ?? date.value
    }

    var updatedDate: Timestamp? {
        updated.value ?? (published.value == nil ? nil : date.value)
    }
}

// MARK: Dublin Core and iTunes

extension SharedFields {
    /// Source: DCMI Metadata Terms, sections 2 and 3.
    private mutating func readDublinCore(_ element: Element) -> Bool {
        switch element.tag {
        case .title: title.offer(construct(element).plain(context), rank: 3)
        case .creator, .author: add(author: context.person(element))
        case .contributor: add(contributor: context.person(element))
        case .publisher: publisher = publisher ?? context.person(element)
        case .subject: add(category: Feed.Category(term: context.text(element) ?? ""))
        case .rights: rights.offer(rich(element), rank: 2)
        case .date: take(element, into: \.date, rank: 2)
        case .issued: take(element, into: \.published, rank: 3)
        case .modified: take(element, into: \.updated, rank: 3)
        case .created: take(element, into: \.created, rank: 3)
        default: return false
        }
        return true
    }

    /// Source: Apple, "A podcaster's guide to RSS".
    private mutating func readITunes(_ element: Element) -> Bool {
        switch element.tag {
        case .title: title.offer(construct(element).plain(context), rank: 1)
        case .author: if authors.isEmpty { add(author: context.person(element)) }
        case .owner: publisher = publisher ?? context.person(element)
        case .category: addNestedCategory(element)
        case .keywords: addCategories(context.text(element), separator: ",", scheme: SharedFields.itunes)
        default: return false
        }
        return true
    }

    private static let itunes = "http://www.itunes.com/"

    private mutating func addNestedCategory(_ element: Element) {
        if let term = element.attribute("text") {
            add(category: Feed.Category(term: term, scheme: SharedFields.itunes))
        }
        for inner in element.children where inner.isNamed(.category, .itunes) {
            if let term = inner.attribute("text") {
                add(category: Feed.Category(term: term, scheme: SharedFields.itunes))
            }
        }
    }
}

// MARK: Lists

extension SharedFields {
    mutating func add(author person: Feed.Person?) {
        guard let person, authors.count < SharedFields.listLimit, !authors.contains(person) else { return }
        authors.append(person)
    }

    mutating func add(contributor person: Feed.Person?) {
        guard let person, contributors.count < SharedFields.listLimit else { return }
        contributors.append(person)
    }

    mutating func add(category: Feed.Category) {
        guard !category.term.trimmed.isEmpty, categories.count < SharedFields.listLimit,
            !categories.contains(where: { isSame($0, category) })
        else { return }
        categories.append(category)
    }

    /// Byte by byte: comparing text as Unicode does costs more than reading it.
    private func isSame(_ left: Feed.Category, _ right: Feed.Category) -> Bool {
        left.term.utf8.elementsEqual(right.term.utf8) && left.scheme == right.scheme
    }

    private mutating func addCategories(_ list: String?, separator: Character, scheme: String? = nil) {
        for term in (list ?? "").split(separator: separator).prefix(SharedFields.listLimit) {
            add(category: Feed.Category(term: String(term).trimmed, scheme: scheme))
        }
    }

    /// A category of Atom, in attributes, or of RSS, in text.
    private mutating func addCategory(_ element: Element) {
        let scheme = element.attribute("scheme") ?? element.attribute("domain")
        let label = element.attribute("label").map { HTMLText.visible(Array($0.utf8)) }
        let term = element.attribute("term") ?? construct(element).plain(context) ?? label ?? ""
        add(category: Feed.Category(term: HTMLText.collapsed(term.utf8), scheme: scheme, label: label))
    }

    /// Adds a link and answers it; `nil` where it leads nowhere.
    ///
    /// Source: RFC 4287 section 4.2.7.
    mutating func addLink(_ element: Element) -> Feed.Link? {
        guard let href = element.attribute("href").map({ context.link($0, in: element) }) ?? context.link(element)
        else {
            return nil
        }
        let rel = element.attribute("rel")?.trimmed.lowercased() ?? ""
        var link = Feed.Link(
            href: href, rel: rel.isEmpty ? "alternate" : rel, type: element.attribute("type")?.trimmed,
            title: element.attribute("title"), hreflang: element.attribute("hreflang"),
            length: element.attribute("length").flatMap { Int($0.trimmed) })
        if link.type == nil, rel == "self" { link.type = "application/atom+xml" }
        if link.type == nil, link.rel == "alternate" { link.type = "text/html" }
        if links.count < SharedFields.listLimit { links.append(link) }
        return link
    }

    /// Adds the page an RSS `link` names in its text.
    mutating func addPage(_ href: String?, rank: Int) {
        guard let href else { return }
        if links.count < SharedFields.listLimit {
            links.append(Feed.Link(href: href, rel: "alternate", type: "text/html"))
        }
        link.offer(href, rank: rank)
    }

    /// How well a link of Atom serves as the link: pages before other forms.
    static func rank(of link: Feed.Link) -> Int? {
        guard link.rel == "alternate" else { return nil }
        let type = link.type?.lowercased() ?? ""
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") ? 4 : 2
    }
}
