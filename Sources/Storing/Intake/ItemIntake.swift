import GRDB
import NewsModel

/// Takes the items of one feed answer into the index, within the caller's transaction.
struct ItemIntake {
    let database: Database
    let limits: IntakeLimits
    let now: Timestamp
    private var result: Recorded
    /// New items, in the order of the document.
    private var new: [DocumentItems.Entry] = []

    init(_ database: Database, record: FeedRecord, limits: IntakeLimits, now: Timestamp) {
        self.database = database
        self.limits = limits
        self.now = now
        result = Recorded(record: record)
    }

    private var feed: FeedID { result.record.id }

    mutating func take(_ items: [FeedItem], isComplete: Bool, deletedIDs: [String]) throws -> Recorded {
        let isFirst =
            try Row.fetchOne(
                database, sql: "SELECT 1 FROM feeds WHERE name = ? AND was_read = 1", arguments: [feed.name]) == nil
        let document = DocumentItems(items, feed: feed)
        var present: Set<ArticleID> = []
        for entry in document.entries {
            if let known = try KnownItem.find(entry.keys, otherIDs: document.guids, in: database) {
                present.insert(known.id)
                try meet(entry, known)
            } else {
                new.append(entry)
            }
        }
        try isFirst ? takeBacklog() : takeNew()
        try withdraw(deletedIDs: deletedIDs, absentFrom: isComplete ? present : nil)
        result.pending.sort { left, right in
            (left.item.published ?? left.firstSeen, left.id) < (right.item.published ?? right.firstSeen, right.id)
        }
        return result
    }
}

extension ItemIntake {
    /// Of a feed that was never read: the newest few that are young enough. Undated items count as young.
    private mutating func takeBacklog() throws {
        let young = new.indices.filter { (new[$0].keys.published ?? now) >= now - limits.backlogAge }
        let newestFirst = young.sorted {
            (new[$0].keys.published ?? now, -$0) > (new[$1].keys.published ?? now, -$1)
        }
        let taken = Set(newestFirst.prefix(max(limits.backlog, 0)))
        for (index, entry) in new.enumerated() {
            if taken.contains(index) {
                try insert(entry)
            } else {
                try insert(entry, setAside: .tooOld)
                result.tooOld += 1
            }
        }
    }

    /// Of a known feed all, but not more than one answer may bring.
    private mutating func takeNew() throws {
        for entry in new.prefix(limits.mostNew) { try insert(entry) }
        result.held = max(new.count - limits.mostNew, 0)
        guard result.held > 0 else { return }
        result.record.validators = []
        result.record.bodyHash = nil
    }

    private mutating func insert(_ entry: DocumentItems.Entry, setAside reason: SetAsideReason? = nil) throws {
        let keys = entry.keys
        var identity = keys.identity
        var id = ArticleID(feed: feed, identity: identity)
        if try KnownItem.exists(id, in: database) {
            identity = keys.secondIdentity
            id = ArticleID(feed: feed, identity: identity)
            guard try !KnownItem.exists(id, in: database) else { return }
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO items (id, feed, identity, guid_hash, link_hash, title_hash, link, published, first_seen,
                    last_seen, digest, state, outcome, item, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.text, feed.name, identity, keys.guidHash, keys.linkHash, keys.titleHash, keys.link,
            keys.published?.milliseconds, now.milliseconds, now.milliseconds, Int64(bitPattern: keys.digest),
            reason == nil ? ItemState.pending.rawValue : ItemState.aside.rawValue, reason?.rawValue,
            reason == nil ? try StoredJSON.text(entry.item) : nil, reason == nil ? lease.milliseconds : nil,
        ])
        guard reason == nil else { return }
        result.pending.append(
            PendingItem(id: id, feed: feed, identity: identity, link: keys.link, item: entry.item, firstSeen: now))
    }

    private var lease: Timestamp { now + ItemState.lease }
}

extension ItemIntake {
    /// Meets an item that is known: notes that it is still there, and takes it again when it changed.
    private mutating func meet(_ entry: DocumentItems.Entry, _ known: KnownItem) throws {
        let keys = entry.keys
        let isChanged = known.digest != Int64(bitPattern: keys.digest)
        let isRebuilt = known.digest == 0
        let hasNewID = keys.guidHash.map { $0 != known.guidHash } ?? false
        if isChanged || hasNewID || now - known.lastSeen > .seconds(86_400) {
            try database.cachedStatement(
                sql: """
                    UPDATE items SET last_seen = ?, digest = ?, title_hash = ?, published = ?,
                        guid_hash = coalesce(?, guid_hash), link_hash = coalesce(?, link_hash) WHERE id = ?
                    """
            ).execute(arguments: [
                now.milliseconds, Int64(bitPattern: keys.digest), keys.titleHash, keys.published?.milliseconds,
                keys.guidHash, keys.linkHash, known.id.text,
            ])
        }
        guard isChanged, !isRebuilt else {
            result.known += 1
            return
        }
        try takeAgain(entry, known)
    }

    private mutating func takeAgain(_ entry: DocumentItems.Entry, _ known: KnownItem) throws {
        guard known.isWorthAnotherLook else {
            result.known += 1
            return
        }
        // A feed that changes an item at every poll has it looked at ever more rarely.
        let wait = known.state == .pending || known.revisions == 0 ? 0 : 600 << min(known.revisions, 7)
        let due = wait == 0 ? now + ItemState.lease : now + .seconds(min(wait, 86_400))
        try database.cachedStatement(
            sql: """
                UPDATE items SET state = 'pending', item = ?, due = CASE WHEN state = 'pending' THEN due ELSE ? END,
                    attempts = CASE WHEN state = 'pending' THEN attempts ELSE 0 END, link = coalesce(?, link),
                    revisions = revisions + (state <> 'pending'), outcome = NULL, detail = NULL WHERE id = ?
                """
        ).execute(arguments: [try StoredJSON.text(entry.item), due.milliseconds, entry.keys.link, known.id.text])
        if wait == 0, known.state != .pending, let item = try PendingRow.item(known.id, in: database) {
            result.pending.append(item)
        } else {
            result.known += 1
        }
    }

    /// Articles the publisher took back keep their file; the journal says so. Items still waiting are set aside.
    private mutating func withdraw(deletedIDs: [String], absentFrom present: Set<ArticleID>?) throws {
        var gone: [ArticleID] = []
        for guid in deletedIDs {
            gone += try KnownItem.ids(guid: guid, feed: feed, in: database)
        }
        if let present {
            gone += try KnownItem.liveIDs(of: feed, in: database).filter { !present.contains($0) && isOld($0) }
        }
        for id in gone where try PublicationRows.withdraw(id, now: now, in: database) {
            result.withdrawn.append(id)
        }
    }

    /// Not one that this very answer brought.
    private func isOld(_ id: ArticleID) -> Bool {
        !result.pending.contains { $0.id == id }
    }
}
