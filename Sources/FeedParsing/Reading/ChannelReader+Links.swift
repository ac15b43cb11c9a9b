internal import NewsModel

extension ChannelReader {
    mutating func readLink(_ element: Element) {
        guard element.attribute("href") != nil || element.attribute("rel") != nil else {
            shared.addPage(context.link(element), rank: 3)
            return
        }
        guard let link = shared.addLink(element) else { return }
        if let rank = SharedFields.rank(of: link) { shared.link.offer(link.href, rank: rank) }
        switch link.rel {
        case "self": feed.selfLink = feed.selfLink ?? link.href
        case "hub": if feed.hubs.count < 10 { feed.hubs.append(link.href) }
        case "next", "next-archive": feed.next = feed.next ?? link.href
        default: return
        }
    }

    mutating func readGenerator(_ element: Element) {
        let uri = element.attribute("uri") ?? element.attribute("url")
        let generator = Feed.Generator(
            name: TextConstruct(element, isAtom: false).plain(context), url: context.link(uri, in: element),
            version: element.attribute("version"))
        if generator != Feed.Generator() { feed.generator = generator }
    }

    mutating func readImage(_ element: Element) {
        guard element.hasElements else {
            if let url = context.link(element) ?? context.link(element.attribute("href"), in: element),
                feed.image == nil
            {
                feed.image = Feed.Image(url: url)
            }
            return
        }
        var image = Feed.Image()
        for child in element.children where child.vocabulary != .media {
            switch child.tag {
            case .url: image.url = context.link(child)
            case .title: image.title = TextConstruct(child, isAtom: false).plain(context)
            case .link: image.link = context.link(child)
            case .description: image.description = TextConstruct(child, isAtom: false).plain(context)
            case .width: image.width = context.number(child)
            case .height: image.height = context.number(child)
            default: continue
            }
        }
        if image != Feed.Image() { feed.image = image }
    }
}
