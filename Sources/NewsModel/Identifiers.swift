/// The `name` of a feed in feeds.yaml: 1…64 characters of `a-z 0-9 . _ -`, so that it can stand in a file name.
package struct FeedID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let name: String

    /// `nil` when `name` is no such name.
    package init?(_ name: String) {
        let allowed = name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D
        }
        guard allowed, (1...64).contains(name.utf8.count), name.utf8.first != 0x2E else { return nil }
        self.name = name
    }

    package var description: String { name }

    package static func < (left: FeedID, right: FeedID) -> Bool { left.name < right.name }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = FeedID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a feed name: \(text)")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

/// What names an article for ever: 12 hexadecimal digits, made from the feed and the item's identity.
package struct ArticleID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    /// `nil` unless `text` is 12 lower-case hexadecimal digits.
    package init?(_ text: String) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
    }

    /// The id of what `feed` calls `identity` (guid, atom:id, else the canonical link).
    package init(feed: FeedID, identity: String) {
        self.init(hash: StableHash.of(feed.name, identity))
    }

    /// The first 48 bits of a hash.
    package init(hash: UInt64) {
        text = String(hexadecimal(hash).prefix(12))
    }

    package var description: String { text }

    package static func < (left: ArticleID, right: ArticleID) -> Bool { left.text < right.text }
}

/// What names a story for ever: `s-` and 12 hexadecimal digits, those of the first article told.
package struct StoryID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard text.hasPrefix("s-"), ArticleID(String(text.dropFirst(2))) != nil else { return nil }
        self.text = text
    }

    package init(startedBy article: ArticleID) {
        text = "s-\(article)"
    }

    package var description: String { text }

    package static func < (left: StoryID, right: StoryID) -> Bool { left.text < right.text }
}

/// 16 lower-case hexadecimal digits.
private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
