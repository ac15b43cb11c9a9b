import GRDB

/// The tables of `index.sqlite` and how each version of them came from the one before.
///
/// Times are milliseconds since 1970. Hashes are 64 bits, stored as SQLite's signed integers. Operators read the views
/// `articles` and `stories`; the tables may change.
enum IndexSchema {
    /// The `user_version` this program writes.
    static let version = migrations.count

    private static let migrations = [first, second, pageValidators, listedFeeds, statedDates, siteBlocks, robots]

    /// Brings the tables to ``version`` in one transaction.
    ///
    /// - Parameter last: where an earlier program would have stopped; for tests of what it left.
    /// - Returns: the version they had; 0 for a new index.
    /// - Throws: ``StorageError`` of kind `newerIndex` for an index of a later program.
    @discardableResult
    static func migrate(_ database: Database, path: String, to last: Int = version) throws -> Int {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found <= version else { throw StorageError(.newerIndex(found: found, known: version), path: path) }
        guard found < last else { return found }
        try database.inTransaction(.immediate) {
            for migration in migrations[found..<last] { try database.execute(sql: migration) }
            try database.execute(sql: "PRAGMA user_version = \(last)")
            return .commit
        }
        return found
    }

    /// What the page of an item gave to be asked again with, as JSON.
    private static let pageValidators = "ALTER TABLE items ADD COLUMN page TEXT"

    /// Feeds that are configured no more keep their history; what waits of them waits for their return.
    private static let listedFeeds = """
        ALTER TABLE feeds ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX feeds_unlisted ON feeds(name) WHERE is_listed = 0;
        """

    /// The date a publisher gave that lay ahead.
    private static let statedDates = "ALTER TABLE publications ADD COLUMN stated TEXT"

    private static let siteBlocks = """
        -- What the pages of a site repeat, so that it is known as no part of a story.
        CREATE TABLE site_blocks (
            host TEXT PRIMARY KEY,
            learned INTEGER NOT NULL,
            blocks BLOB NOT NULL
        ) WITHOUT ROWID;
        """

