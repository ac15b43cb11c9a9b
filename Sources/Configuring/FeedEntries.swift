package import NewsModel

/// Gathers feeds for feeds.yaml: each once, with a name of its own and nothing in it that feeds.yaml does not allow.
package struct FeedEntries: Sendable {
    package enum Outcome: Equatable, Sendable {
        case added
        /// The same feed is there already, under this name.
        case known(FeedID)
        /// Completes "allowed is …".
        case refused(allowed: String)
    }

    package private(set) var entries: [FeedEntry] = []
    private var names: Set<FeedID>
    /// The number last put behind a name that was taken.
    private var lastNumbers: [String: Int] = [:]
    private var namesOfURLs: [String: FeedID]

    /// - Parameter feeds: those that are in the file already.
    package init(besides feeds: [FeedSettings] = []) {
        names = Set(feeds.map(\.id))
        namesOfURLs = Dictionary(
            feeds.map { (WebLink.canonical($0.url), $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds a feed unless it is there. What is wrong with a title or a tag leaves the feed without it.
    ///
    /// - Parameters:
    ///   - url: http or https; `feed:` before or in place of it is understood.
    ///   - name: taken, with a number when another feed has it; without one, or when it is none that feeds.yaml allows,
    ///     a name is made of the title or the host.
    package mutating func add(url: String, title: String?, tags: [String], name: String? = nil) -> Outcome {
        guard let url = address(url) else { return .refused(allowed: SettingsTable.url.allowed) }
        let canonical = WebLink.canonical(url)
        if let known = namesOfURLs[canonical] { return .known(known) }
        let id = freeName(name.flatMap(FeedID.init)?.name ?? FeedName.proposal(title: title, url: url))
        names.insert(id)
        namesOfURLs[canonical] = id
        var seen: Set<String> = []
        let tags = tags.compactMap { text($0, "a tag") }.filter { seen.insert($0).inserted }
        entries.append(
            FeedEntry(
                id: id, url: url, title: title.flatMap { text($0, "a title") },
                tags: Array(tags.prefix(FeedEntries.tagLimit))))
        return .added
    }

    private static let tagLimit = 100
    /// Characters of a title or tag.
    private static let textLimit = 200

    private func address(_ url: String) -> String? {
        var url = url
        for prefix in ["feed:", "feeds:"] where url.lowercased().hasPrefix(prefix) {
            url = String(url.dropFirst(prefix.count))
            if url.hasPrefix("//") { url = (prefix == "feed:" ? "http:" : "https:") + url }
        }
        return try? SettingsTable.url.parse(url)
    }

    private func text(_ text: String, _ what: String) -> String? {
        let short = trimmed(String(text.prefix(FeedEntries.textLimit)))
        return try? Scalar.text(what).parse(short)
    }

    /// The name, with a number behind it when it is taken. Long names make room for the number.
    private mutating func freeName(_ name: String) -> FeedID {
        if let id = FeedID(name), !names.contains(id) { return id }
        let base = FeedID(name).map { String($0.name.prefix(56)) } ?? "feed"
        // Counts on from the last number, or a list of equal titles would take time by its square.
        var number = lastNumbers[base] ?? 0
        while true {
            number += 1
            if let id = FeedID(number == 1 ? base : "\(base)-\(number)"), !names.contains(id) {
                lastNumbers[base] = number
                return id
            }
        }
    }
}
