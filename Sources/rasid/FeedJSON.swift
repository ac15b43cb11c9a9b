import FeedParsing
import NewsModel

extension JSONWriter {
    /// A feed as `rasid parse --json` prints it. Members that every reader looks for are always there, others only
    /// when the feed says something.
    mutating func feed(_ feed: Feed, path: String, url: String?) {
        object { json in
            json.member("path", path)
            json.member("url", optional: url)
            json.member("format", feed.format)
            json.member("encoding", feed.encoding)
            json.member("malformed", feed.malformed)
            json.member("warnings", optional: feed.warnings) { $0.warning($1) }
            json.channel(feed)
            json.member("items", feed.items) { json, item in
                json.item(item)
                json.printWhatIsMuch()
            }
            json.member("error", nil as String?)
        }
    }

    /// What is no feed, and why.
    mutating func error(_ error: FeedError, path: String, url: String?) {
        object { json in
            json.member("path", path)
            json.member("url", optional: url)
            for name in ["format", "encoding"] as [StaticString] { json.member(name, nil as String?) }
            json.member("malformed", false)
            for name in ["title", "link"] as [StaticString] { json.member(name, nil as String?) }
            json.member("items", [] as [FeedItem]) { $0.item($1) }
            json.name("error")
            json.object { json in
                json.member("code", error.code.rawValue)
                json.member("message", error.message)
                json.member("line", error.line)
                json.member("column", error.column)
                json.member("feeds", error.feeds) { $0.value($1) }
            }
        }
    }

    private mutating func channel(_ feed: Feed) {
        member("id", optional: feed.id)
        member("title", feed.title)
        member("link", feed.link)
        member("links", optional: feed.links) { $0.link($1) }
        member("self", optional: feed.selfLink)
        member("hubs", optional: feed.hubs) { $0.value($1) }
        member("next", optional: feed.next)
        member("new_url", optional: feed.newURL)
        text("description", "description_type", feed.description)
        member("language", optional: feed.language)
        text("rights", "rights_type", feed.rights)
        generator(feed.generator)
        member("published", optional: feed.published?.rfc3339)
        member("updated", optional: feed.updated?.rfc3339)
        member("authors", optional: feed.authors) { $0.person($1) }
        member("contributors", optional: feed.contributors) { $0.person($1) }
        person("publisher", feed.publisher)
        member("categories", optional: feed.categories) { $0.category($1) }
        image(feed.image)
        member("icon", optional: feed.icon)
        member("logo", optional: feed.logo)
        member("ttl", optional: feed.timeToLive)
        member("update_interval", optional: (feed.updateInterval?.wholeSeconds).map(Int.init))
        member("skip_hours", optional: feed.skipHours) { $0.value($1) }
        member("skip_days", optional: feed.skipDays) { $0.value($1) }
        if feed.isComplete { member("complete", true) }
        member("deleted", optional: feed.deletedIDs) { $0.value($1) }
    }

    private mutating func item(_ item: FeedItem) {
        object { json in
            json.member("id", item.id)
            if item.idIsLink { json.member("id_is_link", true) }
            json.member("title", item.title)
            json.member("link", item.link)
            json.member("original_link", optional: item.originalLink)
            json.member("links", optional: item.links) { $0.link($1) }
            json.dates(item)
            json.member("authors", item.authors) { $0.person($1) }
            json.member("contributors", optional: item.contributors) { $0.person($1) }
            json.person("publisher", item.publisher)
            json.member("categories", optional: item.categories) { $0.category($1) }
            json.member("summary", item.summary?.value)
            json.member("summary_type", optional: item.summary?.kind?.rawValue)
            json.member("content", item.content?.value)
            json.member("content_type", optional: item.content?.kind?.rawValue)
            json.member("content_src", optional: item.contentSource)
            json.member("language", optional: item.language)
            json.media(item)
            json.discussion(item)
            json.member("rights", optional: item.rights)
            json.member("license", optional: item.license)
            json.place(item)
            if item.isDraft { json.member("draft", true) }
        }
    }

