/// One paragraph of an article, with what the page's markup said about it.
package struct Paragraph: Hashable, Sendable {
    /// What the markup made of it. A hint: pages mark headings as bold paragraphs and lists as lines.
    package enum Kind: Hashable, Sendable {
        /// From plain text, where nothing is known.
        case line
        case paragraph
        case heading(level: Int)
        case listItem
        case quotation
        case tableRow
        case preformatted
    }

    /// White space collapsed, no line break (`preformatted` and verse may hold some).
    package var text: String
    package var kind: Kind
    /// The share of the characters that stand in links, 0…1.
    package var linkShare: Double

    package init(_ text: String, kind: Kind = .paragraph, linkShare: Double = 0) {
        self.text = text
        self.kind = kind
        self.linkShare = linkShare
    }
}

/// A news article: its text, and what is known about it. Every stage after the page takes one and returns one.
package struct Article: Hashable, Sendable {
    /// Where it stands: the page's canonical link, else where it was fetched from.
    package var url: String?
    package var title: String?
    package var paragraphs: [Paragraph]
    /// People only, without place, role or outlet.
    package var authors: [String]
    package var published: PublicationDate?
    package var modified: PublicationDate?
    /// The date the publisher gave, where the article does not go by it: it lay ahead.
    package var statedDate: PublicationDate?
    /// The publication's own name.
    package var site: String?
    /// Who published the text, where a line of the text says so (`المرصاد نت - متابعات`).
    package var outlet: String?
    /// Who the story is credited to: an agency, another paper (`المصدر: وكالات`).
    package var source: String?
    /// BCP 47, `ar` or `pt-BR`.
    package var language: String?
    package var image: String?
    package var description: String?
    package var tags: [String]
    /// What the page asks of robots, as printed: `noarchive`, `noai`. Recorded, not obeyed here.
    package var robots: [String]

    package init(
        url: String? = nil, title: String? = nil, paragraphs: [Paragraph] = [], authors: [String] = [],
        published: PublicationDate? = nil, modified: PublicationDate? = nil, site: String? = nil,
        outlet: String? = nil, source: String? = nil, language: String? = nil, image: String? = nil,
        description: String? = nil, tags: [String] = [], robots: [String] = [], statedDate: PublicationDate? = nil
    ) {
        self.url = url
        self.title = title
        self.paragraphs = paragraphs
        self.authors = authors
        self.published = published
        self.modified = modified
        self.site = site
        self.outlet = outlet
        self.source = source
        self.language = language
        self.image = image
        self.description = description
        self.tags = tags
        self.robots = robots
        self.statedDate = statedDate
    }

    /// An article from plain text: one paragraph a line, blank lines do not count, nothing else known.
    package init(plainText: String) {
        self.init(
            paragraphs: plainText.split(whereSeparator: \.isNewline)
                .filter { line in line.contains { !$0.isWhitespace } }
                .map { Paragraph(String($0), kind: .line) })
    }

    /// The paragraphs, joined by a blank line.
    package var text: String {
        paragraphs.map(\.text).joined(separator: "\n\n")
    }
}

/// What was taken out of an article, and why.
package struct Removal: Hashable, Sendable {
    /// Why a line is not the story. The words are those of the annotation guideline and are printed as they are.
    package enum Reason: String, CaseIterable, Sendable {
        case title, header, outlet, byline, date, caption, source, tags
        case relatedHeading = "related_head"
        case relatedItem = "related_item"
        case link
        case otherArticle = "other_article"
        case share, follow, widget, comment
        case advertisement = "ad"
        case copyright, contact
        case navigation = "nav"
        case embed
        case wireEnd = "wire_end"
        /// A block that this site repeats on its pages.
        case repeated
        /// An XPath of feeds.yaml named it.
        case configured
    }

    package let reason: Reason
    package let text: String

    package init(_ reason: Reason, _ text: String) {
        self.reason = reason
        self.text = text
    }
}

/// What became of one line, for `--explain`.
package struct Verdict: Hashable, Sendable {
    package let text: String
    /// `nil` when the line was kept.
    package let reason: Removal.Reason?
    /// The rule that decided, in a few words; empty for a line nothing was said of.
    package let rule: String

    package init(text: String, reason: Removal.Reason?, rule: String) {
        self.text = text
        self.reason = reason
        self.rule = rule
    }
}

/// Where an article stands among those seen before.
package struct Placement: Hashable, Sendable {
    /// The article this one is a copy of; `nil` when it is told here first.
    package let duplicateOf: ArticleID?
    /// To the best earlier match: 0 nothing in common, 1 the same text.
    package let similarity: Double
    package let story: StoryID

    package init(duplicateOf: ArticleID?, similarity: Double, story: StoryID) {
        self.duplicateOf = duplicateOf
        self.similarity = similarity
        self.story = story
    }
}
