import FeedParsing
import Fetching
import NewsModel
import NewsText

/// A feed of a site, fetched and read.
struct SiteFeed {
    /// How it was found. The words are printed as they are.
    enum Origin: String {
        /// The address that was asked about.
        case given
        /// The page declares it or links to it.
        case page
        /// The service or software of the site is known to have it there.
        case platform
        /// A path many sites use.
        case common
    }

    /// Where it was found, after redirects.
    let url: String
    let origin: Origin
    let title: String?
    /// As ``NewsModel/Feed/format``; `nil` when the feed was not fetched, as also `items`.
    var format: String?
    var items: Int?
    var newest: Timestamp?

    init(url: String, origin: Origin, title: String?) {
        self.url = url
        self.origin = origin
        self.title = title
    }

    init(_ feed: Feed, url: String, origin: Origin) {
        self.init(url: url, origin: origin, title: feed.title)
        format = feed.format
        items = feed.items.count
        newest = feed.items.compactMap { $0.published ?? $0.updated }.max()
    }
}

/// Looks for the feeds of a site on the web: what the page says, then what is known of its kind, then common paths.
///
/// One request after another, each at the pace the fetcher keeps toward a host. Paths are only tried when nothing
/// better gave a feed, only when robots.txt lets us, and only up to the first that is one.
struct SiteFeedSearch {
    /// Requests at most, the page and robots.txt included; redirects are not counted.
    static let requestLimit = 12
    /// Feeds fetched that the page names: a portal can name hundreds.
    private static let pageLimit = 6

    private let fetcher: Fetcher
    private let robots: RobotsCache
    private var requestsLeft = SiteFeedSearch.requestLimit
    private var asked: Set<String> = []
    /// Hosts that did not answer or want no more requests.
    private var lostHosts: Set<String> = []
    /// Formats and items of ``found``.
    private var contents: Set<[String]> = []
    private(set) var found: [SiteFeed] = []
    /// Why the address itself gave nothing; the search goes on as far as it makes sense.
    private(set) var failure: FetchError?

    init(_ fetcher: Fetcher) {
        self.fetcher = fetcher
        robots = RobotsCache(fetcher)
    }

    /// Gathers ``found``, best first.
    mutating func search(_ url: String) async {
        let page: FetchResponse?
        do throws(FetchError) {
            page = try await fetch(url, .page)
        } catch {
            failure = error
            page = nil
            // A server that only does not show its page may have a feed all the same.
            guard error.status != nil, !isLost(url) else { return }
        }
        if let page {
            if take(page, .given) { return }
            for feed in FeedDiscovery.feeds(inPage: utf8(page), url: page.finalURL).prefix(SiteFeedSearch.pageLimit) {
                await tryFeed(feed.url, .page)
            }
        }
        let sites = [url] + [page?.finalURL].compactMap { $0 }
        for address in sites.flatMap(FeedAddresses.known) { await tryFeed(address, .platform) }
        if found.isEmpty, let site = sites.last { await tryPaths(of: site) }
        found = found.filter { $0.items != 0 } + found.filter { $0.items == 0 }
    }

    private mutating func tryPaths(of site: String) async {
        guard requestsLeft > 1 else { return }
        requestsLeft -= 1
        for address in FeedAddresses.common(of: site) where found.isEmpty {
            if mayAsk(address), await robots.permits(address) == .allowed { await tryFeed(address, .common) }
        }
    }

    /// Fetches an address once and keeps it when it is a feed.
    private mutating func tryFeed(_ url: String, _ origin: SiteFeed.Origin) async {
        guard mayAsk(url) else { return }
        do throws(FetchError) {
            _ = take(try await fetch(url, .feed), origin)
        } catch {
            // That a guess leads nowhere is the rule; what it says of the host was noted.
        }
    }

    private func mayAsk(_ url: String) -> Bool {
        requestsLeft > 0 && !asked.contains(WebLink.canonical(url)) && !isLost(url)
    }

    private func isLost(_ url: String) -> Bool {
        WebLink.host(of: url).map(lostHosts.contains) ?? true
    }

    private mutating func fetch(_ url: String, _ kind: FetchRequest.Kind) async throws(FetchError) -> FetchResponse {
        requestsLeft -= 1
        asked.insert(WebLink.canonical(url))
        do throws(FetchError) {
            return try await fetcher.fetch(FetchRequest(url, kind: kind))
        } catch {
            let isLost = error.status == nil && error.isTransient
            if isLost || error.status == 429, let host = WebLink.host(of: error.url) { lostHosts.insert(host) }
            throw error
        }
    }

    /// Whether the answer is a feed. One with the items of another, in the same format, is kept once.
    private mutating func take(_ response: FetchResponse, _ origin: SiteFeed.Origin) -> Bool {
        asked.insert(WebLink.canonical(response.finalURL))
        let headers = response.headers.fields.map { (name: $0.name, value: $0.value) }
        let context = FeedContext(url: response.finalURL, headers: headers)
        guard let feed = try? FeedParser.parse(response.body, context: context) else { return false }
        let items = feed.items.prefix(20).map { $0.id ?? $0.link ?? $0.title ?? "" }
        if items.isEmpty || contents.insert([feed.format] + items).inserted {
            found.append(SiteFeed(feed, url: response.finalURL, origin: origin))
        }
        return true
    }

    private func utf8(_ page: FetchResponse) -> [UInt8] {
        let context = FeedContext(headers: [("content-type", page.contentType ?? "")])
        return Charset.decode(page.body, httpCharset: context.charset, kind: .html).utf8
    }
}
