import GRDB
import NewsModel

extension Publisher {
    /// Writes the files of `rows`, syncs them, renames them into the outbox and syncs that once.
    ///
    /// - Returns: the rows whose file is now visible for good, in order, with the names they got, and the failure that
    ///   ended the work early. Rows without a file come along up to there.
    mutating func reveal(
        _ rows: [OutgoingRow], of archive: Archive
    ) throws(StorageError) -> (revealed: [OutgoingRow], failure: StorageError?) {
        var revealed: [OutgoingRow] = []
        var failure: StorageError?
        let ready = prepare(try withRoom(rows, failure: &failure), failure: &failure)
        try steps.reach(.prepared)
        for row in ready {
            do {
                revealed.append(try reveal(row, of: archive))
            } catch {
                failure = error
                break
            }
        }
        try steps.reach(.renamed)
        // Also when every file lay there already: whoever renamed them may have died before this.
        try outbox.synchronize(revealed.filter(\.hasFile).compactMap(\.file))
        try steps.reach(.synchronized)
        return (revealed, failure)
    }

    /// The rows up to the first whose file there is no room for.
    private mutating func withRoom(
        _ rows: [OutgoingRow], failure: inout StorageError?
    ) throws(StorageError) -> ArraySlice<OutgoingRow> {
        let files = rows.indices.filter { rows[$0].hasFile }
        let taken = try room.take(files.map { rows[$0].content?.count ?? 0 }, in: outbox)
        failure = taken.failure
        return taken.count < files.count ? rows[..<files[taken.count]] : rows[...]
    }

    /// Writes and syncs the temporary files, all before the first rename. The rows up to the first that failed.
    private mutating func prepare(_ rows: ArraySlice<OutgoingRow>, failure: inout StorageError?) -> ArraySlice<
        OutgoingRow
    > {
        var ready = rows[..<0]
        var hasFailed = false
        while ready.count < rows.count, !hasFailed {
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
                (failure, hasFailed) = (error, true)
            }
            do {
                try OpenFile.synchronize(files)
                ready = rows[..<end]
            } catch {
                (failure, hasFailed) = (error, true)
            }
        }
        return ready
    }

    /// At once; a daemon needs its descriptors for connections.
    private static let mostOpenFiles = 200

    private mutating func reveal(_ row: OutgoingRow, of archive: Archive) throws(StorageError) -> OutgoingRow {
        // Without content it is only told of once more: its file was visible before, and may be a consumer's by now.
        guard row.hasFile, row.content != nil, let file = row.file, let digest = row.sha256 else { return row }
        let replaces = row.replaces
        switch outbox.finding(file, sha256: digest, replaces: replaces) {
        case .same:
            outbox.discard(file)
            return row
        case .free, .ours:
            if try outbox.reveal(file, replaces: replaces) { return row }
        case .taken:
            break
        }
        return try revealElsewhere(row, of: archive, file, digest: digest)
    }

    /// Under the next free name: somebody else's file has this one. The row learns the name first, so that a crash
    /// finds it again.
    private mutating func revealElsewhere(
        _ row: OutgoingRow, of archive: Archive, _ taken: String, digest: String
    ) throws(StorageError) -> OutgoingRow {
        guard let name = ArticleFileName(taken), let content = row.content else {
            throw StorageError(.file, path: outbox.directory.path + "/" + taken, detail: "the name is taken")
        }
        for copy in 2...9 {
            let next = name.numbered(copy).text
            guard outbox.finding(next, sha256: digest, replaces: false) != .taken else { continue }
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
            if try outbox.reveal(next, replaces: outbox.entry(next) != .nothing) { return renamed }
        }
        throw StorageError(.file, path: outbox.directory.path + "/" + taken, detail: "the name is taken nine times")
    }
}
