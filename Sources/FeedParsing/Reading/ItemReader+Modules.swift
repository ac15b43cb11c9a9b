internal import NewsModel

extension ItemReader {
    /// Where the item was taken from: `url` and text in RSS, a feed's own elements in Atom.
    mutating func readSource(_ element: Element) {
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

    mutating func readExpiry(_ element: Element) {
        guard let text = context.text(element) else { return }
        // dcterms:valid may hold a period: `start=2003-12-31;end=2004-12-31`.
        let end = text.split(separator: ";").map { String($0).trimmed }.first { $0.hasPrefix("end=") }
        item.expired = context.date(end.map { String($0.dropFirst(4)) } ?? text) ?? item.expired
    }

    mutating func readLicense(_ element: Element) {
        item.license =
            item.license ?? context.link(element) ?? context.link(element.attribute("resource"), in: element)
    }

    mutating func readModule(_ element: Element) {
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
    mutating func readPlace(_ element: Element) {
        switch element.tag {
        case .lat: item.latitude = degrees(context.text(element), upTo: 90) ?? item.latitude
        case .long, .lon: item.longitude = degrees(context.text(element), upTo: 180) ?? item.longitude
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
        let numbers = (text ?? "").split { $0 == " " || $0 == "," }.map(String.init)
        guard numbers.count == 2, let latitude = degrees(numbers[0], upTo: 90),
            let longitude = degrees(numbers[1], upTo: 180)
        else { return }
        item.latitude = latitude
        item.longitude = longitude
    }

    private func degrees(_ text: String?, upTo limit: Double) -> Double? {
        text.flatMap(Double.init).flatMap { abs($0) <= limit ? $0 : nil }
    }
}
