import Glibc

/// An open directory. Everything in it is reached through its descriptor, so that nobody can swap a path for a
/// symbolic link between two calls. Blocks; safe to use from any thread.
final class Directory: Sendable {
    /// As it was opened, for messages.
    let path: String
    let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens the directory at `path`, making it and its parents when they are missing.
    ///
    /// A symbolic link in `path` is followed: it is the operator who wrote it there.
    /// - Parameter mode: the rights of a directory that had to be made, set whatever the umask is.
    static func make(_ path: String, mode: mode_t) throws(StorageError) -> Directory {
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let above = parent(of: path) ?? (path.hasPrefix("/") ? "/" : ".")
        if opened >= 0 {
            // Whoever made it may have died before this, or have failed at it. The parent may not be ours to open.
            try? existing(above).synchronize()
            return Directory(path: path, descriptor: opened)
        }
        guard errno == ENOENT, path.utf8.count > 1 else { throw StorageError(errno: errno, .directory, path: path) }
        let parent = try make(above, mode: mode)
        if mkdir(path, mode & 0o777) != 0, errno != EEXIST { throw StorageError(errno: errno, .directory, path: path) }
        let made = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard made >= 0 else { throw StorageError(errno: errno, .directory, path: path) }
        setRights(mode, of: made)
        // Else a power cut takes the directory with all that was made durable in it.
        try parent.synchronize()
        return Directory(path: path, descriptor: made)
    }

    /// Opens the directory at `path` and makes nothing.
    static func existing(_ path: String) throws(StorageError) -> Directory {
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw StorageError(errno: errno, .directory, path: path) }
        return Directory(path: path, descriptor: opened)
    }

    /// Opens a directory inside this one; `nil` where there is none. A symbolic link is none.
    func existing(_ name: String) -> Directory? {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return opened >= 0 ? Directory(path: path + "/" + name, descriptor: opened) : nil
    }

    /// Opens a directory inside this one, making it when it is missing. A symbolic link is refused.
    func directory(_ name: String, mode: mode_t) throws(StorageError) -> Directory {
        let isNew = mkdirat(descriptor, name, mode & 0o777) == 0
        if !isNew, errno != EEXIST { throw failure(name, .directory) }
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw failure(name, .directory) }
        let made = Directory(path: path + "/" + name, descriptor: opened)
        if isNew { Directory.setRights(mode, of: opened) }
        // Also for one that was there: whoever made it may have died before this.
        try synchronize()
        return made
    }

    /// Set-group-ID may be refused where a system call filter forbids it; the plain rights then stand.
    private static func setRights(_ mode: mode_t, of descriptor: Int32) {
        if fchmod(descriptor, mode) != 0 { _ = fchmod(descriptor, mode & 0o777) }
    }

    private static func parent(of path: String) -> String? {
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex else { return nil }
        return String(trimmed[..<slash])
    }

    /// The error of the call that just failed on `name` in this directory.
    func failure(_ name: String, _ kind: StorageError.Kind = .file) -> StorageError {
        StorageError(errno: errno, kind, path: path + "/" + name)
    }

    /// Makes renames and removals in this directory survive a power cut, as far as its file system knows how.
    func synchronize() throws(StorageError) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw StorageError(errno: errno, path: path) }
    }

    /// The file system it lies on.
    var device: dev_t {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_dev : 0
    }

    /// Bytes that its file system has left for us; `nil` when it does not say.
    var freeBytes: Int? {
        var status = statvfs()
        guard fstatvfs(descriptor, &status) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Whether the path still leads to this directory: it may have been moved away or replaced meanwhile.
    var isInPlace: Bool {
        var here = stat()
        var there = stat()
        guard fstat(descriptor, &here) == 0, stat(path, &there) == 0 else { return false }
        return here.st_dev == there.st_dev && here.st_ino == there.st_ino
    }
}

extension Directory {
    /// What lies under a name, without following a symbolic link.
    enum Entry: Equatable {
        case nothing
        case file(bytes: Int)
        /// A directory, a symbolic link, a socket.
        case other
    }

    func entry(_ name: String) -> Entry {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .nothing }
        return status.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int(status.st_size)) : .other
    }

    /// Writes a new file and leaves it open: it is not durable before ``OpenFile/synchronize(_:)``. An old file of that
    /// name is replaced, a link is not followed.
    /// - Parameter mode: set whatever the umask is.
    func create(_ name: String, _ bytes: [UInt8], mode: mode_t) throws(StorageError) -> OpenFile {
        _ = unlinkat(descriptor, name, 0)
        let opened = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard opened >= 0 else { throw failure(name) }
        let file = OpenFile(opened, path: path + "/" + name)
        _ = fchmod(opened, mode)
        guard bytes.withUnsafeBytes({ writeAll($0, to: opened) }) else { throw failure(name) }
        return file
    }

    /// Writes a new file and makes it durable.
    func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(StorageError) {
        try OpenFile.synchronize([try create(name, bytes, mode: mode)])
    }

    /// The bytes of a regular file of at most `limit` bytes; `nil` when there is none, it is larger, or no file.
    func read(_ name: String, limit: Int) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
        return readAll(file, limit: limit)
    }

    /// Removes a regular file; anything else stays. Whether it is gone.
    @discardableResult
    func remove(_ name: String) -> Bool {
        switch entry(name) {
        case .nothing: true
        case .file: unlinkat(descriptor, name, 0) == 0
        case .other: false
        }
    }

    /// The names in the directory, `.` and `..` left out, in no order.
    func names() throws(StorageError) -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw failure(".") }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw failure(".")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

/// Writes all bytes, over interruptions and short writes. Whether it could; `errno` tells why not.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
        let written = write(file, rest.baseAddress, rest.count)
        if written < 0 {
            if errno == EINTR { continue }
            return false
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
}

/// Reads to the end of a file; `nil` on an error or past `limit` bytes.
func readAll(_ file: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0, bytes.count + count <= limit else { return nil }
        if count == 0 { return bytes }
        bytes.append(contentsOf: buffer[..<count])
    }
}
