import Cleaning
package import Deduplicating
import Extracting
package import Fetching
package import Monitoring
package import NewsModel
import NewsText
package import Storing

/// A clean article that waits for its place among the others.
package struct ReadyArticle: Sendable {
    package let item: PendingItem
    package let article: Article
    package let removed: [Removal]
    package let dateSource: DateSource
    package let feedTitle: String?
    /// `nil` for what is known to be a copy without looking at its text.
    package let fingerprint: Fingerprint?
    package let copyOf: ArticleID?
    /// What the page is to be asked with, should its item change.
    package var pageValidators: Validators?
    /// What the site's repeats are learned from; `nil` for a text that is the feed's own.
    package let sitePage: SitePage?

    package init(
        item: PendingItem, article: Article, removed: [Removal], dateSource: DateSource, feedTitle: String?,
        fingerprint: Fingerprint, sitePage: SitePage? = nil
    ) {
        self.sitePage = sitePage
        self.item = item
        self.article = article
        self.removed = removed
        self.dateSource = dateSource
        self.feedTitle = feedTitle
        self.fingerprint = fingerprint
        copyOf = nil
    }

    /// The item of another feed that leads to the page of an article that is already told.
    package init(_ item: PendingItem, copyOf original: ArticleID) {
        self.item = item
        article = FeedText(item.item, link: item.pageLink).article
        removed = []
        dateSource = .feed
        feedTitle = nil
        fingerprint = nil
        copyOf = original
        sitePage = nil
    }
}

package typealias DateSource = ArticleDocument.DateSource

/// An item turned into an article, or why there is none.
package enum Made: Sendable {
    case article(ReadyArticle)
    /// No article will come of the item.
    case none(SetAsideReason, detail: String)
    /// The page is the one that is told already.
    case unchanged
    /// The page could not be had now.
    case later(reason: String, retryAfter: Duration?)
    /// The page was not asked for: its host wants a pause. Says nothing of the page.
    case held(Duration)
}

