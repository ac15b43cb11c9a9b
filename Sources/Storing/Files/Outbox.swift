import CLinux
import Glibc
import NewsModel

/// The watched directory. A name in it without a leading dot is a complete file: it is written and synced under
/// a hidden name, then renamed, which a watcher sees as one event.
///
/// A name may have the directory of a layout before it; those directories are made as they are needed. Foreign files,
/// directories and symbolic links are never touched.
struct Outbox: Sendable {
    static let temporaryName = ".tmp"
    private static let fileMode: mode_t = 0o640
    private static let directoryMode: mode_t = 0o2750

    private(set) var directory: Directory
    /// `nil` where files are written beside their place.
    private var temporary: Directory?
    /// The directories of the layout that were used lately, by name.
    private var parts: [String: Directory] = [:]

    /// Opens or makes the directory, removes what an earlier run left half written, and proves that a file can be
    /// written, synced and renamed here.
    init(_ path: String, temporary kind: OutboxSettings.Temporary = .hiddenDirectory) throws(StorageError) {
        directory = try Directory.make(path, mode: Outbox.directoryMode)
        let hidden = try directory.directory(Outbox.temporaryName, mode: 0o700)
        temporary = kind == .hiddenDirectory ? hidden : nil
        try removeLeftovers(in: hidden)
        try prove()
    }

    /// For looking only: nothing is made, removed or proved.
    init(reading path: String) throws(StorageError) {
        directory = try Directory.existing(path)
        temporary = nil
    }

    /// The last run may have written its drafts in the other place. Costs a listing of every directory, once at each
    /// start.
    private func removeLeftovers(in hidden: Directory) throws(StorageError) {
        for name in try hidden.names() where ArticleFileName(name) != nil || name == Outbox.probe {
            hidden.remove(name)
        }
        for part in [directory] + (try partsOnDisk().map(\.directory)) {
            for name in try part.names() where name.hasPrefix(".") && ArticleFileName(String(name.dropFirst())) != nil {
                part.remove(name)
            }
        }
    }

    /// Shows that files can be published; throws what stands in the way.
    func prove() throws(StorageError) {
        let place = temporary ?? directory
        let name = temporary == nil ? ".\(Outbox.probe).new" : Outbox.probe
        do {
            try place.write([0x0A], to: name, mode: Outbox.fileMode)
        } catch {
            throw error.mayPass ? error : StorageError(.notWritable, path: error.path, detail: error.detail)
        }
        let hidden = ".\(Outbox.probe)"
        let isRenamed = renameat(place.descriptor, name, directory.descriptor, hidden) == 0
        let reason = errno
        _ = unlinkat(directory.descriptor, hidden, 0)
        _ = unlinkat(place.descriptor, name, 0)
        if isRenamed { return }
        throw reason == EXDEV
            ? StorageError(.otherFileSystem, path: place.path)
            : StorageError(errno: reason, .notWritable, path: directory.path)
    }

    private static let probe = "probe"

    /// Goes where the path leads now, after somebody moved the directory away and put it, or another, back. Directories
    /// of the layout that a consumer removed are made again.
    ///
    /// - Throws: ``StorageError`` of kind `directory` while there is none, or one on another file system: a disk that
    ///   is not mounted must not have its files written below its mount point.
    mutating func follow() throws(StorageError) {
        parts = parts.filter { $0.value.isInPlace }
        guard !directory.isInPlace || temporary?.isInPlace == false else { return }
        let present = try Directory.existing(directory.path)
        guard present.device == directory.device else {
            throw StorageError(.directory, path: directory.path, detail: "another file system is mounted there now")
        }
        if temporary != nil { temporary = try present.directory(Outbox.temporaryName, mode: 0o700) }
        directory = present
        parts = [:]
    }
}

extension Outbox {
    /// A name taken apart: the directory it lies in, and the name there.
    private typealias Place = (directory: Directory, leaf: String)

    private static func split(_ name: String) -> (part: String?, leaf: String) {
        guard let slash = name.lastIndex(of: "/") else { return (nil, name) }
        return (String(name[..<slash]), String(name[name.index(after: slash)...]))
    }

    /// Where a name leads; `nil` when its directory is not there.
    private func existingPlace(_ name: String) -> Place? {
        let (part, leaf) = Outbox.split(name)
        guard let part else { return (directory, leaf) }
        if let open = parts[part] { return (open, leaf) }
        return directory.existing(part).map { ($0, leaf) }
    }

    /// Where a name leads. Its directory is made when it is missing.
    private mutating func place(_ name: String) throws(StorageError) -> Place {
        let (part, leaf) = Outbox.split(name)
        guard let part else { return (directory, leaf) }
        if let open = parts[part] { return (open, leaf) }
        if parts.count >= Outbox.mostOpenParts { parts = [:] }
        let opened = try directory.directory(part, mode: Outbox.directoryMode)
        parts[part] = opened
        return (opened, leaf)
    }

