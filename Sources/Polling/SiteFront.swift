import FeedParsing
import Fetching
import NewsModel
import NewsText

/// The front page of a feed's site, asked once for the feeds it names when the feed is not found any more.
struct SiteFront {
    let watch: Watch
    let feed: FeedSettings

    /// Links kept as hints.
    private static let mostFeeds = 5

    init(_ watch: Watch, _ feed: FeedSettings) {
        self.watch = watch
        self.feed = feed
    }

    /// The feeds the page names, best first, without the one that is missing; `nil` when the site was not asked and
    /// can be another time.
    func feeds() async -> [String]? {
        guard let origin = WebLink.origin(of: feed.url) else { return [] }
        switch await watch.robots.permits("\(origin)/") {
        case .allowed: break
        case .disallowed: return []
        case .unreachable: return nil
        }
        var request = FetchRequest("\(origin)/", kind: .page)
        request.userAgent = feed.userAgent
        do throws(FetchError) {
            let page = try await watch.fetcher.fetch(request)
            return await watch.workers.run { [feed] in SiteFront.feeds(in: page, besides: feed.url) }
        } catch {
            return error.kind == .held || error.kind == .cancelled || error.kind == .closed ? nil : []
        }
    }

    private static func feeds(in page: FetchResponse, besides missing: String) -> [String] {
        let context = FeedContext(headers: [("content-type", page.contentType ?? "")])
        let text = Charset.decode(page.body, httpCharset: context.charset, kind: .html).utf8
        let found = FeedDiscovery.feeds(inPage: text, url: page.finalURL).map(\.url)
        return Array(found.filter { WebLink.canonical($0) != WebLink.canonical(missing) }.prefix(mostFeeds))
    }
}
