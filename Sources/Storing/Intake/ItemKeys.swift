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