    /// As many as the hashed layout has.
    private static let mostOpenParts = 256

    /// Where a file is written before it is renamed to its place.
    private func draft(of place: Place) -> Place {
        temporary.map { ($0, place.leaf) } ?? (place.directory, ".\(place.leaf)")
    }

    private func partsOnDisk() throws(StorageError) -> [(name: String, directory: Directory)] {
        try directory.names().filter(ArticleFileName.isLayoutDirectory).compactMap { name in
            directory.existing(name).map { (name, $0) }
        }
    }
}

extension Outbox {
    func entry(_ name: String) -> Directory.Entry {
        existingPlace(name).map { $0.directory.entry($0.leaf) } ?? .nothing
    }

    /// Where a name leads before a file is renamed to it.
    enum Finding: Equatable {
        case free
        /// This very file lies there already.
        case same
        /// One of ours, to be replaced by a new version.
        case ours
        case taken
    }

    /// - Parameter replaces: the file is a new version, so an older file of ours may lie there.
    func finding(_ name: String, sha256: String, replaces: Bool) -> Finding {
        switch entry(name) {
        case .nothing: .free
        case .other: .taken
        case .file: replaces ? .ours : digest(of: name) == sha256 ? .same : .taken
        }
    }

    /// 64 hexadecimal digits; `nil` when no such file can be read.
    func digest(of name: String) -> String? {
        bytes(of: name).map { SHA256.hexadecimal(of: $0) }
    }

    /// Writes a file where nobody looks yet. It is not durable before ``OpenFile/synchronize(_:)``.
    mutating func prepare(_ bytes: [UInt8], as name: String) throws(StorageError) -> OpenFile {
        let draft = draft(of: try place(name))
        return try draft.directory.create(draft.leaf, bytes, mode: Outbox.fileMode)
    }

    /// Makes a prepared file visible. `false` when the name was taken in the meantime.
    mutating func reveal(_ name: String, replaces: Bool) throws(StorageError) -> Bool {
        let place = try place(name)
        let draft = draft(of: place)
        let (from, to) = (draft.directory.descriptor, place.directory.descriptor)
        if replaces {
            guard renameat(from, draft.leaf, to, place.leaf) == 0 else { throw place.directory.failure(place.leaf) }
            return true
        }
        if rasid_rename_without_replacing(from, draft.leaf, to, place.leaf) == 0 { return true }
        if errno == EEXIST { return false }
        // Some file systems (NFS) do not know the flag; the check before is then all there is.
        guard errno == EINVAL || errno == ENOSYS, place.directory.entry(place.leaf) == .nothing else {
            throw place.directory.failure(place.leaf)
        }
        return try reveal(name, replaces: true)
    }

    /// Makes the renames to these names survive a power cut: one sync for each directory.
    mutating func synchronize(_ names: some Sequence<String>) throws(StorageError) {
        for part in Set(names.map { Outbox.split($0).part }) {
            try place(part.map { "\($0)/" } ?? "").directory.synchronize()
        }
    }

    /// Writes a file over one of ours, or where none is. `false` when something else has the name.
    @discardableResult
    mutating func replace(_ name: String, with bytes: [UInt8]) throws(StorageError) -> Bool {
        guard entry(name) != .other else { return false }
        try OpenFile.synchronize([try prepare(bytes, as: name)])
        return try reveal(name, replaces: true)
    }

    /// Takes back a prepared file that is not needed.
    func discard(_ name: String) {
        guard let place = existingPlace(name) else { return }
        let draft = draft(of: place)
        draft.directory.remove(draft.leaf)
    }

    /// Whether the directory a name lies in is there.
    func isPlaced(_ name: String) -> Bool { existingPlace(name) != nil }

    /// Removes a file of ours.
    func remove(_ name: String) {
        guard ArticleFileName(name) != nil, let place = existingPlace(name) else { return }
        place.directory.remove(place.leaf)
    }

    /// Our files, in no order, in every layout.
    ///
    /// - Parameter since: when their articles were first seen, at the earliest.
    func files(since: Timestamp? = nil) throws(StorageError) -> [ArticleFileName] {
        let first = since?.compact ?? ""
        // Names begin with the time: most of many thousands need not be taken apart.
        var files = try directory.names().filter { $0 >= first }.compactMap(ArticleFileName.init)
        for part in try partsOnDisk() {
            files += try part.directory.names().filter { $0 >= first }
                .compactMap { ArticleFileName("\(part.name)/\($0)") }
        }
        return files
    }

    /// Bytes of a file; 0 where there is none.
    func size(of name: String) -> Int {
        if case .file(let bytes) = entry(name) { bytes } else { 0 }
    }

    func bytes(of name: String) -> [UInt8]? {
        existingPlace(name).flatMap { $0.directory.read($0.leaf, limit: Outbox.longestFile) }
    }

    /// Bytes. More than ``Article/storable()`` lets through.
    private static let longestFile = 16 * 1024 * 1024
}
