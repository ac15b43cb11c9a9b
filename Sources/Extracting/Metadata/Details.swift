internal import LibXML
internal import NewsModel

/// What a page says about its article: title, day, people, place on the web.
struct Details {
    private let page: Page
    private let meta: MetaTags
    private let data: LinkedData
    private let context: PageContext

    init(page: Page, linkedData: [[UInt8]], context: PageContext) {
        self.page = page
        self.context = context
        meta = MetaTags(page)
        data = LinkedData(linkedData)
    }

    /// The body as the publisher's data has it; often shortened.
    var body: String? { data.body }

    var description: String? { meta.first("og:description", "description", "twitter:description") ?? data.description }

    var title: String? {
        Headline(page: page, meta: meta, data: data, site: site).find() ?? context.feedTitle
    }

    /// An article without text.
    func article(title: String?, story: StoryPlace) -> Article {
        let url = canonical ?? context.url
        let dates = PublicationDay(page: page, meta: meta, data: data, story: story, url: url, now: context.now)
        return Article(
            url: url, title: title,
            authors: Authors(page: page, meta: meta, data: data, story: story, site: site).find(),
            published: dates.published(), modified: dates.modified(), site: site, image: image,
            description: description, tags: tags, robots: robots)
    }

    private var robots: [String] {
        meta.all("robots", "googlebot").flatMap { line in
            line.split(separator: ",").map { PlainText.trimmed(String($0)).lowercased() }
        }
    }

    /// The language as the page declares it.
    var declaredLanguage: String? {
        let code = (meta.language ?? meta.first("content-language", "og:locale", "language"))?
            .split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "," }).first
        guard let code, (2...3).contains(code.utf8.count) else { return nil }
        return code.lowercased()
    }

    private var canonical: String? {
        for link in [meta.canonical, meta.first("og:url")] {
            if let link, let absolute = WebLink.resolve(link, base: context.url), WebLink.isWeb(absolute) {
                return absolute
            }
        }
        return nil
    }

    private var site: String? {
        meta.first("og:site_name", "application-name", "apple-mobile-web-app-title") ?? data.publisher
    }

    private var image: String? {
        let link = meta.first("og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? data.image
        return link.flatMap { WebLink.resolve($0, base: context.url ?? canonical) }
    }

    private var tags: [String] {
        var seen: Set<String> = []
        let declared =
            meta.all("article:tag") + data.keywords
            + meta.all("news_keywords", "keywords").flatMap {
                $0.split(whereSeparator: { $0 == "," || $0 == "،" || $0 == ";" }).map { PlainText.trimmed(String($0)) }
            }
        return declared.filter { !$0.isEmpty && $0.utf8.count < 100 && seen.insert(PlainText.letters($0)).inserted }
            .prefix(30).map(\.self)
    }
}
