import Extracting
import NewsModel
import Testing

@Suite("What is the story and what is not")
struct BodyTests {
    struct Insert: Sendable, CustomTestStringConvertible {
        let name: String
        let html: String
        /// Lines of the insert that belong to the story.
        var kept: [String] = []
        var testDescription: String { name }
    }

    static let inserts = [
        Insert(name: "nothing", html: ""),
        Insert(
            name: "a box of related links",
            html: "<div class='related-posts'><h3>More</h3><a href='/a'>Another story of the town</a></div>"),
        Insert(
            name: "a related box in German",
            html: "<div class='c-weiterlesen'><p>Mehr <a href='/a'>zum Thema Brücke in der Stadt</a></p></div>"),
        Insert(
            name: "a list of links",
            html:
                "<ul><li><a href='/a'>Another story of the town</a></li><li><a href='/b'>And one more of them</a></li></ul>"
        ),
        Insert(
            name: "a list of the story",
            html: "<ul><li>two lanes for cars</li><li>one for <a href='/b'>bicycles</a></li></ul>",
            kept: ["two lanes for cars", "one for bicycles"]),
        Insert(name: "a subheading", html: "<h2>What it costs</h2>", kept: ["What it costs"]),
        Insert(
            name: "a table of figures", html: "<table><tr><td>Steel</td><td>4 million</td></tr></table>",
            kept: ["Steel", "4 million"]),
        Insert(
            name: "a picture with its caption",
            html: "<figure><img src='a.jpg'><figcaption>The old bridge in winter.</figcaption></figure>"),
        Insert(
            name: "a picture with a line under it in one paragraph",
            html: "<p style='text-align:center'><img src='a.jpg'><br>The old bridge in winter, from the south</p>"),
        Insert(
            name: "a picture after the words in one paragraph",
            html: "<p>The length of the bridge is given by <img src='a.png'></p>",
            kept: ["The length of the bridge is given by"]),
        Insert(
            name: "a quotation set as a figure",
            html:
                "<figure><blockquote><p>It is a bridge, not a wall, and so we shall cross it.</p></blockquote></figure>",
            kept: ["It is a bridge, not a wall, and so we shall cross it."]),
        Insert(
            name: "a newsletter box",
            html: "<div class='newsletter-signup'><p>Get our letter each morning.</p><input name='mail'></div>"),
        Insert(name: "a form without a class", html: "<div><p>Your address, please.</p><input name='mail'></div>"),
        Insert(name: "share buttons", html: "<div class='share-bar'><span>Share</span><button>Tweet</button></div>"),
        Insert(name: "an advertisement", html: "<div class='ad-slot'><p>Buy <a href='/x'>a boat</a> today.</p></div>"),
        Insert(
            name: "a class name that only looks like an advertisement",
            html: "<div class='bad-weather'><p>The weather was bad, and the debate went on until midnight.</p></div>",
            kept: ["The weather was bad, and the debate went on until midnight."]),
        Insert(
            name: "letters of a hash that spell ad",
            html: "<p class='sc-a884a83d-0'>The debate went on until midnight, and nobody left.</p>",
            kept: ["The debate went on until midnight, and nobody left."]),
        Insert(
            name: "a hidden element",
            html: "<div style='display: none'><p>Nobody sees this sentence of the page.</p></div>"),
        Insert(
            name: "hidden on a telephone only",
            html: "<p class='hidden md:block'>Wide screens show this sentence of the page.</p>",
            kept: ["Wide screens show this sentence of the page."]),
        Insert(
            name: "a hidden label inside a field",
            html: "<div class='field label-hidden'><p>The label is hidden, this sentence of it is not.</p></div>",
            kept: ["The label is hidden, this sentence of it is not."]),
        Insert(
            name: "a word for software that reads aloud",
            html:
                "<p>They met again on Tuesday, and <a href='/t'>talked<span class='sr-only'> (opens a window)</span></a>.</p>",
            kept: ["They met again on Tuesday, and talked."]),
        Insert(
            name: "a remark between asides of one make",
            html: "<aside><p>This is what the paper wrote of the bridge ten years ago.</p></aside>"),
        Insert(
            name: "a quotation called a tag",
            html: "<p class='tag'>The bridge is ours, she said, and no one shall take it from us.</p>",
            kept: ["The bridge is ours, she said, and no one shall take it from us."]),
        Insert(
            name: "a list of tags",
            html: "<div class='tags'>Tags: <a href='/t/bridge'>bridge</a>, <a href='/t/town'>town</a></div>"),
        Insert(
            name: "a list without links that is named as one of stories",
            html:
                "<ol class='postList'><li>The pillars come first, and they alone take a year to build, said the engineers of the county.</li>"
                + "<li>Then comes the road, which the county pays for in the years that follow.</li></ol>",
            kept: [
                "The pillars come first, and they alone take a year to build, said the engineers of the county.",
                "Then comes the road, which the county pays for in the years that follow.",
            ]),
        Insert(
            name: "links the author says something about",
            html: "<ul><li><a href='/a'>The plan of the council</a> (in full, with maps)</li>"
                + "<li><a href='/b'>What the county answered</a> (two pages)</li></ul>",
            kept: ["The plan of the council (in full, with maps)", "What the county answered (two pages)"]),
        Insert(
            name: "an item that is a link in a list that is not",
            html: "<ul><li>two lanes for cars, and a path beside them for people on foot</li>"
                + "<li><a href='/b'>the path along the river</a></li></ul>",
            kept: ["two lanes for cars, and a path beside them for people on foot", "the path along the river"]),
        Insert(
            name: "a link on a line of its own among other lines",
            html: "<p>They met again on Tuesday.<br><a href='/a'>The story of the old bridge</a><br>Nobody came.</p>",
            kept: ["They met again on Tuesday.", "Nobody came."]),
        Insert(
            name: "a link on a line of its own in the middle of a sentence",
            html: "<p>They spoke about<br><a href='/a'>The story of the old bridge</a><br>on Tuesday.</p>",
            kept: ["They spoke about", "The story of the old bridge", "on Tuesday."]),
        Insert(
            name: "hidden until it is asked for",
            html: "<div class='hidden aria-expanded:block'><p>This summary was made by a machine.</p></div>"),
        Insert(
            name: "a bar that stays in the window",
            html: "<div style='position: fixed; bottom: 0'><p>Breaking: the town has a bridge, they say.</p></div>"),
        Insert(
            name: "a list of things to tick",
            html: "<div><p>Ask who pays for the bridge, and when.</p><input type='checkbox'></div>",
            kept: ["Ask who pays for the bridge, and when."]),
        Insert(
            name: "line breaks", html: "<p>First line of the verse,<br>second line of the verse.</p>",
            kept: ["First line of the verse,", "second line of the verse."]),
    ]

