import GRDB
import NewsModel

extension Publisher {
    /// Writes the files of `rows`, syncs them, renames them into the outbox and syncs that once.
    ///
    /// - Returns: the rows whose file is now visible for good, in order, with the names they got, and the failure that
    ///   ended the work early. Rows without a file come along up to there.
    func reveal(
        _ rows: [OutgoingRow], of archive: Archive
    ) throws(StorageError) -> (revealed: [OutgoingRow], failure: StorageError?) {
        var revealed: [OutgoingRow] = []
        var failure: StorageError?
        var isChanged = false
        let ready = prepare(rows, failure: &failure)
        try steps.reach(.prepared)
        for row in ready {
            do {
                revealed.append(try reveal(row, of: archive, isChanged: &isChanged))
            } catch {
                failure = error
                break
            }
        }
        try steps.reach(.renamed)
        if isChanged { try outbox.directory.synchronize() }
        try steps.reach(.synchronized)
        return (revealed, failure)
    }

    /// Writes and syncs the temporary files, all before the first rename. The rows up to the first that failed.
    private func prepare(_ rows: [OutgoingRow], failure: inout StorageError?) -> ArraySlice<OutgoingRow> {
        var ready = rows[..<0]
        while ready.count < rows.count, failure == nil {
            let group = rows[ready.endIndex...].prefix(Publisher.mostOpenFiles)
            var files: [OpenFile] = []
            var end = group.startIndex
            do {
                for row in group {
                    if row.hasFile, let file = row.file, let content = row.content {
                        files.append(try outbox.prepare(content, as: file))
                    }
                    end += 1
                }
            } catch {
                failure = error
            }
            do {
                try OpenFile.synchronize(files)
                ready = rows[..<end]
            } catch {
                failure = error
            }
        }
        return ready
    }

    /// At once; a daemon needs its descriptors for connections.
    private static let mostOpenFiles = 64

    private func reveal(
        _ row: OutgoingRow, of archive: Archive, isChanged: inout Bool
    ) throws(StorageError) -> OutgoingRow {
        guard row.hasFile, let file = row.file, let digest = row.sha256 else { return row }
        let replaces = row.kind == .update
        switch outbox.place(file, sha256: digest, replaces: replaces) {
        case .same:
            outbox.discard(file)
            return row
        case .free, .ours:
            isChanged = true
            if try outbox.reveal(file, replaces: replaces) { return row }
        case .taken:
            break
        }
        isChanged = true
        return try revealElsewhere(row, of: archive, file, digest: digest)
    }

    /// Under the next free name: somebody else's file has this one. The row learns the name first, so that a crash
    /// finds it again.
    private func revealElsewhere(
        _ row: OutgoingRow, of archive: Archive, _ taken: String, digest: String
    ) throws(StorageError) -> OutgoingRow {
        guard let name = ArticleFileName(taken), let content = row.content else {
            throw StorageError(.file, path: outbox.directory.path + "/" + taken, detail: "the name is taken")
        }
        for copy in 2...9 {
            let next = ArticleFileName(
                id: name.id, feed: name.feed, firstSeen: name.firstSeen, format: name.format, copy: copy
            ).text
            guard outbox.place(next, sha256: digest, replaces: false) != .taken else { continue }
            try archive.write { database in
                try database.execute(
                    sql: "UPDATE outgoing SET file = ? WHERE number = ?", arguments: [next, row.number])
                try database.execute(
                    sql: "UPDATE publications SET file = ? WHERE id = ?", arguments: [next, row.id.text])
            }
            outbox.discard(taken)
            try OpenFile.synchronize([try outbox.prepare(content, as: next)])
            var renamed = row
            renamed.file = next
            if try outbox.reveal(next, replaces: outbox.directory.entry(next) != .nothing) { return renamed }
        }
        throw StorageError(.file, path: outbox.directory.path + "/" + taken, detail: "the name is taken nine times")
    }
}
