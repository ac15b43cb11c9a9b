import NewsModel

/// By what an item of a feed is known again.
struct ItemKeys {
    let feed: FeedID
    /// The feed's own id; `nil` when it has none or uses one for several items.
    var guid: String?
    /// Canonical; `nil` when there is none or several items share it.
    var link: String?
    let title: String
    let published: Timestamp?
    /// What a reader would notice: changes when the item did.
    let digest: UInt64

    init(_ item: FeedItem, feed: FeedID) {
        self.feed = feed
        guid = item.id.flatMap { $0.isEmpty ? nil : $0 }
        let address = item.link ?? item.originalLink
        link = address.flatMap { WebLink.isWeb($0) ? WebLink.canonical($0) : nil }
        title = item.title ?? ""
        published = item.published ?? item.created
        digest = StableHash.of(
            title, link ?? "", item.content?.value ?? "", item.summary?.value ?? "",
            item.updated.map { String($0.milliseconds) } ?? "")
    }

    var guidHash: Int64? { guid.map { ItemKeys.hash($0) } }
    var linkHash: Int64? { link.map { ItemKeys.hash($0) } }
    var titleHash: Int64? { title.isEmpty ? nil : ItemKeys.hash(title) }

    /// Id byte for byte, else canonical link, else title and date.
    var identity: String { guid ?? link ?? titleAndDate }
    /// For an item whose first choice of identity belongs to another.
    var secondIdentity: String { "\(identity)\u{1F}\(link ?? titleAndDate)" }

    var titleAndDate: String { "\(title)\u{1F}\(published?.rfc3339 ?? "")" }

    static func hash(_ text: String) -> Int64 { Int64(bitPattern: StableHash.of(text)) }
}

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
            let name = entry.keys.guid ?? "\(entry.keys.link ?? "")\u{1F}\(entry.keys.title)\u{1F}"
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