    @Test("in the middle of the text", arguments: inserts)
    func insert(_ c: Insert) throws {
        let lines = try Pages.lines(Pages.page(inserting: c.html))
        #expect(lines == Pages.storyLines.prefix(2) + c.kept + Pages.storyLines.suffix(1))
    }

    static let layouts = [
        Insert(
            name: "lists of links after each paragraph",
            html: "<article><h1>\(Pages.title)</h1>"
                + Pages.story.split(separator: "\n").map {
                    "<ul><li><a href='/p'>Plans and maps</a></li><li><a href='/m'>Minutes of the meeting</a></li></ul>\($0)"
                }.joined() + "</article>",
            kept: Pages.storyLines.flatMap { ["Plans and maps", "Minutes of the meeting", $0] }),
        Insert(name: "an article", html: "<article><h1>\(Pages.title)</h1>\(Pages.story)</article>"),
        Insert(
            name: "no class, no semantics",
            html: "<div><div><h1>\(Pages.title)</h1></div><div>\(Pages.story)</div></div>"),
        Insert(name: "no headline", html: "<div><div>\(Pages.story)</div></div>"),
        Insert(
            name: "comments longer than the story",
            html: "<article><h1>\(Pages.title)</h1>\(Pages.story)</article><div class='comments'>"
                + String(
                    repeating: "<p>I never believed in that bridge, and I still do not, whatever they say.</p>",
                    count: 20)
                + "</div>"),
        Insert(
            name: "other stories below",
            html: "<article><h1>\(Pages.title)</h1>\(Pages.story)</article>"
                + String(
                    repeating:
                        "<article><h2><a href='/o'>Other story</a></h2><p>It begins like this, and it goes on elsewhere.</p></article>",
                    count: 5)),
        Insert(
            name: "everything in a form",
            html: "<form><div class='sidebar-none'><h1>\(Pages.title)</h1>\(Pages.story)</div><input></form>"),
        Insert(name: "a misleading class", html: "<div class='related'><h1>\(Pages.title)</h1>\(Pages.story)</div>"),
        Insert(name: "a button never closed", html: "<button>Menu<div><h1>\(Pages.title)</h1>\(Pages.story)</div>"),
        Insert(
            name: "one line three times",
            html: "<article><h1>\(Pages.title)</h1>"
                + Pages.story.split(separator: "\n").map { "<p>Article content</p>\($0)" }.joined() + "</article>"),
        Insert(
            name: "a text a second time, all in one",
            html: "<article><h1>\(Pages.title)</h1>\(Pages.story)</article>"),
    ]

