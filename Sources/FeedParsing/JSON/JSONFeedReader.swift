internal import NewsModel

/// Reads JSON Feed, of version 1 or 1.1.
///
/// Source: https://www.jsonfeed.org/version/1.1/ and /version/1/.
struct JSONFeedReader {
    let context: ReadingContext

    /// The feed an object describes; `nil` when it is none.
    static func read(_ value: JSONValue, context: ReadingContext) -> Feed? {
        let version = value["version"]?.text ?? ""
        guard version.contains("jsonfeed.org/version") || value["items"] != nil && value["title"] != nil else {
            return nil
        }
        var feed = Feed(format: version.hasSuffix("/1") ? "json1.0" : "json1.1")
        JSONFeedReader(context: context).fill(&feed, from: value)
        return feed
    }

    private func fill(_ feed: inout Feed, from value: JSONValue) {
        feed.title = value["title"]?.text.flatMap(plain)
        feed.selfLink = link(value["feed_url"])
        feed.link = WebLink.resolve(value["home_page_url"]?.text ?? "", base: context.base ?? feed.selfLink)
        context.siteLink = feed.link
        feed.description = value["description"]?.text.map { Feed.RichText($0.trimmed, .text) }
        feed.language = context.normalized(language: value["language"]?.text)
        feed.icon = link(value["icon"])
        feed.logo = link(value["favicon"])
        feed.image = feed.icon.map { Feed.Image(url: $0) }
        feed.next = link(value["next_url"])
        feed.authors = people(value)
        feed.hubs = (value["hubs"]?.elements ?? []).prefix(10).compactMap { link($0["url"]) }
        feed.links = [
            feed.link.map { Feed.Link(href: $0, rel: "alternate", type: "text/html") },
            feed.selfLink.map { Feed.Link(href: $0, rel: "self", type: "application/feed+json") },
        ].compactMap { $0 }
        feed.items = (value["items"]?.elements ?? []).compactMap { item in
            guard case .object = item else { return nil }
            return self.item(item)
        }
    }

    private func item(_ value: JSONValue) -> FeedItem {
        var item = FeedItem()
        item.id = value["id"]?.text
        item.link = link(value["url"])
        item.originalLink = link(value["external_url"])
        if item.link == nil, let id = item.id, WebLink.isWeb(id) {
            item.link = WebLink.resolve(id, base: nil)
            item.idIsLink = true
        }
        item.link = item.link ?? item.originalLink
        item.title = value["title"]?.text.flatMap(plain)
        let base = item.link ?? context.base ?? context.siteLink
        let safe = value["content_html"]?.text.map { HTMLSanitizer.sanitize(Array($0.utf8), base: base) }
        item.content =
            safe.map { Feed.RichText($0.html, .html) }
            ?? value["content_text"]?.text.map { Feed.RichText($0.trimmed, .text) }
        item.summary = value["summary"]?.text.map { Feed.RichText($0.trimmed, .text) }
        item.published = context.date(value["date_published"]?.text)
        item.updated = context.date(value["date_modified"]?.text)
        if item.published == nil, item.updated == nil { item.unreadDate = value["date_published"]?.text }
        item.image = link(value["image"]) ?? link(value["banner_image"]) ?? safe?.image
        item.authors = people(value)
        item.language = context.normalized(language: value["language"]?.text)
        item.categories = (value["tags"]?.elements ?? []).prefix(SharedFields.listLimit)
            .compactMap { $0.text.map { Feed.Category(term: $0.trimmed) } }
        item.enclosures = (value["attachments"]?.elements ?? []).prefix(SharedFields.listLimit).compactMap(attachment)
        item.links = item.link.map { [Feed.Link(href: $0, rel: "alternate", type: "text/html")] } ?? []
        return item
    }

    private func attachment(_ value: JSONValue) -> FeedItem.Enclosure? {
        guard let url = link(value["url"]) else { return nil }
        var enclosure = FeedItem.Enclosure(
            url: url, type: value["mime_type"]?.text, length: value["size_in_bytes"]?.integer)
        enclosure.title = value["title"]?.text
        enclosure.duration = value["duration_in_seconds"]?.number
        return enclosure
    }

    /// `authors` of version 1.1, else the `author` of version 1.
    private func people(_ value: JSONValue) -> [Feed.Person] {
        let listed = value["authors"]?.elements ?? []
        return (listed.isEmpty ? value["author"]?.elements ?? [] : listed).prefix(SharedFields.listLimit)
            .compactMap { author in
                if let name = author.text { return context.person(named: name) }
                let person = Feed.Person(name: author["name"]?.text, url: link(author["url"]))
                return person == Feed.Person() ? nil : person
            }
    }

    private func link(_ value: JSONValue?) -> String? {
        value?.text.flatMap { WebLink.resolve($0, base: context.base ?? context.siteLink) }
    }

    private func plain(_ text: String) -> String? {
        let plain = HTMLText.plain(Array(text.utf8))
        return plain.isEmpty ? nil : plain
    }
}