    private static let robots = """
        -- The rules of each origin's robots.txt that concern us, so that a restart need not ask for them again.
        CREATE TABLE robots (
            origin TEXT PRIMARY KEY,
            rules TEXT,
            url TEXT,
            etag TEXT,
            last_modified TEXT,
            expires INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    private static let first = """
        CREATE TABLE feeds (
            name TEXT PRIMARY KEY,
            record TEXT NOT NULL,
            was_read INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;

        -- Every item ever seen in a feed, so that none is taken twice. Identity and link go with retirement, their
        -- hashes stay.
        CREATE TABLE items (
            id TEXT PRIMARY KEY,
            feed TEXT NOT NULL,
            identity TEXT,
            guid_hash INTEGER,
            link_hash INTEGER,
            title_hash INTEGER,
            link TEXT,
            published INTEGER,
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL,
            digest INTEGER NOT NULL,
            revisions INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL,
            outcome TEXT,
            detail TEXT,
            item TEXT,
            due INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE INDEX items_by_guid ON items(guid_hash, feed) WHERE guid_hash IS NOT NULL;
        CREATE INDEX items_by_link ON items(link_hash) WHERE link_hash IS NOT NULL;
        CREATE INDEX items_waiting ON items(due) WHERE state = 'pending';
        CREATE INDEX items_by_feed ON items(feed, first_seen);
        CREATE INDEX items_to_forget ON items(last_seen) WHERE state IN ('retired', 'aside');

        -- One row per article that has a file, or had one. published_ms is never later than seen.
        CREATE TABLE publications (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            feed TEXT NOT NULL,
            story TEXT NOT NULL,
            url TEXT,
            site TEXT,
            outlet TEXT,
            credit TEXT,
            language TEXT,
            published TEXT,
            published_ms INTEGER NOT NULL,
            date_source TEXT NOT NULL,
            modified TEXT,
            image TEXT,
            description TEXT,
            seen INTEGER NOT NULL,
            written INTEGER NOT NULL,
            version INTEGER NOT NULL,
            removed TEXT NOT NULL,
            removed_count INTEGER NOT NULL,
            robots TEXT NOT NULL,
            text_hash INTEGER NOT NULL,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            seq INTEGER,
            has_file INTEGER NOT NULL DEFAULT 1,
            withdrawn INTEGER
        );
        CREATE INDEX publications_by_story ON publications(story);
        CREATE INDEX publications_by_text ON publications(text_hash);
        CREATE INDEX publications_by_time ON publications(seen);
        CREATE INDEX publications_by_date ON publications(published_ms);
        CREATE INDEX publications_with_file ON publications(seen, bytes) WHERE has_file = 1;

        -- What is searched. Lists are one name a line.
        CREATE TABLE texts (
            number INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            source TEXT NOT NULL,
            tags TEXT NOT NULL,
            authors TEXT NOT NULL,
            kinds TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE search USING fts5(
            title, body, source, tags, authors, content='texts', content_rowid='number', tokenize='rasid');

        CREATE TABLE versions (
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            quiet INTEGER NOT NULL DEFAULT 0,
            written INTEGER NOT NULL,
            sha256 TEXT,
            text_hash INTEGER NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (id, version, quiet)
        ) WITHOUT ROWID;

        CREATE TABLE copies (
            id TEXT PRIMARY KEY,
            of TEXT NOT NULL,
            feed TEXT NOT NULL,
            url TEXT,
            title TEXT,
            site TEXT,
            published_ms INTEGER,
            seen INTEGER NOT NULL,
            similarity REAL NOT NULL,
            text_hash INTEGER NOT NULL,
            seq INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX copies_by_original ON copies(of);
        CREATE INDEX copies_by_time ON copies(seen);

        CREATE TABLE fingerprints (
            seen INTEGER NOT NULL,
            id TEXT NOT NULL UNIQUE,
            published_ms INTEGER,
            story TEXT NOT NULL,
            duplicate_of TEXT,
            bytes BLOB NOT NULL
        );
        CREATE INDEX fingerprints_by_time ON fingerprints(seen);

        -- What the journal and the outbox have yet to be told, in order. A crash leaves it behind, the next start
        -- works it off.
        CREATE TABLE outgoing (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            event TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            file TEXT,
            sha256 TEXT,
            content BLOB,
            of TEXT,
            feed TEXT NOT NULL,
            story TEXT,
            url TEXT
        );

        CREATE TABLE tallies (
            day TEXT NOT NULL,
            feed TEXT NOT NULL,
            outcome TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, feed, outcome)
        ) WITHOUT ROWID;

        CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

        CREATE VIEW articles AS
        SELECT p.id, t.title, p.url, p.site AS source, p.credit, p.outlet, p.feed, p.language, p.published,
            strftime('%Y-%m-%dT%H:%M:%SZ', p.seen / 1000, 'unixepoch') AS first_seen,
            strftime('%Y-%m-%dT%H:%M:%SZ', p.written / 1000, 'unixepoch') AS written,
            p.story, p.version, p.file, p.sha256, p.bytes, p.seq, p.withdrawn IS NOT NULL AS withdrawn,
            t.tags, t.authors, t.body AS text
        FROM publications p JOIN texts t USING (number)
        WHERE p.has_file = 1 AND p.seq IS NOT NULL;

        CREATE VIEW stories AS
        SELECT story, count(*) AS articles, count(DISTINCT site) AS sources,
            strftime('%Y-%m-%dT%H:%M:%SZ', min(seen) / 1000, 'unixepoch') AS started,
            strftime('%Y-%m-%dT%H:%M:%SZ', max(seen) / 1000, 'unixepoch') AS latest
        FROM publications GROUP BY story HAVING count(*) > 1;
        """

    /// Files of earlier versions, where each version has its own.
    private static let second = """
        ALTER TABLE versions ADD COLUMN file TEXT;
        CREATE INDEX versions_with_file ON versions(file) WHERE file IS NOT NULL;
        """
}
