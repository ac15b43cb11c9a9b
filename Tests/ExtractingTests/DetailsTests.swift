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
            name: "white space of all kinds",
            page: Pages.page(
                "<div>\(Pages.story)</div>",
                head: "<meta property='og:title' content='A bridge\u{A0}of&#10;wood,\u{3000}\u{2009}and \t of steel '>"),
            value: "A bridge of wood, and of steel"),
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
            name: "the tag has the last change, the linked data the first day",
            page: Pages.page(
                article,
                head: "<meta property='article:published_time' content='2024-05-09T08:00:03Z'>"
                    + data(
                        "{\"@type\":\"Article\",\"datePublished\":\"2024-05-03T10:00:00Z\",\"dateModified\":\"2024-05-09T08:00:05Z\"}"
                    )),
            value: "2024-05-03T10:00:00Z"),
        Case(
            name: "the linked data has the last change, the tag the first day",
            page: Pages.page(
                article,
                head: "<meta property='article:published_time' content='2024-05-03T10:00:00Z'>"
                    + data(
                        "{\"@type\":\"Article\",\"datePublished\":\"2024-05-09T08:00:05Z\",\"dateModified\":\"2024-05-09T08:00:05Z\"}"
                    )),
            value: "2024-05-03T10:00:00Z"),
        Case(
            name: "a day without its year says nothing against the linked data",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><time pubdate datetime='May 3'>May 3</time>\(Pages.story)</article>",
                head: data("{\"@type\":\"Article\",\"datePublished\":\"2022-05-03T10:00:00Z\"}")),
            value: "2022-05-03T10:00:00Z"),
        Case(
            name: "the day in the title before one that is printed elsewhere",
            page: Pages.page("<article><h1>\(Pages.title)</h1><p>24.04.2024</p>\(Pages.story)</article>")
                .replacing("| Example Herald", with: "| Example Herald | 28.04.2024"),
            value: "2024-04-28"),
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
            name: "a plug-in's person that is an organisation too",
            page: Pages.page(
                article,
                head: data(
                    "{\"@type\":\"Article\",\"author\":{\"@type\":[\"Person\",\"Organization\"],\"name\":\"Jane Doe\"}}"
                )),
            value: "Jane Doe"),
        Case(
            name: "the label of a plug-in",
            page: Pages.page(
                article,
                head: "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jane Doe'>"),
            value: "Jane Doe"),
        Case(
            name: "another label",
            page: Pages.page(
                article,
                head:
                    "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Two Minutes'>"
            ),
            value: ""),
        Case(
            name: "what stands beside the name on its line",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><p>3 May 2024 | By Jane Doe ● 6 min read</p>\(Pages.story)</article>"),
            value: "Jane Doe"),
        Case(
            name: "a name in brackets within the name",
            page: Pages.page(article, head: "<meta name='author' content='Jane (Ann) Doe'>"), value: "Jane (Ann) Doe"),
        Case(
            name: "an office in brackets",
            page: Pages.page(article, head: "<meta name='author' content='By Jane Doe (Example News)'>"),
            value: "Jane Doe"),
        Case(
            name: "the writers of other stories further down",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><a rel='author' href='/j'>Jane Doe</a>\(Pages.story)\(Pages.story)"
                    + "<p>More of it.</p><a rel='author' href='/r'>John Roe</a></article>"),
            value: "Jane Doe"),
        Case(
            name: "a colleague who is quoted",
            page: Pages.page(
                inserting:
                    "<p>As <a rel='author' href='/r'>John Roe</a> wrote in this paper a year ago, the council of the town had never meant to build anything at all, and it had said so to everybody who would listen to it, in the town and in the county.</p>"
            ),
            value: ""),
        Case(
            name: "what the writer is",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='author-description'>Senior Bridge Engineer</div>\(Pages.story)</article>"
            ),
            value: ""),
        Case(
            name: "where the text is from",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='author'>Quelle: dpa</div>\(Pages.story)</article>"),
            value: ""),
        Case(
            name: "a Chinese name",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><a rel='author' href='/j'>谢若含</a>\(Pages.story)</article>"),
            value: "谢若含"),
        Case(
            name: "a Chinese desk",
            page: Pages.page(
                "<article><h1>\(Pages.title)</h1><div class='author'>编辑部</div>\(Pages.story)</article>"),
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
