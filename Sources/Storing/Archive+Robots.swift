import GRDB
package import NewsModel

extension Archive {
    /// What is remembered of the robots.txt of origins, those that expire first first.
    package func robots() throws(StorageError) -> [RobotsRecord] {
        try reader.robots()
    }

    /// Stores what was learnt of some origins and forgets others.
    package func save(robots: [RobotsRecord], forgotten: [String]) throws(StorageError) {
        try write { database in
            for origin in forgotten {
                try database.cachedStatement(sql: "DELETE FROM robots WHERE origin = ?").execute(arguments: [origin])
            }
            for record in robots {
                let validators = record.validators
                try database.cachedStatement(
                    sql: """
                        INSERT OR REPLACE INTO robots (origin, rules, url, etag, last_modified, expires)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    record.origin, record.rules, validators?.url, validators?.etag, validators?.lastModified,
                    record.expires.milliseconds,
                ])
            }
        }
    }
}

extension ArchiveReader {
    /// What is remembered of the robots.txt of origins, those that expire first first.
    package func robots() throws(StorageError) -> [RobotsRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT origin, rules, url, etag, last_modified, expires FROM robots ORDER BY expires"
            ).map { row in
                let url: String? = row[2]
                return RobotsRecord(
                    origin: row[0], rules: row[1],
                    validators: url.map { Validators(url: $0, etag: row[3], lastModified: row[4]) },
                    expires: Timestamp(milliseconds: row[5]))
            }
        }
    }
}
