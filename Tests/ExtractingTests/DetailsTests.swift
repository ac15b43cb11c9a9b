import Extracting
import NewsModel
import Testing

@Suite("What a page says of its article")
struct DetailsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let page: String
        let value: String?
        var url: String?
        var testDescription: String { name }
    }

    static let article = "<article><h1>\(Pages.title)</h1>\(Pages.story)</article>"

    static func data(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

    static let titles = [
        Case(name: "the h1", page: Pages.page(article), value: Pages.title),
        Case(
            name: "an h1 that is the site's name",
            page: Pages.page("<h1>Example Herald</h1><div>\(Pages.story)</div>"), value: Pages.title),
        Case(
            name: "the site's name in front",
            page: Pages.page("").replacing("\(Pages.title) | Example Herald", with: "Example Herald :: \(Pages.title)")
                .replacing("<footer>", with: "<div>\(Pages.story)</div><footer>"), value: Pages.title),
        Case(
            name: "a headline with a dash keeps it",
            page: Pages.page(
                "<div>\(Pages.story)</div>",
                head: "<meta property='og:title' content='A bridge - and how it came about'>"),
            value: "A bridge - and how it came about"),
        Case(
            name: "linked data, entities escaped twice",
            page: Pages.page(
                "<div>\(Pages.story)</div>",
                head: data("{\"@type\":\"NewsArticle\",\"headline\":\"Rock &amp; roll in town hall\"}")),
            value: "Rock & roll in town hall"),
    ]

    @Test("the title", arguments: titles)
    func title(_ c: Case) throws {
        #expect(try Pages.extract(c.page).article.title == c.value)
    }

    static let days = [
        Case(name: "none", page: Pages.page(article), value: nil),
        Case(
            name: "linked data in a graph",
            page: Pages.page(
                article,
                head: data(
                    "{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"Article\"],\"datePublished\":\"2024-05-03T10:00:00+02:00\"}]}"
                )),
            value: "2024-05-03T10:00:00+02:00"),
        Case(
            name: "linked data that breaks off",
            page: Pages.page(
                article, head: data("{\"@type\":\"Article\",\"datePublished\":\"2024-05-03\",\"author\":{\"name")),
            value: "2024-05-03"),
        Case(
            name: "a meta element",
            page: Pages.page(article, head: "<meta property='article:published_time' content='2024-05-03T08:00:00Z'>"),
            value: "2024-05-03T08:00:00Z"),
        Case(
            name: "the last change is not the day",
            page: Pages.page(article, head: "<meta property='article:modified_time' content='2024-05-09T08:00:00Z'>"),
            value: nil),
        Case(
            name: "in UTC it is the next day already",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><time datetime='2024-05-03T19:05:00-08:00'>3 May</time>\(Pages.story)</article>",
                head: "<meta property='article:published_time' content='2024-05-04T03:05:00+00:00'>"),
            value: "2024-05-03T19:05:00-08:00"),
        Case(
            name: "a time element",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><time datetime='2024-05-03'>Friday</time>\(Pages.story)</article>"),
            value: "2024-05-03"),
        Case(
            name: "the time of a teaser is not the day",
            page: Pages.page(
                "\(article)<div class='related'><a href='/o'>Other</a><time datetime='2024-01-01'>1 Jan</time></div>"),
            value: nil),
        Case(
            name: "the page's address", page: Pages.page(article), value: "2024-05-03",
            url: "https://example.com/2024/05/03/bridge"),
        Case(
            name: "numbers in an address that are no day", page: Pages.page(article), value: nil,
            url: "https://example.com/2024/55/03/"),
        Case(
            name: "a printed line",
            page: Pages.page("<article><h1>\(Pages.title)</h1><p>Published: 3 May 2024</p>\(Pages.story)</article>"),
            value: "2024-05-03"),
        Case(
            name: "a day of the future",
            page: Pages.page(article, head: "<meta property='article:published_time' content='2124-05-03'>"),
            value: nil),
    ]

    @Test("the day", arguments: days)
    func day(_ c: Case) throws {
        #expect(try Pages.extract(c.page, url: c.url).article.published?.iso8601 == c.value)
    }

    static let people = [
        Case(name: "nobody", page: Pages.page(article), value: ""),
        Case(
            name: "linked data, one by reference",
            page: Pages.page(
                article,
                head: data(
                    "{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"#j\"},{\"@type\":\"Person\",\"name\":\"John Roe\"}]},{\"@type\":\"Person\",\"@id\":\"#j\",\"name\":\"Jane Doe\"}]}"
                )),
            value: "Jane Doe, John Roe"),
        Case(
            name: "the outlet is no author",
            page: Pages.page(
                article,
                head:
                    "<meta property='og:site_name' content='Example Herald'><meta name='author' content='Example Herald'>"
            ),
            value: ""),
        Case(
            name: "an organisation is no author",
            page: Pages.page(
                article,
                head: data("{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\",\"name\":\"Some Paper\"}}")),
            value: ""),
        Case(
            name: "two in a meta element",
            page: Pages.page(article, head: "<meta name='author' content='By Jane Doe and John Roe, Reuters'>"),
            value: "Jane Doe, John Roe"),
        Case(
            name: "a byline",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='byline'>By <a href='/jane'>Jane Doe</a></div>\(Pages.story)</article>"
            ),
            value: "Jane Doe"),
        Case(
            name: "a byline's other links",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='byline'><a href='/m'>Read More</a></div>\(Pages.story)</article>"
            ),
            value: ""),
        Case(
            name: "an Arabic byline",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='author'>كتب: أحمد سالم</div>\(Pages.story)</article>"),
            value: "أحمد سالم"),
    ]

    @Test("the people", arguments: people)
    func authors(_ c: Case) throws {
        #expect(try Pages.extract(c.page).article.authors.joined(separator: ", ") == c.value)
    }

    @Test("the rest")
    func rest() throws {
        let head = """
            <meta property="og:site_name" content="Example Herald"><meta property="og:image" content="/a.jpg">
            <meta name="description" content="A vote."><meta name="keywords" content="bridge, town,bridge">
            <link rel="canonical" href="https://example.com/bridge"><meta name="robots" content="noarchive, NoAI">
            """
        let article = try Pages.extract(
            Pages.page(DetailsTests.article, head: head), url: "https://example.com/bridge?utm=1"
        ).article
        #expect(article.site == "Example Herald")
        #expect(article.image == "https://example.com/a.jpg")
        #expect(article.description == "A vote.")
        #expect(article.tags == ["bridge", "town"])
        #expect(article.url == "https://example.com/bridge")
        #expect(article.robots == ["noarchive", "noai"])
        #expect(article.language == "en")
    }

    @Test("the language is that of the text, whatever the page declares")
    func language() throws {
        let lines = [
            "قال الوزير إن الاجتماع الذي عقد في القاهرة كان مهماً، وإن النتائج ستظهر خلال أيام قليلة.",
            "وأضاف أن الحكومة لن تتراجع عن القرار الذي اتخذته في هذا الشأن منذ شهر كامل.",
        ]
        let page = "<html lang='en-US'><body><h1>اجتماع</h1>" + lines.map { "<p>\($0)</p>" }.joined() + "</body></html>"
        #expect(try Pages.extract(page).article.language == "ar")
    }
}