    @Test("whatever the page is built of", arguments: layouts)
    func layout(_ c: Insert) throws {
        #expect(try Pages.lines(Pages.page(c.html)) == (c.kept.isEmpty ? Pages.storyLines : c.kept))
    }

    @Test("a body in two parts with an advertisement between them")
    func twoParts() throws {
        let half = "<div class='part'>\(Pages.story)</div>"
        let other = half.replacing("bridge", with: "tunnel").replacing("Monday", with: "Friday")
            .replacing("waited", with: "talked").replacing("spring", with: "autumn")
        let page = Pages.page("<div><h1>\(Pages.title)</h1>\(half)<div class='ad-slot'>Boats</div>\(other)</div>")
        let lines = try Pages.lines(page)
        #expect(lines.count == 6)
        #expect(lines.prefix(3) == Pages.storyLines[...])
    }

    @Test("the summary under the headline is part of the text, that of another story is not")
    func standfirst() throws {
        let summary = "A vote late in the evening ends a quarrel that has lasted for years in the town."
        let page = Pages.page(
            "<article><header><h1>\(Pages.title)</h1><p class='standfirst'>\(summary)</p></header>"
                + "<div class='article-body'>\(Pages.story)</div></article>")
        #expect(try Pages.lines(page) == [summary] + Pages.storyLines)
        let elsewhere = page.replacing("<p class='standfirst'>", with: "<p class='related'><a href='/o'>")
        #expect(try Pages.lines(elsewhere) == Pages.storyLines)
    }

    @Test("scripts without blanks")
    func japanese() throws {
        let lines = [
            "市議会は月曜日の夜に開かれ、長年約束されてきた橋の建設を決定しました。", "「もう十分待ちました」と市長は述べ、計画に反対していた過去を振り返りました。",
        ]
        let page =
            "<html><body><h1>橋の建設</h1><div>"
            + lines.map { "<p>\($0.replacing("橋", with: "<ruby>橋<rt>はし</rt></ruby>"))</p>" }.joined()
            + "</div></body></html>"
        #expect(try Pages.lines(page) == lines)
    }

    @Test("what was left out is told, with the reason")
    func removed() throws {
        let page = Pages.page(inserting: "<div class='share-bar'>Share this</div>")
        let extraction = try Pages.extract(page)
        #expect(extraction.removed.contains(Removal(.share, "Share this")))
        #expect(extraction.removed.contains(Removal(.title, Pages.title)))
        #expect(!extraction.removed.contains { $0.text == "World" })
    }

    @Test("a page gives the same whatever white space is in it")
    func whiteSpace() throws {
        let page = Pages.page(inserting: "<ul><li>two lanes for cars</li><li>one for bicycles</li></ul>")
        #expect(try Pages.lines(page) == Pages.lines(page.replacing("<", with: "\n <")))
    }
}
