import GRDB
package import NewsModel

/// All that is known of one article.
package struct ArticleDetails: Sendable, Equatable {
    /// A text that stands, or stood, in the file.
    package struct Version: Sendable, Equatable {
        package let version: Int
        package let written: Timestamp
        package let title: String
        package let text: String
        /// A small correction of the publisher's that no file was written for.
        package let isQuiet: Bool
    }

    /// The same text from elsewhere.
    package struct Copy: Sendable, Equatable {
        package let id: ArticleID
        package let feed: FeedID
        package let url: String?
        package let title: String?
        package let source: String?
        package let published: Timestamp?
        package let seen: Timestamp
        /// 0…1
        package let similarity: Double
    }

    package let document: ArticleDocument
    package let firstSeen: Timestamp
    /// The name of the file, whether or not it is still there.
    package let file: String
    package let hasFile: Bool
    package let sha256: String
    package let bytes: Int
    /// The number of its last line in the journal.
    package let sequence: Int64?
    package let withdrawn: Timestamp?
    /// What was taken out: of each the beginning.
    package let removed: [Removal]
    /// Earlier versions and quiet corrections, oldest first.
    package let versions: [Version]
    package let copies: [Copy]
    /// The other articles of its story, by time.
    package let story: [StoryMember]
}

/// How far an item is that has no article.
package struct ItemStatus: Sendable, Equatable {
    package let id: ArticleID
    package let feed: FeedID
    /// `pending`, `outgoing`, `copy`, `aside`, `retired`, `published`.
    package let state: String
    /// Why it was set aside.
    package let outcome: SetAsideReason?
    package let detail: String?
    package let link: String?
    package let firstSeen: Timestamp
    package let attempts: Int
    package let due: Timestamp?
    /// Of a copy: the article that told it first.
    package let copyOf: ArticleID?
}

extension ArchiveReader {
    /// The articles and items somebody may mean by `name`: an id, the beginning of one (four digits or more), or the
    /// name of a file. At most 20, by id.
    package func ids(named name: String) throws(StorageError) -> [ArticleID] {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        if let file = ArticleFileName(last) { return [file.id] }
        let digits = last.lowercased()
        guard (4...12).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return [] }
        return try read { database in
            try String.fetchAll(
                database, sql: "SELECT id FROM items WHERE id >= ? AND id < ? ORDER BY id LIMIT 20",
                arguments: [digits, digits + "g"]
            ).compactMap { ArticleID($0) }
        }
    }

    /// `nil` when there is no item of this id.
    package func status(of id: ArticleID) throws(StorageError) -> ItemStatus? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT i.feed, i.state, i.outcome, i.detail, i.link, i.first_seen, i.attempts, i.due, c.of
                    FROM items i LEFT JOIN copies c ON c.id = i.id WHERE i.id = ?
                    """, arguments: [id.text])
            guard let row, let feed = FeedID(row[0]) else { return nil }
            return ItemStatus(
                id: id, feed: feed, state: row[1], outcome: (row[2] as String?).flatMap(SetAsideReason.init(rawValue:)),
                detail: row[3], link: row[4], firstSeen: Timestamp(milliseconds: row[5]), attempts: row[6],
                due: (row[7] as Int64?).map(Timestamp.init(milliseconds:)),
                copyOf: (row[8] as String?).flatMap { ArticleID($0) })
        }
    }

    /// `nil` when no article of this id was published.
    package func article(_ id: ArticleID) throws(StorageError) -> ArticleDetails? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT p.*, t.title, t.body, t.tags, t.authors, t.kinds
                    FROM publications p JOIN texts t USING (number) WHERE p.id = ?
                    """, arguments: [id.text])
            guard let row, let document = ArticleRow.document(row) else { return nil }
            return ArticleDetails(
                document: document, firstSeen: Timestamp(milliseconds: row["seen"]), file: row["file"],
                hasFile: row["has_file"], sha256: row["sha256"], bytes: row["bytes"], sequence: row["seq"],
                withdrawn: (row["withdrawn"] as Int64?).map(Timestamp.init(milliseconds:)),
                removed: StoredRemovals.removals(in: row["removed"]),
                versions: try ArticleRow.versions(of: id, in: database),
                copies: try ArticleRow.copies(of: id, in: database),
                story: try StoryRows.members(of: document.story, in: database).filter { $0.id != id && !$0.isCopy })
        }
    }
}
