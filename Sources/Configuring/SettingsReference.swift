import NewsModel

/// Every setting for people: its key, its default, what it does and what it may be. Made from the table that reading
/// follows, so it cannot be wrong.
package struct SettingsReference: Sendable {
    package struct Entry: Equatable, Sendable {
        /// `poll.interval`; those of a feed begin with `feeds[].`.
        package let key: String
        /// As the file would hold it; `nil` for what each feed must set.
        package let unset: String?
        package let about: String
        /// Completes "allowed is …".
        package let allowed: String
    }

    /// In the order of the shipped feeds.yaml.
    package let entries: [Entry]

    package init() {
        let top = SettingsTable.root.flatMap { setting in
            setting.parts.isEmpty
                ? [
                    Entry(
                        key: setting.key, unset: setting.unset(SettingsTable.unset), about: setting.about,
                        allowed: setting.allowed)
                ]
                : setting.parts.map { part in
                    Entry(
                        key: "\(setting.key).\(part.key)", unset: part.unset(SettingsTable.unset), about: part.about,
                        allowed: part.allowed)
                }
        }
        entries = top + SettingsReference.feedEntries
    }

    private static var feedEntries: [Entry] {
        let identity = [
            Entry(
                key: "feeds[].name", unset: nil, about: "Names the feed in files, logs and commands.",
                allowed: SettingsTable.name.allowed),
            Entry(key: "feeds[].url", unset: nil, about: "Where the feed is.", allowed: SettingsTable.url.allowed),
        ]
        guard let id = FeedID("unnamed") else { return identity }
        let feed = FeedSettings(id: id, url: "", defaults: SettingsTable.unset)
        return identity
            + SettingsTable.feed.map { setting in
                Entry(
                    key: "feeds[].\(setting.key)", unset: setting.unset(feed), about: setting.about,
                    allowed: setting.allowed)
            }
    }

    /// A few lines for each setting.
    package var text: String {
        entries.map { entry in
            """
            \(entry.key)\(entry.unset.map { "  [\($0)]" } ?? "  (required)")
                \(entry.about)
                Allowed: \(entry.allowed).
            """
        }
        .joined(separator: "\n\n")
    }
}