/// The order of the stages for one item: fetch page | extract | clean | filter | fingerprint. Decides only whether the
/// page is needed.
package struct ArticleMaker: Sendable {
    package let fetcher: Fetcher
    package let robots: RobotsCache
    package let workers: WorkQueues
    package let registry: MetricsRegistry
    package let sites: SiteLearning

    package init(
        fetcher: Fetcher, robots: RobotsCache, workers: WorkQueues, registry: MetricsRegistry, sites: SiteLearning
    ) {
        self.sites = sites
        self.fetcher = fetcher
        self.robots = robots
        self.workers = workers
        self.registry = registry
    }

    /// - Parameters:
    ///   - isLastTry: the page failed often enough; what the feed says must do.
    package func make(_ item: PendingItem, of feed: FeedSettings, isLastTry: Bool, now: Timestamp) async -> Made {
        let workers = workers
        let link = item.pageLink
        let fromFeed = await workers.run { FeedText(item.item, link: link) }
        guard let link, WebLink.isWeb(link), wantsPage(feed, fromFeed) else {
            return await finish(fromFeed.article, dateSource: .feed, item, feed, now: now)
        }
        let host = Fetcher.host(of: link) ?? ""
        if let pause = fetcher.pause(of: host) { return .held(pause) }
        switch await robots.permits(link) {
        case .allowed: break
        case .disallowed: return await fallBack(fromFeed, .robots, "robots.txt", item, feed, now: now)
        case .unreachable:
            if let pause = fetcher.pause(of: host) { return .held(pause) }
            if isLastTry { return await fallBack(fromFeed, .robots, "robots.txt unreachable", item, feed, now: now) }
            return .later(reason: "robots.txt cannot be had", retryAfter: nil)
        }
        do {
            var request = FetchRequest(link, kind: .page)
            request.userAgent = feed.userAgent
            request.validators = [item.pageValidators].compactMap { $0 }
            let response = try await fetcher.fetch(request)
            if response.isNotModified { return .unchanged }
            return await read(response, fromFeed, item, feed, isLastTry: isLastTry, now: now)
        } catch {
            if error.kind == .held { return .held(error.retryAfter ?? .seconds(60)) }
            // Cut off by a stop is no try, so not the last one either.
            let isCutOff = error.kind == .cancelled || error.kind == .closed
            guard error.isTransient, !isLastTry || isCutOff else {
                return await fallBack(fromFeed, .error, "\(error)", item, feed, now: now)
            }
            return .later(reason: "\(error)", retryAfter: error.retryAfter)
        }
    }

    private func wantsPage(_ feed: FeedSettings, _ fromFeed: FeedText) -> Bool {
        switch feed.fullText {
        case .always: true
        case .never: false
        case .auto: !fromFeed.isWhole
        }
    }

    private func read(
        _ response: FetchResponse, _ fromFeed: FeedText, _ item: PendingItem, _ feed: FeedSettings, isLastTry: Bool,
        now: Timestamp
    ) async -> Made {
        let context = PageContext(
            url: response.finalURL, contentType: response.contentType, now: now, feedTitle: item.item.title,
            feedDescription: fromFeed.plainText)
        let hints = ExtractionHints(content: feed.content, remove: feed.remove)
        let body = response.body
        let site = SitePage.host(of: response.finalURL).map { sites.blocks(of: $0) } ?? SiteBlocks()
        let result = await workers.run { [registry] in
            let begun = ContinuousClock.now
            defer { registry.note { $0.extractTime.add(begun.duration(to: .now)) } }
            return Result<Extraction, ExtractionError>(catching: extract(body, context, hints, site))
        }
        switch result {
        case .success(let extraction):
            var article = extraction.article.completed(from: fromFeed.article)
            article.robots = unique(article.robots + RobotsTag.signals(response.headers))
            let dateSource: DateSource = extraction.article.published == nil ? .feed : .page
            let made = await finish(
                article, dateSource: dateSource, item, feed, now: now, removed: extraction.removed,
                sitePage: SitePage(extraction, url: response.finalURL))
            guard case .article(var ready) = made else { return made }
            ready.pageValidators = response.validators.isEmpty ? nil : response.validators
            return .article(ready)
        case .failure(let error):
            return await fallBack(fromFeed, .noText, "\(error)", item, feed, now: now)
        }
    }

    /// What the feed says, when the page gives nothing; nothing, when the feed says nothing either.
    private func fallBack(
        _ fromFeed: FeedText, _ reason: SetAsideReason, _ detail: String, _ item: PendingItem, _ feed: FeedSettings,
        now: Timestamp
    ) async -> Made {
        guard fromFeed.isTelling else { return .none(reason, detail: detail) }
        return await finish(fromFeed.article, dateSource: .feed, item, feed, now: now)
    }

    private func finish(
        _ article: Article, dateSource: DateSource, _ item: PendingItem, _ feed: FeedSettings, now: Timestamp,
        removed: [Removal] = [], sitePage: SitePage? = nil
    ) async -> Made {
        await workers.run {
            let cleaned = Cleaner(now: now).clean(article)
            var article = cleaned.article
            guard article.paragraphs.contains(where: { !$0.text.isEmpty }) else {
                return .none(.noText, detail: "nothing was left after cleaning")
            }
            article.tags = unique(article.tags + feed.tags)
            article.language = article.language ?? LanguageGuess.language(of: article.text)
            if let refusal = ItemFilter(feed).refusal(of: article) { return .none(.filtered, detail: refusal) }
            let dated = DatedArticle(article, dateSource, item, now: now)
            let text = article.text
            let fingerprint = Fingerprint(title: article.title, text: text, source: article.site)
            return .article(
                ReadyArticle(
                    item: item, article: dated.article, removed: removed + cleaned.removed, dateSource: dated.source,
                    feedTitle: feed.title, fingerprint: fingerprint, sitePage: sitePage))
        }
    }
}

/// Extraction as a closure that throws what it says.
private func extract(
    _ body: [UInt8], _ context: PageContext, _ hints: ExtractionHints, _ site: SiteBlocks
) -> () throws(ExtractionError) -> Extraction {
    { () throws(ExtractionError) -> Extraction in
        try Extractor().extract(body, context: context, hints: hints, site: site)
    }
}

/// The first of each, in order.
private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
}

/// An article with the date it goes by, and where that is from.
private struct DatedArticle {
    var article: Article
    let source: DateSource

    /// A date more than a day ahead is a mistake, but in a calendar: the time first seen counts instead, and the date
    /// stays beside it.
    init(_ article: Article, _ source: DateSource, _ item: PendingItem, now: Timestamp) {
        self.article = article
        let latest = item.item.isCalendarEntry == true ? PollDecision.never : now + PollDecision.day
        if let published = article.published, published.timestamp <= latest {
            self.source = source
        } else if let published = item.item.published ?? item.item.updated, published <= latest {
            self.article.published = PublicationDate(timestamp: published)
            self.source = .feed
        } else {
            self.article.statedDate =
                article.published ?? (item.item.published ?? item.item.updated).map { PublicationDate(timestamp: $0) }
            self.article.published = PublicationDate(timestamp: item.firstSeen)
            self.source = .firstSeen
        }
    }
}

extension Article {
    /// What the page did not say, the feed may have.
    fileprivate func completed(from feed: Article) -> Article {
        var article = self
        article.url = url ?? feed.url
        article.title = title ?? feed.title
        article.published = published ?? feed.published
        if authors.isEmpty { article.authors = feed.authors }
        if tags.isEmpty { article.tags = feed.tags }
        article.language = language ?? feed.language
        article.image = image ?? feed.image
        article.description = description ?? feed.description
        article.source = source ?? feed.source
        return article
    }
}
