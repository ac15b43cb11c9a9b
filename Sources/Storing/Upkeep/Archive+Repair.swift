import GRDB
package import NewsModel
import Synchronization

extension Archive {
    /// Mends what can be mended without guessing: files the index does not know are taken in, files that are gone are
    /// noted, changed ones written again if the index still has the very bytes, announcements the journal lost are
    /// made once more, and the full-text index is built anew.
    ///
    /// - Returns: what is left.
    package func repair(_ findings: [Disagreement], now: Timestamp) throws(StorageError) -> [Disagreement] {
        var left: [Disagreement] = []
        for finding in findings where try !repair(finding) { left.append(finding) }
        try reindex()
        try publishOutgoing(now: now)
        return left
    }

    /// Builds the full-text index anew from the texts. Half a millisecond an article.
    package func reindex() throws(StorageError) {
        try write { try $0.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')") }
    }

    private func repair(_ finding: Disagreement) throws(StorageError) -> Bool {
        switch finding.kind {
        case .fileMissing:
            try write { database in
                try database.execute(
                    sql: "UPDATE publications SET has_file = 0 WHERE file = ?", arguments: [finding.subject])
                try database.execute(
                    sql: "UPDATE versions SET file = NULL WHERE file = ?", arguments: [finding.subject])
            }
            return true
        case .fileUnknown: return try takeIn(finding.subject)
        case .fileChanged: return try writeAgain(finding.subject)
        case .journalLineMissing: return try announceAgain(finding.subject)
        case .fileUnreadable, .journalGap, .indexDamaged: return false
        }
    }

    private func takeIn(_ name: String) throws(StorageError) -> Bool {
        guard let file = ArticleFileName(name) else { return false }
        let rebuild = try publishing.withLock { (publisher) throws(StorageError) in
            Rebuild(outbox: publisher.outbox, journal: try publisher.journal.entries(after: 0))
        }
        return try write { database in
            try rebuild.insert(file, in: database)
            return try EarlierVersion(file.id, in: database)?.file == file.text
                || EarlierVersion.files(of: file.id.text, in: database).contains(file.text)
        }
    }

    private func announceAgain(_ id: String) throws(StorageError) -> Bool {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO outgoing (event, id, version, file, sha256, feed, story, url)
                    SELECT CASE WHEN version > 1 THEN 'update' ELSE 'new' END, id, version, file, sha256, feed, story, url
                    FROM publications WHERE id = ?
                    """, arguments: [id])
            return database.changesCount > 0
        }
    }

    private func writeAgain(_ name: String) throws(StorageError) -> Bool {
        guard let file = ArticleFileName(name), let article = try reader.article(file.id) else { return false }
        let bytes = file.format.bytes(of: article.document)
        guard SHA256.hexadecimal(of: bytes) == article.sha256 else { return false }
        return try publishing.withLock { (publisher) throws(StorageError) in
            try publisher.outbox.replace(name, with: bytes)
        }
    }
}
