import FoundationEssentials
import NewsModel

/// One JSON Feed 1.1 item with what Rasid knows in its member `_rasid`. For programs.
///
/// Source: JSON Feed Version 1.1, "Items" and "Extensions".
enum JSONForm {
    static func bytes(of document: ArticleDocument) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(Item(document))) + [0x0A]
        } catch {
            preconditionFailure("strings and integers always encode: \(error)")
        }
    }

    /// `nil` for a file that is not of this form.
    static func document(from bytes: [UInt8]) -> ArticleDocument? {
        do {
            return try JSONDecoder().decode(Item.self, from: Data(bytes)).document
        } catch {
            return nil
        }
    }

    struct Item: Codable {
        struct Author: Codable { var name: String }

        struct Extension: Codable {
            var id: String
            var feed: String
            var source: String
            var story: String
            var version: Int
            var dateSource: String
            var removed: Int
            var lastmod: String
            var credit: String?
            var outlet: String?
            var robots: [String]?
            var statedDate: String?
            /// Of each block of `content_text`: `p`, `h2` … `h6`, `li`, `quote`, `pre`. Not there when all are `p`.
            var kinds: [String]?
            /// The blocks themselves where one holds a blank line, so that `content_text` cannot be taken apart.
            var blocks: [String]?

            enum CodingKeys: String, CodingKey {
                case id, feed, source, story, version, removed, lastmod, credit, outlet, robots, kinds, blocks
                case dateSource = "date_source"
                case statedDate = "stated_date"
            }
        }

        var id: String
        var url: String?
        var title: String?
        var text: String
        var summary: String?
        var image: String?
        var published: String?
        var modified: String?
        var authors: [Author]?
        var tags: [String]?
        var language: String?
        var rasid: Extension

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, image, authors, tags, language
            case text = "content_text"
            case published = "date_published"
            case modified = "date_modified"
            case rasid = "_rasid"
        }
    }
}

extension JSONForm.Item {
    init(_ document: ArticleDocument) {
        let article = document.article
        let kinds = article.paragraphs.map { ParagraphKinds.word(for: $0.kind) }
        let blocks = article.paragraphs.map(\.text)
        self.init(
            id: document.id.text, url: article.url, title: article.title, text: article.text,
            summary: article.description, image: article.image, published: article.published?.iso8601,
            modified: article.modified?.iso8601,
            authors: article.authors.isEmpty ? nil : article.authors.map(Author.init),
            tags: article.tags.isEmpty ? nil : article.tags, language: article.language,
            rasid: Extension(
                id: document.id.text, feed: document.feed.name, source: article.site ?? document.feed.name,
                story: document.story.text, version: document.version, dateSource: document.dateSource.rawValue,
                removed: document.removed, lastmod: document.written.rfc3339, credit: article.source,
                outlet: article.outlet, robots: article.robots.isEmpty ? nil : article.robots,
                statedDate: article.statedDate?.iso8601,
                kinds: kinds.allSatisfy { $0 == "p" } ? nil : kinds,
                blocks: blocks.contains { $0.contains("\n\n") } ? blocks : nil))
    }

    /// `nil` when a member does not mean what it should.
    var document: ArticleDocument? {
        guard let id = ArticleID(rasid.id), let feed = FeedID(rasid.feed), let story = StoryID(rasid.story),
            let dateSource = ArticleDocument.DateSource(rawValue: rasid.dateSource),
            let written = Timestamp(rfc3339: rasid.lastmod)
        else { return nil }
        let blocks = rasid.blocks ?? ParagraphKinds.blocks(of: text)
        let article = Article(
            url: url, title: title, paragraphs: ParagraphKinds.paragraphs(blocks, kinds: rasid.kinds ?? []),
            authors: authors?.map(\.name) ?? [], published: published.flatMap { PublicationDate(rfc3339: $0) },
            modified: modified.flatMap { PublicationDate(rfc3339: $0) }, site: rasid.source,
            outlet: rasid.outlet, source: rasid.credit, language: language, image: image, description: summary,
            tags: tags ?? [], robots: rasid.robots ?? [],
            statedDate: rasid.statedDate.flatMap { PublicationDate(rfc3339: $0) })
        return ArticleDocument(
            article: article, id: id, feed: feed, story: story, version: rasid.version, dateSource: dateSource,
            removed: rasid.removed, written: written)
    }
}
