import Extracting
import NewsModel

/// Short pages written for the tests, and what is asked of them.
enum Pages {
    static let now = Timestamp(seconds: 1_790_000_000)

    /// Three paragraphs that read like a story.
    static let story = """
        <p>The council of the town met on Monday evening, and it decided to build the bridge that had been promised for years.</p>
        <p>"We have waited long enough," said the mayor, who had spoken against the plan when it was first proposed.</p>
        <p>Work is to begin in the spring, the engineers said, and it will take two years if the winters are mild.</p>
        """

    static let storyLines = [
        "The council of the town met on Monday evening, and it decided to build the bridge that had been promised for years.",
        "\"We have waited long enough,\" said the mayor, who had spoken against the plan when it was first proposed.",
        "Work is to begin in the spring, the engineers said, and it will take two years if the winters are mild.",
    ]

    static let title = "Town decides to build its bridge"

    /// A page around `body`.
    static func page(_ body: String, head: String = "") -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>\(title) | Example Herald</title>\(head)</head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        \(body)
        <footer><p>© Example Herald. All rights reserved, and all wrongs as well, as the saying of the house goes.</p></footer>
        </body></html>
        """
    }

    /// The story with `extra` after its second paragraph.
    static func page(inserting extra: String) -> String {
        let parts = story.split(separator: "\n")
        return page("<article><h1>\(title)</h1>\(parts[0])\(parts[1])\(extra)\(parts[2])</article>")
    }

    static func extract(
        _ page: String, url: String? = nil, hints: ExtractionHints = ExtractionHints()
    ) throws -> Extraction {
        try Extractor().extract(Array(page.utf8), context: PageContext(url: url, now: now), hints: hints)
    }

    static func lines(_ page: String) throws -> [String] {
        try extract(page).article.paragraphs.map(\.text)
    }
}
