internal import NewsModel

/// Media RSS of one item.
///
/// Source: Media RSS specification 1.5.1.
struct MediaReader {
    let context: ReadingContext
    private(set) var media: [FeedItem.Media] = []
    /// The thumbnail, else the first picture.
    var image: String? {
        media.lazy.compactMap(\.thumbnail).first
            ?? media.first { $0.medium == "image" || $0.type?.hasPrefix("image/") == true }?.url
    }

    private static let limit = 200

    init(context: ReadingContext) {
        self.context = context
    }

    /// Takes what stands directly in the item: a medium, a group of them, or a thumbnail.
    mutating func read(_ element: Element) {
        switch element.tag {
        case .content: add(medium(element))
        case .group: readGroup(element)
        case .thumbnail: addThumbnail(element)
        case .player: addPlayer(element)
        default: return
        }
    }

    /// The forms of one medium; what the group says holds for each.
    private mutating func readGroup(_ element: Element) {
        var common = FeedItem.Media()
        for child in element.children where child.vocabulary == .media { describe(child, &common) }
        let forms = element.children.filter { $0.isNamed(.content, .media) }
        if forms.isEmpty, common != FeedItem.Media() { add(common) }
        for form in forms {
            var medium = medium(form)
            medium.thumbnail = medium.thumbnail ?? common.thumbnail
            medium.title = medium.title ?? common.title
            medium.description = medium.description ?? common.description
            medium.credit = medium.credit ?? common.credit
            add(medium)
        }
    }

    private func medium(_ element: Element) -> FeedItem.Media {
        var medium = FeedItem.Media()
        medium.url = context.link(element.attribute("url"), in: element)
        medium.type = element.attribute("type")?.trimmed
        medium.medium = element.attribute("medium")?.trimmed
        medium.width = element.attribute("width").flatMap { Int($0.trimmed) }
        medium.height = element.attribute("height").flatMap { Int($0.trimmed) }
        medium.duration = element.attribute("duration").flatMap(MediaReader.seconds)
        for child in element.children where child.vocabulary == .media { describe(child, &medium) }
        return medium
    }

    private func describe(_ element: Element, _ medium: inout FeedItem.Media) {
        switch element.tag {
        case .thumbnail: medium.thumbnail = medium.thumbnail ?? thumbnail(element)
        case .title: medium.title = medium.title ?? TextConstruct(element, isAtom: false).plain(context)
        case .description:
            medium.description = medium.description ?? TextConstruct(element, isAtom: false).plain(context)
        case .credit: medium.credit = medium.credit ?? TextConstruct(element, isAtom: false).plain(context)
        default: return
        }
    }

    private func thumbnail(_ element: Element) -> String? {
        context.link(element.attribute("url"), in: element) ?? context.link(element)
    }

    /// A thumbnail beside the media stands for itself.
    private mutating func addThumbnail(_ element: Element) {
        var medium = FeedItem.Media()
        medium.thumbnail = thumbnail(element)
        medium.width = element.attribute("width").flatMap { Int($0.trimmed) }
        medium.height = element.attribute("height").flatMap { Int($0.trimmed) }
        add(medium)
    }

    private mutating func addPlayer(_ element: Element) {
        var medium = FeedItem.Media()
        medium.url = context.link(element.attribute("url"), in: element)
        add(medium)
    }

    private mutating func add(_ medium: FeedItem.Media) {
        guard medium.url != nil || medium.thumbnail != nil, media.count < MediaReader.limit else { return }
        media.append(medium)
    }

    /// The categories that a `media:category` or `media:keywords` names.
    func categories(_ element: Element) -> [Feed.Category] {
        guard let text = context.text(element) else { return [] }
        if element.tag == .keywords {
            return text.split(separator: ",").prefix(SharedFields.listLimit).map {
                Feed.Category(term: String($0).trimmed)
            }
        }
        let scheme = element.attribute("scheme") ?? "http://search.yahoo.com/mrss/category_schema"
        return [Feed.Category(term: text, scheme: scheme, label: element.attribute("label"))]
    }

    /// Seconds, from `90`, `1:30` or `0:01:30`.
    static func seconds(_ text: String) -> Double? {
        var total = 0.0
        let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        for part in parts {
            guard let number = Double(part), number >= 0, number < 1e9 else { return nil }
            total = total * 60 + number
        }
        return total
    }
}
