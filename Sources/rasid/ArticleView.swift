import NewsModel
import Storing

extension ArticleDetails {
    /// The article as a person reads it: what is known, the text, then where else it stands.
    func page(_ terminal: Terminal, now: Timestamp) -> String {
        let article = document.article
        let title = MarkedText(article.title ?? "").lines(terminal, width: terminal.textWidth, plain: .bold)
        var lines = title + [""] + facts(now: now) + [""]
        for paragraph in article.paragraphs {
            lines += paragraph.lines(terminal) + [""]
        }
        lines += section(
            "taken out", removed.map { "\($0.reason.rawValue.column(14)) \($0.text.shortened(to: 100).isolated)" })
        lines += section("versions", versions.map(\.line))
        lines += section("copies", copies.map(\.line))
        lines += section("the same story \(document.story)", story.map(\.line))
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private func facts(now: Timestamp) -> [String] {
        let article = document.article
        let place = hasFile ? file : "\(file) (removed by retention)"
        var facts: [(String, String?)] = [
            ("id", "\(document.id), version \(document.version)\(sequence.map { ", journal \($0)" } ?? "")"),
            ("published", "\(article.published?.iso8601 ?? "unknown") (from: \(document.dateSource.rawValue))"),
            ("first seen", "\(firstSeen.rfc3339), \(firstSeen.ago(now))"),
            ("feed", document.feed.name),
            ("source", article.site?.isolated),
            ("credited to", article.source?.isolated),
            ("outlet", article.outlet?.isolated),
            ("authors", article.authors.isEmpty ? nil : article.authors.map(\.isolated).joined(separator: ", ")),
            ("tags", article.tags.isEmpty ? nil : article.tags.map(\.isolated).joined(separator: ", ")),
            ("language", article.language),
            ("url", article.url?.printable),
            ("file", place),
        ]
        if let withdrawn { facts.append(("withdrawn", "by its publisher, \(withdrawn.rfc3339)")) }
        return facts.compactMap { name, value in value.map { "\(name.column(12)) \($0)" } }
    }

    private func section(_ name: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(name):"] + lines.map { "  \($0)" } + [""]
    }
}

extension ArticleDetails.Version {
    fileprivate var line: String {
        "\(written.minute)  version \(version)\(isQuiet ? ", a small correction" : "")  \(title.shortened(to: 80).isolated)"
    }
}

extension ArticleDetails.Copy {
    fileprivate var line: String {
        "\((published ?? seen).minute)  \(id)  \(feed.name.column(16)) \(Int((similarity * 100).rounded()))%  \((source ?? "").isolated)  \((title ?? "").shortened(to: 80).isolated)"
    }
}

extension StoryMember {
    fileprivate var line: String {
        "\(published.minute)  \(id)  \((source ?? feed.name).isolated)  \((title ?? "").shortened(to: 80).isolated)"
    }
}

extension Paragraph {
    fileprivate func lines(_ terminal: Terminal) -> [String] {
        let width = terminal.textWidth
        switch kind {
        case .heading: return MarkedText(text).lines(terminal, width: width, plain: .bold)
        case .listItem: return indented("- ", width, terminal)
        case .quotation: return indented("> ", width, terminal)
        case .preformatted: return text.split(separator: "\n").map { String($0).isolated }
        case .line, .paragraph, .tableRow: return MarkedText(text).lines(terminal, width: width, plain: nil)
        }
    }

