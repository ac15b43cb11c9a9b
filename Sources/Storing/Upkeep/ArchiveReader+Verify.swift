import GRDB
import NewsModel

extension ArchiveReader {
    /// Compares outbox, journal and index, file by file and byte by byte. Changes nothing; may run beside the daemon.
    ///
    /// - Parameters:
    ///   - state: the state directory, where the journal is.
    ///   - outbox: the watched directory.
    package func verify(state: String, outbox: String) throws(StorageError) -> [Disagreement] {
        let directory = try Outbox(reading: outbox)
        let journal = try Directory.existing(state).directory(Journal.directoryName, mode: 0o750)
        return try damage() + files(in: directory) + lines(in: journal)
    }

    /// What is wrong with the index, ten findings at most; nothing when it is sound.
    ///
    /// Reads all of it, seconds for each gigabyte, and holds up no writer. ``interrupt()`` ends it with an error.
    package func quickCheck() throws(StorageError) -> [String] {
        do {
            return try read { try String.fetchAll($0, sql: "PRAGMA quick_check(10)") }.filter { $0 != "ok" }
        } catch  where error.kind == .damagedIndex {
            return [error.detail]
        }
    }

    /// Ends what this reader reads now.
    package func interrupt() {
        database.interrupt()
    }

    private func damage() throws(StorageError) -> [Disagreement] {
        try quickCheck().map { Disagreement(.indexDamaged, $0) }
    }

    private func files(in outbox: Outbox) throws(StorageError) -> [Disagreement] {
        var left = Set(try outbox.files().map(\.text))
        var found: [Disagreement] = []
        for (file, sha256) in try announced() {
            left.remove(file)
            guard let kind = state(of: file, sha256, in: outbox) else { continue }
            // The daemon may just have replaced it: what the index says now counts.
            guard let again = try announced(file), state(of: file, again, in: outbox) == kind else { continue }
            found.append(Disagreement(kind, file))
        }
        for file in left.sorted() where try announced(file) == nil {
            if try isForgotten(file) { continue }
            let document = outbox.bytes(of: file).flatMap {
                ArticleFileName(file)?.format.document(from: $0)
            }
            found.append(Disagreement(document == nil ? .fileUnreadable : .fileUnknown, file))
        }
        return found
    }

    private func state(of file: String, _ sha256: String, in outbox: Outbox) -> Disagreement.Kind? {
        guard outbox.entry(file) != .nothing else { return .fileMissing }
        return outbox.digest(of: file) == sha256 ? nil : .fileChanged
    }

    private func announced() throws(StorageError) -> [(file: String, sha256: String)] {
        try read { database in
            try Row.fetchAll(database, sql: "\(ArchiveReader.announcements(in: database)) ORDER BY file")
                .map { ($0[0] as String, $0[1] as String) }
        }
    }

    private func announced(_ file: String) throws(StorageError) -> String? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT sha256 FROM (\(ArchiveReader.announcements(in: database))) WHERE file = ?",
                arguments: [file]
            )?[0]
        }
    }

    /// Every file that was announced and not taken back. An index that the daemon has not yet brought to the present
    /// schema knows no files of earlier versions.
    private static func announcements(in database: Database) throws -> String {
        let present = "SELECT file, sha256 FROM publications WHERE has_file = 1 AND seq IS NOT NULL"
        guard try database.columns(in: "versions").contains(where: { $0.name == "file" }) else { return present }
        return "\(present) UNION ALL SELECT file, sha256 FROM versions WHERE file IS NOT NULL"
    }

    /// Whether the index forgot the article of a file by its retention: the file may stay for ever.
    private func isForgotten(_ file: String) throws(StorageError) -> Bool {
        guard let id = ArticleFileName(file)?.id, let status = try status(of: id) else { return false }
        return status.state == ItemState.retired.rawValue
    }

    private func lines(in journal: Directory) throws(StorageError) -> [Disagreement] {
        let known = try read { database in
            try Row.fetchAll(database, sql: "SELECT seq, id FROM publications WHERE seq > 0 ORDER BY seq")
                .map { (seq: $0[0] as Int64, id: $0[1] as String) }
        }
        let numbers = try Journal.entries(after: 0, in: journal).map(\.seq)
        let gaps = zip(numbers, numbers.dropFirst()).filter { $1 != $0 + 1 }
        let present = Set(numbers)
        return gaps.map { Disagreement(.journalGap, "\($0) and \($1)") }
            + known.filter { !present.contains($0.seq) }.map { Disagreement(.journalLineMissing, $0.id) }
    }
}
