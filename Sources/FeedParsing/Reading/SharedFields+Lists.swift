internal import NewsModel

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
        var category = category
        category.term = HTMLText.withoutTags(category.term)
        category.label = category.label.map(HTMLText.withoutTags)
        guard !category.term.trimmed.isEmpty, categories.count < SharedFields.listLimit,
            !categories.contains(where: { isSame($0, category) })
        else { return }
        categories.append(category)
    }

    /// Byte by byte: comparing text as Unicode does costs more than reading it.
    private func isSame(_ left: Feed.Category, _ right: Feed.Category) -> Bool {
        left.term.utf8.count == right.term.utf8.count && left.term.utf8.elementsEqual(right.term.utf8)
            && left.scheme == right.scheme
    }

    mutating func addCategories(_ list: String?, separator: UInt8, scheme: String? = nil) {
        for term in (list ?? "").utf8.split(separator: separator).prefix(SharedFields.listLimit) {
            add(category: Feed.Category(term: String(Substring(term)).trimmed, scheme: scheme))
        }
    }

    /// A category of Atom, in attributes, or of RSS, in text.
    mutating func addCategory(_ element: Element) {
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
        var rel = element.attribute("rel")?.trimmed.lowercased() ?? ""
        if rel.hasPrefix(SharedFields.relations) { rel = String(rel.dropFirst(SharedFields.relations.count)) }
        var link = Feed.Link(
            href: href, rel: rel.isEmpty ? "alternate" : rel, type: element.attribute("type")?.trimmed,
            title: element.attribute("title").map(HTMLText.withoutTags), hreflang: element.attribute("hreflang"),
            length: element.attribute("length").flatMap { Int($0.trimmed) })
        if link.type == nil, rel == "self" { link.type = "application/atom+xml" }
        if link.type == nil, link.rel == "alternate" { link.type = "text/html" }
        if links.count < SharedFields.listLimit { links.append(link) }
        return link
    }

    /// The names of relations may be written out.
    ///
    /// Source: RFC 4287 section 4.2.7.2.
    private static let relations = "http://www.iana.org/assignments/relation/"

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
