internal import NewsModel

extension ItemReader {
    mutating func readLink(_ element: Element) {
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
    mutating func readGUID(_ element: Element) {
        guard let id = context.verbatim(element) else { return }
        item.id = id
        guard element.attribute("ispermalink")?.trimmed.lowercased() != "false" else { return }
        hasGUIDLink = WebLink.isWeb(id)
        if hasGUIDLink { shared.link.offer(context.link(id, in: element), rank: 1) }
    }

    /// An id is kept byte for byte, but for one that is a path, which names nothing without its host.
    func resolvedID(_ id: String, _ element: Element) -> String {
        id.hasPrefix("/") ? context.link(id, in: element) ?? id : id
    }

    mutating func readEnclosure(_ element: Element) {
        guard let url = context.link(element.attribute("url") ?? element.attribute("href"), in: element),
            item.enclosures.count < SharedFields.listLimit
        else { return }
        item.enclosures.append(
            FeedItem.Enclosure(
                url: url, type: element.attribute("type")?.trimmed,
                length: element.attribute("length").flatMap { Int($0.trimmed) }))
    }
}
