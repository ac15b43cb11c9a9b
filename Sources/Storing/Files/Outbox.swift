import CLinux
import Glibc
import NewsModel

/// The watched directory. A name in it without a leading dot is a complete file: it is written and synced under
/// another directory, then renamed, which a watcher sees as one event.
///
/// Foreign files, directories and symbolic links are never touched.
struct Outbox: Sendable {
    static let temporaryName = ".tmp"
    private static let fileMode: mode_t = 0o640
    private static let directoryMode: mode_t = 0o2750

    private(set) var directory: Directory
    private var temporary: Directory

    /// Opens or makes the directory, removes what an earlier run left half written, and proves that a file can be
    /// written, synced and renamed here.
    init(_ path: String) throws(StorageError) {
        directory = try Directory.make(path, mode: Outbox.directoryMode)
        temporary = try directory.directory(Outbox.temporaryName, mode: 0o700)
        for name in try temporary.names() where ArticleFileName(name) != nil || name == Outbox.probe {
            temporary.remove(name)
        }
        try prove()
    }

    /// Shows that files can be published; throws what stands in the way.
    func prove() throws(StorageError) {
        do {
            try temporary.write([0x0A], to: Outbox.probe, mode: Outbox.fileMode)
        } catch {
            throw error.kind == .full ? error : StorageError(.notWritable, path: error.path, detail: error.detail)
        }
        let hidden = ".\(Outbox.probe)"
        let isRenamed = renameat(temporary.descriptor, Outbox.probe, directory.descriptor, hidden) == 0
        let reason = errno
        _ = unlinkat(directory.descriptor, hidden, 0)
        _ = unlinkat(temporary.descriptor, Outbox.probe, 0)
        if isRenamed { return }
        throw reason == EXDEV
            ? StorageError(.otherFileSystem, path: temporary.path)
            : StorageError(errno: reason, .notWritable, path: directory.path)
    }

    private static let probe = "probe"

    /// Goes where the path leads now, after somebody moved the directory away and put it, or another, back.
    ///
    /// - Throws: ``StorageError`` of kind `directory` while there is none, or one on another file system: a disk that
    ///   is not mounted must not have its files written below its mount point.
    mutating func follow() throws(StorageError) {
        guard !directory.isInPlace || !temporary.isInPlace else { return }
        let present = try Directory.existing(directory.path)
        guard present.device == directory.device else {
            throw StorageError(.directory, path: directory.path, detail: "another file system is mounted there now")
        }
        temporary = try present.directory(Outbox.temporaryName, mode: 0o700)
        directory = present
    }
}

extension Outbox {
    /// Where a name leads before a file is renamed to it.
    enum Place: Equatable {
        case free
        /// This very file lies there already.
        case same
        /// One of ours, to be replaced by a new version.
        case ours
        case taken
    }

    /// - Parameter replaces: the file is a new version, so an older file of ours may lie there.
    func place(_ name: String, sha256: String, replaces: Bool) -> Place {
        switch directory.entry(name) {
        case .nothing: .free
        case .other: .taken
        case .file: replaces ? .ours : digest(of: name) == sha256 ? .same : .taken
        }
    }

    /// 64 hexadecimal digits; `nil` when no such file can be read.
    func digest(of name: String) -> String? {
        directory.read(name, limit: Outbox.longestFile).map { SHA256.hexadecimal(of: $0) }
    }

    /// Writes a file where nobody looks yet. It is not durable before ``OpenFile/synchronize(_:)``.
    func prepare(_ bytes: [UInt8], as name: String) throws(StorageError) -> OpenFile {
        try temporary.create(name, bytes, mode: Outbox.fileMode)
    }

    /// Makes a prepared file visible. `false` when the name was taken in the meantime.
    func reveal(_ name: String, replaces: Bool) throws(StorageError) -> Bool {
        if replaces {
            guard renameat(temporary.descriptor, name, directory.descriptor, name) == 0 else {
                throw directory.failure(name)
            }
            return true
        }
        if rasid_rename_without_replacing(temporary.descriptor, name, directory.descriptor, name) == 0 { return true }
        if errno == EEXIST { return false }
        // Some file systems (NFS) do not know the flag; the check before is then all there is.
        guard errno == EINVAL || errno == ENOSYS, directory.entry(name) == .nothing else {
            throw directory.failure(name)
        }
        return try reveal(name, replaces: true)
    }

    /// Writes a file over one of ours, or where none is. `false` when something else has the name.
    @discardableResult
    func replace(_ name: String, with bytes: [UInt8]) throws(StorageError) -> Bool {
        guard directory.entry(name) != .other else { return false }
        try OpenFile.synchronize([try prepare(bytes, as: name)])
        return try reveal(name, replaces: true)
    }

    /// Takes back a prepared file that is not needed.
    func discard(_ name: String) {
        _ = temporary.remove(name)
    }

    /// Our files, in no order.
    func files() throws(StorageError) -> [ArticleFileName] {
        try directory.names().compactMap(ArticleFileName.init)
    }

    func bytes(of name: String) -> [UInt8]? {
        directory.read(name, limit: Outbox.longestFile)
    }

    /// Bytes. More than ``Article/storable()`` lets through.
    private static let longestFile = 16 * 1024 * 1024
}
