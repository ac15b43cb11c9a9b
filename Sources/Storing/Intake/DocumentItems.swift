import NewsModel

/// The items of one feed document, each once.
struct DocumentItems {
    struct Entry {
        var keys: ItemKeys
        var item: FeedItem
    }

    private(set) var entries: [Entry] = []
    /// Ids that stand in the document, for telling a changed id from a second item.
    private(set) var guids: Set<Int64> = []

    /// Drafts go. One id twice is one item, the newest; but items that share an id and differ in link and title are
    /// items all the same, and so are those that share a link and differ in id or title.
    init(_ items: [FeedItem], feed: FeedID) {
        var all = items.filter { !$0.isDraft }.map { Entry(keys: ItemKeys($0, feed: feed), item: $0) }
        DocumentItems.forgetSharedIDs(&all)
        entries = DocumentItems.newestOfEach(all)
        DocumentItems.forgetSharedLinks(&entries)
        entries = DocumentItems.newestOfEach(entries)
        guids = Set(entries.compactMap(\.keys.guidHash))
    }

    private static func forgetSharedIDs(_ entries: inout [Entry]) {
        var first: [String: ItemKeys] = [:]
        var shared: Set<String> = []
        for keys in entries.map(\.keys) {
            guard let guid = keys.guid else { continue }
            if let other = first[guid] {
                if other.link != keys.link, other.title != keys.title { shared.insert(guid) }
            } else {
                first[guid] = keys
            }
        }
        for index in entries.indices {
            if let guid = entries[index].keys.guid, shared.contains(guid) { entries[index].keys.guid = nil }
        }
    }

    private static func forgetSharedLinks(_ entries: inout [Entry]) {
        var first: [String: ItemKeys] = [:]
        var shared: Set<String> = []
        for keys in entries.map(\.keys) {
            guard let link = keys.link else { continue }
            if let other = first[link] {
                if other.guid != keys.guid || other.title != keys.title { shared.insert(link) }
            } else {
                first[link] = keys
            }
        }
        for index in entries.indices {
            if let link = entries[index].keys.link, shared.contains(link) { entries[index].keys.link = nil }
        }
    }

    /// The newest entry of each identity, at the place of the first.
    private static func newestOfEach(_ entries: [Entry]) -> [Entry] {
        var places: [String: Int] = [:]
        var kept: [Entry] = []
        for entry in entries {
            // A shared link keeps two titles apart until it is forgotten.
            let name =
                entry.keys.guid ?? entry.keys.link.map { "\($0)\u{1F}\(entry.keys.title)" } ?? entry.keys.titleAndDate
            if let place = places[name] {
                if time(kept[place].item) < time(entry.item) { kept[place] = entry }
            } else {
                places[name] = kept.count
                kept.append(entry)
            }
        }
        return kept
    }

    private static func time(_ item: FeedItem) -> Timestamp {
        item.updated ?? item.published ?? Timestamp(milliseconds: .min)
    }
}
