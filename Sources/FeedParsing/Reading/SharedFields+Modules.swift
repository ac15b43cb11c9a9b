internal import NewsModel

extension SharedFields {
    /// Source: DCMI Metadata Terms, sections 2 and 3.
    mutating func readDublinCore(_ element: Element) -> Bool {
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

    /// The day of printing, where there is no other date.
    ///
    /// Source: PRISM Basic Metadata 2.0.
    mutating func readPRISM(_ element: Element) -> Bool {
        guard element.tag == .publicationdate else { return false }
        take(element, into: \.date, rank: 0)
        return true
    }

    /// Source: Apple, "A podcaster's guide to RSS".
    mutating func readITunes(_ element: Element) -> Bool {
        switch element.tag {
        case .title: title.offer(construct(element).plain(context), rank: 1)
        case .author: if authors.isEmpty { add(author: context.person(element)) }
        case .owner: publisher = publisher ?? context.person(element)
        case .category: addNestedCategory(element)
        case .keywords: addCategories(context.text(element), separator: UInt8(ascii: ","), scheme: SharedFields.itunes)
        default: return false
        }
        return true
    }

    static let itunes = "http://www.itunes.com/"

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