    private func indented(_ mark: String, _ width: Int, _ terminal: Terminal) -> [String] {
        let lines = MarkedText(text).lines(terminal, width: width - 2, plain: nil)
        return lines.enumerated().map { ($0.offset == 0 ? mark : "  ") + $0.element }
    }
}

extension Terminal {
    /// Characters of a line of running text: those of the terminal, and no more than can be read with ease.
    var textWidth: Int { min(width ?? 100, 100) }
}

// MARK: - Items without an article

extension ItemStatus {
    /// Why there is no article.
    func page(now: Timestamp) -> String {
        var lines = ["item \(id) of \(feed), first seen \(firstSeen.rfc3339): no article"]
        lines.append("state        \(state)\(outcome.map { ": \($0.rawValue)" } ?? "")")
        if let detail { lines.append("because      \(detail.printable)") }
        if attempts > 0 { lines.append("failed tries \(attempts)") }
        if let due { lines.append("due          \(due.rfc3339)\(due > now ? "" : ", now")") }
        if let link { lines.append("link         \(link.printable)") }
        return lines.joined(separator: "\n")
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", id.text)
            writer.member("feed", feed.name)
            writer.member("state", state)
            writer.member("outcome", outcome?.rawValue)
            writer.member("detail", detail)
            writer.member("link", link)
            writer.member("first_seen", firstSeen.rfc3339)
            writer.member("attempts", attempts)
            writer.member("due", due?.rfc3339)
            writer.member("copy_of", copyOf?.text)
        }
        return writer.text
    }
}

// MARK: - JSON

extension ArticleDetails {
    /// - Parameter asked: the id that was asked for, another one when that is a copy.
    func json(asked: ArticleID) -> String {
        let article = document.article
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", document.id.text)
            writer.member("asked", asked.text)
            writer.member("title", article.title)
            writer.member("text", article.text)
            writer.member("url", article.url)
            writer.member("source", article.site)
            writer.member("credit", article.source)
            writer.member("outlet", article.outlet)
            writer.member("feed", document.feed.name)
            writer.member("authors", article.authors) { $0.value($1) }
            writer.member("published", article.published?.iso8601)
            writer.member("modified", article.modified?.iso8601)
            writer.member("date_source", document.dateSource.rawValue)
            writer.member("language", article.language)
            writer.member("image", article.image)
            writer.member("description", article.description)
            writer.member("tags", article.tags) { $0.value($1) }
            writer.member("robots", article.robots) { $0.value($1) }
            writer.member("first_seen", firstSeen.rfc3339)
            writer.member("written", document.written.rfc3339)
            writer.member("version", document.version)
            writer.member("withdrawn", withdrawn?.rfc3339)
            writer.member("file", hasFile ? file : nil)
            writer.member("sha256", sha256)
            writer.member("bytes", bytes)
            writer.member("seq", sequence.map { Int($0) })
            addRelations(to: &writer)
        }
        return writer.text
    }

    private func addRelations(to writer: inout JSONWriter) {
        writer.member("removed", removed) { writer, removal in
            writer.object { writer in
                writer.member("reason", removal.reason.rawValue)
                writer.member("text", removal.text)
            }
        }
        writer.member("versions", versions) { writer, version in
            writer.object { writer in
                writer.member("version", version.version)
                writer.member("quiet", version.isQuiet)
                writer.member("written", version.written.rfc3339)
                writer.member("title", version.title)
                writer.member("text", version.text)
            }
        }
        writer.member("copies", copies) { writer, copy in
            writer.object { writer in
                writer.member("id", copy.id.text)
                writer.member("feed", copy.feed.name)
                writer.member("source", copy.source)
                writer.member("title", copy.title)
                writer.member("url", copy.url)
                writer.member("published", copy.published?.rfc3339)
                writer.member("first_seen", copy.seen.rfc3339)
                writer.name("similarity")
                writer.value(copy.similarity)
            }
        }
        writer.member("story", document.story.text)
        writer.member("story_articles", story) { $0.value($1) }
    }
}

extension JSONWriter {
    mutating func value(_ member: StoryMember) {
        object { writer in
            writer.member("id", member.id.text)
            writer.member("title", member.title)
            writer.member("source", member.source)
            writer.member("feed", member.feed.name)
            writer.member("published", member.published.rfc3339)
            writer.member("url", member.url)
            writer.member("copy", member.isCopy)
        }
    }
}
