/// How the addresses of one service, or one kind of software, become those of its feeds.
struct FeedPlatform: Sendable {
    /// `example.com`, or `*.example.com` for every host below it; empty for software that runs on any host.
    let host: String
    /// What the path must begin with, part by part: a word, `{name}` for any one part, `@{name}` for one that begins
    /// with `@`. A `$` at its end means that nothing follows; `?list={name}` asks for a parameter.
    let path: String
    /// The feeds, best first, with the names of the path and `{origin}`.
    let feeds: [String]

    init(_ host: String, _ path: String, _ feeds: String...) {
        self.host = host
        self.path = path
        self.feeds = feeds
    }

    /// Services with addresses of their own. What their documentation and help pages say.
    static let services = [
        FeedPlatform(
            "youtube.com", "/channel/{id}", "https://www.youtube.com/feeds/videos.xml?channel_id={id}"),
        FeedPlatform("youtube.com", "/user/{name}", "https://www.youtube.com/feeds/videos.xml?user={name}"),
        FeedPlatform(
            "youtube.com", "/playlist?list={id}", "https://www.youtube.com/feeds/videos.xml?playlist_id={id}"),
        FeedPlatform("reddit.com", "/r/{name}", "https://www.reddit.com/r/{name}/.rss"),
        FeedPlatform("reddit.com", "/user/{name}", "https://www.reddit.com/user/{name}/.rss"),
        FeedPlatform("reddit.com", "/u/{name}", "https://www.reddit.com/user/{name}/.rss"),
        FeedPlatform(
            "github.com", "/{owner}/{project}", "https://github.com/{owner}/{project}/releases.atom",
            "https://github.com/{owner}/{project}/tags.atom", "https://github.com/{owner}/{project}/commits.atom"),
        FeedPlatform("github.com", "/{owner}$", "https://github.com/{owner}.atom"),
        FeedPlatform(
            "gitlab.com", "/{owner}/{project}", "https://gitlab.com/{owner}/{project}/-/tags?format=atom",
            "https://gitlab.com/{owner}/{project}.atom"),
        FeedPlatform("medium.com", "/@{name}", "https://medium.com/feed/@{name}"),
        FeedPlatform("medium.com", "/{publication}", "https://medium.com/feed/{publication}"),
        FeedPlatform("*.medium.com", "/", "{origin}/feed"),
        FeedPlatform("*.substack.com", "/", "{origin}/feed"),
        FeedPlatform("substack.com", "/@{name}", "https://{name}.substack.com/feed"),
        FeedPlatform("*.blogspot.com", "/", "{origin}/feeds/posts/default"),
        FeedPlatform("*.wordpress.com", "/", "{origin}/feed/"),
        FeedPlatform("*.tumblr.com", "/", "{origin}/rss"),
        FeedPlatform("tumblr.com", "/{blog}", "https://{blog}.tumblr.com/rss"),
        FeedPlatform("*.ghost.io", "/", "{origin}/rss/"),
        FeedPlatform("*.hashnode.dev", "/", "{origin}/rss.xml"),
        FeedPlatform("*.livejournal.com", "/", "{origin}/data/rss"),
        FeedPlatform("*.typepad.com", "/", "{origin}/atom.xml"),
        FeedPlatform("vimeo.com", "/{name}$", "https://vimeo.com/{name}/videos/rss"),
        FeedPlatform("dailymotion.com", "/{name}$", "https://www.dailymotion.com/rss/user/{name}"),
        FeedPlatform("bsky.app", "/profile/{name}", "https://bsky.app/profile/{name}/rss"),
        FeedPlatform("dev.to", "/{name}$", "https://dev.to/feed/{name}"),
        FeedPlatform("stackoverflow.com", "/questions/tagged/{tag}", "{origin}/feeds/tag/{tag}"),
        FeedPlatform("*.stackexchange.com", "/questions/tagged/{tag}", "{origin}/feeds/tag/{tag}"),
        FeedPlatform("arxiv.org", "/list/{subject}", "https://rss.arxiv.org/rss/{subject}"),
        FeedPlatform("pypi.org", "/project/{name}", "https://pypi.org/rss/project/{name}/releases.xml"),
    ]

    /// Software of which anyone may run a site: Mastodon, Lemmy, Discourse, Shopify, WordPress.
    static let software = [
        FeedPlatform("", "/@{name}", "{origin}/@{name}.rss"),
        FeedPlatform("", "/c/{community}$", "{origin}/feeds/c/{community}.xml"),
        FeedPlatform("", "/c/{category}/{number}", "{origin}/c/{category}/{number}.rss"),
        FeedPlatform("", "/blogs/{blog}", "{origin}/blogs/{blog}.atom"),
        FeedPlatform("", "/category/{name}", "{origin}/category/{name}/feed/"),
        FeedPlatform("", "/tag/{name}", "{origin}/tag/{name}/feed/"),
        FeedPlatform("", "/author/{name}", "{origin}/author/{name}/feed/"),
    ]
}

extension FeedPlatform {
    func serves(_ host: String) -> Bool {
        self.host.hasPrefix("*.") ? host.hasSuffix(self.host.dropFirst()) : host == self.host
    }

    /// The feeds of a site of this platform; empty when its path is none of them.
    func feeds(of site: SiteAddress) -> [String] {
        guard var names = names(in: site) else { return [] }
        names["{origin}"] = site.origin
        return feeds.map { feed in
            names.reduce(feed) { feed, name in feed.replacing(name.key, with: name.value) }
        }
    }

    /// What stands in the site's address for each `{name}` of the path; `nil` when the path does not fit.
    private func names(in site: SiteAddress) -> [String: String]? {
        let isWhole = path.hasSuffix("$")
        let sides = (isWhole ? path.dropLast() : path[...]).split(separator: "?", maxSplits: 1)
        let parts = (sides.first ?? "").split(separator: "/")
        guard isWhole ? parts.count == site.segments.count : parts.count <= site.segments.count else { return nil }
        var names: [String: String] = [:]
        for (part, segment) in zip(parts, site.segments) {
            guard take(segment, as: part, into: &names) else { return nil }
        }
        guard sides.count > 1 else { return names }
        let wanted = sides[1].split(separator: "=", maxSplits: 1)
        guard wanted.count == 2, let value = site.query.first(where: { $0.name == wanted[0] })?.value,
            take(value, as: wanted[1], into: &names)
        else { return nil }
        return names
    }

    /// Whether a part of the path fits; what stands for its name is noted.
    private func take(_ segment: String, as part: Substring, into names: inout [String: String]) -> Bool {
        guard let brace = part.firstIndex(of: "{") else { return segment.lowercased() == part }
        let before = part[..<brace]
        guard segment.hasPrefix(before), segment.count > before.count else { return false }
        // A name with a brace would be taken for a place of another.
        guard !segment.contains("{") else { return false }
        names[String(part[brace...])] = String(segment.dropFirst(before.count))
        return true
    }
}
