import CLinux
import FoundationEssentials
import Glibc
import NewsModel

/// Why the snapshot could not be read or written.
package struct SnapshotError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// There is none: the daemon never ran here.
        case missing
        case unreadable
        case damaged
        case unwritable
    }

    package let kind: Kind
    package let path: String
    package let detail: String

    package var description: String {
        switch kind {
        case .missing: "\(path): no status yet, the daemon has not run with this state directory"
        case .unreadable: "\(path): cannot be read: \(detail)"
        case .damaged: "\(path): is damaged: \(detail)"
        case .unwritable: "\(path): cannot be written: \(detail)"
        }
    }
}

/// The file in the state directory that holds the last ``StatusSnapshot``.
package struct SnapshotFile: Sendable {
    package let path: String

    /// - Parameter state: the state directory.
    package init(state: String) {
        path = "\(state)/status.json"
    }

    /// The last snapshot.
    package func read() throws(SnapshotError) -> StatusSnapshot {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            let code = errno
            if access(path, F_OK) != 0, errno == ENOENT { throw failure(.missing, "") }
            throw failure(.unreadable, code == 0 ? "\(error)" : String(cString: strerror(code)))
        }
        do {
            return try JSONDecoder().decode(StatusSnapshot.self, from: data)
        } catch {
            throw failure(.damaged, "\(error)")
        }
    }

    /// Puts a snapshot in the place of the last one. Readers see the one or the other, never a half. It is not synced:
    /// it is written every few seconds, and a disk may sleep.
    package func write(_ snapshot: StatusSnapshot) throws(SnapshotError) {
        let bytes: [UInt8]
        do { bytes = Array(try JSONEncoder().encode(snapshot)) } catch { throw failure(.unwritable, "\(error)") }
        // The last but one is written over and changes places with the last: what has its blocks already needs none,
        // so that a full disk can still be told of. Names are always the same: a killed process leaves nothing new.
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw lastFailure() }
        defer { close(file) }
        let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw lastFailure() }
        guard count == bytes.count else { throw failure(.unwritable, String(cString: strerror(ENOSPC))) }
        guard ftruncate(file, off_t(count)) == 0 else { throw lastFailure() }
        guard rasid_exchange(temporary, path) == 0 || rename(temporary, path) == 0 else { throw lastFailure() }
    }

    /// What the call that just failed says.
    private func lastFailure() -> SnapshotError { failure(.unwritable, String(cString: strerror(errno))) }

    private func failure(_ kind: SnapshotError.Kind, _ detail: String) -> SnapshotError {
        SnapshotError(kind: kind, path: path, detail: detail)
    }
}
