/// What a publisher's feed says. One shape for RSS, RDF, Atom, JSON Feed and CDF.
///
/// Links are absolute wherever a base is known, and http, https, mailto or magnet. Titles and names are plain text.
/// HTML holds nothing that runs.
package struct Feed: Equatable, Codable, Sendable {
    /// `rss0.90` … `rss2.0`, `rss1.0`, `atom0.3`, `atom1.0`, `json1.0`, `json1.1`, `cdf`; `rss` or `atom` when the
    /// version is not known.
    package var format: String
    /// What the bytes were decoded as, `windows-1256`.
    package var encoding: String?
    /// Not well-formed, or the declared encoding was overridden. The items may still be complete.
    package var malformed = false
    package var warnings: [Warning] = []
    package var id: String?
    package var title: String?
    /// The site's page, not the feed.
    package var link: String?
    package var links: [Link] = []
    package var selfLink: String?
    /// WebSub hubs.
    package var hubs: [String] = []
    package var next: String?
    /// `itunes:new-feed-url`: the feed moved.
    package var newURL: String?
    package var description: RichText?
    package var language: String?
    package var rights: RichText?
    package var generator: Generator?
    package var published: Timestamp?
    package var updated: Timestamp?
    package var authors: [Person] = []
    package var contributors: [Person] = []
    package var publisher: Person?
    package var categories: [Category] = []
    package var image: Image?
    package var icon: String?
    package var logo: String?
    /// RSS `ttl`, minutes as stated.
    package var timeToLive: Int?
    /// `sy:updatePeriod` divided by `sy:updateFrequency`.
    package var updateInterval: Duration?
    /// Hours of the day in GMT, 0…23, in which the publisher asks not to be polled.
    package var skipHours: [Int] = []
    /// English names of days, `Monday`, on which the publisher asks not to be polled.
    package var skipDays: [String] = []
    /// RFC 5005 `fh:complete`: an item that is not here was withdrawn.
    package var isComplete = false
    /// RFC 6721 `at:deleted-entry`: ids of withdrawn items.
    package var deletedIDs: [String] = []
    package var items: [FeedItem] = []

    package init(format: String) {
        self.format = format
    }

    package struct Warning: Equatable, Codable, Sendable {
        package var code: String
        package var message: String
        package var line: Int?

        package init(code: String, message: String, line: Int? = nil) {
            self.code = code
            self.message = message
            self.line = line
        }
    }

    package struct Link: Equatable, Codable, Sendable {
        package var href: String
        package var rel: String?
        package var type: String?
        package var title: String?
        package var hreflang: String?
        package var length: Int?

        package init(
            href: String, rel: String? = nil, type: String? = nil, title: String? = nil, hreflang: String? = nil,
            length: Int? = nil
        ) {
            self.href = href
            self.rel = rel
            self.type = type
            self.title = title
            self.hreflang = hreflang
            self.length = length
        }
    }

    package struct Person: Equatable, Codable, Sendable {
        package var name: String?
        package var email: String?
        package var url: String?

        package init(name: String? = nil, email: String? = nil, url: String? = nil) {
            self.name = name
            self.email = email
            self.url = url
        }
    }

    package struct Category: Equatable, Codable, Sendable {
        package var term: String
        package var scheme: String?
        package var label: String?

        package init(term: String, scheme: String? = nil, label: String? = nil) {
            self.term = term
            self.scheme = scheme
            self.label = label
        }
    }

    package struct Generator: Equatable, Codable, Sendable {
        package var name: String?
        package var url: String?
        package var version: String?

        package init(name: String? = nil, url: String? = nil, version: String? = nil) {
            self.name = name
            self.url = url
            self.version = version
        }
    }

    package struct Image: Equatable, Codable, Sendable {
        package var url: String?
        package var title: String?
        package var link: String?
        package var description: String?
        package var width: Int?
        package var height: Int?

        package init(url: String? = nil) {
            self.url = url
        }
    }

    /// A text that may be markup.
    package struct RichText: Equatable, Codable, Sendable {
        package enum Kind: String, Codable, Sendable { case text, html, xhtml }

        package var value: String
        package var kind: Kind?

        package init(_ value: String, _ kind: Kind?) {
            self.value = value
            self.kind = kind
        }
    }
}

/// One entry of a feed.
package struct FeedItem: Equatable, Codable, Sendable {
    /// guid, atom:id, rdf:about or JSON id byte for byte; `nil` where the feed has none.
    package var id: String?
    /// An RSS guid that is a permalink and served as the link.
    package var idIsLink = false
    package var title: String?
    package var link: String?
    /// `feedburner:origLink`, JSON `external_url`.
    package var originalLink: String?
    package var links: [Feed.Link] = []
    package var published: Timestamp?
    package var updated: Timestamp?
    package var created: Timestamp?
    package var expired: Timestamp?
    /// The date's text, only where it could not be read.
    package var unreadDate: String?
    package var authors: [Feed.Person] = []
    package var contributors: [Feed.Person] = []
    package var publisher: Feed.Person?
    package var categories: [Feed.Category] = []
    package var summary: Feed.RichText?
    /// The fullest text the feed gives.
    package var content: Feed.RichText?
    package var contentSource: String?
    package var language: String?
    package var image: String?
    package var enclosures: [Enclosure] = []
    package var media: [Media] = []
    /// Seconds.
    package var duration: Double?
    package var comments: String?
    package var commentsFeed: String?
    package var commentsCount: Int?
    package var source: Source?
    package var rights: String?
    package var license: String?
    package var latitude: Double?
    package var longitude: Double?
    /// RFC 5023 `app:draft`: not for publication.
    package var isDraft = false
    /// All of its feed's dates lie ahead, so that they are a calendar's and no mistake. `nil` is no.
    package var isCalendarEntry: Bool?

    package init() {}

    package struct Enclosure: Equatable, Codable, Sendable {
        package var url: String
        package var type: String?
        package var length: Int?
        package var title: String?
        /// Seconds.
        package var duration: Double?

        package init(url: String, type: String? = nil, length: Int? = nil) {
            self.url = url
            self.type = type
            self.length = length
        }
    }

    package struct Media: Equatable, Codable, Sendable {
        package var url: String?
        package var type: String?
        package var medium: String?
        package var width: Int?
        package var height: Int?
        /// Seconds.
        package var duration: Double?
        package var thumbnail: String?
        package var title: String?
        package var description: String?
        package var credit: String?

        package init() {}
    }

    /// Where an aggregator took the item from.
    package struct Source: Equatable, Codable, Sendable {
        package var title: String?
        package var link: String?
        package var url: String?
        package var id: String?
        package var updated: Timestamp?

        package init() {}
    }
}
