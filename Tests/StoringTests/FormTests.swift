import NewsModel
import Testing

@testable import Storing

@Suite("Forms")
struct FormTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let article: Article
        var testDescription: String { name }
    }

    private static func titled(_ title: String) -> Article {
        Article(title: title, paragraphs: [Paragraph("نص الخبر.")])
    }

    private static func text(_ paragraphs: Paragraph...) -> Article {
        Article(title: "عنوان", paragraphs: paragraphs)
    }

    static let articles =
        [
            Case(name: "nothing known", article: Article()),
            Case(
                name: "everything known",
                article: Article(
                    url: "https://example.com/a?b=c&d", title: "عنوان «الخبر»", paragraphs: [Paragraph("نص.")],
                    authors: ["سامي نادر", "A \"B\" C"],
                    published: PublicationDate(rfc3339: "2026-09-22T11:40:00+03:00"),
                    modified: PublicationDate(rfc3339: "2026-09-22T09:00:00Z"), site: "الميادين", outlet: "المرصاد نت",
                    source: "وكالات", language: "ar", image: "https://example.com/i.jpg", description: "ملخص: قصير",
                    tags: ["سياسة", "a, b", "- c"], robots: ["noai"])),
            Case(
                name: "only a day is known",
                article: {
                    var article = titled("عنوان")
                    article.published = PublicationDate(rfc3339: "2024-10-16")
                    return article
                }()),
            Case(name: "quotation marks and backslashes", article: titled(#"قال: "نعم" \ لا \" \\ \n"#)),
            Case(name: "a title that ends the front matter", article: titled("---\ntitle: \"x\"\n---\n\n# x")),
            Case(name: "a title that is YAML", article: titled("{a: [b, *c], !d &e} # f: \"g")),
            Case(
                name: "bidirectional controls",
                article: titled("\u{202E}abc\u{202C} \u{2067}نص\u{2069} \u{200F}123\u{200E}")),
            Case(
                name: "control characters", article: titled("a\u{0}b\u{1B}[31mc\u{7F}d\u{85}e\u{2028}f\u{FEFF}g\u{9B}h")
            ),
            Case(name: "ZWNJ and emoji", article: titled("می\u{200C}خواهم 👨‍👩‍👧 🇵🇸")),
            Case(name: "a megabyte of title", article: titled(String(repeating: "عنوان طويل ", count: 50_000))),
            Case(
                name: "every kind",
                article: text(
                    Paragraph("عنوان فرعي", kind: .heading(level: 2)),
                    Paragraph("عنوان أصغر", kind: .heading(level: 4)),
                    Paragraph("أول", kind: .listItem), Paragraph("ثان", kind: .listItem),
                    Paragraph("قال الوزير", kind: .quotation),
                    Paragraph("ثم قال", kind: .quotation), Paragraph("أ | ب", kind: .tableRow),
                    Paragraph("سطر", kind: .line))),
            Case(
                name: "headings of odd levels",
                article: text(
                    Paragraph("x", kind: .heading(level: 1)), Paragraph("y", kind: .heading(level: 99)),
                    Paragraph("z", kind: .heading(level: -3)))),
            Case(
                name: "verse",
                article: text(
                    Paragraph("على قدر أهل العزم\nتأتي العزائم"), Paragraph("a\\\nb\\"),
                    Paragraph("# x\n- y\n1. z", kind: .quotation))),
            Case(
                name: "preformatted with fences and blank lines",
                article: text(
                    Paragraph("```\nif x {\n\n    y\n}\n```", kind: .preformatted), Paragraph("نص"))),
            Case(name: "empty paragraphs", article: text(Paragraph(""), Paragraph(" \n\t"), Paragraph("نص"))),
            Case(
                name: "a delimiter in the text",
                article: text(Paragraph("-- "), Paragraph("---"), Paragraph("--"), Paragraph("نص"))),
        ]
        + openings.map {
            Case(
                name: "a line that begins with \($0)",
                article: text(Paragraph("\($0) نص"), Paragraph("\($0)نص"), Paragraph("\($0)")))
        }

    private static let openings = [
        "#", "##", "-", "+", "*", ">", "1.", "12)", "1\\.", "123456789.", "1234567890.", "```", "~~~", "===", "___",
        "<div>",
        "[a]: b", "|", "\\", "\\\\", "\\#", "    ", "***", "- [ ]", "&amp;", "1", "١.",
    ]

    private static func document(_ article: Article) throws -> ArticleDocument {
        let id = try #require(ArticleID("3f9a1c07b2d4"))
        return ArticleDocument(
            article: article, id: id, feed: Sample.feed, story: StoryID(startedBy: id), version: 2, dateSource: .page,
            removed: 4, written: Scratch.now)
    }

    @Test("markdown and JSON give the same article back", arguments: articles, [OutboxSettings.Format.markdown, .json])
    func roundTrip(_ c: Case, _ format: OutboxSettings.Format) throws {
        let document = try Self.document(c.article)

        #expect(format.document(from: format.bytes(of: document)) == document)
    }

    @Test("plain text gives the same article back, kinds apart", arguments: articles)
    func plainRoundTrip(_ c: Case) throws {
        let document = try Self.document(c.article)

        let read = try #require(
            OutboxSettings.Format.text.document(from: OutboxSettings.Format.text.bytes(of: document)))

        func words(_ article: Article) -> [Substring] { article.text.split(whereSeparator: \.isWhitespace) }
        #expect(words(read.article) == words(document.article))
        #expect(read.article.title ?? "" == document.article.title ?? "")
        #expect(read.article.published == document.article.published && read.written == document.written)
    }

    @Test("making an article storable twice is making it once", arguments: articles)
    func storableTwice(_ c: Case) {
        let once = c.article.storable()

        #expect(once.storable() == once)
    }

    @Test("nothing in a file moves a cursor or turns a line round", arguments: articles, OutboxSettings.Format.allCases)
    func harmless(_ c: Case, _ format: OutboxSettings.Format) throws {
        let text = String(decoding: format.bytes(of: try Self.document(c.article)), as: UTF8.self)

        #expect(
            !text.unicodeScalars.contains { scalar in
                (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            })
    }

    @Test("a long title is cut at a whole letter")
    func longTitle() throws {
        let title = try #require(Self.titled(String(repeating: "ع", count: 600_000)).storable().title)

        #expect(title.utf8.count == 2048 && title.allSatisfy { $0 == "ع" })
    }

    @Test("the front matter is the one of the contract, key by key")
    func contract() throws {
        let text = String(decoding: MarkdownForm.bytes(of: try Self.document(Self.articles[1].article)), as: UTF8.self)

        #expect(
            text == """
                ---
                title: "عنوان «الخبر»"
                date: 2026-09-22T11:40:00+03:00
                lastmod: 2026-09-22T10:12:32Z
                source: "الميادين"
                source_url: "https://example.com/a?b=c&d"
                feed: "aljazeera"
                authors: ["سامي نادر", "A \\"B\\" C"]
                language: "ar"
                tags: ["سياسة", "a, b", "- c"]
                description: "ملخص: قصير"
                image: "https://example.com/i.jpg"
                rasid_id: "3f9a1c07b2d4"
                story: "s-3f9a1c07b2d4"
                version: 2
                date_source: "page"
                removed: 4
                credit: "وكالات"
                outlet: "المرصاد نت"
                modified: 2026-09-22T09:00:00Z
                robots: ["noai"]
                ---

                نص.

                """)
    }

    static let foreign = [
        "", "---", "---\n---\n", "---\ntitle: x\n---\n", "{}", "{\"id\":1}", "-- \n", "\u{FFFD}",
        "---\n\(String(repeating: "a", count: 9))\n---",
    ]

    @Test("what is not ours is not read", arguments: foreign, OutboxSettings.Format.allCases)
    func foreignFile(_ text: String, _ format: OutboxSettings.Format) {
        #expect(format.document(from: Array(text.utf8)) == nil)
    }
}

