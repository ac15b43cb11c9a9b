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
        case .prism: readPRISM(element)
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
        case .tags, .keywords: addCategories(context.text(element), separator: UInt8(ascii: ","))
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
