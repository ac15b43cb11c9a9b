import NewsModel

/// The feeds of the file: the right ones, and a mistake for each other one.
struct FeedList {
    private let defaults: Settings
    private(set) var feeds: [FeedSettings] = []
    private var linesOfNames: [FeedID: Int] = [:]
    private var linesOfURLs: [String: Int] = [:]

    /// Far more than one machine polls.
    static let limit = 100_000

    /// - Parameter defaults: the settings that stand beside the list.
    init(defaults: Settings) {
        self.defaults = defaults
    }

    mutating func read(_ node: Node, _ mistakes: inout Mistakes) {
        let allowed = "a list of feeds, 1 to \(FeedList.limit), each with name and url"
        guard case .list(let items) = node.content else {
            return mistakes.refuse(node, "feeds", found: node.found, allowed: allowed)
        }
        guard (1...FeedList.limit).contains(items.count) else {
            return mistakes.refuse(node, "feeds", found: "\(items.count) feeds", allowed: allowed)
        }
        for (index, item) in items.enumerated() { readFeed(item, "feeds[\(index)]", &mistakes) }
    }

    private mutating func readFeed(_ node: Node, _ path: String, _ mistakes: inout Mistakes) {
        guard case .map(let pairs) = node.content else {
            mistakes.refuse(node, path, found: node.found, allowed: "a mapping with name and url")
            return
        }
        let values = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        let name = required(SettingsTable.name, "name", values, node, path, &mistakes)
        let url = required(SettingsTable.url, "url", values, node, path, &mistakes)
        // Without a name the rest is read all the same, for its mistakes.
        guard let id = name ?? FeedID("unnamed") else { return }
        var feed = FeedSettings(id: id, url: url ?? "", defaults: defaults)
        let written = SettingsTable.feed.read(
            node, path, into: &feed, apart: SettingsTable.feedIdentity, &mistakes)
        orderIntervals(&feed.poll, written, &mistakes)

        let isNew = name.map { isFirst($0, values["name"], path, &mistakes) } ?? false
        let isElsewhere = url.map { isFirst(url: $0, values["url"], path, &mistakes) } ?? false
        if isNew, isElsewhere { feeds.append(feed) }
    }

    private func required<Value>(
        _ scalar: Scalar<Value>, _ key: String, _ values: [String: Node], _ feed: Node, _ path: String,
        _ mistakes: inout Mistakes
    ) -> Value? {
        if let node = values[key] { return scalar.read(node, "\(path).\(key)", &mistakes) }
        mistakes.add(feed.place, "\(path): \(key) is missing, allowed is \(scalar.allowed)")
        return nil
    }

    private mutating func isFirst(_ name: FeedID, _ node: Node?, _ path: String, _ mistakes: inout Mistakes) -> Bool {
        guard let node else { return false }
        guard let line = linesOfNames[name] else {
            linesOfNames[name] = node.place.line
            return true
        }
        mistakes.add(node.place, "\(path).name: \(quoted(name.name)) is the name of the feed in line \(line) already")
        return false
    }

    private mutating func isFirst(url: String, _ node: Node?, _ path: String, _ mistakes: inout Mistakes) -> Bool {
        guard let node else { return false }
        let canonical = WebLink.canonical(url)
        guard let line = linesOfURLs[canonical] else {
            linesOfURLs[canonical] = node.place.line
            return true
        }
        mistakes.add(node.place, "\(path).url: \(quoted(url)) is the URL of the feed in line \(line) already")
        return false
    }
}