@Suite("File names")
struct FileNameTests {
    static let ours = [
        "20260922T101232Z-aljazeera-3f9a1c07b2d4.md", "20260922T101232Z-a-b.c_d-3f9a1c07b2d4.json",
        "20260922T101232Z-a-3f9a1c07b2d4-2.txt", "20260922T101232Z-a-9-3f9a1c07b2d4.md",
        "2026-09-22/20260922T101232Z-a-3f9a1c07b2d4.md", "3f/20260922T101232Z-a-3f9a1c07b2d4-v3.md",
        "3f/20260922T101232Z-a-3f9a1c07b2d4-v3-2.json", "20260922T101232Z-v2-3f9a1c07b2d4.md",
    ]

    @Test("a name is read as it was made", arguments: ours)
    func read(_ text: String) throws {
        let name = try #require(ArticleFileName(text))

        #expect(name.text == text && name.id.text == "3f9a1c07b2d4")
        #expect(name.firstSeen == Timestamp(seconds: Scratch.now.seconds))
        let made = ArticleFileName(id: name.id, feed: name.feed, firstSeen: name.firstSeen, format: name.format)
        #expect(
            made.leaf
                == String(text.split(separator: "/").last ?? "").replacing("-v3", with: "").replacing("-2.", with: "."))
        #expect(name.numbered(name.copy).text == text)
    }

    static let foreign = [
        "", ".md", "notes.md", "20260922T101232Z-aljazeera-3f9a1c07b2d4",
        "20260922T101232Z-aljazeera-3f9a1c07b2d4.html",
        "20260922T101232Z-aljazeera-3f9a1c07b2dX.md", "20260922T101232Z-3f9a1c07b2d4.md",
        "2026-09-22T101232Z-a-3f9a1c07b2d4.md", "20261322T101232Z-a-3f9a1c07b2d4.md",
        "20260922T101232Z-A-3f9a1c07b2d4.md", ".20260922T101232Z-a-3f9a1c07b2d4.md",
        "../20260922T101232Z-a-3f9a1c07b2d4.md", "/20260922T101232Z-a-3f9a1c07b2d4.md",
        "3g/20260922T101232Z-a-3f9a1c07b2d4.md", "3f/3f/20260922T101232Z-a-3f9a1c07b2d4.md",
        "20260922T101232Z-a-3f9a1c07b2d4-v1.md", "20260922T101232Z-a-3f9a1c07b2d4-02.md",
        "20260922T101232Z-a-3f9a1c07b2d4-v+2.md", "20260922T101232Z-a-3f9a1c07b2d4.md.swp",
    ]

    @Test("other names are not ours", arguments: foreign)
    func foreignName(_ text: String) {
        #expect(ArticleFileName(text) == nil)
    }
}