    private mutating func dates(_ item: FeedItem) {
        member("published", item.published?.rfc3339)
        member("updated", item.updated?.rfc3339)
        member("created", optional: item.created?.rfc3339)
        member("expired", optional: item.expired?.rfc3339)
        member("date_raw", optional: item.unreadDate)
    }

    private mutating func media(_ item: FeedItem) {
        member("image", optional: item.image)
        member("enclosures", item.enclosures) { json, enclosure in
            json.object { json in
                json.member("url", enclosure.url)
                json.member("type", optional: enclosure.type)
                json.member("length", optional: enclosure.length)
                json.member("title", optional: enclosure.title)
                json.member("duration", optional: enclosure.duration)
            }
        }
        member("media", optional: item.media) { json, medium in
            json.object { json in
                json.member("url", optional: medium.url)
                json.member("type", optional: medium.type)
                json.member("medium", optional: medium.medium)
                json.member("width", optional: medium.width)
                json.member("height", optional: medium.height)
                json.member("duration", optional: medium.duration)
                json.member("thumbnail", optional: medium.thumbnail)
                json.member("title", optional: medium.title)
                json.member("description", optional: medium.description)
                json.member("credit", optional: medium.credit)
            }
        }
        member("duration", optional: item.duration)
    }

    private mutating func discussion(_ item: FeedItem) {
        member("comments", optional: item.comments)
        member("comments_feed", optional: item.commentsFeed)
        member("comments_count", optional: item.commentsCount)
        guard let source = item.source else { return }
        name("source")
        object { json in
            json.member("title", optional: source.title)
            json.member("link", optional: source.link)
            json.member("url", optional: source.url)
            json.member("id", optional: source.id)
            json.member("updated", optional: source.updated?.rfc3339)
        }
    }

    private mutating func place(_ item: FeedItem) {
        guard let latitude = item.latitude, let longitude = item.longitude else { return }
        name("geo")
        object { json in
            json.member("lat", optional: latitude)
            json.member("lon", optional: longitude)
        }
    }
}

// MARK: Parts

extension JSONWriter {
    private mutating func warning(_ warning: Feed.Warning) {
        object { json in
            json.member("code", warning.code)
            json.member("message", warning.message)
            json.member("line", optional: warning.line)
        }
    }

    private mutating func link(_ link: Feed.Link) {
        object { json in
            json.member("href", link.href)
            json.member("rel", optional: link.rel)
            json.member("type", optional: link.type)
            json.member("title", optional: link.title)
            json.member("hreflang", optional: link.hreflang)
            json.member("length", optional: link.length)
        }
    }

    private mutating func person(_ person: Feed.Person) {
        object { json in
            json.member("name", optional: person.name)
            json.member("email", optional: person.email)
            json.member("url", optional: person.url)
        }
    }

    private mutating func person(_ name: StaticString, _ person: Feed.Person?) {
        guard let person else { return }
        self.name(name)
        self.person(person)
    }

    private mutating func category(_ category: Feed.Category) {
        object { json in
            json.member("term", category.term)
            json.member("scheme", optional: category.scheme)
            json.member("label", optional: category.label)
        }
    }

    private mutating func text(_ name: StaticString, _ kind: StaticString, _ text: Feed.RichText?) {
        member(name, optional: text?.value)
        member(kind, optional: text?.kind?.rawValue)
    }

    private mutating func generator(_ generator: Feed.Generator?) {
        guard let generator else { return }
        name("generator")
        object { json in
            json.member("name", optional: generator.name)
            json.member("url", optional: generator.url)
            json.member("version", optional: generator.version)
        }
    }

    private mutating func image(_ image: Feed.Image?) {
        guard let image else { return }
        name("image")
        object { json in
            json.member("url", optional: image.url)
            json.member("title", optional: image.title)
            json.member("link", optional: image.link)
            json.member("description", optional: image.description)
            json.member("width", optional: image.width)
            json.member("height", optional: image.height)
        }
    }
}
