import Extracting
import NewsModel
import Testing

@Suite("Names and weights that mislead")
struct MisleadingNamesTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        let name: String
        let html: String
        var lines = Pages.storyLines
        var testDescription: String { name }
    }

    private static let heading = "<h1>\(Pages.title)</h1>"
    private static let paragraphs = Pages.story.split(separator: "\n").map(String.init)

    /// Beginnings of other stories, longer in all than the story itself.
    private static func otherStories(_ tag: String, _ name: String) -> String {
        (1...9).map { number in
            """
            <\(tag) class='\(name)'><h3><a href='/\(number)'>Story number \(number) of this day</a></h3>
            <p>The other story, the one that has the number \(number), begins like this, and it goes on elsewhere.</p></\(tag)>
            """
        }.joined()
    }

    static let layouts = [
        Layout(
            name: "a name for small parts on most paragraphs",
            html: "<article>\(heading)"
                + Pages.story.replacing("<p>\"We", with: "<p class='paywall'>\"We").replacing(
                    "<p>Work", with: "<p class='paywall'>Work") + "</article>"),
        Layout(
            name: "the same name on one short box",
            html:
                "<article>\(heading)\(Pages.story)<p class='paywall'>Subscribe to <a href='/s'>read</a> on.</p></article>"
        ),
        Layout(
            name: "a fold that hides the second half",
            html:
                "<div>\(heading)<div>\(paragraphs[0])\(paragraphs[1])</div><div class='read-more'>\(paragraphs[2])</div></div>"
        ),
        Layout(
            name: "other stories heavier than this one, by their name",
            html:
                "<article>\(heading)\(Pages.story)</article><section class='related-posts'>\(otherStories("div", "x"))</section>"
        ),
        Layout(
            name: "other stories heavier than this one, by their make",
            html:
                "<div><div>\(heading)<div>\(Pages.story)</div></div></div><div><ul>\(otherStories("li", "card"))</ul></div>"
        ),
        Layout(
            name: "the next story below, with a headline of its own",
            html: "<main><div class='story-view'>\(heading)<div>\(Pages.story)</div></div><div class='story-view'>"
                + "<h1>A tunnel under the river</h1><div><p>The other story, the one of the tunnel, begins here, and it is long.</p>"
                + "<p>Nobody knows, they say, how it is going to end, and nobody asks.</p></div></div></main>"),
        Layout(
            name: "a second part of one make without a headline",
            html: "<main><div class='part'>\(heading)<div>\(paragraphs[0])\(paragraphs[1])</div></div>"
                + "<div class='part'><div>\(paragraphs[2])</div></div></main>"),
        Layout(
            name: "a story called a discussion",
            html: "<div class='discussion'>\(heading)</div><div class='discussion'>\(Pages.story)</div>"),
        Layout(
            name: "a page that allows comments, and has some",
            html: "<div class='comments-enabled'>\(heading)\(Pages.story)"
                + String(repeating: "<div class='comment'><p>I like it.</p></div>", count: 8) + "</div>"),
        Layout(
            name: "the headline below the text",
            html: "<div><div>\(Pages.story)</div>\(heading)<div><p>LEGAL</p></div></div>"),
        Layout(
            name: "the text kept for readers without scripts",
            html: "<div>\(heading)<div id='root'></div><noscript><div>\(Pages.story)</div></noscript></div>"),
        Layout(
            name: "the text and a notice for readers without scripts",
            html:
                "<div>\(heading)<div>\(Pages.story)</div><noscript><p>Turn on</p><p>your</p><p>scripts.</p></noscript></div>"
        ),
        Layout(
            name: "the last paragraph said twice",
            html: "<article>\(heading)\(Pages.story)<p>Drivers are glad.</p>\(paragraphs[2])</article>",
            lines: Pages.storyLines + ["Drivers are glad."]),
        Layout(
            name: "lines of a list said twice",
            html: "<article>\(heading)\(paragraphs[0])"
                + "<ul><li>two lanes for cars, one of them closed in the winter</li></ul>\(paragraphs[1])"
                + "<ul><li>two lanes for cars, one of them closed in the winter</li></ul>\(paragraphs[2])</article>",
            lines: [
                Pages.storyLines[0], "two lanes for cars, one of them closed in the winter", Pages.storyLines[1],
                "two lanes for cars, one of them closed in the winter", Pages.storyLines[2],
            ]),
        Layout(
            name: "a letter of links with text under each",
            html: "<article>\(heading)"
                + zip(["A bridge of wood", "A bridge of steel", "A bridge of stone"], paragraphs)
                .map { "<h3><a href='/l'>\($0)</a></h3>\($1)" }.joined() + "</article>",
            lines: [
                "A bridge of wood", Pages.storyLines[0], "A bridge of steel", Pages.storyLines[1], "A bridge of stone",
                Pages.storyLines[2],
            ]),
        Layout(
            name: "one linked heading in the text",
            html: "<article>\(heading)\(paragraphs[0])<h3><a href='/l'>A bridge of steel</a></h3>"
                + "\(paragraphs[1])\(paragraphs[2])</article>"),
    ]

    @Test("the story stays whole", arguments: layouts)
    func layout(_ c: Layout) throws {
        #expect(try Pages.lines(Pages.page(c.html)) == c.lines)
    }

    @Test("many comments do not stand in for a story of one line")
    func oneLine() throws {
        let comments = String(
            repeating: "<div class='comment'><p>I never believed in that bridge, and I do not yet.</p></div>", count: 20
        )
        let lines = try Pages.lines(
            Pages.page(
                "<div>\(Self.heading)<div>\(Self.paragraphs[0])</div></div><div class='comments'>\(comments)</div>"))
        #expect(lines.first == Pages.storyLines[0])
        #expect(!lines.contains { $0.hasPrefix("I never believed") })
    }
}
