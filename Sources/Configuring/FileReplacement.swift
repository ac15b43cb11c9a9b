import Glibc

/// Puts new bytes in the place of a file, so that a reader sees the old ones or the new ones, also after a crash.
struct FileReplacement {
    /// Absolute, links followed: the file itself is replaced, and a link to it stays one.
    private let path: String
    private let directory: String
    private let temporary: String

    init(path: String) throws(ReplacementError) {
        guard let resolved = realpath(path, nil) else { throw .system("cannot be found") }
        defer { free(resolved) }
        self.path = String(cString: resolved)
        let slash = self.path.lastIndex(of: "/") ?? self.path.startIndex
        directory = slash == self.path.startIndex ? "/" : String(self.path[..<slash])
        temporary = "\(directory)/.\(self.path[slash...].dropFirst()).\(getpid()).tmp"
    }

    /// Owner, group and mode stay. When the file is no longer `old`, somebody else has changed it meanwhile: then it
    /// stays as it is.
    func replace(_ old: [UInt8], by new: [UInt8]) throws(ReplacementError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system("cannot be found") }
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system("its directory cannot be written") }
        var isInPlace = false
        defer {
            close(descriptor)
            if !isInPlace { unlink(temporary) }
        }
        try write(new, to: descriptor)
        if status.st_uid != geteuid() || status.st_gid != getegid() {
            guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else {
                throw .system("its owner cannot be kept")
            }
        }
        guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .system("its mode cannot be kept") }
        guard fsync(descriptor) == 0 else { throw .system("cannot be synced") }
        guard (try? ConfigurationFile(path: path))?.bytes == old else {
            throw ReplacementError(reason: "was changed by somebody else meanwhile: try again")
        }
        guard rename(temporary, path) == 0 else { throw .system("cannot be replaced") }
        isInPlace = true
        try syncDirectory()
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(ReplacementError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system("cannot be written") }
            start += count
        }
    }

    private func syncDirectory() throws(ReplacementError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("its directory cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("its directory cannot be synced") }
    }
}

/// Why a file was not replaced.
struct ReplacementError: Error {
    let reason: String

    /// What the system said of its last call.
    static func system(_ doing: String) -> ReplacementError {
        ReplacementError(reason: "\(doing): \(String(cString: strerror(errno)))")
    }
}
