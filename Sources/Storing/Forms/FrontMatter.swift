import NewsModel

/// The flat keys that go before the text of an article: names, order and forms are a contract with consumers.
///
/// Every string is a JSON string. What is not known is left out. New keys may come, at the end.
enum FrontMatter {
    /// One `key: value` line each, ending with a line break.
    static func lines(of document: ArticleDocument) -> String {
        let article = document.article
        var lines = "title: \(JSONText.string(article.title ?? ""))\n"
        func add(_ key: String, _ value: String?) {
            if let value { lines += "\(key): \(value)\n" }
        }
        func add(_ key: String, text: String?) { add(key, text.map(JSONText.string)) }
        func add(_ key: String, texts: [String]) { add(key, texts.isEmpty ? nil : JSONText.strings(texts)) }

        add("date", article.published?.iso8601)
        add("lastmod", document.written.rfc3339)
        add("source", text: article.site)
        add("source_url", text: article.url)
        add("feed", text: document.feed.name)
        add("authors", texts: article.authors)
        add("language", text: article.language)
        add("tags", texts: article.tags)
        add("description", text: article.description)
        add("image", text: article.image)
        add("rasid_id", text: document.id.text)
        add("story", text: document.story.text)
        add("version", String(document.version))
        add("date_source", text: document.dateSource.rawValue)
        add("removed", String(document.removed))
        add("credit", text: article.source)
        add("outlet", text: article.outlet)
        add("modified", article.modified?.iso8601)
        add("robots", texts: article.robots)
        add("stated_date", article.statedDate?.iso8601)
        return lines
    }

    /// Reads the lines of a front matter, unknown keys skipped; `nil` when one that every file has is missing.
    static func document(from lines: some Sequence<Substring>, paragraphs: [Paragraph]) -> ArticleDocument? {
        var values: [Substring: Substring] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            values[line[..<colon]] = line[line.index(after: colon)...].drop { $0 == " " }
        }
        func text(_ key: Substring) -> String? { values[key].flatMap { JSONText.readString($0) } }
        func texts(_ key: Substring) -> [String] { values[key].flatMap { JSONText.readStrings($0) } ?? [] }
        func date(_ key: Substring) -> PublicationDate? {
            values[key].flatMap { PublicationDate(rfc3339: String($0)) }
        }
        guard let id = text("rasid_id").flatMap({ ArticleID($0) }), let feed = text("feed").flatMap({ FeedID($0) }),
            let story = text("story").flatMap({ StoryID($0) }), let version = values["version"].flatMap({ Int($0) }),
            let dateSource = text("date_source").flatMap(ArticleDocument.DateSource.init(rawValue:)),
            let written = date("lastmod")?.timestamp
        else { return nil }
        let article = Article(
            url: text("source_url"), title: text("title"), paragraphs: paragraphs, authors: texts("authors"),
            published: date("date"), modified: date("modified"), site: text("source"), outlet: text("outlet"),
            source: text("credit"), language: text("language"), image: text("image"),
            description: text("description"), tags: texts("tags"), robots: texts("robots"),
            statedDate: date("stated_date"))
        return ArticleDocument(
            article: article, id: id, feed: feed, story: story, version: version, dateSource: dateSource,
            removed: values["removed"].flatMap { Int($0) } ?? 0, written: written)
    }
}
