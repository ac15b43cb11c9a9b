import GRDB
package import NewsModel
import Synchronization

/// From where on articles are published again.
package enum ReplayStart: Sendable, Equatable {
    /// Behind this number of the journal.
    case after(Int64)
    case since(Timestamp)
}

extension ArchiveReader {
    /// Writes the articles announced since into another directory, each in its present version, oldest first. Files of
    /// the same name there are replaced.
    ///
    /// - Returns: how many.
    package func replay(_ start: ReplayStart, into directory: String) throws(StorageError) -> Int {
        var outbox = try Outbox(directory)
        let ids = try announced(start)
        var names: [String] = []
        for id in ids {
            guard let article = try article(id) else { continue }
            try outbox.replace(article.file, with: article.fileBytes)
            names.append(article.file)
        }
        try outbox.synchronize(names)
        return ids.count
    }

    func announced(_ start: ReplayStart) throws(StorageError) -> [ArticleID] {
        try read { database in
            switch start {
            case .after(let seq):
                try String.fetchAll(
                    database, sql: "SELECT id FROM publications WHERE seq > ? ORDER BY seq", arguments: [seq])
            case .since(let time):
                try String.fetchAll(
                    database, sql: "SELECT id FROM publications WHERE seq IS NOT NULL AND written >= ? ORDER BY seq",
                    arguments: [time.milliseconds])
            }
        }.compactMap { ArticleID($0) }
    }
}

extension Archive {
    /// Puts the articles announced since into the outbox once more, under the same names and oldest first, so that a
    /// watcher sees each again; also those that consumers took away. The journal has told of them already.
    ///
    /// - Returns: how many.
    package func replay(_ start: ReplayStart) throws(StorageError) -> Int {
        let ids = try reader.announced(start)
        var names: [String] = []
        for id in ids {
            guard let article = try reader.article(id) else { continue }
            names.append(article.file)
            let present = try publishing.withLock { (publisher) throws(StorageError) in
                let bytes = publisher.outbox.bytes(of: article.file) ?? article.fileBytes
                return try publisher.outbox.replace(article.file, with: bytes)
            }
            guard present, !article.hasFile else { continue }
            try write { database in
                try database.execute(sql: "UPDATE publications SET has_file = 1 WHERE id = ?", arguments: [id.text])
            }
        }
        try publishing.withLock { (publisher) throws(StorageError) in
            try publisher.outbox.synchronize(names)
        }
        return ids.count
    }
}

extension ArticleDetails {
    /// The file as it was written, unless a later program writes it differently.
    var fileBytes: [UInt8] { (ArticleFileName(file)?.format ?? .markdown).bytes(of: document) }
}
