import GRDB
import NewsModel

/// A publication with all that can be worked out before the index is asked.
struct PreparedPublication {
    let item: PendingItem
    private let publication: Publication
    private let article: Article
    private let dateSource: ArticleDocument.DateSource
    private let text: TextDigest
    private let settings: OutboxSettings
    private let written: Timestamp

    init(_ publication: Publication, settings: OutboxSettings, now: Timestamp) {
        self.publication = publication
        self.settings = settings
        item = publication.item
        written = now
        var article = publication.article
        article.site = article.site ?? publication.feedTitle
        if article.published != nil {
            dateSource = publication.dateSource
        } else if let date = item.item.published ?? item.item.created ?? item.item.updated {
            article.published = PublicationDate(timestamp: date)
            dateSource = .feed
        } else {
            article.published = PublicationDate(timestamp: Timestamp(seconds: item.firstSeen.seconds))
            dateSource = .firstSeen
        }
        self.article = article.storable()
        text = TextDigest(self.article.text)
    }

    /// Stores the article, or that it is a copy, or that it says nothing new, with what the outbox and the journal are
    /// to be told. `unchanged` stands for whatever has nothing to tell; the journal's number is not known yet.
    func store(since: Timestamp, now: Timestamp, in database: Database) throws -> PublicationOutcome {
        let state = try String.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM items WHERE id = ?"), arguments: [item.id.text])
        guard state == ItemState.pending.rawValue else { return .unchanged }
        if let old = try EarlierVersion(item.id, in: database) { return try storeVersion(after: old, now, database) }
        if let original = try original(since: since, in: database) {
            try storeCopy(of: original, in: database)
            return .duplicate(of: original, seq: 0)
        }
        let name = ArticleFileName(
            id: item.id, feed: item.feed, firstSeen: item.firstSeen, format: settings.format, layout: settings.layout
        ).text
        let stored = stored(version: 1, story: publication.placement.story, fileName: name)
        try stored.insert(into: database)
        try leave(.new, stored, in: database)
        return .written(file: name, seq: 0)
    }

    private func original(since: Timestamp, in database: Database) throws -> ArticleID? {
        if let named = publication.placement.duplicateOf, named != item.id,
            let original = try PublicationRows.resolve(named, in: database)
        {
            return original
        }
        return try PublicationRows.original(
            link: item.link, text: text, feed: item.feed, besides: item.id, since: since, in: database)
    }

    private func storeVersion(
        after old: EarlierVersion, _ now: Timestamp, _ database: Database
    ) throws -> PublicationOutcome {
        if try settings.updates == .ignore || old.says(title: article.title ?? "", text: text, in: database) {
            try old.keepCorrection(article, text: text, now: now, in: database)
            try setState(.published, in: database)
            return .unchanged
        }
        let story = old.story ?? publication.placement.story
        let stored = stored(version: old.version + 1, story: story, fileName: fileName(after: old))
        try stored.update(old, in: database)
        try leave(.update, stored, in: database)
        return .updated(file: stored.fileName, version: old.version + 1, seq: 0)
    }

    private func fileName(after old: EarlierVersion) -> String {
        guard settings.updates == .newFile, let name = ArticleFileName(old.file) else { return old.file }
        return name.of(version: old.version + 1).text
    }

    private func stored(version: Int, story: StoryID, fileName: String) -> StoredArticle {
        let document = ArticleDocument(
            storable: article, id: item.id, feed: item.feed, story: story, version: version, dateSource: dateSource,
            removed: publication.removed.count, written: written)
        let bytes = (ArticleFileName(fileName)?.format ?? settings.format).bytes(of: document)
        return StoredArticle(
            document: document, text: text, fileName: fileName, sha256: SHA256.hexadecimal(of: bytes), bytes: bytes,
            firstSeen: item.firstSeen, removed: publication.removed, fingerprint: publication.fingerprint)
    }
}

extension PreparedPublication {
    /// Leaves a file to be written.
    private func leave(_ kind: JournalEventKind, _ stored: StoredArticle, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO outgoing (event, id, version, file, sha256, content, feed, story, url)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            kind.rawValue, item.id.text, stored.document.version, stored.fileName, stored.sha256,
            stored.bytes.databaseBlob, item.feed.name, stored.document.story.text, stored.document.article.url,
        ])
        try setState(.outgoing, in: database)
    }

    private func storeCopy(of original: ArticleID, in database: Database) throws {
        let story = try String.fetchOne(
            database.cachedStatement(sql: "SELECT story FROM publications WHERE id = ?"), arguments: [original.text])
        let url = article.url ?? item.item.link
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO copies (id, of, feed, url, title, site, published_ms, seen, similarity, text_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            item.id.text, original.text, item.feed.name, url, article.title, article.site,
            article.published?.timestamp.milliseconds, item.firstSeen.milliseconds, publication.placement.similarity,
            Int64(bitPattern: text.hash),
        ])
        try FingerprintRows.save(
            StoredFingerprint(
                id: item.id, bytes: publication.fingerprint, published: article.published?.timestamp,
                seen: item.firstSeen, story: story.flatMap { StoryID($0) } ?? publication.placement.story,
                duplicateOf: original),
            in: database)
        try database.cachedStatement(
            sql: "INSERT INTO outgoing (event, id, of, feed, story, url) VALUES ('duplicate', ?, ?, ?, ?, ?)"
        ).execute(arguments: [item.id.text, original.text, item.feed.name, story, url])
        try setState(.outgoing, in: database)
    }

    private func setState(_ state: ItemState, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                UPDATE items SET state = ?, item = NULL, due = NULL, attempts = 0, outcome = NULL, detail = NULL, page = ?
                WHERE id = ?
                """
        ).execute(arguments: [state.rawValue, try publication.pageValidators.map(StoredJSON.text), item.id.text])
    }
}
