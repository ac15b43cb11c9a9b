import FoundationEssentials
import GRDB
package import NewsModel

extension Archive {
    /// What was learned of each site's pages, by host, least recently used first. The bytes are the caller's own.
    package func siteBlocks() throws(StorageError) -> [(host: String, bytes: [UInt8])] {
        try reader.siteBlocks()
    }

    /// Stores what was learned of some sites, in the order they were used, and forgets others.
    package func save(
        siteBlocks: [(host: String, bytes: [UInt8])], forgotten: [String], now: Timestamp
    ) throws(StorageError) {
        try write { database in
            for (index, site) in siteBlocks.enumerated() {
                try database.cachedStatement(
                    sql: """
                        INSERT INTO site_blocks (host, learned, blocks) VALUES (?, ?, ?)
                        ON CONFLICT (host) DO UPDATE SET learned = excluded.learned, blocks = excluded.blocks
                        """
                ).execute(arguments: [site.host, now.milliseconds + Int64(index), site.bytes.databaseBlob])
            }
            for host in forgotten {
                try database.cachedStatement(sql: "DELETE FROM site_blocks WHERE host = ?").execute(arguments: [host])
            }
        }
    }
}

extension ArchiveReader {
    /// What was learned of each site's pages, by host, least recently used first.
    package func siteBlocks() throws(StorageError) -> [(host: String, bytes: [UInt8])] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT host, blocks FROM site_blocks ORDER BY learned").map { row in
                (host: row[0] as String, bytes: Array(row[1] as Data))
            }
        }
    }
}
